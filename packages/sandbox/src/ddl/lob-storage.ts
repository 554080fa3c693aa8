// LOB segments: one per LOB column, with the storage clause that names it or the defaults of release 12 and later (SecureFile, in row).
import type { ColumnEntry, LobEntry, TableEntry } from "../catalog/entries.ts"
import { noStorage } from "../catalog/entry.ts"
import { isLobType } from "../catalog/oracle-type.ts"
import { ora } from "../errors/ora.ts"
import type { LobParameters, LobStorage } from "../sql/ast/index.ts"
import { requireFree } from "./access.ts"
import { requireColumn } from "./change-table.ts"
import type { DdlContext } from "./ddl-context.ts"
import { readStorage } from "./segment-storage.ts"

const systemName = (prefix: string, table: TableEntry, column: ColumnEntry): string =>
  `${prefix}${String(table.id).padStart(10, "0")}C${String(table.columns.findIndex(({ id }) => id === column.id) + 1).padStart(5, "0")}$$`

const caches = { cache: "YES", "cache reads": "CACHEREADS", nocache: "NO" } as const
const levels = { none: "NO", low: "LOW", medium: "MEDIUM", high: "HIGH" } as const
const retentions = { max: "MAX", min: "MIN", auto: "AUTO", none: "NONE" } as const

/** Parameters as written over those that held before. */
export const readLobParameters = (
  context: DdlContext,
  written: LobParameters,
  old: Omit<LobEntry, "id" | "kind" | "owner" | "name" | "parentId">
): Omit<LobEntry, "id" | "kind" | "owner" | "name" | "parentId"> => ({
  ...old,
  isInRow: written.isStoredInRow ?? old.isInRow,
  chunkBytes: written.chunkBytes ?? old.chunkBytes,
  cache: written.cache === null ? old.cache : caches[written.cache],
  pctVersion: written.pctVersion ?? old.pctVersion,
  retention:
    written.retention === null
      ? old.retention
      : { kind: retentions[written.retention.kind], seconds: written.retention.seconds },
  compression: written.compression === null ? old.compression : levels[written.compression],
  isDeduplicated: written.isDeduplicated ?? old.isDeduplicated,
  storage: readStorage(context, written.attributes)
})

const defaults = (
  table: TableEntry,
  column: ColumnEntry
): Omit<LobEntry, "id" | "kind" | "owner" | "name" | "parentId"> => ({
  columnId: column.id,
  indexName: systemName("SYS_IL", table, column),
  isSystemNamed: true,
  isSecureFile: true,
  isInRow: true,
  chunkBytes: 8192,
  cache: "NO",
  pctVersion: null,
  retention: { kind: "DEFAULT", seconds: null },
  compression: "NO",
  isDeduplicated: false,
  storage: noStorage,
  dropped: null
})

const basicFile = { isSecureFile: false, pctVersion: 10, retention: { kind: "DEFAULT", seconds: null } } as const

const makeLob = (context: DdlContext, table: TableEntry, column: ColumnEntry, clause: LobStorage | null): LobEntry => {
  const isBasic = clause?.format === "basicfile" || ((clause?.format ?? null) === null && context.release < 12.1)
  const base = isBasic ? { ...defaults(table, column), ...basicFile } : defaults(table, column)
  const parameters = clause === null ? base : readLobParameters(context, clause.parameters, base)
  const written = clause?.columns.length === 1 ? (clause.segmentName?.value ?? null) : null
  if (written !== null) requireFree(context, "lob", table.owner, written, clause?.start ?? null)
  return {
    kind: "lob",
    id: context.change.takeObjectId(),
    owner: table.owner,
    name: written ?? systemName("SYS_LOB", table, column),
    parentId: table.id,
    ...parameters,
    isSystemNamed: written === null
  }
}

/** Makes the LOB segments of columns. Fails with ORA-00904 for unknown columns, ORA-22853 for columns without LOB. */
export const makeLobs = (
  context: DdlContext,
  table: TableEntry,
  columns: ReadonlyArray<ColumnEntry>,
  clauses: ReadonlyArray<LobStorage>
): void => {
  for (const clause of clauses)
    for (const name of clause.columns) if (!isLobType(requireColumn(table, name).type)) throw ora(22853, [], name.start)
  for (const column of columns) {
    if (!isLobType(column.type) || column.virtual !== null) continue
    const clause = clauses.find((candidate) => candidate.columns.some(({ value }) => value === column.name)) ?? null
    context.change.put(makeLob(context, table, column, clause))
  }
}
