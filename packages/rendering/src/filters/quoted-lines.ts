// {{ lines | quoted_lines }}: a statement that comes as lines, for EXECUTE IMMEDIATE.
import { FilterFault } from "../engine/render-fault.ts"
import { defineFilter } from "./define-filter.ts"
import { writeQuotedBlock } from "./quoted-block.ts"

/** The lines as one text; see quoted_block. */
export const writeQuotedLines = (lines: ReadonlyArray<string>, delimiter = "~"): string => {
  if (lines.length === 0) throw new FilterFault("there are no lines.")
  return writeQuotedBlock(lines.join("\n"), delimiter)
}

export const quotedLinesFilter = defineFilter({
  name: "quoted_lines",
  takes: ["list"],
  parameters: ["delimiter"],
  apply: writeQuotedLines
})
