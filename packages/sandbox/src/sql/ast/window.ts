// The OVER clause of analytic functions.
import type { Expression } from "./expression.ts"
import type { Span } from "./node.ts"
import type { OrderItem } from "./query.ts"

/** `OVER ( [PARTITION BY ...] [ORDER BY ...] [frame] )`. */
export interface WindowSpecification extends Span {
  readonly partitionBy: ReadonlyArray<Expression>
  readonly orderBy: ReadonlyArray<OrderItem>
  /** null when none was written: RANGE UNBOUNDED PRECEDING with an ORDER BY, all rows without. */
  readonly frame: WindowFrame | null
}

/** `ROWS | RANGE BETWEEN start AND finish`. */
export interface WindowFrame extends Span {
  readonly unit: "rows" | "range"
  readonly from: FrameBound
  /** CURRENT ROW when BETWEEN was not written. */
  readonly to: FrameBound
}

/** One end of a frame. */
export type FrameBound =
  | { readonly kind: "unbounded-preceding" }
  | { readonly kind: "unbounded-following" }
  | { readonly kind: "current-row" }
  | { readonly kind: "preceding"; readonly value: Expression }
  | { readonly kind: "following"; readonly value: Expression }
