// What DDL asks of PostgreSQL: tables, columns, sequences, rows. Constraints and indexes are in a file of their own.
import type { Backend } from "../backend/backend.ts"
import { BackendError } from "../backend/protocol-reader.ts"
import type { ColumnEntry, OracleType, SequenceEntry, TableEntry } from "../catalog/entries.ts"
import type { StorageChanges, StorageQuestions } from "../ddl/ddl-context.ts"
import type { EmitContext } from "../emit/emit-context.ts"
import { emitted } from "../emit/emitted.ts"
import { makeEmitters } from "../emit/emitters.ts"
import { defaultOf } from "../emit/insert.ts"
import { emitRange } from "../emit/range-condition.ts"
import { storedValue } from "../emit/store.ts"
import type { RowRange } from "../partitions/row-range.ts"
import { storageTypeOf } from "../types/storage-type.ts"
import { familyOf } from "../types/value-type.ts"
import { valueOf } from "../types/value-text.ts"
import { resolveParameters } from "./parameters.ts"

/** What the storage needs. The context is that of the change: it sees what the statement did so far. */
export interface StorageSite {
  readonly backend: Backend
  readonly context: () => EmitContext
}

/** Errors that say that existing rows do not fit. */
const isViolation = (cause: unknown): boolean =>
  cause instanceof BackendError &&
  (cause.state.startsWith("23") || cause.state.startsWith("22") || cause.state === "OR001")

let nextAttempt = 0

/** Runs a step in a savepoint; false when existing rows forbid it. */
export const attempt = async (backend: Backend, step: () => Promise<unknown>): Promise<boolean> => {
  nextAttempt += 1
  const name = `a${String(nextAttempt)}`
  await backend.run(`SAVEPOINT ${name}`)
  try {
    await step()
    await backend.run(`RELEASE ${name}`)
    return true
  } catch (cause) {
    await backend.run(`ROLLBACK TO ${name}`)
    if (isViolation(cause)) return false
    throw cause
  }
}

const tableName = (id: number): string => `d.t${String(id)}`

const isStored = (column: ColumnEntry): boolean => column.virtual === null && column.visibility !== "unused"

const limit = (text: string): string => {
  const value = BigInt(text)
  const [low, high] = [-(2n ** 63n), 2n ** 63n - 1n]
  return String(value < low ? low : value > high ? high : value)
}

const sequenceOptions = ({ options }: SequenceEntry): string =>
  `INCREMENT BY ${limit(options.incrementBy)} MINVALUE ${limit(options.minValue)} MAXVALUE ${limit(options.maxValue)} ${options.isCycle ? "CYCLE" : "NO CYCLE"}`

const runEmitted = async (
  site: StorageSite,
  write: (context: EmitContext) => string
): Promise<ReadonlyArray<ReadonlyArray<string | null>>> => {
  const context = site.context()
  const sql = write(context)
  return (await site.backend.query(sql, resolveParameters(context, []))).rows
}

const addColumn = async (site: StorageSite, table: TableEntry, column: ColumnEntry): Promise<void> => {
  if (!isStored(column)) return
  const name = `c${String(column.id)}`
  await site.backend.run(`ALTER TABLE ${tableName(table.id)} ADD COLUMN ${name} ${storageTypeOf(column.type)}`)
  if (column.default === null && column.identity === null) return
  await runEmitted(site, (context) => {
    const value = defaultOf(context, makeEmitters(""), column) ?? emitted("NULL", column.type)
    const stored = storedValue(context, value, table, column, null)
    return `UPDATE ${tableName(table.id)} SET ${name} = ${column.identity === null ? `(SELECT ${stored})` : stored}`
  })
}

const changeColumnType = (
  site: StorageSite,
  table: TableEntry,
  column: ColumnEntry,
  oldType: OracleType
): Promise<boolean> =>
  attempt(site.backend, async () => {
    const name = `c${String(column.id)}`
    const context = site.context()
    const isText = familyOf(oldType) === "text" && familyOf(column.type) === "text"
    const source = isText && oldType.name === "CHAR" && column.type.name === "CHAR" ? `rtrim(${name}, ' ')` : name
    const stored = storedValue(
      context,
      emitted(source, {
        ...oldType,
        lengthBytes: isText ? 32_767 : oldType.lengthBytes,
        ...(isText ? { charLength: 32_767 } : {})
      }),
      table,
      column,
      null
    )
    if (familyOf(oldType) === "number" && familyOf(column.type) === "number") {
      const { rows } = await site.backend.query(
        `SELECT 1 FROM ${tableName(table.id)} WHERE ${name} IS DISTINCT FROM ${stored} LIMIT 1`
      )
      if (rows.length > 0) throw new BackendError({ C: "22003", M: "a value does not fit" })
      return
    }
    await site.backend.run(
      `ALTER TABLE ${tableName(table.id)} ALTER COLUMN ${name} TYPE ${storageTypeOf(column.type)} USING ${stored}`
    )
  })

