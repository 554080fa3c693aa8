// Substitution variables (&v, &&v, &v.) as SQL*Plus sees them: in the text, before anybody reads it as SQL.
// Which variables exist and what they hold is the caller's business.
import type { Token } from "./token.ts"
import { tokenizeSql } from "./tokenize-sql.ts"

/** The characters in force: SET DEFINE, SET CONCAT and SET ESCAPE; null means OFF. */
export interface SubstitutionSettings {
  readonly define: string | null
  /** Ends a name and disappears; "." by default. */
  readonly concat?: string | null
  /** Before the define character takes its meaning away; OFF by default. */
  readonly escape?: string | null
}

/** One place where SQL*Plus would put in a value. */
export interface Substitution {
  /** In upper case: names of variables have no case. A number for `&1`. */
  readonly name: string
  /** `&&v`: the value is kept, so the question is asked once. */
  readonly isKept: boolean
  /** True for `& v`: SQL*Plus skips the blanks, which is how 'Marks & Spencer' asks for SPENCER. */
  readonly hasBlanks: boolean
  readonly start: number
  /** After the name and the concat character, if there was one. */
  readonly end: number
  /** Line within the text, from 1. */
  readonly line: number
  /** Substitution happens in all of them, also in literals and comments. */
  readonly place: "code" | "literal" | "comment" | "quoted-identifier"
}

type Found = Omit<Substitution, "line" | "place">

const namePattern = /([ \t]*)([\p{L}\p{N}_$#]+)/uy

const findAt = (text: string, start: number, define: string, concat: string | null): Found | null => {
  const isKept = text.startsWith(define, start + define.length)
  const from = start + define.length * (isKept ? 2 : 1)
  namePattern.lastIndex = from
  const match = namePattern.exec(text)
  if (match === null) return null
  const nameEnd = from + match[0].length
  const end = concat !== null && text.startsWith(concat, nameEnd) ? nameEnd + concat.length : nameEnd
  return { name: (match[2] ?? "").toUpperCase(), isKept, hasBlanks: match[1] !== "", start, end }
}

interface Piece {
  readonly start: number
  readonly end: number
  /** Null for an escaped define character: only the escape character goes. */
  readonly found: Found | null
}

const findPieces = (text: string, settings: SubstitutionSettings): ReadonlyArray<Piece> => {
  const { define, concat = ".", escape = null } = settings
  if (define === null) return []
  const pieces: Piece[] = []
  for (let at = 0; at < text.length; at += 1) {
    if (escape !== null && text.startsWith(escape + define, at)) {
      pieces.push({ start: at, end: at + escape.length + define.length, found: null })
      at += escape.length + define.length - 1
    } else if (text.startsWith(define, at)) {
      const found = findAt(text, at, define, concat)
      if (found === null) continue
      pieces.push({ start: at, end: found.end, found })
      at = found.end - 1
    }
  }
  return pieces
}

const placeOf = (token: Token | undefined): Substitution["place"] => {
  const kind = token?.kind
  return kind === "literal" || kind === "comment" || kind === "quoted-identifier" ? kind : "code"
}

/** Where the line that holds an offset ends: after its line end, or beyond the text. */
const lineEndAfter = (text: string, offset: number): number => {
  const at = text.indexOf("\n", offset)
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1
}

/**
 * Where SQL*Plus would put a value into `text`, in order; nothing when `define` is null (SET DEFINE OFF). REM lines
 * are not substituted: leave them out.
 */
export const findSubstitutions = (text: string, settings: SubstitutionSettings): ReadonlyArray<Substitution> => {
  const found = findPieces(text, settings).flatMap((piece) => piece.found ?? [])
  if (found.length === 0) return []
  const tokens = tokenizeSql(text)
  let [tokenAt, line, nextLine] = [0, 1, lineEndAfter(text, 0)]
  return found.map((piece) => {
    while ((tokens[tokenAt + 1]?.start ?? text.length) <= piece.start) tokenAt += 1
    for (; nextLine <= piece.start; nextLine = lineEndAfter(text, nextLine)) line += 1
    return { ...piece, line, place: placeOf(tokens[tokenAt]) }
  })
}

/** What `substitute` made. */
export interface SubstitutedText {
  readonly text: string
  /** Variables without a value, each once, in upper case; their places stay as written. SQL*Plus would ask. */
  readonly missing: ReadonlyArray<string>
}

/**
 * `text` with every `&v` replaced by its value. `values` is keyed by names in upper case. Values are put in as they
 * are and not looked at again. The escape character before `&` disappears.
 */
export const substitute = (
  text: string,
  settings: SubstitutionSettings & { readonly values: ReadonlyMap<string, string> }
): SubstitutedText => {
  const missing = new Set<string>()
  let result = ""
  let from = 0
  for (const { start, end, found } of findPieces(text, settings)) {
    const value = found === null ? settings.define : settings.values.get(found.name)
    if (value === undefined && found !== null) missing.add(found.name)
    result += text.slice(from, start) + (value ?? text.slice(start, end))
    from = end
  }
  return { text: result + text.slice(from), missing: [...missing] }
}
