// Names for kinds of values in error messages.

/** The kind of a value in words: `null`, `a list`, `an object`, `a macro`, `a text`, `a number`. */
export const describeKind = (value: unknown): string => {
  if (value === null || value === undefined) return "null"
  if (Array.isArray(value)) return "a list"
  if (typeof value === "object") return "an object"
  if (typeof value === "function") return "a macro"
  return typeof value === "string" ? "a text" : `a ${typeof value}`
}
