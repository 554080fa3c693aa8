import { partitioning, rangePartitions } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { planDataLoad } from "../../src/steps/data-load.ts"
import { rowsOf, undoOf, valueOf } from "../read-data.ts"
import { migrationOf } from "../strategy-input.ts"
import type { GivenPlan, TableInput } from "../strategy-input.ts"

const step = (table: TableInput = {}, given: GivenPlan = {}) => planDataLoad(migrationOf(table, given))
const chunkOf = (table: TableInput, given: GivenPlan = {}) => valueOf(step(table, given).apply.data, "chunk")

const gigabytes = (count: number) => ({ segments: { tableBytes: count * 1024 ** 3 } })
const ranged: TableInput = {
  partitioning: partitioning("ORDER_DATE", { partitions: rangePartitions({ P1: "2024-01-01", PMAX: "MAXVALUE" }) })
}
const chunked = { settings: { chunkRows: 1_000_000 } }

describe("planDataLoad", () => {
  it("is step 20 of the load phase and goes on where it stopped", () => {
    expect(step()).toMatchObject({
      id: "data-load",
      number: 20,
      file: "20_data_load.sql",
      phase: "load",
      restart: "resume",
      master: 1,
      apply: { template: "core:20_data_load.sql" },
      locks: [{ object: "HR.ORDERS_INT", mode: "exclusive" }]
    })
  })

  it("loads stored columns only: invisible ones yes, virtual ones no", () => {
    const loaded = step({
      columns: [
        "ORDER_ID NUMBER",
        "ORDER_DATE DATE",
        "NOTE VARCHAR2(9) INVISIBLE",
        'TWICE NUMBER GENERATED ALWAYS AS ("ORDER_ID" * 2) VIRTUAL'
      ]
    })
    expect(rowsOf(loaded.apply.data, "columns").map((row) => row["name"])).toEqual(["ORDER_ID", "ORDER_DATE", "NOTE"])
    expect(loaded.does).toContain("copies 3 columns")
  })

  it("compares every row unless the config says otherwise, and says so", () => {
    expect(step().apply.data["compare"]).toBe(true)
    expect(step().does).toContain("then compares every row")
    const unproved = step({}, { settings: { validateData: false } })
    expect(unproved.apply.data["compare"]).toBe(false)
    expect(unproved.does).not.toContain("compare")
  })

  it("remembers the delta's column for timestamp and none else", () => {
    const settings = { deltaSync: "timestamp", deltaColumn: "ORDER_DATE" } as const
    expect(valueOf(step({}, { settings }).apply.data, "deltaColumn")).toBe("ORDER_DATE")
    expect(valueOf(step({}, { settings: { ...settings, deltaSync: "none" } }).apply.data, "deltaColumn")).toBeNull()
  })

  it("says how many rows are known", () => {
    expect(valueOf(step({ statistics: { rowCount: 1200 } }).apply.data, "rowsText")).toBe("about 1200")
    expect(valueOf(step().apply.data, "rowsText")).toBe("all")
  })

  it("has an undo that knows which chunks to forget", () => {
    const undo = undoOf(step(ranged, chunked))
    expect(undo).toMatchObject({
      file: "20_undo_data_load.sql",
      script: { template: "core:rollback/20_undo_data_load.sql", data: { chunk: "partition" } },
      loses: "nothing"
    })
    expect(undo.does).toContain("empties HR.ORDERS_INT")
  })
})

describe("planDataLoad, chunks", () => {
  it("loads a heap table in one piece, however large, unless chunk_rows is given", () => {
    expect(chunkOf({})).toBe("whole")
    expect(chunkOf(gigabytes(500))).toBe("whole")
    expect(chunkOf(gigabytes(1), chunked)).toBe("rowid")
  })

  it("loads a partitioned table partition by partition above 10 GB", () => {
    expect(chunkOf({ ...ranged, ...gigabytes(10) })).toBe("whole")
    expect(chunkOf({ ...ranged, segments: { tableBytes: 10 * 1024 ** 3 + 1 } })).toBe("partition")
  })

  it("loads a partitioned table of unknown size partition by partition", () => {
    expect(chunkOf(ranged)).toBe("partition")
  })

  it("takes partitions, not ROWID ranges, of a partitioned table with chunk_rows", () => {
    expect(chunkOf({ ...ranged, ...gigabytes(1) }, chunked)).toBe("partition")
  })

  it("counts LOB bytes", () => {
    const lobs = { segments: { tableBytes: 6 * 1024 ** 3, lobBytes: 6 * 1024 ** 3 } }
    expect(chunkOf({ ...ranged, ...lobs })).toBe("partition")
  })

  it("writes the INSERT of a partition up to its name, and none otherwise", () => {
    expect(valueOf(step(ranged).apply.data, "chunkInsertHead")).toBe(
      [
        "INSERT /*+ APPEND */ INTO HR.ORDERS_INT i (",
        "  ORDER_ID,",
        "  ORDER_DATE",
        ")",
        "SELECT",
        "  t.ORDER_ID,",
        "  t.ORDER_DATE",
        "  FROM HR.ORDERS PARTITION ("
      ].join("\n")
    )
    expect(valueOf(step().apply.data, "chunkInsertHead")).toBeNull()
    expect(valueOf(step({}, chunked).apply.data, "chunkInsertHead")).toBeNull()
  })
})

describe("planDataLoad, parallel", () => {
  it("loads in direct path without servers at degree 1", () => {
    expect(valueOf(step().apply.data, "loadHint")).toBe("/*+ APPEND */")
  })

  it("sends rows to the server of their partition at a higher degree, and reads in parallel", () => {
    const data = step(ranged, { settings: { parallelDegree: 8 } }).apply.data
    expect(valueOf(data, "loadHint")).toBe("/*+ APPEND PARALLEL(i, 8) PQ_DISTRIBUTE(i PARTITION) */")
    expect(valueOf(data, "chunkInsertHead")).toContain("SELECT /*+ PARALLEL(t, 8) */")
  })
})
