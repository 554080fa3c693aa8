// {{ text | wrap(width, prefix) }}: prose in lines.
import { FilterFault } from "../engine/render-fault.ts"
import { wrapLine } from "../text/wrap-words.ts"
import { defineFilter } from "./define-filter.ts"

/**
 * The text in lines of at most `width` characters where its words allow it; every line but the first begins with `prefix`, for
 * example `--          ` inside a header. Line breaks in the text are kept.
 */
export const wrapText = (text: string, width: number, prefix = ""): string => {
  if (!Number.isInteger(width) || width < 1) throw new FilterFault(`${width} is no width.`)
  return text
    .split("\n")
    .flatMap((line) => wrapLine(line.replace(/ +/g, " ").trim(), width))
    .join(`\n${prefix}`)
}

export const wrapFilter = defineFilter({
  name: "wrap",
  takes: ["text"],
  parameters: ["width", "prefix"],
  required: 1,
  apply: wrapText
})
