// {{ index | index_keys }}: the key list of an index.
import type { IndexKeyPart, IndexModel } from "@orapart/contract"
import { quoteIdentifier } from "@orapart/oracle-rules"
import { FilterFault } from "../engine/render-fault.ts"
import { wrapWords } from "../text/wrap-words.ts"
import { defineFilter } from "./define-filter.ts"
import { layOutExpression } from "./expression.ts"

const WIDTH = 120

const writeKeyPart = (part: IndexKeyPart, indexName: string): string => {
  const key =
    part.expression !== null
      ? layOutExpression(part.expression)
      : part.column !== null
        ? quoteIdentifier(part.column)
        : null
  if (key === null) throw new FilterFault(`${indexName} has a key part with neither a column nor an expression.`)
  return part.isDescending ? `${key} DESC` : key
}

/** Columns and expressions in order, `DESC` where descending, without parentheses; long lists continue on indented lines. */
export const writeIndexKeys = (index: Pick<IndexModel, "name" | "keys">): string => {
  if (index.keys.length === 0) throw new FilterFault(`${index.name} has no keys.`)
  const parts = index.keys.map((part) => writeKeyPart(part, index.name))
  return wrapWords(
    parts.map((part, position) => (position < parts.length - 1 ? `${part},` : part)),
    WIDTH
  ).join("\n  ")
}

export const indexKeysFilter = defineFilter({ name: "index_keys", takes: ["object"], apply: writeIndexKeys })
