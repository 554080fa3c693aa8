// Step 00: everything that would stop the migration later, all at once, before anything is touched.
import type { JsonObject, JsonValue, RenamedObject, Step, TableModel } from "@orapart/contract"
import { boundLiteral, lastReachableBound, userColumns } from "@orapart/oracle-rules"
import { loadSeconds } from "../estimates.ts"
import { foreignChildren } from "../migration.ts"
import type { Migration } from "../migration.ts"
import { generatedNotNullNames } from "./late-constraints.ts"

const ownerPrivileges = (migration: Migration): ReadonlyArray<string> => [
  "CREATE TABLE",
  ...(migration.target.triggers.length > 0 || migration.capture !== null ? ["CREATE TRIGGER"] : [])
]

const otherPrivileges = (migration: Migration): ReadonlyArray<string> => [
  "CREATE ANY TABLE",
  "ALTER ANY TABLE",
  "DROP ANY TABLE",
  "INSERT ANY TABLE",
  "SELECT ANY TABLE",
  "COMMENT ANY TABLE",
  "CREATE ANY INDEX",
  "ALTER ANY INDEX",
  "ANALYZE ANY",
  "FLASHBACK ANY TABLE",
  "GRANT ANY OBJECT PRIVILEGE",
  ...(migration.target.triggers.length > 0 || migration.capture !== null
    ? ["CREATE ANY TRIGGER", "ALTER ANY TRIGGER"]
    : [])
]

/** Names that the table's objects do not have yet. An object with a generated name (SYS_Cn) keeps it when it is retained. */
const plannedNames = (entries: ReadonlyArray<RenamedObject>, existing: ReadonlyArray<string>): ReadonlyArray<string> =>
  entries.flatMap((entry) => [entry.interim, entry.retained, entry.name].filter((name) => !existing.includes(name)))

/** Names that must be free, each with the view that would show it taken. */
const newNames = ({ capture, names, source }: Migration, lateNames: ReadonlyArray<string>): JsonObject => ({
  objects: [names.interim, names.retained, names.ledger, ...(capture === null ? [] : [capture.log])],
  indexes: plannedNames(
    names.indexes,
    source.indexes.map((one) => one.name)
  ),
  constraints: [
    ...plannedNames(
      names.constraints,
      source.constraints.map((one) => one.name)
    ),
    ...lateNames
  ],
  triggers: [
    ...plannedNames(
      names.triggers,
      source.triggers.map((one) => one.name)
    ),
    ...(capture === null ? [] : [capture.trigger])
  ],
  childConstraints: names.childForeignKeys.flatMap(({ owner, name, interim }) =>
    [interim, name]
      .filter((one) => !source.childForeignKeys.some((key) => key.owner === owner && key.name === one))
      .map((one) => ({ owner, name: one }))
  )
})

const keyData = (migration: Migration): JsonValue => {
  const partitioning = migration.target.partitioning
  const column = migration.source.columns.find((one) => one.name === partitioning?.columns[0])
  const anchor = partitioning?.partitions.at(-1)?.bound ?? null
  if (partitioning?.interval === null || partitioning === null || column === undefined || anchor === null) return null
  const last = lastReachableBound(
    anchor,
    partitioning.interval,
    partitioning.subpartitioning?.count ?? 1,
    partitioning.partitions.length
  )
  return {
    column: column.name,
    isNullable: column.nullable,
    anchor: boundLiteral(anchor, column.dataType),
    last: last === null ? null : boundLiteral(last, column.dataType)
  }
}

/** Tablespaces in which the owner needs quota. */
const usedTablespaces = ({ indexes, lobs, partitioning, storage }: TableModel): ReadonlyArray<string> => {
  const named = [
    storage.tablespace,
    ...(partitioning?.storeIn ?? []),
    ...(partitioning?.subpartitioning?.storeIn ?? []),
    ...lobs.map((lob) => lob.tablespace),
    ...indexes.map((index) => index.tablespace)
  ]
  return [...new Set(named.filter((name) => name !== null))]
}

/** Data of the preflight: what the plan relies on, so that each drift is named before the first statement. */
const preflightData = (migration: Migration): JsonObject => {
  const { source, target, database, settings } = migration
  return {
    ownerPrivileges: ownerPrivileges(migration),
    otherPrivileges: otherPrivileges(migration),
    columns: userColumns(source).map((column) => ({
      name: column.name,
      dataType: column.dataType,
      length: column.lengthBytes
    })),
    columnNames: userColumns(source).map((column) => column.name),
    indexNames: source.indexes.map((index) => index.name),
    triggerNames: source.triggers.map((trigger) => trigger.name),
    constraintNames: source.constraints.filter((one) => !one.isGeneratedName).map((one) => one.name),
    childForeignKeys: foreignChildren(source).map((key) => ({ owner: key.owner, table: key.table, name: key.name })),
    newNames: newNames(migration, generatedNotNullNames(migration)),
    key: keyData(migration),
    hasVpd: target.policies.length > 0,
    hasGrants: target.grants.length > 0,
    tablespace: target.storage.tablespace,
    tablespaces: usedTablespaces(target),
    largestIndexBytes: source.indexes.reduce((most, index) => Math.max(most, index.bytes ?? 0), 0),
    loadSeconds: migration.isFrozen ? null : loadSeconds(migration),
    nologging: settings.nologging,
    isReadOnlyAnyway: source.storage.isReadOnly,
    isFrozen: migration.isFrozen,
    isForeignKeyCoverageFull: database.coverage.childForeignKeys === "dba"
  }
}

/** Step 00 of the reference. It serves both masters: the ledger tells which part is to come. */
export const planPreflight = (migration: Migration): Step => ({
  id: "preflight",
  number: 0,
  file: "00_preflight.sql",
  phase: "verify",
  title: `Preflight of ${migration.table}`,
  why: "everything that would stop the migration later is found now, all at once",
  does: "reads the dictionary and the table: privileges, names, drift since the plan, NULL and out-of-range keys, space, sessions in the way",
  apply: { template: "core:00_preflight.sql", data: preflightData(migration) },
  revert: { kind: "none", reason: "it only reads" },
  restart: "run-again",
  locks: [],
  needs: "owner, or SELECT_CATALOG_ROLE; what it may not see is reported as not checked",
  estimate: { seconds: 20, bytes: null },
  master: 1
})
