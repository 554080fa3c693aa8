import { column, databaseInfo, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { segmentFloor } from "../../src/checks/segment-floor.ts"
import { askCheck } from "../ask-check.ts"

const MB = 1024 ** 2
const GB = 1024 * MB

const source = (rowCount: number, tableBytes: number | null) =>
  tableModel({
    columns: [
      "ORDER_ID NUMBER",
      column("ORDER_DATE DATE NOT NULL", {
        statistics: { low: "2024-01-01 00:00:00", high: "2024-01-31 00:00:00" }
      })
    ],
    statistics: { rowCount },
    segments: tableBytes === null ? null : { tableBytes }
  })

const ask = (
  table: ReturnType<typeof source>,
  target: { readonly [key: string]: unknown } = {},
  database = databaseInfo()
) => askCheck(segmentFloor, { source: table, database, table: { target_configuration: target } })

describe("OP151 segment-floor", () => {
  it("multiplies pieces by 8 MB where the size of the rows is unknown", () => {
    const [finding] = ask(source(100_000, null))
    expect(finding).toMatchObject({
      code: "OP151",
      severity: "warning",
      path: "/tables/0/target_configuration/interval_type"
    })
    // 31 days and the first partition, 8 subpartitions each.
    expect(finding?.evidence).toMatchObject({ pieces: 256, floorBytes: 256 * 8 * MB })
    expect(finding?.what).toContain(
      "about 256 pieces; with first extents of 8 MB they take 2 GB for rows of unknown size."
    )
    expect(finding?.advice).toMatch(/^Gather statistics/)
  })

  it("reckons with the 64 KB that the scripts ask for where the pieces are known to be small", () => {
    expect(ask(source(100_000, 100 * MB))).toEqual([])
    const [finding] = ask(source(1_000_000, 100 * MB), { interval_type: "HOUR", subpartition_count: 64 })
    expect(finding?.evidence).toMatchObject({ extentBytes: 65_536, floorBytes: (30 * 24 + 2) * 64 * 65_536 })
  })

  it("never counts more pieces than rows", () => {
    expect(ask(source(100, null))).toEqual([])
  })

  it("says nothing where the rows fill their extents", () => {
    expect(ask(source(100_000, 3 * GB))).toEqual([])
    const many = { interval_type: "HOUR", subpartition_count: 64 }
    const floor = (30 * 24 + 2) * 64 * 65_536
    expect(ask(source(1_000_000, Math.ceil(floor / 4) + 1), many)).toEqual([])
    expect(ask(source(1_000_000, floor / 4), many)[0]?.why).toContain("already ask for 64 KB")
  })

  it("tells what is left when the floor alone does not fit", () => {
    const database = databaseInfo({ tablespaces: [{ name: "USERS", freeBytes: GB, bigfile: false }] })
    expect(ask(source(100_000, null), {}, database)[0]?.what).toContain("USERS has 1 GB left.")
  })
})
