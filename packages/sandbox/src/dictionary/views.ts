// All dictionary views by name, for a release. What is not here does not exist: ALL_SEGMENTS is ORA-00942 as in Oracle.
import type { OracleRelease } from "../sql/release.ts"
import { consColumns, constraints, logGroupColumns, logGroups } from "./bases/constraints.ts"
import { emptyBases } from "./bases/empty.ts"
import { indColumns, indExpressions, indexes } from "./bases/indexes.ts"
import { lobPartitions, lobSubpartitions, lobs, partLobs } from "./bases/lobs.ts"
import { dependencies, objects, sequences, synonyms, views } from "./bases/objects.ts"
import { indPartitions, indSubpartitions, partIndexes } from "./bases/part-indexes.ts"
import { partKeyColumns, partTables, subpartKeyColumns, subpartitionTemplates } from "./bases/part-tables.ts"
import { allColPrivs, allTabPrivs, colPrivs, rolePrivs, roles, sysPrivs, tabPrivs } from "./bases/privileges.ts"
import { recycleBin, segments } from "./bases/segments.ts"
import { indStatistics, tabStatistics } from "./bases/statistics.ts"
import {
  colComments,
  encryptedColumns,
  statExtensions,
  tabCols,
  tabColStatistics,
  tabColumns,
  tabIdentityCols,
  unusedColTabs
} from "./bases/tab-columns.ts"
import { tabPartitions, tabSubpartitions } from "./bases/tab-partitions.ts"
import { tabComments, tables } from "./bases/tables.ts"
import { dataFiles, freeSpace, tablespaces, tempFreeSpace, tsQuotas } from "./bases/tablespaces.ts"
import { errors, sourceLines, triggerCols, triggerOrdering, triggers } from "./bases/triggers.ts"
import { allUsers, dbaUsers, userUsers } from "./bases/users.ts"
import { protectedViews, publicViews } from "./live-views.ts"
import type { BaseDefinition, DictionaryColumn, DictionaryView, LiveDefinition } from "./view.ts"

type Scope = "user" | "all" | "dba"

interface Family {
  readonly base: BaseDefinition
  readonly scopes: ReadonlyArray<Scope>
  /** Columns that the USER_ view does not have. */
  readonly userLacks: ReadonlyArray<string>
  /** Columns that the USER_ view calls otherwise. */
  readonly userCalls: Readonly<Record<string, string>>
  /** Names where they are not scope and base: whole view names by scope. */
  readonly names: Partial<Record<Scope, string>>
}

const three: ReadonlyArray<Scope> = ["user", "all", "dba"]

const family = (base: BaseDefinition, userLacks: string, options: Partial<Family> = {}): Family => ({
  base,
  scopes: three,
  userLacks: userLacks === "" ? [] : userLacks.split(" "),
  userCalls: {},
  names: {},
  ...options
})

const dbaOnly: Partial<Family> = { scopes: ["dba"] }
const withoutAll: Partial<Family> = { scopes: ["user", "dba"] }

/** ALL_INDEXES leaves LOB indexes out: USER_INDEXES and DBA_INDEXES list them. */
const allIndexes: BaseDefinition = {
  ...indexes,
  name: "ALL_INDEXES",
  generate: (source, root) => indexes.generate(source, root).filter(({ cells }) => cells["INDEX_TYPE"] !== "LOB")
}

