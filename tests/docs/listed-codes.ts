// Every code with its slug, from the lists that the packages export. Must not know which pages there are.
import { cliCodes } from "../../packages/cli/src/words/cli-codes.ts"
import { listCodes } from "../../packages/config-schema/src/index.ts"
import { actionCodes } from "../../packages/oracle-rules/src/index.ts"
import { plannerCodes } from "../../packages/planner/src/index.ts"
import { lintRules } from "../../packages/sqlplus/src/index.ts"
import { refusalCodes, scriptCodes } from "../../packages/strategy-copy-swap/src/index.ts"

/** What a page is named by, and its severity. */
export interface ListedCode {
  readonly code: string
  readonly slug: string
  readonly severity: string
}

/** All codes of all packages, in code order; a code listed twice stands here twice. */
export const listedCodes: ReadonlyArray<ListedCode> = [
  ...cliCodes,
  ...listCodes(),
  ...actionCodes,
  ...plannerCodes,
  ...refusalCodes,
  ...scriptCodes,
  ...lintRules
]
  .map(({ code, slug, severity }) => ({ code, slug, severity }))
  .toSorted((left, right) => (left.code < right.code ? -1 : Number(left.code > right.code)))
