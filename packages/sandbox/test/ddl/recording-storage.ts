// A storage that only writes down what it was told. Tests say beforehand which tables have rows and which requests existing rows forbid.
import type { DdlContext, StorageChanges } from "../../src/ddl/ddl-context.ts"

/** What a test can set. */
export interface RecordedStorage {
  /** `createTable T`, `addConstraint PK_T`, ... in the order of the calls. */
  readonly calls: string[]
  /** Names of tables that have rows (in every part). */
  readonly filled: Set<string>
  /** Calls that existing rows forbid, as they would be recorded. */
  readonly forbidden: Set<string>
  /** Greatest value of any column; null when there is none. */
  greatest: string | null
  readonly storage: DdlContext["storage"]
}

/** A new storage without rows. */
export const recordStorage = (): RecordedStorage => {
  const calls: string[] = []
  const filled = new Set<string>()
  const forbidden = new Set<string>()
  const note = (call: string): Promise<void> => {
    calls.push(call)
    return Promise.resolve()
  }
  const ask = (call: string): Promise<boolean> => {
    calls.push(call)
    return Promise.resolve(!forbidden.has(call))
  }
  const changes: StorageChanges = {
    createTable: (table) => note(`createTable ${table.name}`),
    dropTable: () => note("dropTable"),
    addColumn: (table, column) => note(`addColumn ${table.name}.${column.name}`),
    dropColumn: (_table, columnId) => note(`dropColumn ${String(columnId)}`),
    changeColumnType: (table, column) => ask(`changeColumnType ${table.name}.${column.name}`),
    addConstraint: ({ constraint }) => ask(`addConstraint ${constraint.name}`),
    validateConstraint: ({ constraint }) => ask(`validateConstraint ${constraint.name}`),
    dropConstraint: () => note("dropConstraint"),
    createIndex: (_table, index) => ask(`createIndex ${index.name}`),
    dropIndex: () => note("dropIndex"),
    truncate: () => note("truncate"),
    deleteRange: (table, range) =>
      note(`deleteRange ${table.name} ${range.conditions.map(({ kind }) => kind).join(",")}`),
    createSequence: (sequence) => note(`createSequence ${sequence.name}`),
    alterSequence: (sequence, restart) => note(`alterSequence ${sequence.name} ${restart ?? "-"}`),
    dropSequence: () => note("dropSequence"),
    peekSequence: () => Promise.resolve("1")
  }
  const recorded: RecordedStorage = {
    calls,
    filled,
    forbidden,
    greatest: null,
    storage: {
      ...changes,
      isEmpty: (table) => Promise.resolve(!filled.has(table.name)),
      isColumnEmpty: (table) => Promise.resolve(!filled.has(table.name)),
      extremeValue: () => Promise.resolve(recorded.greatest)
    }
  }
  return recorded
}
