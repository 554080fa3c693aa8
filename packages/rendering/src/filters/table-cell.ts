// {{ text | table_cell }}: free text in a cell of a Markdown table.
import { joinLines } from "../text/ascii.ts"
import { defineFilter } from "./define-filter.ts"

/** One line, `|` escaped. Characters beyond ASCII stay: READMEs are UTF-8. */
export const writeTableCell = (text: string): string => joinLines(text).replaceAll("|", "\\|")

export const tableCellFilter = defineFilter({ name: "table_cell", takes: ["text"], apply: writeTableCell })
