// JSON values and JSON Schema types in words.

const LONGEST_TEXT = 60

const shorten = (text: string): string => (text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 3)}...` : text)

/** A value as a message shows it: `null`, `the text "8"`, `the number 8.5`, `a list of 3`, `an object`. */
export const describeValue = (value: unknown): string => {
  if (value === null) return "null"
  if (typeof value === "string") return value === "" ? "an empty text" : `the text ${shorten(JSON.stringify(value))}`
  if (typeof value === "number") return Number.isFinite(value) ? `the number ${value}` : "a number too large to hold"
  if (typeof value === "boolean") return String(value)
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`
  return "an object"
}

const typeWords: { readonly [type: string]: string } = {
  string: "a text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  object: "an object",
  array: "a list",
  null: "null"
}

/** JSON Schema's `type` in words: `a text or null`. */
export const describeTypes = (type: unknown): string => {
  const types = (Array.isArray(type) ? type : [type]).map(String)
  return types.map((name) => typeWords[name] ?? name).join(" or ")
}

/** Values as they stand in JSON, with commas between: `"HIGH", "MEDIUM", "LOW"`. */
export const listValues = (values: ReadonlyArray<unknown>): string =>
  values.map((value) => JSON.stringify(value)).join(", ")
