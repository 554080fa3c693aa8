// Do the facts written into the config still hold? Plans take facts from the snapshot, so a difference is told, never used.
import { defineCheck, type CheckContext, type CheckReport, type TableModel } from "@orapart/contract"
import { parseIntervalText, isSameInterval, renderDataType } from "@orapart/oracle-rules"
import { joinSome } from "../facts/words.ts"
import { findColumn, tableName } from "../facts/wishes.ts"

/** One fact on both sides, as text. */
interface Difference {
  readonly what: string
  readonly config: string
  readonly snapshot: string
}

type Facts = { readonly [key: string]: unknown }

type Scalar = string | number | boolean

const isScalar = (value: unknown): value is Scalar => ["string", "number", "boolean"].includes(typeof value)

// Differences are collected into one list: most tables have none, and a thousand of them are asked.
type Collect = (what: string, config: unknown, snapshot: Scalar) => void

const collectInto =
  (differences: Array<Difference>): Collect =>
  (what, config, snapshot) => {
    if (config === undefined || config === null || config === snapshot || !isScalar(config)) return
    differences.push({ what, config: String(config), snapshot: String(snapshot) })
  }

const partitionTypeOf = (source: TableModel): string => source.partitioning?.type.toUpperCase() ?? "NONE"

// Old files say INTERVAL where the dictionary says RANGE with an interval.
const compareType = (state: Facts, source: TableModel, collect: Collect): void => {
  const written = typeof state["partition_type"] === "string" ? state["partition_type"].toUpperCase() : undefined
  const isInterval = (source.partitioning?.interval ?? null) !== null
  if (written !== "INTERVAL" || !isInterval) collect("partition_type", written, partitionTypeOf(source))
}

const compareInterval = (state: Facts, source: TableModel, collect: Collect): void => {
  const written = state["interval_definition"]
  const existing = source.partitioning?.interval ?? null
  if (typeof written !== "string" || existing === null) return
  const read = parseIntervalText(written.replace(/^\s*INTERVAL\s*\((.*)\)\s*$/is, "$1"))
  if (read !== null && !isSameInterval(read, existing)) {
    collect("interval_definition", written, source.partitioning?.intervalText ?? "")
  }
}

const FACTOR = 2

// Rows come and go every day: half or twice as many is another table.
const compareRows = (state: Facts, source: TableModel, collect: Collect): void => {
  const written = state["row_count"]
  const actual = source.statistics.rowCount
  if (typeof written !== "number" || actual === null) return
  if (Math.max(written, actual) > FACTOR * Math.min(written, actual)) collect("row_count", written, actual)
}

// Partitions and bytes grow every day: what is compared is what changes the choice of an action or of a key.
const compareState = (state: Facts, source: TableModel, collect: Collect): void => {
  const { partitioning } = source
  collect("is_partitioned", state["is_partitioned"], partitioning !== null)
  compareType(state, source, collect)
  collect("is_interval", state["is_interval"], (partitioning?.interval ?? null) !== null)
  compareInterval(state, source, collect)
  collect("current_partition_key", state["current_partition_key"], partitioning?.columns.join(", ") ?? "")
  collect("has_subpartitions", state["has_subpartitions"], (partitioning?.subpartitioning ?? null) !== null)
  compareRows(state, source, collect)
  collect("lob_count", state["lob_count"], source.lobs.length)
  collect("index_count", state["index_count"], source.indexes.length)
}

const plainType = (type: string): string =>
  type
    .toUpperCase()
    .replace(/\s*(BYTE|CHAR)\)/, ")")
    .replace(/\s+/g, "")

// A type without its length, or without the unit of it, says less, not something else.
const isSameType = (written: unknown, actual: string): boolean =>
  typeof written !== "string" || written === actual || plainType(actual).startsWith(plainType(written))

const compareColumn = (written: unknown, source: TableModel, collect: Collect): void => {
  if (typeof written !== "object" || written === null) return
  const { name, nullable, type } = written as { readonly [key: string]: unknown }
  if (typeof name !== "string") return
  const column = findColumn(source, name)
  if (column === null) return collect(`column ${name}`, "there", "not there")
  const actual = renderDataType(column)
  if (!isSameType(type, actual)) collect(`type of ${name}`, type, actual)
  if (nullable === "Y" || nullable === "N") collect(`nullable of ${name}`, nullable, column.nullable ? "Y" : "N")
}

const columnLists = ["timestamp_columns", "numeric_columns", "string_columns"]

const compareColumns = (available: Facts, source: TableModel, collect: Collect): void => {
  for (const key of columnLists) {
    const list = available[key]
    if (!Array.isArray(list)) continue
    for (const written of list) compareColumn(written, source, collect)
  }
}

const report = (
  context: CheckContext,
  at: string,
  differences: ReadonlyArray<Difference>
): ReadonlyArray<CheckReport> => {
  if (differences.length === 0) return []
  const words = differences.map(
    ({ config, snapshot, what }) => `${what} (config ${config}, snapshot ${snapshot === "" ? "none" : snapshot})`
  )
  return [
    {
      at,
      what: `${tableName(context)} is not what ${at.slice(1)} says: ${joinSome(words)}.`,
      why: "Plans take facts from the snapshot; what stands in the config is for its reader, who may have chosen by it.",
      advice: "Look at the choices again; where the snapshot is old, make it again.",
      evidence: { differences: differences.map(({ config, snapshot, what }) => ({ what, config, snapshot })) }
    }
  ]
}

export const factsDrift = defineCheck({
  code: "OP125",
  slug: "facts-drift",
  title: "The facts in the config and in the snapshot differ",
  severity: "warning",
  rules: [],
  run: (context) => {
    const { source, table } = context
    if (source === null) return []
    const state: Array<Difference> = []
    const columns: Array<Difference> = []
    if (table.current_state !== undefined) compareState(table.current_state, source, collectInto(state))
    if (table.available_columns !== undefined) compareColumns(table.available_columns, source, collectInto(columns))
    return [...report(context, "/current_state", state), ...report(context, "/available_columns", columns)]
  }
})
