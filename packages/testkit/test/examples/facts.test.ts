// The snapshots must agree with themselves, as a real database would: sums, bounds, keys in both directions.
import type { ColumnModel, PartitionBound, TableModel } from "@orapart/contract"
import { addIntervals } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { allEntries, allTables, readExamples } from "./example-files.ts"

const sum = (values: ReadonlyArray<number | null>): number =>
  values.reduce<number>((left, right) => left + (right ?? 0), 0)

const boundText = (bound: PartitionBound | null): string | null =>
  bound === null || !("value" in bound) ? null : bound.value

const keyOf = (table: TableModel): ColumnModel | undefined =>
  table.columns.find(({ name }) => name === table.partitioning?.columns[0])

describe.each(allTables)("$label", ({ table, snapshot }) => {
  const { partitioning, segments, statistics } = table
  const rows = statistics.rowCount ?? 0

  it("has statistics and segments whose parts add up", () => {
    expect(rows).toBeGreaterThan(0)
    expect(segments?.indexBytes).toBe(sum(table.indexes.map(({ bytes }) => bytes)))
    expect(segments?.lobBytes).toBe(sum(table.lobs.map(({ bytes }) => bytes)))
    expect(table.lobs.filter(({ bytes }) => bytes === null)).toEqual([])
    if (partitioning === null) return
    expect(sum(partitioning.partitions.map(({ rowCount }) => rowCount))).toBe(rows)
    expect(sum(partitioning.partitions.map(({ bytes }) => bytes))).toBe(segments?.tableBytes)
    expect(partitioning.partitions.filter(({ rowCount, bytes }) => (rowCount === 0) !== (bytes === 0))).toEqual([])
  })

  it("has segments that hold its rows, in whole blocks, and room for a copy beside it", () => {
    const data = rows * (statistics.averageRowBytes ?? 0)
    const bytes = segments?.tableBytes ?? 0
    const extentFloor =
      (partitioning?.partitions.length ?? 1) * Math.max(1, partitioning?.subpartitioning?.count ?? 1) * 8 * 1024 ** 2
    expect(bytes).toBeGreaterThan(data)
    expect(bytes).toBeLessThan(data * 1.35 + extentFloor)
    expect([bytes, segments?.lobBytes ?? 0, segments?.indexBytes ?? 0].map((size) => size % 8192)).toEqual([0, 0, 0])
    const home = snapshot.database.tablespaces.find(({ name }) => name === table.storage.tablespace)
    expect(home?.freeBytes).toBeGreaterThan(2 * (bytes + (segments?.lobBytes ?? 0) + (segments?.indexBytes ?? 0)))
  })

  it("has column statistics that no table could contradict", () => {
    const impossible = table.columns.filter(({ nullable, statistics: column, dataType }) => {
      if (column === null) return false
      const nulls = column.nullCount ?? 0
      const isTooMany = (column.distinctCount ?? 0) > rows - nulls || nulls > rows
      const isDate = /^(DATE|TIMESTAMP)/.test(dataType)
      const isUpsideDown =
        column.low !== null &&
        column.high !== null &&
        (isDate ? column.low > column.high : Number(column.low) > Number(column.high))
      return isTooMany || isUpsideDown || (!nullable && nulls > 0)
    })
    expect(impossible.map(({ name }) => name)).toEqual([])
  })

  it("has interval partitions on the grid, each holding an interval, and its keys between the first and the last bound", () => {
    if (partitioning === null || partitioning.interval === null) return
    const { interval, partitions } = partitioning
    const bounds = partitions.map(({ bound }) => boundText(bound) ?? "")
    expect(bounds).toEqual([...new Set(bounds)].toSorted())
    const reachable = new Set<string>()
    for (let at = 0, upper = bounds[0] ?? ""; upper <= (bounds.at(-1) ?? "") && at < 5000; at += 1) {
      upper = addIntervals(bounds[0] ?? "", at, interval)
      reachable.add(upper)
    }
    expect(bounds.filter((upper) => !reachable.has(upper))).toEqual([])
    const statistic = keyOf(table)?.statistics
    expect((statistic?.low ?? "") >= (bounds[0] ?? "")).toBe(true)
    expect((statistic?.high ?? "") < (bounds.at(-1) ?? "")).toBe(true)
  })

  it("knows all names that it takes itself, and none of over 128 bytes", () => {
    const used = snapshot.usedNames?.[table.owner]
    expect(used?.objects).toContain(table.name)
    expect(used?.indexes).toEqual(expect.arrayContaining(table.indexes.map(({ name }) => name)))
    expect(used?.constraints).toEqual(expect.arrayContaining(table.constraints.map(({ name }) => name)))
    const all = Object.values(snapshot.usedNames ?? {}).flatMap((kinds) => Object.values(kinds).flat())
    expect(all.filter((name) => Buffer.byteLength(name) > 128 || name.includes('"'))).toEqual([])
  })
})

