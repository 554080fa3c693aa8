// DBMS_STATS: gathers, deletes and locks statistics in the catalog, keeps preferences and extensions. Everything is a change of the catalog in a transaction of its own,
// as in Oracle: a GATHER commits.
import type { PartitionEntry, TableEntry } from "../catalog/entries.ts"
import type { CatalogChange } from "../catalog/catalog-change.ts"
import { ora } from "../errors/ora.ts"
import { oraHash } from "@orapart/oracle-rules"
import type { Runtime } from "../plsql/runtime.ts"
import { booleanType, numberType, textType } from "../plsql/types.ts"
import type { Value } from "../plsql/value.ts"
import { findTable } from "./find-table.ts"
import type { TableCount } from "./gather-statistics.ts"
import { columnStatistics, countTable, indexStatistics, rowLength, tableStatistics } from "./gather-statistics.ts"
import { nameArgument, textArgument } from "./object-name.ts"
import { preferenceDefault } from "./statistics-preferences.ts"
import type { PackageDefinition, PackageParameter } from "./package.ts"
import { func, optional, procedure, required } from "./package.ts"

const withParts = (
  partition: PartitionEntry,
  rows: ReadonlyMap<number, number>,
  length: number,
  at: string
): Partial<PartitionEntry> => {
  const of = (id: number) => tableStatistics(rows.get(id) ?? 0, length, at)
  return {
    statistics: of(partition.id),
    subpartitions: partition.subpartitions.map((part) => ({ ...part, statistics: of(part.id) }))
  }
}

const apply = (
  change: CatalogChange,
  table: TableEntry,
  counted: TableCount,
  parts: ReadonlyMap<number, number>,
  isCascade: boolean,
  at: string
): void => {
  const length = rowLength(counted)
  const { catalog } = change
  for (const partition of catalog.childrenOf(table.id, "partition"))
    change.update(partition, withParts(partition, parts, length, at))
  if (isCascade)
    for (const index of catalog.childrenOf(table.id, "index"))
      change.update(index, { statistics: indexStatistics(index, counted, at) })
  const current = catalog.getOf("table", table.id)
  if (current === null) return
  change.update(current, {
    statistics: tableStatistics(counted.rows, length, at),
    columns: current.columns.map((column) => {
      const found = counted.columns.find((one) => one.column.id === column.id)
      return found === undefined ? column : { ...column, statistics: columnStatistics(found, counted.rows, at) }
    })
  })
}

const checkLock = (table: TableEntry, force: Value | undefined): void => {
  if (table.isStatisticsLocked && force !== true) throw ora(20005, ["object statistics are locked (stattype = ALL)"])
}

/** Gathers one table. LAST_ANALYZED is the session's time in whole seconds. */
const gather = async (runtime: Runtime, table: TableEntry, isCascade: boolean): Promise<void> => {
  const counted = await countTable(runtime, table)
  const parts = await runtime.countPartRows(table.id)
  const at = runtime.now().slice(0, 19)
  await runtime.changeCatalog((change) => {
    apply(change, table, counted, parts, isCascade, at)
  })
}

const forget = (change: CatalogChange, table: TableEntry): void => {
  for (const partition of change.catalog.childrenOf(table.id, "partition"))
    change.update(partition, {
      statistics: null,
      subpartitions: partition.subpartitions.map((part) => ({ ...part, statistics: null }))
    })
  for (const index of change.catalog.childrenOf(table.id, "index")) change.update(index, { statistics: null })
  const current = change.catalog.getOf("table", table.id)
  if (current !== null)
    change.update(current, {
      statistics: null,
      columns: current.columns.map((column) => ({ ...column, statistics: null }))
    })
}

const setLock = async (
  runtime: Runtime,
  owner: Value | undefined,
  name: Value | undefined,
  isLocked: boolean
): Promise<void> => {
  const table = findTable(runtime, owner, name)
  await runtime.changeCatalog((change) => {
    change.update(change.catalog.getOf("table", table.id) ?? table, { isStatisticsLocked: isLocked })
  })
}

const setPreference = async (
  runtime: Runtime,
  [owner, name, preference, value]: ReadonlyArray<Value>
): Promise<void> => {
  const table = findTable(runtime, owner, name, "set values for")
  const key = (textArgument(preference) ?? "").toUpperCase()
  if (preferenceDefault(key) === null) throw ora(20001, [`Invalid input values for pname`])
  await runtime.changeCatalog((change) => {
    const known = change.catalog.childrenOf(table.id, "statistics-preference").find((one) => one.name === key)
    const id = known?.id ?? change.takeObjectId()
    change.put({
      kind: "statistics-preference",
      id,
      owner: table.owner,
      name: key,
      parentId: table.id,
      value: (textArgument(value) ?? "").toUpperCase() === "NULL" ? "" : (textArgument(value) ?? "")
    })
  })
}

const getPreference = (runtime: Runtime, [preference, owner, name]: ReadonlyArray<Value>): Value => {
  const key = (textArgument(preference) ?? "").toUpperCase()
  const standard = preferenceDefault(key)
  if (standard === null) throw ora(20001, ["Invalid input values for pname"])
  if (typeof name !== "string") return standard
  const table = findTable(runtime, owner, name)
  const found = runtime
    .catalog()
    .childrenOf(table.id, "statistics-preference")
    .find((one) => one.name === key)
  return found?.value ?? standard
}

