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

const differ = (what: string, config: unknown, snapshot: string | number | boolean): ReadonlyArray<Difference> =>
  config === undefined || config === null || config === snapshot
    ? []
    : [{ what, config: String(config), snapshot: String(snapshot) }]

const partitionTypeOf = (source: TableModel): string => source.partitioning?.type.toUpperCase() ?? "NONE"

// Old files say INTERVAL where the dictionary says RANGE with an interval.
const compareType = (state: Facts, source: TableModel): ReadonlyArray<Difference> => {
  const written = typeof state["partition_type"] === "string" ? state["partition_type"].toUpperCase() : undefined
  const isInterval = (source.partitioning?.interval ?? null) !== null
  return written === "INTERVAL" && isInterval ? [] : differ("partition_type", written, partitionTypeOf(source))
}

const compareInterval = (state: Facts, source: TableModel): ReadonlyArray<Difference> => {
  const written = state["interval_definition"]
  const existing = source.partitioning?.interval ?? null
  if (typeof written !== "string" || existing === null) return []
  const read = parseIntervalText(written.replace(/^\s*INTERVAL\s*\((.*)\)\s*$/is, "$1"))
  if (read === null || isSameInterval(read, existing)) return []
  return [{ what: "interval_definition", config: written, snapshot: source.partitioning?.intervalText ?? "" }]
}

const FACTOR = 2

// Rows come and go every day: half or twice as many is another table.
const compareRows = (state: Facts, source: TableModel): ReadonlyArray<Difference> => {
  const written = state["row_count"]
  const actual = source.statistics.rowCount
  if (typeof written !== "number" || actual === null) return []
  return Math.max(written, actual) > FACTOR * Math.min(written, actual) ? differ("row_count", written, actual) : []
}

// Partitions and bytes grow every day: what is compared is what changes the choice of an action or of a key.
const compareState = (state: Facts, source: TableModel): ReadonlyArray<Difference> => [
  ...differ("is_partitioned", state["is_partitioned"], source.partitioning !== null),
  ...compareType(state, source),
  ...differ("is_interval", state["is_interval"], (source.partitioning?.interval ?? null) !== null),
  ...compareInterval(state, source),
  ...differ("current_partition_key", state["current_partition_key"], source.partitioning?.columns.join(", ") ?? ""),
  ...differ("has_subpartitions", state["has_subpartitions"], (source.partitioning?.subpartitioning ?? null) !== null),
  ...compareRows(state, source),
  ...differ("lob_count", state["lob_count"], source.lobs.length),
  ...differ("index_count", state["index_count"], source.indexes.length)
]

const plainType = (type: string): string =>
  type
    .toUpperCase()
    .replace(/\s*(BYTE|CHAR)\)/, ")")
    .replace(/\s+/g, "")

const compareColumn = (written: unknown, source: TableModel): ReadonlyArray<Difference> => {
  if (typeof written !== "object" || written === null) return []
  const { name, nullable, type } = written as {
    readonly name?: unknown
    readonly type?: unknown
    readonly nullable?: unknown
  }
  if (typeof name !== "string") return []
  const column = findColumn(source, name)
  if (column === null) return [{ what: `column ${name}`, config: "there", snapshot: "not there" }]
  const actual = renderDataType(column)
  // A type without its length says less, not something else.
  const isSameType = typeof type !== "string" || plainType(actual).startsWith(plainType(type))
  return [
    ...(isSameType ? [] : [{ what: `type of ${name}`, config: type, snapshot: actual }]),
    ...differ(
      `nullable of ${name}`,
      nullable === "Y" || nullable === "N" ? nullable : undefined,
      column.nullable ? "Y" : "N"
    )
  ]
}

const compareColumns = (available: Facts, source: TableModel): ReadonlyArray<Difference> =>
  ["timestamp_columns", "numeric_columns", "string_columns"].flatMap((key) => {
    const list = available[key]
    return Array.isArray(list) ? list.flatMap((written) => compareColumn(written, source)) : []
  })

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
      advice: "Look at the choices again; `orapart discover` writes the facts anew.",
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
    return [
      ...report(context, "/current_state", compareState(table.current_state ?? {}, source)),
      ...report(context, "/available_columns", compareColumns(table.available_columns ?? {}, source))
    ]
  }
})
