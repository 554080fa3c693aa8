// Where an expression stands: its block, its clause, and the rules that call each other through other files.
import type { Expression, FunctionCall, OrderItem, Query } from "../sql/ast/index.ts"
import type { ResultColumn } from "../engine/engine.ts"
import type { ValueType } from "../types/value-type.ts"
import type { EmitContext } from "./emit-context.ts"
import type { Emitted } from "./emitted.ts"
import type { Scope } from "./scope.ts"

/** A column of an emitted query: `k<n>` in PostgreSQL. */
export interface QueryColumn {
  readonly name: string
  readonly type: ValueType
  readonly isNullable: boolean
  /** An expression without an alias. */
  readonly isUnnamed: boolean
}

/** A query as emitted: its columns are `k1`, `k2` ... */
export interface EmittedQuery {
  readonly sql: string
  readonly columns: ReadonlyArray<QueryColumn>
  readonly isForUpdate: boolean
  /** Tables whose rows FOR UPDATE locks, with the wait in seconds. */
  readonly locks: ReadonlyArray<number>
  readonly waitSeconds: number | null
}

/** The rules that call each other. */
export interface Emitters {
  readonly expression: (expression: Expression, env: Environment) => Emitted
  readonly condition: (expression: Expression, env: Environment) => string
  readonly query: (query: Query, context: EmitContext, parent: Scope | null, ctes: CommonTables) => EmittedQuery
  readonly call: (call: FunctionCall, env: Environment) => Emitted
  readonly order: (items: ReadonlyArray<OrderItem>, env: Environment) => string
}

/** WITH names that are known, innermost last. */
export type CommonTables = ReadonlyMap<string, { readonly name: string; readonly columns: ReadonlyArray<QueryColumn> }>

/** Where an expression stands. */
export interface Environment {
  readonly context: EmitContext
  readonly scope: Scope | null
  readonly emitters: Emitters
  readonly ctes: CommonTables
  /** Aggregates: allowed, not allowed (ORA-00934), or inside one already (ORA-00935 for more than two). */
  readonly aggregates: "allowed" | "forbidden" | "inside"
  readonly windows: boolean
  /** Texts of the GROUP BY expressions; null when the block does not group. */
  readonly groups: ReadonlySet<string> | null
  /** Whether columns are looked for in the row that PRIOR means. */
  readonly isPrior: boolean
  readonly sequences: boolean
}

/** Result columns as a driver is told. */
export type DescribeColumns = (columns: ReadonlyArray<QueryColumn>) => ReadonlyArray<ResultColumn>
