import { tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { hashColumnIsPartitionColumn } from "../../src/checks/hash-column-is-partition-column.ts"
import { askCheck } from "../ask-check.ts"

const ask = (interval_type: string, subpartition_column = "ORDER_DATE") =>
  askCheck(hashColumnIsPartitionColumn, {
    source: tableModel(),
    table: { target_configuration: { interval_type, subpartition_column } }
  })

describe("OP142 hash-column-is-partition-column", () => {
  it.each(["MINUTE", "HOUR", "DAY"])("warns inside an interval of one %s", (unit) => {
    const [finding] = ask(unit)
    expect(finding).toMatchObject({
      code: "OP142",
      severity: "warning",
      subject: "HR.ORDERS.ORDER_DATE",
      path: "/tables/0/target_configuration/subpartition_column"
    })
  })

  it.each(["WEEK", "MONTH", "YEAR"])("lets it pass inside one %s, where many dates spread", (unit) => {
    expect(ask(unit)).toEqual([])
  })

  it("says nothing of two different columns", () => {
    expect(ask("DAY", "ORDER_ID")).toEqual([])
  })
})
