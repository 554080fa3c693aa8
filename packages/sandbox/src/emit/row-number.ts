// ROWNUM in WHERE: rows are numbered as they pass, so only a limit from above means something.
import { notInSandbox } from "../errors/ora.ts"
import type { ComparisonOperator, Expression } from "../sql/ast/index.ts"
import { asNumber } from "./convert.ts"
import type { Environment } from "./environment.ts"
import { usesPseudo } from "./walk.ts"

/** WHERE without ROWNUM, and what ROWNUM makes of it. */
export interface RowNumberSplit {
  readonly rest: ReadonlyArray<Expression>
  /** LIMIT; null when there is none. */
  readonly limit: string | null
  /** Conditions in PostgreSQL that let all rows pass or none. */
  readonly guards: ReadonlyArray<string>
}

const flipped: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  "=": "=",
  "<>": "<>",
  "<": ">",
  ">": "<",
  "<=": ">=",
  ">=": "<="
}

const isRowNumber = (node: Expression): boolean => node.kind === "pseudo-column" && node.name === "ROWNUM"

interface Bound {
  readonly operator: ComparisonOperator
  readonly value: Expression
}

const boundsOf = (condition: Expression): ReadonlyArray<Bound> | null => {
  if (condition.kind === "comparison") {
    if (isRowNumber(condition.left)) return [{ operator: condition.operator, value: condition.right }]
    if (isRowNumber(condition.right)) return [{ operator: flipped[condition.operator], value: condition.left }]
  }
  if (condition.kind === "between" && isRowNumber(condition.value) && !condition.isNegated) {
    return [
      { operator: ">=", value: condition.low },
      { operator: "<=", value: condition.high }
    ]
  }
  return null
}

/** Takes the ROWNUM conditions out of WHERE. */
export const splitRowNumber = (conditions: ReadonlyArray<Expression>, env: Environment): RowNumberSplit => {
  const rest: Expression[] = []
  const limits: string[] = []
  const guards: string[] = []
  for (const condition of conditions) {
    const bounds = boundsOf(condition)
    if (bounds === null) {
      if (usesPseudo(condition, "ROWNUM")) throw notInSandbox("ROWNUM in this condition", condition.start)
      rest.push(condition)
      continue
    }
    for (const { operator, value } of bounds) {
      const number = asNumber(env.context, env.emitters.expression(value, env), value.start)
      if (operator === "<=") limits.push(`greatest(coalesce(floor(${number}), 0), 0)`)
      else if (operator === "<" || operator === "<>") limits.push(`greatest(coalesce(ceil(${number}) - 1, 0), 0)`)
      else if (operator === "=") limits.push(`CASE WHEN ${number} = 1 THEN 1 ELSE 0 END`)
      else guards.push(operator === ">" ? `(${number} < 1)` : `(${number} <= 1)`)
    }
  }
  const [only] = limits
  const limit = only === undefined ? null : limits.length === 1 ? only : `least(${limits.join(", ")})`
  return { rest, limit: limit === null ? null : `(${limit})::bigint`, guards }
}
