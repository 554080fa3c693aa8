// Reads the catalog back from what was written, and makes the one of an empty database.
import { compareBounds } from "../partitions/compare-bounds.ts"
import { keyTypes } from "../partitions/key-types.ts"
import type { ObjectRow } from "./catalog-change.ts"
import { CatalogChange, readEntry } from "./catalog-change.ts"
import { Catalog } from "./catalog.ts"
import type { Entry, PartitionEntry, TableEntry } from "./entries.ts"
import { systemPrivileges } from "./privilege-names.ts"

/** Partitions in the order of their bounds; hash and list partitions in the order in which they were made. */
const sortPartitions = (
  table: TableEntry,
  partitions: ReadonlyArray<PartitionEntry>
): ReadonlyArray<PartitionEntry> => {
  const { partitioning } = table
  if (partitioning?.method !== "RANGE") return partitions
  const types = keyTypes(table, partitioning.columns)
  return partitions.toSorted((a, b) => compareBounds(types, a.bound, b.bound))
}

/** The catalog of rows of `o_object`, in whatever order they come. */
export const loadCatalog = (rows: Iterable<Pick<ObjectRow, "body">>): Catalog => {
  const entries = Array.from(rows, (row) => readEntry(row)).toSorted((a, b) => a.id - b.id)
  const partitions = new Map<number, PartitionEntry[]>()
  let catalog = Catalog.empty()
  for (const entry of entries) {
    if (entry.kind === "partition" && entry.parentId !== null) {
      const list = partitions.get(entry.parentId) ?? []
      partitions.set(entry.parentId, [...list, entry])
    } else catalog = catalog.with(entry)
  }
  for (const [tableId, list] of partitions) {
    const table = catalog.getOf("table", tableId)
    for (const entry of table === null ? list : sortPartitions(table, list)) catalog = catalog.with(entry)
  }
  return catalog
}

const connect = ["CREATE SESSION", "SET CONTAINER"]
const resource = [
  "CREATE CLUSTER",
  "CREATE INDEXTYPE",
  "CREATE OPERATOR",
  "CREATE PROCEDURE",
  "CREATE SEQUENCE",
  "CREATE TABLE",
  "CREATE TRIGGER",
  "CREATE TYPE"
]
const roles: Readonly<Record<string, ReadonlyArray<string>>> = {
  PUBLIC: [],
  CONNECT: connect,
  RESOURCE: resource,
  DBA: systemPrivileges,
  SELECT_CATALOG_ROLE: [],
  EXECUTE_CATALOG_ROLE: [],
  EXP_FULL_DATABASE: [],
  IMP_FULL_DATABASE: []
}

/** Tablespaces of a new database: name and contents. */
const tablespaces: ReadonlyArray<readonly [string, "PERMANENT" | "TEMPORARY" | "UNDO"]> = [
  ["SYSTEM", "PERMANENT"],
  ["SYSAUX", "PERMANENT"],
  ["UNDOTBS1", "UNDO"],
  ["TEMP", "TEMPORARY"],
  ["USERS", "PERMANENT"]
]

const roleEntry = (id: number, name: string, privileges: ReadonlyArray<string>, now: string): Entry => ({
  kind: "role",
  id,
  owner: "",
  name,
  parentId: null,
  systemPrivileges: privileges.map((privilege) => ({ name: privilege, isAdmin: name === "DBA" })),
  roles:
    name === "DBA"
      ? ["SELECT_CATALOG_ROLE", "EXECUTE_CATALOG_ROLE"].map((role) => ({ name: role, isAdmin: true }))
      : [],
  createdAt: now,
  isOracleMaintained: true,
  hasPassword: false
})

const userEntry = (id: number, name: string, userId: number, now: string): Entry => ({
  kind: "user",
  id,
  owner: "",
  name,
  parentId: null,
  userId,
  verifier: null,
  status: "LOCKED",
  lockedAt: now,
  defaultTablespace: "SYSTEM",
  temporaryTablespace: "TEMP",
  quotas: [],
  profile: "DEFAULT",
  defaultRoles: { kind: "all", except: [] },
  systemPrivileges: [{ name: "UNLIMITED TABLESPACE", isAdmin: true }],
  roles: [{ name: "DBA", isAdmin: true }],
  createdAt: now,
  isOracleMaintained: true
})

/**
 * Fills an empty catalog with what every database has: SYS and SYSTEM (without a password, so nobody can log in as them until one is
 * set), predefined roles and tablespaces. `now` as `2026-01-31 22:00:05`; `moreTablespaces` are permanent ones.
 */
export const bootstrapCatalog = (
  change: CatalogChange,
  now: string,
  moreTablespaces: ReadonlyArray<string> = []
): void => {
  for (const [name, privileges] of Object.entries(roles))
    change.put(roleEntry(change.takeObjectId(), name, privileges, now))
  change.put(userEntry(change.takeObjectId(), "SYS", 0, now))
  change.put(userEntry(change.takeObjectId(), "SYSTEM", 9, now))
  const more = moreTablespaces.map((name) => [name, "PERMANENT"] as const)
  for (const [name, contents] of [...tablespaces, ...more])
    change.put({ kind: "tablespace", id: change.takeObjectId(), owner: "", name, parentId: null, contents })
}

/** The catalog of a new database. */
export const newCatalog = (now: string, moreTablespaces: ReadonlyArray<string> = []): Catalog => {
  const change = new CatalogChange(Catalog.empty())
  bootstrapCatalog(change, now, moreTablespaces)
  return change.catalog
}
