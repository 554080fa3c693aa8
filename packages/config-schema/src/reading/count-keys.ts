// Tells in one pass, without a position tree, whether a text says a key twice: JSON.parse would silently keep the last one.

const QUOTE = 34
const BACKSLASH = 92
const COLON = 58

/** Offset of the closing quote of the string whose content begins at `from`; the text is known to be JSON. */
export const endOfString = (text: string, from: number): number => {
  let end = text.indexOf('"', from)
  for (;;) {
    let backslashes = 0
    while (text.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes++
    if (backslashes % 2 === 0) return end
    end = text.indexOf('"', end + 1)
  }
}

/** Blanks that JSON knows. */
export const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9

/** Keys written in a text that JSON.parse accepts: strings that a colon follows. */
export const countWrittenKeys = (text: string): number => {
  let count = 0
  let at = text.indexOf('"')
  while (at >= 0) {
    let next = endOfString(text, at + 1) + 1
    while (isSpace(text.charCodeAt(next))) next++
    if (text.charCodeAt(next) === COLON) count++
    at = text.charCodeAt(next) === QUOTE ? next : text.indexOf('"', next)
  }
  return count
}

/** Keys that a parsed value holds, at every depth. */
export const countHeldKeys = (value: unknown): number => {
  if (typeof value !== "object" || value === null) return 0
  let count = 0
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === "object") count += countHeldKeys(item)
    return count
  }
  for (const key in value) {
    count++
    const inner = (value as { [key: string]: unknown })[key]
    if (typeof inner === "object") count += countHeldKeys(inner)
  }
  return count
}
