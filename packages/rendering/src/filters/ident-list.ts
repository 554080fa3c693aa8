// {{ columns | ident_list(prefix) }}: names on one line.
import { quoteIdentifier } from "@orapart/oracle-rules"
import { FilterFault } from "../engine/render-fault.ts"
import { nameOf } from "../text/named-columns.ts"
import type { NamedColumn } from "../text/named-columns.ts"
import { wrapWords } from "../text/wrap-words.ts"
import { defineFilter } from "./define-filter.ts"

const WIDTH = 120

/** `A, B`, each name behind the prefix (`:OLD.`); long lists continue on indented lines. */
export const writeIdentifierList = (columns: ReadonlyArray<NamedColumn>, prefix = ""): string => {
  if (columns.length === 0) throw new FilterFault("the list of names is empty.")
  const names = columns.map((column) => prefix + quoteIdentifier(nameOf(column)))
  return wrapWords(
    names.map((name, position) => (position < names.length - 1 ? `${name},` : name)),
    WIDTH
  ).join("\n      ")
}

export const identListFilter = defineFilter({
  name: "ident_list",
  takes: ["list"],
  parameters: ["prefix"],
  apply: writeIdentifierList
})
