// OVER (...): partitions, order and frame of analytic functions.
import type { FrameBound, OrderItem, WindowSpecification } from "../sql/ast/index.ts"
import { familyOf } from "../types/value-type.ts"
import { sortable } from "./comparison.ts"
import { asNumber } from "./convert.ts"
import type { Environment } from "./environment.ts"

/** ORDER BY without resolving aliases: NULL is last ascending and first descending, as in PostgreSQL. */
export const emitOrder = (items: ReadonlyArray<OrderItem>, env: Environment): string =>
  items
    .map((item) => {
      const value = sortable(env.emitters.expression(item.value, env), item.value.start)
      return `${value}${item.isDescending ? " DESC" : ""}${item.nulls === null ? "" : ` NULLS ${item.nulls.toUpperCase()}`}`
    })
    .join(", ")

const frameBound = (bound: FrameBound, unit: "rows" | "range", env: Environment): string => {
  switch (bound.kind) {
    case "unbounded-preceding":
      return "UNBOUNDED PRECEDING"
    case "unbounded-following":
      return "UNBOUNDED FOLLOWING"
    case "current-row":
      return "CURRENT ROW"
    default: {
      const value = env.emitters.expression(bound.value, env)
      const isInterval = familyOf(value.type) === "day-second"
      const sql =
        unit === "rows"
          ? `(${asNumber(env.context, value, bound.value.start)})::bigint`
          : isInterval
            ? `(${value.sql}::text || ' seconds')::interval`
            : value.sql
      return `${sql} ${bound.kind.toUpperCase()}`
    }
  }
}

/** ` OVER (...)`. `wholeWindow` ignores the order for LISTAGG, which always takes the whole partition. */
export const emitWindow = (over: WindowSpecification, env: Environment, listOrder: string | null): string => {
  const inner: Environment = { ...env, windows: false }
  const partition = over.partitionBy
    .map((value) => sortable(env.emitters.expression(value, inner), value.start))
    .join(", ")
  const order = listOrder ?? emitOrder(over.orderBy, inner)
  const parts = [partition === "" ? "" : `PARTITION BY ${partition}`, order === "" ? "" : `ORDER BY ${order}`]
  if (listOrder !== null) parts.push("ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING")
  else if (over.frame !== null) {
    const { unit } = over.frame
    parts.push(
      `${unit.toUpperCase()} BETWEEN ${frameBound(over.frame.from, unit, inner)} AND ${frameBound(over.frame.to, unit, inner)}`
    )
  }
  return ` OVER (${parts.filter((part) => part !== "").join(" ")})`
}
