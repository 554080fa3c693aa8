// Makes the errors of the front end. Every failure of the lexer and the parser goes through here: nothing else is ever thrown.
import { DatabaseError } from "../../engine/engine.ts"
import type { SyntaxCode } from "./syntax-texts.ts"
import { syntaxTexts } from "./syntax-texts.ts"

const prefix = (code: number): string => `ORA-${String(code).padStart(5, "0")}`

/** `ORA-00936: missing expression` at an offset of the statement. `detail` stands before the text of ORA-00904 (`"X"`), after that of ORA-03001. */
export const syntaxError = (code: SyntaxCode, offset: number, detail = ""): DatabaseError => {
  const text = syntaxTexts[code]
  if (code === 904) return new DatabaseError(code, `${prefix(code)}: ${detail}${text}`, offset)
  return new DatabaseError(code, `${prefix(code)}: ${text}${detail}`, offset)
}

/** ORA-03001 for what Oracle knows and the sandbox does not. `feature` is a short name: `PIVOT`, `database links`. */
export const unsupported = (feature: string, offset: number): DatabaseError =>
  syntaxError(3001, offset, `, not supported in the sandbox: ${feature}`)

/** A place in a text. */
export interface LineAndColumn {
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
}

/** Line and column of an offset, as ORA-06550 and ORA-06512 count them. */
export const locate = (text: string, offset: number): LineAndColumn => {
  let line = 1
  let lineStart = 0
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) {
    line += 1
    lineStart = at + 1
  }
  return { line, column: offset - lineStart + 1 }
}

/** ORA-06550 around a PLS message. `text` is the unit's text, `offset` the place in it. */
export const compileError = (text: string, offset: number, message: string): DatabaseError => {
  const { line, column } = locate(text, offset)
  return new DatabaseError(6550, `ORA-06550: line ${line}, column ${column}:\n${message}`, offset)
}
