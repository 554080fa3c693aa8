// Runs one emitted DML statement once: parameters, savepoint, row counts, partitions.
import type { TextRow } from "../backend/protocol-reader.ts"
import type { SqlRow, SqlValue } from "../engine/engine.ts"
import { ora } from "../errors/ora.ts"
import type { EmitContext } from "../emit/emit-context.ts"
import type { DmlPlan } from "../emit/dml-plan.ts"
import { formatRowid } from "../wire/codec/rowid.ts"
import { rowOf } from "../types/value-text.ts"
import type { Database, SessionHandle } from "./database.ts"
import { oracleError } from "./oracle-error.ts"
import { resolveParameters } from "./parameters.ts"
import { placeRows } from "./place-rows.ts"
import { runAtomic } from "./savepoint.ts"

/** What one run did. */
export interface DmlRun {
  readonly rowCount: number
  readonly lastRowid: string | null
  readonly returned: ReadonlyArray<SqlRow>
}

const rowidOf = (tableId: number, place: string | null): string | null => {
  const match = /^\((\d+),(\d+)\)$/.exec(place ?? "")
  return match === null
    ? null
    : formatRowid({ object: tableId, file: 1, block: Number(match[1]), slot: Number(match[2]) })
}

interface RawRun {
  readonly rows: ReadonlyArray<TextRow>
  readonly rowCount: number
}

const keyCells = (plan: DmlPlan): number =>
  plan.keys === null ? 0 : plan.keys.columns.length * (plan.keys.kind === "moves" ? 2 : 1)

const readGroups = (plan: DmlPlan, raw: RawRun): DmlRun => {
  let rowCount = 0
  let place: string | null = null
  for (const row of raw.rows) {
    rowCount += Number(row[0] ?? "0")
    place = row[1] ?? place
  }
  return { rowCount, lastRowid: rowCount === 1 ? rowidOf(plan.table.id, place) : null, returned: [] }
}

const readRows = (plan: DmlPlan, raw: RawRun): DmlRun => {
  const skip = 1 + keyCells(plan)
  const returned = raw.rows.map((row) => rowOf(plan.returning, row.slice(skip)))
  const last = raw.rows.at(-1)?.[0] ?? null
  return { rowCount: raw.rows.length, lastRowid: raw.rows.length === 1 ? rowidOf(plan.table.id, last) : null, returned }
}

const placeChanged = (database: Database, plan: DmlPlan, raw: RawRun): void => {
  const { keys } = plan
  if (keys === null || raw.rows.length === 0) return
  const isRows = plan.result === "rows"
  const layout = isRows && keys.kind === "ends" ? { ...keys, kind: "tuples" as const } : keys
  const cells = raw.rows.filter((row) => isRows || row[0] !== "0").map((row) => row.slice(isRows ? 1 : 2))
  const change = placeRows(database.catalog, plan.table.id, layout, cells, database.now().slice(0, 19))
  if (change !== null) database.adopt(change)
}

/** ORA-12838: a table loaded through the direct path can be neither read nor changed before the transaction ends. */
export const assertNotDirect = (database: Database, session: SessionHandle, tables: Iterable<number>): void => {
  const { transaction } = database
  if (transaction?.owner !== session || transaction.direct.size === 0) return
  for (const id of tables) if (transaction.direct.has(id)) throw ora(12_838)
}

/** Runs the plan with one row of binds. Called inside the queue, when the session may own the transaction. */
export const runPlan = async (
  database: Database,
  session: SessionHandle,
  plan: DmlPlan,
  context: EmitContext,
  row: ReadonlyArray<SqlValue>
): Promise<DmlRun> => {
  const transaction = await database.begin(session)
  assertNotDirect(database, session, [...context.usage.readTables, ...context.usage.writtenTables])
  try {
    const raw = await runAtomic(database, async () => {
      const result = await database.backend.query(plan.sql, resolveParameters(context, row))
      placeChanged(database, plan, result)
      return result
    })
    transaction.written.add(plan.table.id)
    const run: DmlRun =
      plan.result === "tag"
        ? { rowCount: raw.rowCount, lastRowid: null, returned: [] }
        : plan.result === "groups"
          ? readGroups(plan, raw)
          : readRows(plan, raw)
    if (plan.isDirectPath && run.rowCount > 0) transaction.direct.add(plan.table.id)
    return run
  } catch (cause) {
    if (transaction.written.size === 0 && transaction.locked.size === 0) database.transaction = null
    throw oracleError(cause, { catalog: database.catalog, isUpdate: plan.isUpdate })
  }
}
