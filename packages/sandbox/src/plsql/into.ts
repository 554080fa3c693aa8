// INTO: where the columns of a row go. Single variables, one record, collections (BULK COLLECT).
import { ora } from "../errors/ora.ts"
import type { OracleTypeName, QueryCursor, SqlRow } from "../engine/engine.ts"
import type { IntoClause } from "../sql/ast/index.ts"
import type { Frame } from "./code.ts"
import { failAt } from "./code.ts"
import { coerce } from "./coerce.ts"
import { CollectionValue } from "./collection.ts"
import { compileExpression, compileCondition } from "./compile-expression.ts"
import { compileTarget } from "./compile-name.ts"
import type { Place } from "./place.ts"
import { RecordValue } from "./record.ts"
import type { Scope } from "./scope.ts"
import type { CollectionType, PlsqlType } from "./types.ts"
import type { Eventual, Value } from "./value.ts"
import { after, fromSql, inOrder } from "./value.ts"

/** The targets of an INTO clause. */
export interface IntoTargets {
  readonly isBulk: boolean
  readonly places: ReadonlyArray<Place>
}

const expressions = { expression: compileExpression, condition: compileCondition }

/** Compiles INTO. PLS-00497 for a mixture of single and bulk targets. */
export const compileInto = (scope: Scope, into: IntoClause): IntoTargets => {
  const places = into.targets.map((target) => {
    const place = compileTarget(expressions, scope, target)
    const isCollection = place.type.kind === "collection"
    if (isCollection !== into.isBulk && place.type.kind !== "unknown")
      failAt(
        target.start,
        into.isBulk
          ? "PLS-00497: cannot mix between single row and multi-row (BULK) in INTO list"
          : "PLS-00642: local collection types not allowed in SQL statements"
      )
    return place
  })
  return { isBulk: into.isBulk, places }
}

const isWhole = (type: PlsqlType): boolean =>
  type.kind === "record" || (type.kind === "collection" && type.element.kind === "record")

/** How many columns the targets take; null when one takes any number. */
export const widthOf = ({ places }: IntoTargets): number | null => {
  const [only] = places
  if (places.length !== 1 || only === undefined || !isWhole(only.type)) return places.length
  const record = only.type.kind === "collection" ? only.type.element : only.type
  return record.kind === "record" && !record.isOpen ? record.fields.length : null
}

/** ORA-00947 for more targets than columns, ORA-00913 for fewer. */
export const checkWidth = (targets: IntoTargets, columns: number, offset: number | null): void => {
  const width = widthOf(targets)
  if (width !== null && width !== columns) throw ora(width > columns ? 947 : 913, [], offset)
}

/** Column names and types of rows. */
export interface RowShape {
  readonly names: ReadonlyArray<string>
  readonly types: ReadonlyArray<OracleTypeName>
}

/** The shape of a cursor's rows. */
export const shapeOf = (cursor: QueryCursor): RowShape => ({
  names: cursor.columns.map(({ name }) => name),
  types: cursor.columns.map(({ type }) => type)
})

const valueAt = (shape: RowShape, row: SqlRow, at: number): Value =>
  fromSql(shape.types[at] ?? "VARCHAR2", row[at] ?? null)

/** A row as a record of its own columns. */
export const rowRecord = (shape: RowShape, row: SqlRow): RecordValue =>
  new RecordValue(
    shape.names,
    row.map((_, at) => valueAt(shape, row, at))
  )

/** Puts one row into the targets. */
export const storeRow = (frame: Frame, targets: IntoTargets, shape: RowShape, row: SqlRow): Eventual<unknown> => {
  const [only] = targets.places
  checkWidth(targets, shape.types.length, null)
  if (targets.places.length === 1 && only !== undefined && isWhole(only.type))
    return only.store(frame, rowRecord(shape, row))
  return inOrder(targets.places, (place, at) => place.store(frame, valueAt(shape, row, at)))
}

const collect = (frame: Frame, type: CollectionType, values: ReadonlyArray<Value>): Eventual<CollectionValue> =>
  after(
    inOrder(values, (value) => coerce(frame.machine.runtime, value, type.element)),
    (fitted) => CollectionValue.of(type.style, fitted, type.limit)
  )

/** Puts rows into collections, in place of what was there; none is an empty collection, not NO_DATA_FOUND. */
export const storeRows = (
  frame: Frame,
  targets: IntoTargets,
  shape: RowShape,
  rows: ReadonlyArray<SqlRow>
): Eventual<unknown> => {
  const [only] = targets.places
  checkWidth(targets, shape.types.length, null)
  const isOne = targets.places.length === 1 && only !== undefined && isWhole(only.type)
  return inOrder(targets.places, (place, at) => {
    const { type } = place
    if (type.kind !== "collection") throw ora(6504)
    const values = rows.map((row): Value => (isOne ? rowRecord(shape, row) : valueAt(shape, row, at)))
    return after(collect(frame, type, values), (made) => place.store(frame, made))
  })
}
