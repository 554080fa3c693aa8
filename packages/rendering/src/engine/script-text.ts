// The last look at a rendered file: line ends, trailing blanks, line lengths, and words that betray a value that got lost.
// It does not know what the script says.
import { templateFault } from "./render-fault.ts"

/** SQL*Plus 12.1 reads lines of up to 2,499 characters (SP2-0027); the rest is margin for substitutions. */
export const MAX_LINE_BYTES = 2400

const utf8 = new TextEncoder()

/** LF line ends. */
export const normalizeLineEnds = (text: string): string => (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text)

const countLines = (text: string, position: number): number => text.slice(0, position).split("\n").length

// A carriage return or NUL can only come from a value: it would be changed on its way to the database.
const checkCharacters = (template: string, text: string): void => {
  const position = Math.max(text.indexOf("\r"), text.indexOf("\0"))
  if (position < 0) return
  throw templateFault(
    template,
    null,
    `Line ${countLines(text, position)} of the script holds a carriage return or NUL, which SQL*Plus does not carry. ` +
      "Write the value with literal, quoted_block, expression or comment_text."
  )
}

const checkLineLength = (template: string, line: string, number: number): void => {
  const bytes = utf8.encode(line).length
  if (bytes <= MAX_LINE_BYTES) return
  throw templateFault(
    template,
    null,
    `Line ${number} of the script is ${bytes} bytes long; SQL*Plus reads at most 2,499 characters and ${MAX_LINE_BYTES} bytes is ` +
      "the limit here. Break it with wrap, format_column_list or expression."
  )
}

const BLANK = 0x20

/** Checks lengths and gives the text without blanks at line ends. Lines are cut only where there are some: that is rare. */
const trimLines = (template: string, text: string): string => {
  const isScript = template.endsWith(".sql")
  let kept = ""
  let copied = 0
  let start = 0
  for (let number = 1; start < text.length; number += 1) {
    const end = text.indexOf("\n", start)
    const stop = end < 0 ? text.length : end
    // No character takes more than 3 bytes per UTF-16 unit, so most lines need not be encoded.
    if (isScript && (stop - start) * 3 > MAX_LINE_BYTES) checkLineLength(template, text.slice(start, stop), number)
    let last = stop
    while (last > start && text.charCodeAt(last - 1) === BLANK) last -= 1
    if (last < stop) {
      kept += text.slice(copied, last)
      copied = stop
    }
    start = stop + 1
  }
  return copied === 0 ? text : kept + text.slice(copied)
}

/**
 * The text with no blanks at line ends and exactly one line end at its end. Throws for a carriage return or NUL, and for a
 * line of a `.sql` file that is longer than SQL*Plus reads.
 */
export const finishText = (template: string, text: string): string => {
  checkCharacters(template, text)
  const trimmed = trimLines(template, text)
  let end = trimmed.length
  while (end > 0 && trimmed.charCodeAt(end - 1) === 0x0a) end -= 1
  return end < trimmed.length ? trimmed.slice(0, end + 1) : `${trimmed}\n`
}

const lostWords = ["undefined", "[object ", "NaN"]

/** Any of them: one look over a script instead of three. */
const anyLostWord = /undefined|\[object |NaN/

const holdsText = (value: unknown, word: string): boolean => {
  if (typeof value === "string") return value.includes(word)
  return typeof value === "object" && value !== null && Object.values(value).some((below) => holdsText(below, word))
}

/** Throws when the script holds `undefined`, `NaN` or `[object ...]` that neither a template nor the context wrote. */
export const checkLostValues = (
  template: string,
  text: string,
  context: object,
  templateTexts: ReadonlyMap<string, string>
): void => {
  if (!anyLostWord.test(text)) return
  for (const word of lostWords) {
    const position = text.indexOf(word)
    if (position < 0) continue
    if (holdsText(context, word) || [...templateTexts.values()].some((source) => source.includes(word))) continue
    throw templateFault(
      template,
      null,
      `Line ${countLines(text, position)} of the script holds "${word}": a value was lost on its way into a text.`
    )
  }
}

/** Throws when a template's own text holds a character that is not plain ASCII: customers' names are the only exception, and they come as values. */
export const checkTemplateText = (template: string, text: string): void => {
  const found = /[^\n\x20-\x7e]/.exec(text)
  if (found === null) return
  const code = found[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")
  throw templateFault(
    template,
    countLines(text, found.index),
    `The template holds the character U+${code}. Templates are plain ASCII without tabs.`
  )
}
