// The last look at a rendered file: line ends, trailing blanks, line lengths, and words that betray a value that got lost.
// It does not know what the script says.
import { templateFault } from "./render-fault.ts"

/** SQL*Plus 12.1 reads lines of up to 2,499 characters (SP2-0027); the rest is margin for substitutions. */
export const MAX_LINE_BYTES = 2400

const utf8 = new TextEncoder()

/** LF line ends. */
export const normalizeLineEnds = (text: string): string => (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text)

/** The text with LF line ends, no blanks at line ends and exactly one line end at its end. */
export const finishText = (text: string): string => {
  const lines = normalizeLineEnds(text)
  const trimmed = lines.includes(" \n") ? lines.replace(/ +\n/g, "\n") : lines
  return `${trimmed.trimEnd()}\n`
}

/** Throws when a line is longer than SQL*Plus reads. */
export const checkLineLengths = (template: string, text: string): void => {
  let start = 0
  for (let line = 1; start < text.length; line += 1) {
    const end = text.indexOf("\n", start)
    const stop = end < 0 ? text.length : end
    // No character takes more than 3 bytes per UTF-16 unit, so most lines need not be encoded.
    if ((stop - start) * 3 > MAX_LINE_BYTES) {
      const bytes = utf8.encode(text.slice(start, stop)).length
      if (bytes > MAX_LINE_BYTES) {
        throw templateFault(
          template,
          null,
          `Line ${line} of the script is ${bytes} bytes long; SQL*Plus reads at most 2,499 characters and ${MAX_LINE_BYTES} bytes is ` +
            "the limit here. Break it with wrap, format_column_list or expression."
        )
      }
    }
    start = stop + 1
  }
}

const lostValue = /\bundefined\b|\[object |\bNaN\b/

const holdsText = (value: unknown, word: string): boolean => {
  if (typeof value === "string") return value.includes(word)
  return typeof value === "object" && value !== null && Object.values(value).some((below) => holdsText(below, word))
}

/** Throws when the script holds `undefined`, `NaN` or `[object ...]` that neither a template nor the context wrote. */
export const checkLostValues = (template: string, text: string, context: object, templateTexts: Iterable<string>): void => {
  const found = lostValue.exec(text)
  if (found === null) return
  const word = found[0]
  if (holdsText(context, word) || Array.from(templateTexts).some((source) => source.includes(word))) return
  const line = text.slice(0, found.index).split("\n").length
  throw templateFault(template, null, `Line ${line} of the script holds "${word}": a value was lost on its way into a text.`)
}

/** Throws when a template's own text holds a character that is not plain ASCII: customers' names are the only exception, and they come as values. */
export const checkTemplateText = (template: string, text: string): void => {
  const found = /[^\n\x20-\x7e]/.exec(text)
  if (found === null) return
  const line = text.slice(0, found.index).split("\n").length
  const code = found[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")
  throw templateFault(template, line, `The template holds the character U+${code}. Templates are plain ASCII without tabs.`)
}
