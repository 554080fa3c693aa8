// Statistics of a table as DBMS_STATS makes them, counted by queries over all rows: table, columns, partitions, indexes.
import type { ColumnEntry, ColumnStatistics, IndexEntry, TableEntry, TableStatistics } from "../catalog/entries.ts"
import { encodeDate, encodeNumber, encodeText } from "@orapart/oracle-rules"
import type { Runtime } from "../plsql/runtime.ts"
import type { SqlValue } from "../engine/engine.ts"
import { quoteName } from "./object-name.ts"

/** What was counted of one column. */
interface ColumnCount {
  readonly column: ColumnEntry
  readonly values: number
  readonly distinct: number
  readonly low: string | null
  readonly high: string | null
  readonly avgLength: number
}

/** What was counted of a table. */
export interface TableCount {
  readonly rows: number
  readonly columns: ReadonlyArray<ColumnCount>
}

const blockBytes = 8192
const usableShare = 0.9

/** Types whose values can be compared and counted. */
const isCounted = ({ type, visibility }: ColumnEntry): boolean =>
  visibility !== "unused" &&
  visibility !== "system" &&
  !["CLOB", "NCLOB", "BLOB", "BFILE", "LONG", "LONG RAW"].includes(type.name)

const isText = ({ type }: ColumnEntry): boolean => type.charUnit !== null

const itemsFor = (column: ColumnEntry): ReadonlyArray<string> => {
  const name = quoteName(column.name)
  const length = isText(column) ? `AVG(LENGTHB(${name}))` : "NULL"
  return [`COUNT(${name})`, `COUNT(DISTINCT ${name})`, `MIN(${name})`, `MAX(${name})`, length]
}

const fixedLengths: Readonly<Record<string, number>> = {
  DATE: 7,
  TIMESTAMP: 11,
  "TIMESTAMP WITH TIME ZONE": 13,
  "TIMESTAMP WITH LOCAL TIME ZONE": 11,
  "INTERVAL YEAR TO MONTH": 5,
  "INTERVAL DAY TO SECOND": 11,
  ROWID: 10,
  CLOB: 100,
  BLOB: 100
}

/** Average bytes of a value, its length byte not counted: measured for texts, by the largest value for numbers. */
const averageLength = (column: ColumnEntry, high: string | null, measured: SqlValue): number => {
  if (typeof measured === "string") return Math.ceil(Number(measured))
  if (column.type.name === "NUMBER" || column.type.name === "FLOAT")
    return high === null ? 0 : encodeNumber(high).length
  return fixedLengths[column.type.name] ?? column.type.lengthBytes
}

const asText = (value: SqlValue | undefined): string | null => (typeof value === "string" ? value : null)

const count = (value: SqlValue | undefined): number => Number(value ?? 0)

/** Rows and columns of a table, or of one partition (`PARTITION ("P1")`). One query. */
export const countTable = async (runtime: Runtime, table: TableEntry, part = ""): Promise<TableCount> => {
  const columns = table.columns.filter(isCounted)
  const items = ["COUNT(*)", ...columns.flatMap(itemsFor)]
  const text = `SELECT ${items.join(", ")} FROM ${quoteName(table.owner, table.name)}${part}`
  const node = runtime.parse(text)
  if (node.kind !== "query") return { rows: 0, columns: [] }
  const cursor = await runtime.openCursor({ text, node }, { find: () => null })
  const [row = []] = await cursor.fetch(1)
  cursor.close()
  return {
    rows: count(row[0]),
    columns: columns.map((column, at) => {
      const [values, distinct, low, high, length] = row.slice(1 + at * 5, 6 + at * 5)
      return {
        column,
        values: count(values),
        distinct: count(distinct),
        low: asText(low),
        high: asText(high),
        avgLength: averageLength(column, asText(high), length ?? null)
      }
    })
  }
}

/** Bytes of a row: each column with its length byte, and three bytes of head. */
export const rowLength = ({ columns, rows }: TableCount): number =>
  rows === 0
    ? 0
    : columns.reduce((sum, { avgLength, values }) => sum + (values === 0 ? 0 : avgLength * (values / rows)) + 1, 0) | 0

/** Statistics of so many rows. */
export const tableStatistics = (rows: number, avgRowLength: number, at: string, isGlobal = true): TableStatistics => ({
  numRows: rows,
  blocks: rows === 0 ? 0 : Math.max(1, Math.ceil((rows * (avgRowLength + 3)) / (blockBytes * usableShare))),
  avgRowLength: rows === 0 ? 0 : avgRowLength,
  sampleSize: rows,
  lastAnalyzedAt: at,
  isGlobal,
  isUserSet: false
})

const rawBytes = 64

const rawOf = (column: ColumnEntry, value: string | null): string | null => {
  if (value === null) return null
  if (column.type.name === "NUMBER" || column.type.name === "FLOAT") return hex(encodeNumber(value))
  if (isText(column)) return hex(encodeText(value).slice(0, rawBytes))
  if (column.type.name !== "DATE") return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = value.split(/[- :]/u).map(Number)
  return hex(encodeDate({ year, month, day, hour, minute, second, nanosecond: 0 }))
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex").toUpperCase()

/** Statistics of a column without a histogram. */
export const columnStatistics = (found: ColumnCount, rows: number, at: string): ColumnStatistics => ({
  numDistinct: found.distinct,
  lowValue: rawOf(found.column, found.low),
  highValue: rawOf(found.column, found.high),
  density: found.distinct === 0 ? 0 : 1 / found.distinct,
  numNulls: rows - found.values,
  numBuckets: found.values === 0 ? 0 : 1,
  avgLength: found.values === 0 ? 0 : found.avgLength + 1,
  sampleSize: found.values,
  lastAnalyzedAt: at,
  histogram: "NONE"
})

const keyBytes = 12
const entriesPerBlock = Math.floor((blockBytes * usableShare) / (keyBytes + 10))

/** Statistics of an index, worked out from those of its columns. */
export const indexStatistics = (index: IndexEntry, counted: TableCount, at: string) => {
  const keys = index.columns.map(({ columnId }) => counted.columns.find(({ column }) => column.id === columnId))
  const [first] = keys
  const rows = first === undefined ? counted.rows : Math.max(...keys.map((key) => key?.values ?? counted.rows))
  const leafBlocks = rows === 0 ? 0 : Math.ceil(rows / entriesPerBlock)
  const product = keys.reduce((sum, key) => Math.min(rows, sum * Math.max(1, key?.distinct ?? rows)), 1)
  return {
    blevel: leafBlocks <= 1 ? 0 : leafBlocks <= entriesPerBlock ? 1 : 2,
    leafBlocks,
    distinctKeys: rows === 0 ? 0 : index.isUnique ? rows : product,
    clusteringFactor: rows === 0 ? 0 : Math.max(1, leafBlocks),
    numRows: rows,
    sampleSize: rows,
    lastAnalyzedAt: at
  }
}
