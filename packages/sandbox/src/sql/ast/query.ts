// Queries. A Query is a whole SELECT with its WITH, ORDER BY and row limit; its body is one select, a chain of set operators, or a query in parentheses.
import type { Expression } from "./expression.ts"
import type { Hint, Identifier, ObjectName, Span } from "./node.ts"
import type { PartitionExtension } from "./partition-extension.ts"

/** A query: a statement, a subquery, the source of an INSERT, a view's text. */
export interface Query extends Span {
  readonly kind: "query"
  readonly with: ReadonlyArray<CommonTable>
  readonly body: QueryBody
  readonly orderBy: ReadonlyArray<OrderItem>
  /** ORDER SIBLINGS BY. */
  readonly isSiblingsOrder: boolean
  readonly rowLimit: RowLimit | null
  readonly forUpdate: ForUpdate | null
}

/** What stands between WITH and ORDER BY. */
export type QueryBody = Select | SetOperation | ParenthesizedQuery

/** `(SELECT ... ORDER BY ...)` as a branch of a set operation or as the whole query. */
export interface ParenthesizedQuery extends Span {
  readonly kind: "parenthesized"
  readonly query: Query
}

/** A chain of set operators. All have the same precedence: evaluate from left to right. */
export interface SetOperation extends Span {
  readonly kind: "set-operation"
  readonly first: Select | ParenthesizedQuery
  readonly rest: ReadonlyArray<SetBranch>
}

/** An operator and what stands right of it. MINUS ALL, INTERSECT ALL and EXCEPT are release 21 and later. */
export interface SetBranch {
  readonly operator: "union" | "union-all" | "intersect" | "intersect-all" | "minus" | "minus-all"
  readonly query: Select | ParenthesizedQuery
}

/** One element of WITH. */
export interface CommonTable extends Span {
  readonly name: Identifier
  /** Column aliases; empty when none were written. A recursive one must have them (ORA-32039). */
  readonly columns: ReadonlyArray<Identifier>
  readonly query: Query
}

/** One SELECT block. */
export interface Select extends Span {
  readonly kind: "select"
  readonly hint: Hint | null
  readonly isDistinct: boolean
  readonly items: ReadonlyArray<SelectItem>
  /** SELECT ... INTO, PL/SQL only. */
  readonly into: IntoClause | null
  /** Comma list; empty for a SELECT without FROM (release 23). */
  readonly from: ReadonlyArray<TableReference>
  readonly where: Expression | null
  readonly hierarchy: HierarchyClause | null
  readonly groupBy: ReadonlyArray<GroupItem> | null
  readonly having: Expression | null
}

/** One element of a select list. */
export type SelectItem =
  | ({ readonly kind: "star" } & Span)
  /** `t.*`, `s.t.*`. */
  | ({ readonly kind: "qualified-star"; readonly qualifier: ReadonlyArray<Identifier> } & Span)
  | ({
      readonly kind: "value"
      readonly value: Expression
      /** null: the label is the text without blanks, in upper case outside quotes. */
      readonly alias: Identifier | null
    } & Span)

/** `INTO a, b` and `BULK COLLECT INTO a LIMIT n`. */
export interface IntoClause extends Span {
  readonly isBulk: boolean
  /** Variables, record fields, binds or collection elements. */
  readonly targets: ReadonlyArray<Expression>
}

/** START WITH ... CONNECT BY. */
export interface HierarchyClause extends Span {
  readonly startWith: Expression | null
  readonly connectBy: Expression
  readonly isNoCycle: boolean
}

/** One element of GROUP BY. */
export type GroupItem =
  | ({ readonly kind: "expression"; readonly value: Expression } & Span)
  /** ROLLUP and CUBE; an element with several expressions is `(a, b)`. An empty list is the grand total. */
  | ({ readonly kind: "rollup" | "cube"; readonly sets: ReadonlyArray<ReadonlyArray<Expression>> } & Span)
  | ({ readonly kind: "grouping-sets"; readonly items: ReadonlyArray<GroupItem> } & Span)
  /** `(a, b)` or `()` inside GROUPING SETS and as an element of GROUP BY. */
  | ({ readonly kind: "set"; readonly items: ReadonlyArray<Expression> } & Span)

/** One element of ORDER BY. A number literal is a position. */
export interface OrderItem extends Span {
  readonly value: Expression
  readonly isDescending: boolean
  /** null: NULLS LAST ascending, NULLS FIRST descending. */
  readonly nulls: "first" | "last" | null
}

/** `OFFSET n ROWS FETCH FIRST n [PERCENT] ROWS ONLY | WITH TIES`. */
export interface RowLimit extends Span {
  readonly offset: Expression | null
  /** null is one row when FETCH was written without a number; see `hasFetch`. */
  readonly count: Expression | null
  readonly hasFetch: boolean
  readonly isPercent: boolean
  readonly isWithTies: boolean
}

/** FOR UPDATE. */
export interface ForUpdate extends Span {
  readonly columns: ReadonlyArray<Expression>
  /** null waits for ever. Seconds; 0 is NOWAIT. */
  readonly waitSeconds: number | null
  readonly isSkipLocked: boolean
}

/** A source of rows. */
export type TableReference = TableSource | DerivedTable | CollectionTable | Join

/** A table, view or WITH name. */
export interface TableSource extends Span {
  readonly kind: "table"
  readonly name: ObjectName
  readonly partition: PartitionExtension | null
  readonly asOf: AsOf | null
  readonly sample: SampleClause | null
  readonly alias: Identifier | null
}

/** AS OF SCN | TIMESTAMP. */
export interface AsOf extends Span {
  readonly unit: "scn" | "timestamp"
  readonly value: Expression
}

/** `SAMPLE [BLOCK] (percent) [SEED (n)]`. */
export interface SampleClause extends Span {
  readonly isBlock: boolean
  readonly percent: Expression
  readonly seed: Expression | null
}

/** A query in FROM. */
export interface DerivedTable extends Span {
  readonly kind: "derived"
  readonly query: Query
  readonly isLateral: boolean
  readonly alias: Identifier | null
}

/** `TABLE(expression)`. */
export interface CollectionTable extends Span {
  readonly kind: "collection"
  readonly collection: Expression
  readonly isOuterJoined: boolean
  readonly alias: Identifier | null
}

/** An ANSI join. */
export interface Join extends Span {
  readonly kind: "join"
  readonly type: "inner" | "left" | "right" | "full" | "cross"
  readonly isNatural: boolean
  readonly left: TableReference
  readonly right: TableReference
  /** null for CROSS, NATURAL and USING. */
  readonly on: Expression | null
  /** null unless USING was written. */
  readonly using: ReadonlyArray<Identifier> | null
}
