// {{ text | comment_lines(label) }}: one entry of a script's header.
import { calmText, joinLines } from "../text/ascii.ts"
import { wrapLine } from "../text/wrap-words.ts"
import { defineFilter } from "./define-filter.ts"

const LABEL_WIDTH = 9
const TEXT_WIDTH = 88

/** `-- Label    text`, continued under the text's beginning; the text is made safe as by comment_text. */
export const writeCommentLines = (text: string, label: string): string => {
  const prose = joinLines(calmText(text)) || "none"
  const indent = `--${" ".repeat(LABEL_WIDTH + 1)}`
  return `-- ${label.padEnd(LABEL_WIDTH)}${wrapLine(prose, TEXT_WIDTH).join(`\n${indent}`)}`
}

export const commentLinesFilter = defineFilter({
  name: "comment_lines",
  takes: ["text"],
  parameters: ["label"],
  required: 1,
  apply: writeCommentLines
})
