import { column, intervalPartitioning, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { anchorUndecided } from "../../src/checks/anchor-undecided.ts"
import { askCheck } from "../ask-check.ts"

const none = { target_configuration: { initial_partition_value: undefined } }
const known = tableModel({
  columns: ["ORDER_ID NUMBER", column("ORDER_DATE DATE NOT NULL", { statistics: { low: "2020-01-01 00:00:00" } })]
})

describe("OP134 anchor-undecided", () => {
  it("asks for a first bound when neither the file nor the statistics have one", () => {
    const [finding] = askCheck(anchorUndecided, { source: tableModel(), table: none })
    expect(finding).toMatchObject({
      code: "OP134",
      severity: "error",
      path: "/tables/0/target_configuration/initial_partition_value"
    })
    expect(finding?.advice).toContain("DBMS_STATS.GATHER_TABLE_STATS")
  })

  it("is content with a written bound, or with a known smallest key", () => {
    expect(askCheck(anchorUndecided, { source: tableModel() })).toEqual([])
    expect(askCheck(anchorUndecided, { source: known, table: none })).toEqual([])
  })

  it("is content with the bounds that the source has", () => {
    const source = tableModel({ partitioning: intervalPartitioning("ORDER_DATE", "MONTH", "2023-01-01") })
    expect(askCheck(anchorUndecided, { source, table: none })).toEqual([])
  })
})
