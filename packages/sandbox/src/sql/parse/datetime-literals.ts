// DATE '...', TIMESTAMP '...', INTERVAL '...' and the fields of intervals. The text inside the quotes is checked when it is evaluated.
import type { DatetimeField, Expression } from "../ast/expression.ts"
import { parseInteger } from "./names.ts"
import type { TokenStream } from "./token-stream.ts"

/** `DATE '...'` and `TIMESTAMP '...'`; null when no text follows, so that a name may be meant. */
export const parseDatetimeLiteral = (stream: TokenStream): Expression | null => {
  if (stream.peek(1).kind !== "string") return null
  const token = stream.take()
  const text = stream.take().value
  return { kind: "datetime", type: token.value === "DATE" ? "DATE" : "TIMESTAMP", text, ...stream.span(token.start) }
}

const intervalFields: ReadonlyArray<DatetimeField> = ["YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND"]
const rankOf = (field: DatetimeField): number => intervalFields.indexOf(field)

const readField = (stream: TokenStream): DatetimeField => {
  const field = intervalFields.find((name) => stream.isWord(name))
  if (field === undefined) throw stream.fail(30089)
  stream.take()
  return field
}

/** `(n)` after a field, 0 to 9 (ORA-30088); null without one. */
export const parsePrecision = (stream: TokenStream): number | null => {
  if (!stream.acceptOperator("(")) return null
  const { start } = stream.token
  const precision = parseInteger(stream, 30088)
  if (precision > 9) throw stream.place(30088, start)
  stream.expectClose()
  return precision
}

interface Fields {
  readonly from: DatetimeField
  readonly to: DatetimeField | null
  readonly leadingPrecision: number | null
  readonly fractionPrecision: number | null
}

/** `SECOND(4, 2)`: precision of the seconds and of their fraction. */
const parseSecondPrecisions = (stream: TokenStream): readonly [number | null, number | null] => {
  if (!stream.acceptOperator("(")) return [null, null]
  const leading = parseInteger(stream, 30088)
  const fraction = stream.acceptOperator(",") ? parseInteger(stream, 30088) : null
  if (leading > 9 || (fraction ?? 0) > 9) throw stream.fail(30088)
  stream.expectClose()
  return [leading, fraction]
}

const parseFields = (stream: TokenStream): Fields => {
  const from = readField(stream)
  if (from === "SECOND") {
    const [leadingPrecision, fractionPrecision] = parseSecondPrecisions(stream)
    return { from, to: null, leadingPrecision, fractionPrecision }
  }
  const leadingPrecision = parsePrecision(stream)
  if (!stream.acceptWords("TO")) return { from, to: null, leadingPrecision, fractionPrecision: null }
  const { start } = stream.token
  const to = readField(stream)
  if (rankOf(to) <= rankOf(from) || rankOf(from) < 2 !== rankOf(to) < 2) throw stream.place(30089, start)
  return { from, to, leadingPrecision, fractionPrecision: to === "SECOND" ? parsePrecision(stream) : null }
}

/** `INTERVAL '1' MONTH`; null when no text follows: INTERVAL is not reserved and may be a column's name. */
export const parseIntervalLiteral = (stream: TokenStream): Expression | null => {
  if (stream.peek(1).kind !== "string") return null
  const { start } = stream.take()
  const text = stream.take().value
  return { kind: "interval", text, ...parseFields(stream), ...stream.span(start) }
}

/** `DAY(9) TO SECOND(3)` or `YEAR TO MONTH`. */
export const parseIntervalFields = (
  stream: TokenStream
): {
  readonly unit: "year-month" | "day-second"
  readonly leadingPrecision: number | null
  readonly fractionPrecision: number | null
} => {
  const { start } = stream.token
  const { from, to, leadingPrecision, fractionPrecision } = parseFields(stream)
  if (from === "YEAR" && to === "MONTH") return { unit: "year-month", leadingPrecision, fractionPrecision: null }
  if (from === "DAY" && to === "SECOND") return { unit: "day-second", leadingPrecision, fractionPrecision }
  throw stream.place(30089, start)
}
