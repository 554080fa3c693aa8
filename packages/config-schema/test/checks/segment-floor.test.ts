import { column, databaseInfo, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { segmentFloor } from "../../src/checks/segment-floor.ts"
import { askCheck } from "../ask-check.ts"

const GB = 1024 ** 3
const source = (rowCount: number | null, tableBytes: number) =>
  tableModel({
    columns: [
      "ORDER_ID NUMBER",
      column("ORDER_DATE DATE NOT NULL", { statistics: { low: "2024-01-01 00:00:00", high: "2024-01-31 00:00:00" } })
    ],
    statistics: { rowCount },
    segments: { tableBytes }
  })

describe("OP151 segment-floor", () => {
  it("multiplies pieces that get rows by 8 MB", () => {
    const [finding] = askCheck(segmentFloor, { source: source(100_000, 0.1 * GB) })
    expect(finding).toMatchObject({
      code: "OP151",
      severity: "warning",
      path: "/tables/0/target_configuration/interval_type"
    })
    // 31 days and the first partition, 8 subpartitions each.
    expect(finding?.evidence).toMatchObject({ pieces: 256, floorBytes: 256 * 8 * 1024 ** 2 })
    expect(finding?.what).toContain("they take 2 GB for 102.4 MB of rows")
  })

  it("never counts more pieces than rows", () => {
    expect(askCheck(segmentFloor, { source: source(100, 1000) })).toEqual([])
  })

  it("says nothing where the rows fill their extents", () => {
    expect(askCheck(segmentFloor, { source: source(100_000, 0.6 * GB) })).toEqual([])
  })

  it("tells what is left when the floor alone does not fit", () => {
    const database = databaseInfo({ tablespaces: [{ name: "USERS", freeBytes: GB, bigfile: false }] })
    expect(askCheck(segmentFloor, { source: source(100_000, 1000), database })[0]?.what).toContain(
      "USERS has 1 GB left."
    )
  })
})
