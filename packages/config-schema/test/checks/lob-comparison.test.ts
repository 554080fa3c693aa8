import { lob, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { lobComparison } from "../../src/checks/lob-comparison.ts"
import { askCheck } from "../ask-check.ts"

const GB = 1024 ** 3
const source = (bytes: number | null, lobBytes = 0) =>
  tableModel({
    columns: ["ORDER_ID NUMBER", "ORDER_DATE DATE NOT NULL", "DOC BLOB"],
    lobs: [lob("DOC", { bytes })],
    segments: { lobBytes }
  })

describe("OP164 lob-comparison", () => {
  it("says nothing below 10 GB of LOBs", () => {
    expect(askCheck(lobComparison, { source: source(9.9 * GB) })).toEqual([])
  })

  it("tells how many bytes the comparison reads, from columns or from segments", () => {
    const [finding] = askCheck(lobComparison, { source: source(40 * GB) })
    expect(finding).toMatchObject({
      code: "OP164",
      severity: "warning",
      path: "/tables/0/migration_settings/validate_data"
    })
    expect(finding?.what).toContain("40 GB in LOBs (DOC)")
    expect(askCheck(lobComparison, { source: source(null, 12 * GB) })[0]?.what).toContain("12 GB")
  })

  it("is silent when nothing is compared", () => {
    expect(
      askCheck(lobComparison, { source: source(40 * GB), table: { migration_settings: { validate_data: false } } })
    ).toEqual([])
  })

  it("draws the line at exactly 10 GB", () => {
    expect(askCheck(lobComparison, { source: source(10 * GB - 1) })).toEqual([])
    expect(askCheck(lobComparison, { source: source(10 * GB) })).toHaveLength(1)
  })
})
