// SQL statements inside a block: SELECT INTO, INSERT, UPDATE, DELETE, MERGE, and transaction control. They are checked when the block is compiled.
import { notInSandbox, ora } from "../errors/ora.ts"
import type { SqlRow } from "../engine/engine.ts"
import type { DmlStatement, Expression, Insert, IntoClause, Query, QueryBody, Update } from "../sql/ast/index.ts"
import type { Frame, Step } from "./code.ts"
import { failAt } from "./code.ts"
import { compileExpression } from "./compile-expression.ts"
import { findMeaning } from "./names.ts"
import type { IntoTargets, RowShape } from "./into.ts"
import { checkWidth, compileInto, shapeOf, storeRow, storeRows } from "./into.ts"
import type { DmlOutcome } from "./runtime.ts"
import type { Scope } from "./scope.ts"
import { SqlBinder } from "./sql-binder.ts"
import { after } from "./value.ts"

const intoOfBody = (body: QueryBody): IntoClause | null => {
  if (body.kind === "select") return body.into
  if (body.kind === "parenthesized") return intoOfBody(body.query.body)
  return intoOfBody(body.first)
}

const batch = 500

/** All rows of a cursor, which is closed. */
export const fetchAll = async (cursor: {
  readonly fetch: (count: number) => Promise<ReadonlyArray<SqlRow>>
  readonly close: () => void
}): Promise<ReadonlyArray<SqlRow>> => {
  const rows: SqlRow[] = []
  try {
    for (;;) {
      const next = await cursor.fetch(batch)
      rows.push(...next)
      if (next.length < batch) return rows
    }
  } finally {
    cursor.close()
  }
}

const runSelect = async (
  frame: Frame,
  binder: SqlBinder,
  query: Query,
  text: string,
  into: IntoTargets
): Promise<null> => {
  const { runtime, implicit } = frame.machine
  implicit.rowCount = 0
  const cursor = await runtime.openCursor({ text, node: query }, binder.at(frame))
  const shape = shapeOf(cursor)
  if (into.isBulk) {
    const rows = await fetchAll(cursor)
    await storeRows(frame, into, shape, rows)
    implicit.rowCount = rows.length
    return null
  }
  const rows = await cursor.fetch(2)
  cursor.close()
  const [first] = rows
  if (first === undefined) throw ora(1403)
  implicit.rowCount = 1
  if (rows.length > 1) throw ora(1422)
  await storeRow(frame, into, shape, first)
  return null
}

/** SELECT ... INTO. PLS-00428 without INTO. */
export const compileSelect = async (scope: Scope, query: Query): Promise<Step> => {
  const into = intoOfBody(query.body)
  if (into === null) return failAt(query.start, "PLS-00428: an INTO clause is expected in this SELECT statement")
  const binder = new SqlBinder(scope)
  const { text, runtime } = scope.unit
  const targets = compileInto(scope, into)
  const columns = await runtime.describe({ text, node: query }, binder.forCheck)
  if (columns !== null) checkWidth(targets, columns.length, into.start)
  return (frame) => {
    frame.at = query.start
    return runSelect(frame, binder, query, text, targets)
  }
}

const recordFields = (
  scope: Scope,
  record: Expression
): ReadonlyArray<{ readonly name: string; readonly value: Expression }> => {
  const code = compileExpression(scope, record)
  if (code.type.kind !== "record" || code.type.isOpen || record.kind !== "name")
    throw notInSandbox("INSERT or UPDATE with a record that is not a declared record variable", record.start)
  const { path } = record
  return code.type.fields.map((field) => ({
    name: field.name,
    value: { ...record, path: [...path, { value: field.name, isQuoted: true, start: record.start, end: record.end }] }
  }))
}

const withoutRecord = (scope: Scope, statement: Insert): Insert => {
  if (statement.source.kind !== "record") return statement
  const values = recordFields(scope, statement.source.record).map(({ value }) => value)
  return { ...statement, source: { kind: "values", values } }
}

