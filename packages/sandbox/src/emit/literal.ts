// Literals of SQL.
import { DatabaseError } from "../engine/engine.ts"
import { ora } from "../errors/ora.ts"
import type { DatetimeLiteral, IntervalLiteral, NumberLiteral, StringLiteral } from "../sql/ast/index.ts"
import { charType, dateType, doubleType, numberType, textType, timestampOf, zonedOf } from "../types/value-type.ts"
import { plainType } from "../catalog/oracle-type.ts"
import type { EmitContext } from "./emit-context.ts"
import { quoteText } from "./emit-context.ts"
import type { Emitted } from "./emitted.ts"
import { emitted } from "./emitted.ts"

/** `12.5`. */
export const emitNumber = (node: NumberLiteral): Emitted =>
  node.suffix === null
    ? emitted(`'${node.text}'::numeric`, numberType, false)
    : emitted(`'${node.text}'::float8`, node.suffix === "f" ? plainType("BINARY_FLOAT") : doubleType, false)

/** A text as a literal of Oracle: CHAR of its length, NULL when it is empty. */
export const emitTextLiteral = (text: string, offset: number | null): Emitted => {
  if (text === "") return emitted("NULL", { ...charType(1), name: "NULL", lengthBytes: 0 })
  const bytes = Buffer.byteLength(text, "utf8")
  if (bytes > 4000) throw ora(1704, [], offset)
  if (text.includes("\u0000"))
    throw new DatabaseError(
      3001,
      "ORA-03001: unimplemented feature, not supported in the sandbox: CHR(0) in a text",
      offset
    )
  const type = bytes > 2000 ? textType(bytes) : charType(bytes)
  return { ...emitted(`${quoteText(text)}::text`, type, false), literal: text }
}

/** `'text'`. */
export const emitString = (node: StringLiteral): Emitted => emitTextLiteral(node.value, node.start)

const parsed = (context: EmitContext, text: string, format: string, zone: string): string =>
  `sys.parse_datetime(${quoteText(text)}, ${quoteText(format)}, timestamp ${quoteText(context.session.now.slice(0, 19))}, ${quoteText(zone)})`

/** `DATE '2024-01-31'`, `TIMESTAMP '...'` with or without a zone. */
export const emitDatetime = (context: EmitContext, node: DatetimeLiteral): Emitted => {
  if (node.type === "DATE")
    return emitted(`sys.parsed_date(${parsed(context, node.text, "YYYY-MM-DD", "+00:00")})`, dateType, false)
  const clock = /^\s*[+-]?\d+-\d+-\d+ +\d+:\d+:\d+(?:\.(\d+))?(.*)$/.exec(node.text)
  const zone = clock?.[2]?.trim() ?? ""
  const digits = Math.min(clock?.[1]?.length ?? 0, 9)
  const base = zone === "" ? node.text : node.text.slice(0, node.text.length - (clock?.[2]?.length ?? 0))
  const text = parsed(context, base, "YYYY-MM-DD HH24:MI:SS.FF", zone === "" ? context.session.timeZone : zone)
  if (zone === "") return emitted(`sys.parsed_timestamp(${text})`, timestampOf(digits), false)
  return emitted(`sys.zoned_from_text(${text})`, zonedOf(digits), false)
}

const unitSeconds: Readonly<Record<string, number>> = { DAY: 86_400, HOUR: 3600, MINUTE: 60, SECOND: 1 }
const order = ["DAY", "HOUR", "MINUTE", "SECOND"]

const invalid = (node: IntervalLiteral): Error => ora(1867, [], node.start)

const yearMonthLiteral = (node: IntervalLiteral, sign: number, text: string): Emitted => {
  const [first = "", second] = text.split("-")
  if (
    !/^\d+$/.test(first) ||
    (second !== undefined && (node.to !== "MONTH" || !/^\d{1,2}$/.test(second) || Number(second) > 11))
  )
    throw invalid(node)
  if (first.length > (node.leadingPrecision ?? 2) && first.replace(/^0+/, "").length > (node.leadingPrecision ?? 2))
    throw ora(1873, [], node.start)
  const months = node.from === "YEAR" ? Number(first) * 12 + Number(second ?? 0) : Number(first)
  return emitted(
    `'${String(sign * months)}'::numeric`,
    plainType("INTERVAL YEAR TO MONTH", node.leadingPrecision ?? 2),
    false
  )
}

/** `INTERVAL '1' MONTH`, `INTERVAL '4 5:12' DAY TO MINUTE`. */
export const emitInterval = (node: IntervalLiteral): Emitted => {
  const plain = node.text.trim()
  const sign = plain.startsWith("-") ? -1 : 1
  const text = plain.replace(/^[+-]/, "")
  if (node.from === "YEAR" || node.from === "MONTH") return yearMonthLiteral(node, sign, text)
  const from = order.indexOf(node.from)
  const to = node.to === null ? from : order.indexOf(node.to)
  const parts = text.split(/[ :]/)
  if (
    parts.length !== to - from + 1 ||
    parts.some((part, at) => !(at === to - from && order[to] === "SECOND" ? /^\d+(\.\d{1,9})?$/ : /^\d+$/).test(part))
  )
    throw invalid(node)
  const leading = parts[0]?.split(".")[0] ?? ""
  if (leading.replace(/^0+/, "").length > (node.leadingPrecision ?? 2)) throw ora(1873, [], node.start)
  let whole = 0n
  let fraction = ""
  parts.forEach((part, at) => {
    const [digits = "0", rest = ""] = part.split(".")
    whole += BigInt(digits) * BigInt(unitSeconds[order[from + at] ?? "SECOND"] ?? 1)
    fraction = rest
  })
  const value = `${sign < 0 ? "-" : ""}${String(whole)}${fraction === "" ? "" : `.${fraction}`}`
  return emitted(
    `'${value}'::numeric`,
    plainType("INTERVAL DAY TO SECOND", node.leadingPrecision ?? 2, node.fractionPrecision ?? 6),
    false
  )
}
