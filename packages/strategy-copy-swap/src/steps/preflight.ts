// Step 00: everything that would stop the migration later, all at once, before anything is touched.
import type { JsonObject, JsonValue, Step, TableModel } from "@orapart/contract"
import { boundLiteral, lastReachableBound, userColumns } from "@orapart/oracle-rules"
import { loadSeconds } from "../estimates.ts"
import { foreignChildren } from "../migration.ts"
import type { Migration } from "../migration.ts"
import { generatedNotNullNames } from "./late-constraints.ts"
import { usedTablespaces } from "../used-tablespaces.ts"
import { newNames } from "./new-names.ts"
import { constraintTypes } from "./planned-objects.ts"

/** An index or trigger in another schema than the table's cannot be made by the owner without these. */
const privilegesElsewhere = ({ target }: Migration): ReadonlyArray<string> => [
  ...(target.indexes.some(({ owner }) => owner !== target.owner)
    ? ["CREATE ANY INDEX", "ALTER ANY INDEX", "DROP ANY INDEX"]
    : []),
  ...(target.triggers.some(({ owner }) => owner !== target.owner)
    ? ["CREATE ANY TRIGGER", "ALTER ANY TRIGGER", "DROP ANY TRIGGER"]
    : [])
]

const ownerPrivileges = (migration: Migration): ReadonlyArray<string> => [
  "CREATE TABLE",
  ...(migration.target.triggers.length > 0 || migration.capture !== null ? ["CREATE TRIGGER"] : []),
  ...privilegesElsewhere(migration)
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

/** Constraints whose names Oracle made, without NOT NULLs: how many there are of each kind. */
const countGenerated = ({ constraints }: TableModel): ReadonlyArray<JsonObject> => {
  const types = constraints
    .filter(({ isGeneratedName, body }) => isGeneratedName && body.type !== "not-null")
    .map(({ body }) => constraintTypes[body.type] ?? "C")
  return [...new Set(types)].map((type) => ({ type, count: types.filter((one) => one === type).length }))
}

/** Columns that are NOT NULL now, by a constraint of any state or because NULLABLE says so. */
const requiredColumns = (source: TableModel): ReadonlyArray<string> => {
  const declared = new Set(source.constraints.flatMap(({ body }) => (body.type === "not-null" ? [body.column] : [])))
  return userColumns(source)
    .filter(({ name, nullable }) => declared.has(name) || !nullable)
    .map(({ name }) => name)
}

/** The name, with its schema in front where that is not the table's. */
const nameFrom =
  (tableOwner: string) =>
  ({ owner, name }: { readonly owner: string; readonly name: string }): string =>
    owner === tableOwner ? name : `${owner}.${name}`

/** Child tables in other schemas: the owner needs ALTER on each. */
const foreignChildTables = ({ source }: Migration): ReadonlyArray<JsonObject> => {
  const tables = foreignChildren(source).filter(({ owner }) => owner !== source.owner)
  return tables
    .filter(
      ({ owner, table }, place) => tables.findIndex((one) => one.owner === owner && one.table === table) === place
    )
    .map(({ owner, table }) => ({ owner, table }))
}

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
    indexNames: source.indexes.map(nameFrom(source.owner)),
    triggerNames: source.triggers.map(nameFrom(source.owner)),
    constraintNames: source.constraints.filter((one) => !one.isGeneratedName).map((one) => one.name),
    requiredColumns: requiredColumns(source),
    generatedConstraints: countGenerated(source),
    foreignChildTables: foreignChildTables(migration),
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