const truncate = async (site: StorageSite, tableId: number): Promise<void> => {
  const isDone = await attempt(site.backend, async () => {
    try {
      await site.backend.run(`TRUNCATE ${tableName(tableId)}`)
    } catch (cause) {
      if (cause instanceof BackendError && cause.state === "0A000")
        throw new BackendError({ C: "22000", M: cause.message })
      throw cause
    }
  })
  if (!isDone) await site.backend.run(`DELETE FROM ${tableName(tableId)}`)
}

const where = (table: TableEntry, range: RowRange | null): string => {
  const condition = range === null ? null : emitRange(table, range, "")
  return condition === null ? "" : ` WHERE ${condition}`
}

/** Tables, columns, rows and sequences. */
export const makeTableStorage = (
  site: StorageSite
): Omit<
  StorageChanges & StorageQuestions,
  "addConstraint" | "validateConstraint" | "dropConstraint" | "createIndex" | "dropIndex"
> => {
  const { backend } = site
  return {
    createTable: async (table) => {
      const columns = table.columns
        .filter((column) => isStored(column))
        .map(({ id, type }) => `c${String(id)} ${storageTypeOf(type)}`)
      await backend.run(`CREATE TABLE ${tableName(table.id)} (${columns.join(", ")}) WITH (autovacuum_enabled = false)`)
    },
    dropTable: async (tableId) => {
      await backend.run(`DROP TABLE IF EXISTS ${tableName(tableId)} CASCADE`)
    },
    addColumn: (table, column) => addColumn(site, table, column),
    dropColumn: async (tableId, columnId) => {
      await backend.run(`ALTER TABLE ${tableName(tableId)} DROP COLUMN IF EXISTS c${String(columnId)} CASCADE`)
    },
    changeColumnType: (table, column, oldType) => changeColumnType(site, table, column, oldType),
    truncate: (tableId) => truncate(site, tableId),
    deleteRange: async (table, range) => {
      await backend.run(`DELETE FROM ${tableName(table.id)}${where(table, range)}`)
    },
    createSequence: async (sequence) => {
      await backend.run(
        `CREATE SEQUENCE d.s${String(sequence.id)} AS bigint ${sequenceOptions(sequence)} START WITH ${limit(sequence.lastNumber)}`
      )
    },
    alterSequence: async (sequence, restartWith) => {
      const restart = restartWith === null ? "" : ` RESTART WITH ${limit(restartWith)}`
      await backend.run(`ALTER SEQUENCE d.s${String(sequence.id)} ${sequenceOptions(sequence)}${restart}`)
    },
    dropSequence: async (sequenceId) => {
      await backend.run(`DROP SEQUENCE IF EXISTS d.s${String(sequenceId)}`)
    },
    peekSequence: (sequenceId) => peekSequence(backend, sequenceId),
    isEmpty: async (table, range) =>
      (await backend.query(`SELECT 1 FROM ${tableName(table.id)}${where(table, range)} LIMIT 1`)).rows.length === 0,
    isColumnEmpty: async (table, columnId) => {
      const column = table.columns.find(({ id }) => id === columnId)
      if (column === undefined || !isStored(column)) return false
      return (
        (await backend.query(`SELECT 1 FROM ${tableName(table.id)} WHERE c${String(columnId)} IS NOT NULL LIMIT 1`))
          .rows.length === 0
      )
    },
    extremeValue: async (table, columnId, which) => {
      const column = table.columns.find(({ id }) => id === columnId)
      if (column === undefined) return null
      const { rows } = await backend.query(
        `SELECT ${which === "greatest" ? "max" : "min"}(c${String(columnId)})::text FROM ${tableName(table.id)}`
      )
      const value = valueOf(column.type, rows[0]?.[0] ?? null)
      return typeof value === "string" ? value : null
    }
  }
}

/** The next value of a sequence that nobody has taken. */
export const peekSequence = async (backend: Backend, sequenceId: number): Promise<string> => {
  const { rows } = await backend.query(
    `SELECT CASE WHEN s.is_called THEN s.last_value + p.seqincrement ELSE s.last_value END::text FROM d.s${String(sequenceId)} AS s, pg_sequence AS p WHERE p.seqrelid = 'd.s${String(sequenceId)}'::regclass`
  )
  return rows[0]?.[0] ?? "1"
}
