// The whole corpus. What is outside it is refused by name until it is written down here.
import { alterationEntries } from "./alterations.ts"
import { blockEntries } from "./blocks.ts"
import { changeEntries } from "./changes.ts"
import type { CorpusEntry } from "./corpus-entry.ts"
import { hrEntries } from "./hr.ts"
import { queryEntries } from "./queries.ts"
import { queryMistakeEntries } from "./query-mistakes.ts"
import { tableEntries } from "./tables.ts"

export type { CorpusEntry, Expectation, Source } from "./corpus-entry.ts"

/** Every statement of the corpus. */
export const corpus: ReadonlyArray<CorpusEntry> = [
  ...queryEntries,
  ...queryMistakeEntries,
  ...changeEntries,
  ...tableEntries,
  ...alterationEntries,
  ...blockEntries,
  ...hrEntries
]
