// Values of the constants that stand in bounds, as SqlValue texts: literals and TO_DATE, TO_TIMESTAMP with plain masks. Whatever needs more (another mask,
// NLS settings, arithmetic) is left to the query engine.
import type { OracleType } from "../catalog/entries.ts"
import { ora } from "../errors/ora.ts"
import type { Expression, FunctionCall } from "../sql/ast/index.ts"
import { formatMoment, parseMoment } from "./calendar.ts"
import { formatDecimal, parseDecimal } from "./decimal.ts"
import { familyOf } from "./key-types.ts"

const fields = /SYYYY|YYYY|MM|DD|HH24|MI|SS|FF\d?|[^A-Z0-9]+/gu
const widths: Readonly<Record<string, number>> = { YYYY: 4, MM: 2, DD: 2, HH24: 2, MI: 2, SS: 2 }

type Parts = Record<string, string>

/** Reads a text by a mask of plain fields; null when the mask has others or the text does not fit. */
const readByMask = (text: string, mask: string): Parts | null => {
  const parts: Parts = {}
  let rest = text.trim()
  let read = 0
  for (const [token] of mask.matchAll(fields)) {
    read += token.length
    const isYear = token === "SYYYY" || token === "YYYY"
    const width = isYear ? 4 : (widths[token] ?? (token.startsWith("FF") ? 9 : 0))
    const pattern = width === 0 ? /^[^0-9]*/u : new RegExp(`^${isYear ? "\\s*-?" : ""}\\d{1,${String(width)}}`, "u")
    const found = pattern.exec(rest)?.[0]
    if (found === undefined) {
      if (rest === "") break
      return null
    }
    if (width > 0) parts[isYear ? "YYYY" : token.startsWith("FF") ? "FF" : token] = found.trim()
    rest = rest.slice(found.length)
  }
  return read === mask.length && rest.trim() === "" ? parts : null
}

const assemble = (parts: Parts): string | null => {
  const year = parts["YYYY"]
  if (year === undefined) return null
  const two = (name: string, otherwise: string): string => (parts[name] ?? otherwise).padStart(2, "0")
  const fraction = parts["FF"] === undefined ? "" : `.${parts["FF"]}`
  const date = `${year.padStart(4, "0")}-${two("MM", "01")}-${two("DD", "01")}`
  return `${date} ${two("HH24", "0")}:${two("MI", "0")}:${two("SS", "0")}${fraction}`
}

const callText = (call: FunctionCall): string | null => {
  const name = call.path.at(-1)?.value
  const [text, mask] = call.arguments.map(({ value }) => value)
  if ((name !== "TO_DATE" && name !== "TO_TIMESTAMP") || text?.kind !== "string") return null
  if (mask?.kind !== "string") throw ora(14120, [], call.start)
  const format = mask.value.toUpperCase()
  if (/(?<!Y)Y{1,3}(?!Y)|RR/u.test(format)) throw ora(14120, [], call.start)
  const parts = readByMask(text.value, format)
  return parts === null || parts["MM"] === undefined ? null : assemble(parts)
}

const datetimeText = (expression: Expression, type: OracleType): string | null => {
  if (expression.kind === "call") return momentText(callText(expression), type)
  if (expression.kind !== "datetime") return null
  if (parseMoment(expression.text) === null) throw ora(1847, [], expression.start)
  return momentText(expression.text, type)
}

const momentText = (text: string | null, type: OracleType): string | null => {
  if (text === null) return null
  const moment = parseMoment(text)
  if (moment === null) return null
  const whole = formatMoment(moment)
  return type.name === "DATE" ? whole.replace(/\.\d+$/u, "") : whole
}

const numberText = (expression: Expression): string | null => {
  if (expression.kind === "unary" && (expression.operator === "-" || expression.operator === "+")) {
    const operand = numberText(expression.operand)
    const value = operand === null ? null : parseDecimal(operand)
    return value === null
      ? null
      : formatDecimal(expression.operator === "-" ? { ...value, units: -value.units } : value)
  }
  const text = expression.kind === "number" || expression.kind === "string" ? textOf(expression) : null
  const value = text === null ? null : parseDecimal(text)
  if (value === null && expression.kind === "string") throw ora(1722, [], expression.start)
  return value === null ? null : formatDecimal(value)
}

const textOf = (expression: Extract<Expression, { kind: "number" | "string" }>): string =>
  expression.kind === "number" ? expression.text : expression.value

/**
 * Text of a constant for a key of this type; null when the query engine has to be asked. Fails with ORA-14120 (mask without four digits of the year),
 * ORA-01722, ORA-01847.
 */
export const constantText = (expression: Expression, type: OracleType): string | null => {
  switch (familyOf(type)) {
    case "number":
      return numberText(expression)
    case "datetime":
      return datetimeText(expression, type)
    case "character":
      if (expression.kind === "string") return expression.value === "" ? null : expression.value
      return expression.kind === "number" ? numberText(expression) : null
    case "raw":
      return expression.kind === "string" ? expression.value.toUpperCase() : null
    case null:
      return null
  }
}