const withoutRow = (scope: Scope, statement: Update): Update => {
  const [only] = statement.assignments
  if (only?.kind !== "row") return statement
  const names =
    statement.target.table === null ? null : [statement.target.table.schema?.value, statement.target.table.name.value]
  const columns = names === null ? null : scope.unit.runtime.findRow(names.filter((name) => name !== undefined))
  const fields = recordFields(scope, only.record)
  if (columns === null || columns.length !== fields.length) throw ora(columns === null ? 942 : 913, [], only.start)
  const assignments = fields.map(({ value }, at) => ({
    kind: "column" as const,
    column: {
      path: [{ value: columns[at]?.name ?? "", isQuoted: true, start: only.start, end: only.end }] as const,
      start: only.start,
      end: only.end
    },
    value,
    start: only.start,
    end: only.end
  }))
  return { ...statement, assignments }
}

const plainStatement = (scope: Scope, statement: DmlStatement): DmlStatement => {
  if ((statement.kind === "update" || statement.kind === "delete") && statement.currentOf !== null) {
    const meaning = findMeaning(scope, [statement.currentOf])
    if (meaning === null)
      failAt(statement.currentOf.start, `PLS-00201: identifier '${statement.currentOf.value}' must be declared`)
    throw notInSandbox("WHERE CURRENT OF", statement.currentOf.start)
  }
  if (statement.kind === "insert") return withoutRecord(scope, statement)
  return statement.kind === "update" ? withoutRow(scope, statement) : statement
}

const returningOf = (statement: DmlStatement): Insert["returning"] =>
  statement.kind === "merge" ? null : statement.returning

/** Puts what RETURNING gave into its targets: ORA-01422 for several rows without BULK COLLECT, nothing for none. */
export const storeReturned = async (frame: Frame, into: IntoTargets, outcome: DmlOutcome): Promise<void> => {
  const shape: RowShape = { names: outcome.returnedTypes.map(() => ""), types: outcome.returnedTypes }
  if (into.isBulk) await storeRows(frame, into, shape, outcome.returned)
  else {
    const [first] = outcome.returned
    if (outcome.returned.length > 1) throw ora(1422)
    if (first !== undefined) await storeRow(frame, into, shape, first)
  }
}

/** A compiled DML statement, run once per call. */
export interface CompiledDml {
  readonly run: (frame: Frame) => Promise<DmlOutcome>
  readonly into: IntoTargets | null
}

/** INSERT, UPDATE, DELETE or MERGE without its INTO being filled. */
export const compileDmlPart = async (scope: Scope, written: DmlStatement): Promise<CompiledDml> => {
  const { text, runtime } = scope.unit
  const statement = plainStatement(scope, written)
  const binder = new SqlBinder(scope)
  const returning = returningOf(statement)
  const into = returning === null ? null : compileInto(scope, returning.into)
  if (into !== null && returning !== null) checkWidth(into, returning.items.length, returning.start)
  await runtime.describe({ text, node: statement }, binder.forCheck)
  return { into, run: (frame) => frame.machine.runtime.runDml({ text, node: statement }, binder.at(frame)) }
}

/** INSERT, UPDATE, DELETE, MERGE. */
export const compileDml = async (scope: Scope, statement: DmlStatement): Promise<Step> => {
  const { run, into } = await compileDmlPart(scope, statement)
  return async (frame) => {
    frame.at = statement.start
    const outcome = await run(frame)
    frame.machine.implicit.rowCount = outcome.rowCount
    if (into !== null) await storeReturned(frame, into, outcome)
    return null
  }
}

/** COMMIT, ROLLBACK, SAVEPOINT and others that have no result. */
export const controlStep =
  (offset: number, run: (frame: Frame) => Promise<void>): Step =>
  (frame) => {
    frame.at = offset
    return after(run(frame), () => null)
  }
