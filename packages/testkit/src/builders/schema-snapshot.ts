// Builds snapshots and the database behind them: an Oracle 19c whose DBA_ views were all readable.
import type { DatabaseInfo, SchemaSnapshot, TableModel, UsedNames } from "@orapart/contract"

/** Oracle 19.0, COMPATIBLE 19.0.0, AL32UTF8, tablespace USERS with 100 GiB free, everything read from DBA_ views, unless told. */
export const databaseInfo = (
  given: Partial<Omit<DatabaseInfo, "coverage">> & { readonly coverage?: Partial<DatabaseInfo["coverage"]> } = {}
): DatabaseInfo => ({
  version: { major: 19, minor: 0 },
  compatible: "19.0.0",
  characterSet: "AL32UTF8",
  partitioningOption: true,
  forceLogging: false,
  standby: false,
  cpuCount: 4,
  blockSizeBytes: 8192,
  tablespaces: [{ name: "USERS", freeBytes: 100 * 1024 ** 3, bigfile: false }],
  ...given,
  coverage: {
    childForeignKeys: "dba",
    triggers: "dba",
    grants: "dba",
    policies: "dba",
    dependents: "dba",
    segments: "dba",
    ...given.coverage
  }
})

type NameKind = "objects" | "indexes" | "constraints" | "triggers"
type NameEntry = readonly [owner: string, kind: NameKind, name: string]

// PACKAGE BODY and TYPE BODY share the name of their head; triggers have their own namespace.
const objectTypes = /^(VIEW|MATERIALIZED VIEW|PACKAGE|PACKAGE BODY|PROCEDURE|FUNCTION|TYPE|TYPE BODY|SEQUENCE|SYNONYM)$/

const namesOf = (table: TableModel): ReadonlyArray<NameEntry> => [
  [table.owner, "objects", table.name],
  ...(table.identity === null ? [] : [[table.owner, "objects", table.identity.sequenceName] satisfies NameEntry]),
  ...table.synonyms.flatMap<NameEntry>(({ owner, name }) => (owner === "PUBLIC" ? [] : [[owner, "objects", name]])),
  ...table.dependents.flatMap<NameEntry>(({ owner, name, type }) =>
    objectTypes.test(type) ? [[owner, "objects", name]] : []
  ),
  ...table.materializedViews.map<NameEntry>(({ owner, name }) => [owner, "objects", name]),
  ...table.indexes.map<NameEntry>(({ owner, name }) => [owner, "indexes", name]),
  ...table.constraints.map<NameEntry>(({ name }) => [table.owner, "constraints", name]),
  ...table.constraints.flatMap<NameEntry>(({ body }) =>
    body.type === "foreign-key" ? [[body.referencedOwner, "objects", body.referencedTable]] : []
  ),
  ...table.childForeignKeys.flatMap<NameEntry>(({ owner, table: child, name }) => [
    [owner, "objects", child],
    [owner, "constraints", name]
  ]),
  ...table.triggers.map<NameEntry>(({ owner, name }) => [owner, "triggers", name])
]

/** Names that a test adds to those that the tables bring. */
export interface ExtraNames {
  readonly [owner: string]: { readonly [kind in NameKind]?: ReadonlyArray<string> }
}

const kinds: ReadonlyArray<NameKind> = ["objects", "indexes", "constraints", "triggers"]

/** Every name that the tables and what hangs on them occupy, per owner and namespace, sorted by code unit. */
export const usedNames = (tables: ReadonlyArray<TableModel>, extra: ExtraNames = {}): UsedNames => {
  const extraEntries = Object.entries(extra).flatMap(([owner, byKind]) =>
    kinds.flatMap((kind) => (byKind[kind] ?? []).map((name) => [owner, kind, name] satisfies NameEntry))
  )
  const entries = [...tables.flatMap(namesOf), ...extraEntries]
  const owners = [...new Set(entries.map(([owner]) => owner))].toSorted()
  const namesFor = (owner: string, kind: NameKind): ReadonlyArray<string> =>
    [...new Set(entries.filter((one) => one[0] === owner && one[1] === kind).map((one) => one[2]))].toSorted()
  return Object.fromEntries(
    owners.map((owner) => [
      owner,
      {
        objects: namesFor(owner, "objects"),
        indexes: namesFor(owner, "indexes"),
        constraints: namesFor(owner, "constraints"),
        triggers: namesFor(owner, "triggers")
      }
    ])
  )
}

/** What a test says of a snapshot. `usedNames` are added to those that the tables bring. */
export interface SchemaSnapshotInput extends Partial<Omit<SchemaSnapshot, "usedNames" | "snapshotVersion">> {
  readonly usedNames?: ExtraNames
}

/** A snapshot of the tables, taken on 2026-02-01 at 06:00 UTC from `databaseInfo()`, unless told. */
export const schemaSnapshot = (input: SchemaSnapshotInput = {}): SchemaSnapshot => {
  const { $schema, usedNames: extra = {}, tables = [], ...rest } = input
  return {
    ...($schema === undefined ? {} : { $schema }),
    snapshotVersion: 1,
    takenAt: "2026-02-01T06:00:00Z",
    database: databaseInfo(),
    ...rest,
    tables,
    usedNames: usedNames(tables, extra)
  }
}
