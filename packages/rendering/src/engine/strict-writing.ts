// How a template writes and calculates: only what has a look of its own reaches the script.
import { describeKind } from "./describe-kind.ts"
import { calculate, joinText } from "./operators.ts"
import type { Operator } from "./operators.ts"
import { templateFault } from "./render-fault.ts"

const refuseValue = (value: unknown, expression: string): string => {
  const found = typeof value === "number" ? `the number ${value}` : describeKind(value)
  const hint = Array.isArray(value) ? " Join it, or use a filter that takes a list." : ""
  return `${expression} is ${found} and cannot be written.${hint}`
}

/** Writing functions of one template's runtime. */
export const makeWriting = (template: string) => ({
  write: (value: unknown, expression: string, line: number): string => {
    if (typeof value === "string") return value
    // A number with an exponent is none in most of Oracle's clauses.
    if (typeof value === "number" && Number.isFinite(value) && !String(value).includes("e")) return String(value)
    if (typeof value === "boolean" || typeof value === "bigint") return String(value)
    throw templateFault(template, line, refuseValue(value, expression))
  },

  operate: (operator: Operator | "~", left: unknown, right: unknown, line: number): unknown => {
    const result = operator === "~" ? joinText(left, right) : calculate(operator, left, right)
    if (result !== null) return result
    const sides = `${describeKind(left)} ${operator} ${describeKind(right)}`
    const allowed = operator === "~" ? "texts and numbers" : "numbers"
    throw templateFault(template, line, `${sides} cannot be calculated: ${allowed} only.`)
  }
})