describe("foreign keys of the examples", () => {
  const described = (folder: string, parts: ReadonlyArray<ReadonlyArray<unknown>>) =>
    parts.map((part) => JSON.stringify([folder, ...part])).toSorted()
  const isKnown = (tables: ReadonlyArray<TableModel>, owner: string, name: string) =>
    tables.some((table) => table.owner === owner && table.name === name)

  it.each(readExamples)(
    "$folder tells every foreign key between its tables from both ends alike",
    ({ folder, snapshot: { tables } }) => {
      const fromChild = tables.flatMap((table) =>
        table.constraints.flatMap(({ name, state, body }) =>
          body.type === "foreign-key" && isKnown(tables, body.referencedOwner, body.referencedTable)
            ? [
                [
                  table.owner,
                  table.name,
                  name,
                  body.columns,
                  body.referencedTable,
                  body.referencedConstraint,
                  body.referencedColumns,
                  body.deleteRule,
                  state
                ]
              ]
            : []
        )
      )
      const fromParent = tables.flatMap((table) =>
        table.childForeignKeys
          .filter((child) => isKnown(tables, child.owner, child.table))
          .map((child) => [
            child.owner,
            child.table,
            child.name,
            child.columns,
            table.name,
            child.referencedConstraint,
            child.referencedColumns,
            child.deleteRule,
            child.state
          ])
      )
      expect(described(folder, fromParent)).toEqual(described(folder, fromChild))
    }
  )
})

describe("example hr", () => {
  it("holds the 1,680,050 rows of the test schema", () => {
    const hr = readExamples.find(({ folder }) => folder === "hr")
    expect(sum((hr?.snapshot.tables ?? []).map(({ statistics }) => statistics.rowCount))).toBe(1_680_050)
  })
})

describe("example hard_names", () => {
  const table = allTables.find(({ table: one }) => one.name === "Order History")?.table

  it("has an index and a check of exactly 128 bytes, one of them with fewer characters", () => {
    const names = [...(table?.indexes ?? []), ...(table?.constraints ?? [])].map(({ name }) => name)
    const longest = names.filter((name) => Buffer.byteLength(name) === 128)
    expect(longest.map((name) => name.length)).toEqual([128, 127])
    expect(longest.filter((name) => name !== name.trim())).toEqual([])
  })

  it("has a key that contains partition and hash key, and one of every awkward index", () => {
    expect(table?.constraints[0]?.body).toMatchObject({ type: "primary-key", columns: ["Order Id", "DATE"] })
    const indexes = table?.indexes ?? []
    expect(indexes.some(({ type }) => type === "bitmap")).toBe(true)
    expect(indexes.some(({ isReverse }) => isReverse)).toBe(true)
    expect(indexes.some(({ keys }) => keys.some(({ expression }) => expression !== null))).toBe(true)
    expect(indexes.some(({ keys }) => keys.some(({ isDescending }) => isDescending))).toBe(true)
    expect(indexes.some(({ compression }) => compression?.type === "prefix")).toBe(true)
  })
})

describe("the facts that configs repeat", () => {
  const stated = allEntries.filter(({ entry }) => entry.current_state !== undefined)

  it.each(stated)("$label says the same as its snapshot", ({ entry, table }) => {
    const { partitioning } = table
    expect(entry.current_state).toMatchObject({
      is_partitioned: partitioning !== null,
      size_gb: Math.round(((table.segments?.tableBytes ?? 0) / 1024 ** 3) * 100) / 100,
      row_count: table.statistics.rowCount,
      lob_count: table.lobs.length,
      index_count: table.indexes.length,
      ...(partitioning === null
        ? { partition_type: "NONE" }
        : {
            partition_type: partitioning.type.toUpperCase(),
            current_partition_count: partitioning.partitions.length,
            current_partition_key: partitioning.columns.join(", "),
            is_interval: partitioning.interval !== null
          })
    })
  })

  it.each(stated)("$label lists columns that are there, with their nullability", ({ entry, table }) => {
    const listed = Object.values(entry.available_columns ?? {}).flat() as ReadonlyArray<{
      name: string
      type: string
      nullable: string
    }>
    expect(listed.length).toBeGreaterThan(0)
    for (const { name, type, nullable } of listed) {
      const found = table.columns.find((column) => column.name === name)
      expect([name, found?.nullable ? "Y" : "N"]).toEqual([name, nullable])
      expect(type.replace(/\(\d+( CHAR)?\)|\(\d+,-?\d+\)/, "")).toBe((found?.dataType ?? "").replace(/\(\d\)/, ""))
    }
  })
})
