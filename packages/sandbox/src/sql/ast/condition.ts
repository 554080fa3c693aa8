// Conditions: what stands after WHERE, ON, HAVING, WHEN, IF. Three-valued; how a row is compared is the executor's matter.
import type { Expression, RowExpression } from "./expression.ts"
import type { Span } from "./node.ts"
import type { Query } from "./query.ts"

/** Comparison operators, spellings unified: `!=`, `^=`, `~=` are `<>`. */
export type ComparisonOperator = "=" | "<>" | "<" | ">" | "<=" | ">="

/** `a = b`, `(a, b) = (SELECT ...)`. */
export interface Comparison extends Span {
  readonly kind: "comparison"
  readonly operator: ComparisonOperator
  readonly left: Expression
  readonly right: Expression
}

/** `a > ALL (1, 2)`, `a = ANY (SELECT ...)`. SOME is written as ANY. */
export interface QuantifiedComparison extends Span {
  readonly kind: "quantified"
  readonly operator: ComparisonOperator
  readonly quantifier: "any" | "all"
  readonly left: Expression
  readonly right: InRight
}

/** What stands right of IN, ANY and ALL. */
export type InRight =
  | { readonly kind: "list"; readonly items: ReadonlyArray<Expression> }
  | { readonly kind: "query"; readonly query: Query }

/** `a [NOT] IN (...)`; left is a RowExpression for `(a, b) IN ((1, 2))`. */
export interface InCondition extends Span {
  readonly kind: "in"
  readonly left: Expression | RowExpression
  readonly right: InRight
  readonly isNegated: boolean
}

/** `a [NOT] BETWEEN b AND c`. */
export interface BetweenCondition extends Span {
  readonly kind: "between"
  readonly value: Expression
  readonly low: Expression
  readonly high: Expression
  readonly isNegated: boolean
}

/** `a [NOT] LIKE b [ESCAPE c]` with LIKEC, LIKE2 and LIKE4. */
export interface LikeCondition extends Span {
  readonly kind: "like"
  readonly variant: "LIKE" | "LIKEC" | "LIKE2" | "LIKE4"
  readonly value: Expression
  readonly pattern: Expression
  readonly escape: Expression | null
  readonly isNegated: boolean
}

/** `a IS [NOT] NULL`, and NAN, INFINITE of binary floats; `IS JSON` without options; TRUE and FALSE from release 23 on. */
export interface IsCondition extends Span {
  readonly kind: "is"
  readonly value: Expression
  readonly what: "null" | "nan" | "infinite" | "json" | "true" | "false"
  readonly isNegated: boolean
}

/** `EXISTS (SELECT ...)`. NOT EXISTS is a NotCondition around it. */
export interface ExistsCondition extends Span {
  readonly kind: "exists"
  readonly query: Query
}

/** `a AND b AND c`, `a OR b`: all operands of a chain in one node. */
export interface LogicalCondition extends Span {
  readonly kind: "and" | "or"
  readonly operands: ReadonlyArray<Expression>
}

/** `NOT a`. */
export interface NotCondition extends Span {
  readonly kind: "not"
  readonly operand: Expression
}

/** Anything that is true, false or unknown by its form. PL/SQL may have any boolean expression in its place. */
export type Condition =
  | Comparison
  | QuantifiedComparison
  | InCondition
  | BetweenCondition
  | LikeCondition
  | IsCondition
  | ExistsCondition
  | LogicalCondition
  | NotCondition