/** The recycle bin is hidden from USER_ and ALL_TAB_COLS only; DBA_TAB_COLS is not distinguished here. */
const families: ReadonlyArray<Family> = [
  ...[
    tables,
    tabCols,
    tabColumns,
    tabIdentityCols,
    partTables,
    partKeyColumns,
    subpartKeyColumns,
    partIndexes,
    tabComments,
    colComments,
    lobs
  ].map((base) => family(base, "OWNER")),
  ...[
    encryptedColumns,
    tabColStatistics,
    statExtensions,
    objects,
    synonyms,
    views,
    dependencies,
    sourceLines,
    errors,
    indStatistics,
    tabStatistics,
    triggers
  ].map((base) => family(base, "OWNER")),
  ...[constraints, consColumns, logGroups, logGroupColumns, triggerCols].map((base) => family(base, "")),
  ...[tabPartitions, tabSubpartitions, partLobs, lobPartitions, lobSubpartitions].map((base) =>
    family(base, "TABLE_OWNER")
  ),
  ...[indPartitions, indSubpartitions].map((base) => family(base, "INDEX_OWNER")),
  ...[indColumns, indExpressions].map((base) => family(base, "INDEX_OWNER TABLE_OWNER")),
  family(indexes, "OWNER", withoutAll),
  family(allIndexes, "", { scopes: ["all"], names: { all: "ALL_INDEXES" } }),
  family(unusedColTabs, "OWNER"),
  family(subpartitionTemplates, "USER_NAME"),
  family(triggerOrdering, "TRIGGER_OWNER"),
  family(sequences, "SEQUENCE_OWNER"),
  family(tabPrivs, "", withoutAll),
  family(colPrivs, "", withoutAll),
  family(allTabPrivs, "", { scopes: ["all"], names: { all: "ALL_TAB_PRIVS" } }),
  family(allColPrivs, "", { scopes: ["all"], names: { all: "ALL_COL_PRIVS" } }),
  family(sysPrivs, "", { ...withoutAll, userCalls: { GRANTEE: "USERNAME" } }),
  family(rolePrivs, "", { ...withoutAll, userCalls: { GRANTEE: "USERNAME" } }),
  family(roles, "", dbaOnly),
  family(segments, "OWNER HEADER_FILE HEADER_BLOCK RELATIVE_FNO", withoutAll),
  family(recycleBin, "OWNER", withoutAll),
  family(tablespaces, "PLUGGED_IN", withoutAll),
  family(freeSpace, "", withoutAll),
  family(tempFreeSpace, "", dbaOnly),
  family(dataFiles, "", dbaOnly),
  family(tsQuotas, "USERNAME", withoutAll),
  family(dbaUsers, "", { scopes: ["dba"], names: { dba: "DBA_USERS" } }),
  family(allUsers, "", { scopes: ["all"], names: { all: "ALL_USERS" } }),
  family(userUsers, "", { scopes: ["user"], names: { user: "USER_USERS" } }),
  ...emptyBases.map((base) =>
    base.name.startsWith("REDEFINITION_") ? family(base, "", dbaOnly) : family(base, base.columns[0]?.name ?? "")
  )
]

const since = (
  columns: ReadonlyArray<DictionaryColumn>,
  release: OracleRelease
): ReadonlyArray<DictionaryColumn & { readonly place: number }> =>
  columns.map((column, place) => ({ ...column, place })).filter((column) => column.since <= release)

const baseView = (
  { base, userLacks, userCalls, names }: Family,
  scope: Scope,
  release: OracleRelease
): DictionaryView | null => {
  const all = since(base.columns, release)
  const columns =
    scope === "user"
      ? all
          .filter(({ name }) => !userLacks.includes(name))
          .map((column) => ({ ...column, name: userCalls[column.name] ?? column.name }))
      : all
  if (columns.length === 0) return null
  return { kind: "base", name: names[scope] ?? `${scope.toUpperCase()}_${base.name}`, base, scope, columns }
}

const liveView = (live: LiveDefinition, isProtected: boolean, release: OracleRelease): DictionaryView => ({
  kind: "live",
  name: live.name,
  live,
  isProtected,
  columns: since(live.columns, release)
})

/** Short names that are public synonyms of USER_ views. */
const synonymsOfViews: Readonly<Record<string, string>> = {
  TABS: "USER_TABLES",
  COLS: "USER_TAB_COLUMNS",
  IND: "USER_INDEXES",
  OBJ: "USER_OBJECTS",
  SEQ: "USER_SEQUENCES",
  SYN: "USER_SYNONYMS",
  RECYCLEBIN: "USER_RECYCLEBIN"
}

/** All views of a release, by name. */
export const dictionaryViews = (release: OracleRelease): ReadonlyMap<string, DictionaryView> => {
  const found = new Map<string, DictionaryView>()
  for (const one of families)
    for (const scope of one.scopes) {
      const view = baseView(one, scope, release)
      if (view !== null) found.set(view.name, view)
    }
  for (const live of publicViews) found.set(live.name, liveView(live, false, release))
  for (const live of protectedViews) found.set(live.name, liveView(live, true, release))
  return found
}

/** All bases: what has to be stored. */
export const dictionaryBases: ReadonlyArray<BaseDefinition> = families.map(({ base }) => base)

const byRelease = new Map<OracleRelease, ReadonlyMap<string, DictionaryView>>()

/**
 * The view of a name: `ALL_TABLES`, `SYS.ALL_TABLES`, `V$SESSION`, `SYS.V_$SESSION`, `TABS`. `owner` is the schema that was written. null when there is none. Whether the
 * session may see it is for canSeeView.
 */
export const findDictionaryView = (
  owner: string | null,
  name: string,
  release: OracleRelease
): DictionaryView | null => {
  if (owner !== null && owner !== "SYS" && owner !== "PUBLIC") return null
  const all = byRelease.get(release) ?? dictionaryViews(release)
  byRelease.set(release, all)
  if (owner === "SYS" && name.startsWith("V$")) return null
  const plain = name.startsWith("V_$") ? (owner === "SYS" ? name.replace("V_$", "V$") : "") : name
  return all.get(synonymsOfViews[plain] ?? plain) ?? null
}
