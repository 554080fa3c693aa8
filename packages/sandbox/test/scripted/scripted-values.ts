// Short ways to write down what the scripted engine answers.
import {
  DatabaseError,
  type ExecuteResult,
  type OracleTypeName,
  type QueryCursor,
  type ResultColumn,
  type SqlRow
} from "../../src/engine/engine.ts"

/** A column; `details` where the type alone does not say enough. */
export const column = (name: string, type: OracleTypeName, details: Partial<ResultColumn> = {}): ResultColumn => ({
  name,
  type,
  sizeBytes: /CHAR|RAW$/.test(type) && type !== "LONG RAW" ? 4000 : null,
  precision: null,
  scale: null,
  isNullable: true,
  ...details
})

/** A query over rows that are made when they are asked for. */
export const makeCursor = (
  columns: ReadonlyArray<ResultColumn>,
  rows: Iterable<SqlRow>,
  onClose: () => void = () => undefined
): QueryCursor => {
  const iterator = rows[Symbol.iterator]()
  let isEnded = false
  return {
    columns,
    fetch: async (count) => {
      const batch: Array<SqlRow> = []
      while (batch.length < count && !isEnded) {
        const step = iterator.next()
        if (step.done === true) isEnded = true
        else batch.push(step.value)
      }
      return batch
    },
    close: onClose
  }
}

/** The result of a query. */
export const rowsOf = (columns: ReadonlyArray<ResultColumn>, rows: Iterable<SqlRow>): ExecuteResult => ({
  kind: "query",
  cursor: makeCursor(columns, rows)
})

/** The result of DML with one count per iteration. */
export const touched = (
  rowCounts: ReadonlyArray<number>,
  more: Partial<Extract<ExecuteResult, { kind: "dml" }>> = {}
): ExecuteResult => ({ kind: "dml", rowCounts, lastRowid: null, returned: [], batchErrors: [], ...more })

/** An error with its usual prefix. */
export const oraError = (code: number, text: string, offset: number | null = null): DatabaseError =>
  new DatabaseError(code, `ORA-${String(code).padStart(5, "0")}: ${text}`, offset)

/** Rows 1..count. */
export function* countRows(count: number, row: (level: number) => SqlRow): Generator<SqlRow> {
  for (let level = 1; level <= count; level++) yield row(level)
}

/** A well-formed ROWID. */
export const rowidOf = (slot: number): string =>
  `AAAScSAAEAAAAJP${["A", "B", "C", "D"].at(Math.floor(slot / 4096) % 4)}${
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[Math.floor(slot / 64) % 64]
  }${"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[slot % 64]}`
