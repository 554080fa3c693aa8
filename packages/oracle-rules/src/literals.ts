// Text, dates and bounds as they stand in a SQL*Plus script. What is written here is read back by the client line by line, so no
// literal may span lines: SQL*Plus takes `;` at a line's end, a trailing `-`, `/` or `.` alone and blank lines for its own.
import type { PartitionBound } from "@orapart/contract"
import { formatDatetime, parseDatetime } from "./datetimes.ts"
import { formatDecimal, parseDecimal } from "./decimal.ts"
import { nameBytes } from "./identifiers.ts"

/** Bytes of text in one piece; a longer text continues on the next line. Keeps lines far below SQL*Plus' 2499 characters. */
const PIECE_BYTES = 1000

/** A separator that keeps the pieces of a long text together as one expression. */
const NEXT_LINE = "\n  || "

const isControl = (character: string): boolean => character < " " || character === "\u007f"

const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Runs of printable text and single control characters, in order. */
const splitAtControls = (text: string): ReadonlyArray<string> => {
  const runs: Array<string> = []
  let printable = ""
  for (const character of text) {
    if (!isControl(character)) {
      printable += character
      continue
    }
    if (printable !== "") runs.push(printable)
    runs.push(character)
    printable = ""
  }
  return printable === "" ? runs : [...runs, printable]
}

const splitLongText = (text: string, bytesOf: (character: string) => number): ReadonlyArray<string> => {
  const pieces: Array<string> = []
  let piece = ""
  let bytes = 0
  for (const character of text) {
    const more = bytesOf(character)
    if (bytes + more > PIECE_BYTES) {
      pieces.push(piece)
      piece = ""
      bytes = 0
    }
    piece += character
    bytes += more
  }
  return [...pieces, piece]
}

/** Joins pieces with ` || `, beginning a new line before the current one grows too long. */
const concatenate = (pieces: ReadonlyArray<string>): string => {
  let text = ""
  let lineBytes = 0
  for (const piece of pieces) {
    const bytes = nameBytes(piece)
    const isFirst = text === ""
    const breaks = !isFirst && lineBytes + bytes > PIECE_BYTES
    text += isFirst ? piece : (breaks ? NEXT_LINE : " || ") + piece
    lineBytes = breaks ? bytes + NEXT_LINE.length : lineBytes + bytes + 4
  }
  return text
}

/** True when stringLiteral gives one plain `'...'`: COMMENT ON and DATE literals take nothing else (ORA-01780). */
export const isPlainLiteral = (text: string): boolean =>
  !Array.from(text).some(isControl) && nameBytes(text) <= PIECE_BYTES

/**
 * The text as a SQL expression: `'...'` with doubled quotes, or pieces joined by `||` where the text holds control characters
 * (line breaks and tabs become CHR(n)) or is longer than 1,000 bytes (continued on the next line). A concatenation can be used
 * in expressions and defaults; in COMMENT ON only after EXECUTE IMMEDIATE (see isPlainLiteral). Empty text is NULL in Oracle.
 */
export const stringLiteral = (text: string): string => {
  if (text === "") return "''"
  // Names and short ASCII texts are nearly all there is to write: one look decides, which rendering a thousand tables needs.
  if (text.length <= PIECE_BYTES && /^[\x20-\x26\x28-\x7e]+$/.test(text)) return `'${text}'`
  const pieces = splitAtControls(text).flatMap((run) =>
    isControl(run) ? [`CHR(${run.charCodeAt(0)})`] : splitLongText(run, nameBytes).map(quoteText)
  )
  return concatenate(pieces)
}

const isPlainAscii = (character: string): boolean => character >= " " && character <= "~" && character !== "\\"

const escapeNational = (text: string): string =>
  text
    .split("")
    .map((unit) => (isPlainAscii(unit) ? unit : `\\${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`))
    .join("")

/**
 * The text as an expression of the national character set: `N'...'` for ASCII, UNISTR('...') with \XXXX for everything else, so that
 * neither NLS_LANG nor the database character set can change it.
 */
export const nationalLiteral = (text: string): string => {
  if (text === "") return "N''"
  const bytesOf = (character: string): number => (isPlainAscii(character) ? 1 : 5 * character.length)
  const pieces = splitLongText(text, bytesOf).map((piece) =>
    Array.from(piece).every((character) => isPlainAscii(character) || character === "\\")
      ? `N${quoteText(piece)}`
      : `UNISTR(${quoteText(escapeNational(piece))})`
  )
  return concatenate(pieces)
}

const isTimestamp = (dataType: string): boolean => /^TIMESTAMP\b/i.test(dataType.trim())

/**
 * A datetime (`YYYY-MM-DD HH24:MI:SS[.fff]`) as a constant that no NLS setting can change: TO_DATE with mask and calendar for DATE,
 * the way HIGH_VALUE writes it; a TIMESTAMP literal for TIMESTAMP types. A DATE has no fraction: it is left out.
 * A value that is no date is passed on as quoted text and Oracle refuses it.
 */
export const datetimeLiteral = (value: string, dataType: string): string => {
  const parsed = parseDatetime(value)
  if (isTimestamp(dataType)) return `TIMESTAMP ${quoteText(parsed === null ? value : formatDatetime(parsed))}`
  const text = parsed === null ? value : formatDatetime({ ...parsed, nanosecond: 0 })
  return `TO_DATE(${quoteText(text)}, 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN')`
}

/** A bound as it stands in VALUES LESS THAN (...), for a key of this type. Bounds of other kinds are passed on as the dictionary has them. */
export const boundLiteral = (bound: PartitionBound, keyDataType: string): string => {
  switch (bound.type) {
    case "datetime":
      return datetimeLiteral(bound.value, keyDataType)
    case "number": {
      const parsed = parseDecimal(bound.value)
      return parsed === null ? quoteText(bound.value) : formatDecimal(parsed)
    }
    case "maxvalue":
      return "MAXVALUE"
    case "other":
      return bound.text
  }
}
