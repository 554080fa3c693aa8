// Words for the errors of the JSON parser: what was found, what could stand there, and what people usually meant.
import type { ParseError } from "jsonc-parser"

/** What is said about one place where the text stops being JSON. */
export interface SyntaxDescription {
  readonly what: string
  readonly advice: string
}

// jsonc-parser declares its error codes as a const enum, which type stripping cannot read; the numbers are its public API.
const INVALID_SYMBOL = 1
const INVALID_NUMBER = 2
const PROPERTY_NAME_EXPECTED = 3
const VALUE_EXPECTED = 4
const COLON_EXPECTED = 5
const COMMA_EXPECTED = 6
const CLOSE_BRACE_EXPECTED = 7
const CLOSE_BRACKET_EXPECTED = 8
const END_OF_FILE_EXPECTED = 9
const UNEXPECTED_END_OF_NUMBER = 13
const UNEXPECTED_END_OF_COMMENT = 11
const UNEXPECTED_END_OF_STRING = 12
const INVALID_UNICODE = 14
const INVALID_ESCAPE = 15
const INVALID_CHARACTER = 16

const expectations: { readonly [code: number]: string } = {
  [INVALID_SYMBOL]: "a value: a text in double quotes, a number, true, false, null, { or [",
  [INVALID_NUMBER]: "a number such as 4 or 9.4",
  [UNEXPECTED_END_OF_NUMBER]: "a digit after the point, as in 9.4",
  [PROPERTY_NAME_EXPECTED]: "a key in double quotes, or }",
  [VALUE_EXPECTED]: "a value: a text in double quotes, a number, true, false, null, { or [",
  [COLON_EXPECTED]: "a colon after the key",
  [COMMA_EXPECTED]: "a comma, or the end of the list or object",
  [CLOSE_BRACE_EXPECTED]: "a comma and a key, or }",
  [CLOSE_BRACKET_EXPECTED]: "a comma and a value, or ]",
  [END_OF_FILE_EXPECTED]: "nothing more after the closing brace",
  [UNEXPECTED_END_OF_COMMENT]: "*/ at the end of the comment",
  [UNEXPECTED_END_OF_STRING]: "a closing double quote on the same line",
  [INVALID_UNICODE]: "four hexadecimal digits after \\u",
  [INVALID_ESCAPE]: 'one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u after a backslash',
  [INVALID_CHARACTER]: "no control characters inside a text"
}

const END_OF_FILE = "the end of the file"
const LONGEST_TOKEN = 40

/** True when the text simply ends where something had to follow. */
export const isAtEnd = (text: string, error: ParseError): boolean => text.slice(error.offset).trim() === ""

const foundAt = (text: string, error: ParseError): string => {
  if (isAtEnd(text, error)) return END_OF_FILE
  const word = error.error === INVALID_SYMBOL ? (/^[^\s,{}[\]:"]+/.exec(text.slice(error.offset))?.[0] ?? "") : ""
  const token = word === "" ? text.slice(error.offset, error.offset + Math.max(error.length, 1)) : word
  return token.length > LONGEST_TOKEN ? `${token.slice(0, LONGEST_TOKEN - 3)}...` : token
}

const previousCharacter = (text: string, offset: number): string => text.slice(0, offset).trimEnd().at(-1) ?? ""

const symbolAdvice: { readonly [symbol: string]: string } = {
  NaN: "JSON has no NaN. Write a number, or leave the key out.",
  Infinity: "JSON has no Infinity. Write a number, or leave the key out.",
  "-Infinity": "JSON has no Infinity. Write a number, or leave the key out.",
  undefined: "Write null, or leave the key out.",
  None: "Write null, or leave the key out.",
  True: "Write true in lower case.",
  False: "Write false in lower case.",
  TRUE: "Write true in lower case.",
  FALSE: "Write false in lower case.",
  NULL: "Write null in lower case."
}

const symbolMeant = (found: string): string => {
  if (found.startsWith("'")) return "Put the text into double quotes."
  return symbolAdvice[found] ?? `Put ${found} into double quotes if it is a key or a text.`
}

/** True for a comma before a closing bracket: the one mistake that leaves no doubt what was meant. Comments have to be blanked. */
export const isTrailingComma = (text: string, error: ParseError): boolean =>
  /^[}\]]/.test(text.slice(error.offset)) && previousCharacter(text, error.offset) === ","

const adviseOn = (text: string, error: ParseError, found: string): string => {
  if (found === END_OF_FILE) return "The file seems cut off: write it again or take the whole copy."
  if (isTrailingComma(text, error)) return `Take away the comma before ${found}.`
  if (error.error === INVALID_SYMBOL) return symbolMeant(found)
  if (error.error === COMMA_EXPECTED) return "Put a comma behind the value before it."
  if (error.error === INVALID_ESCAPE) return "Write a backslash itself as \\\\."
  return ""
}

/** Describes one error of jsonc-parser at its place in the text, whose comments have been blanked. */
export const describeSyntaxError = (text: string, error: ParseError): SyntaxDescription => {
  const found = foundAt(text, error)
  const expected = isTrailingComma(text, error) ? "no comma before it" : (expectations[error.error] ?? "JSON")
  return { what: `found ${found}, expected ${expected}`, advice: adviseOn(text, error, found) }
}

/** True for a block comment that nothing closes: the rest of the file, however long, is part of it. */
export const isOpenComment = (error: ParseError): boolean => error.error === UNEXPECTED_END_OF_COMMENT

/** The brackets that are still open where the text ends, innermost first: `} ] }`. */
export const openBracketsAtEnd = (text: string, errors: ReadonlyArray<ParseError>): string =>
  errors
    .filter(
      (error) =>
        isAtEnd(text, error) && (error.error === CLOSE_BRACE_EXPECTED || error.error === CLOSE_BRACKET_EXPECTED)
    )
    .map((error) => (error.error === CLOSE_BRACE_EXPECTED ? "}" : "]"))
    .join(" ")