/** A name that only depends on the text, as Oracle's does: `SYS_STU` and 22 characters. */
const extensionName = (text: string): string => {
  const bytes = new TextEncoder().encode(text)
  const parts = [0, 1, 2].map((seed) => oraHash(bytes, seed).toString(36).toUpperCase().padStart(7, "0"))
  return `SYS_STU${parts.join("").slice(0, 21)}_`
}

const createExtension = async (runtime: Runtime, [owner, name, extension]: ReadonlyArray<Value>): Promise<Value> => {
  const table = findTable(runtime, owner, name, "create extension for")
  const text = textArgument(extension)?.trim() ?? ""
  if (!text.startsWith("(") || !text.endsWith(")"))
    throw ora(20001, ["Error when processing extension -  missing parenthesis"])
  const made = extensionName(text)
  if (
    runtime
      .catalog()
      .childrenOf(table.id, "statistics-extension")
      .some((one) => one.name === made)
  )
    throw ora(20007, [`extension ${text} already exists in the table`])
  await runtime.changeCatalog((change) => {
    const id = change.takeObjectId()
    change.put({ kind: "statistics-extension", id, owner: table.owner, name: made, parentId: table.id, text })
  })
  return made
}

const tableParameters = [required("OWNNAME", textType), required("TABNAME", textType)]

const gatherOptions: ReadonlyArray<PackageParameter> = [
  optional("PARTNAME", textType),
  optional("ESTIMATE_PERCENT", numberType),
  optional("BLOCK_SAMPLE", booleanType, false),
  optional("METHOD_OPT", textType, "FOR ALL COLUMNS SIZE AUTO"),
  optional("DEGREE", numberType),
  optional("GRANULARITY", textType, "AUTO"),
  optional("CASCADE", booleanType, true),
  optional("STATTAB", textType),
  optional("STATID", textType),
  optional("STATOWN", textType),
  optional("NO_INVALIDATE", booleanType, false),
  optional("STATTYPE", textType, "DATA"),
  optional("FORCE", booleanType, false),
  optional("OPTIONS", textType, "GATHER")
]

const forceAt = 2 + gatherOptions.findIndex(({ name }) => name === "FORCE")
const cascadeAt = 2 + gatherOptions.findIndex(({ name }) => name === "CASCADE")

const deleteOptions: ReadonlyArray<PackageParameter> = [
  optional("PARTNAME", textType),
  optional("STATTAB", textType),
  optional("STATID", textType),
  optional("CASCADE_PARTS", booleanType, true),
  optional("CASCADE_COLUMNS", booleanType, true),
  optional("CASCADE_INDEXES", booleanType, true),
  optional("STATOWN", textType),
  optional("NO_INVALIDATE", booleanType, false),
  optional("STATTYPE", textType, "ALL"),
  optional("FORCE", booleanType, false)
]

/** The package as far as scripts use it. GATHER_SCHEMA_STATS takes the schema's tables one after the other. */
export const dbmsStats: PackageDefinition = {
  name: "DBMS_STATS",
  constants: {
    AUTO_SAMPLE_SIZE: { type: numberType, value: 0 },
    AUTO_DEGREE: { type: numberType, value: 32768 },
    DEFAULT_DEGREE: { type: numberType, value: 32767 },
    AUTO_CASCADE: { type: booleanType, value: null },
    AUTO_INVALIDATE: { type: booleanType, value: null }
  },
  subprograms: [
    procedure("GATHER_TABLE_STATS", [...tableParameters, ...gatherOptions], async ({ runtime }, values) => {
      const table = findTable(runtime, values[0], values[1])
      checkLock(table, values[forceAt])
      await gather(runtime, table, values[cascadeAt] !== false)
    }),
    procedure(
      "GATHER_SCHEMA_STATS",
      [required("OWNNAME", textType), ...gatherOptions.slice(1)],
      async ({ runtime }, [owner]) => {
        const schema = nameArgument(owner, runtime.currentSchema)
        const tables = [...runtime.catalog().all("table")].filter(
          (table) => table.owner === schema && table.dropped === null && !table.isStatisticsLocked
        )
        for (const table of tables) await gather(runtime, table, true)
      }
    ),
    procedure("DELETE_TABLE_STATS", [...tableParameters, ...deleteOptions], async ({ runtime }, values) => {
      const table = findTable(runtime, values[0], values[1])
      checkLock(table, values.at(-1))
      await runtime.changeCatalog((change) => {
        forget(change, table)
      })
    }),
    procedure("LOCK_TABLE_STATS", tableParameters, ({ runtime }, [owner, name]) => setLock(runtime, owner, name, true)),
    procedure("UNLOCK_TABLE_STATS", tableParameters, ({ runtime }, [owner, name]) =>
      setLock(runtime, owner, name, false)
    ),
    procedure(
      "SET_TABLE_PREFS",
      [...tableParameters, required("PNAME", textType), required("PVALUE", textType)],
      ({ runtime }, values) => setPreference(runtime, values)
    ),
    func(
      "GET_PREFS",
      [required("PNAME", textType), optional("OWNNAME", textType), optional("TABNAME", textType)],
      textType,
      ({ runtime }, values) => getPreference(runtime, values)
    ),
    func(
      "CREATE_EXTENDED_STATS",
      [...tableParameters, required("EXTENSION", textType)],
      textType,
      ({ runtime }, values) => createExtension(runtime, values)
    ),
    procedure("FLUSH_DATABASE_MONITORING_INFO", [], () => null)
  ]
}
