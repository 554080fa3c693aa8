import { column, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { partitionColumnNullable } from "../../src/checks/partition-column-nullable.ts"
import { askCheck } from "../ask-check.ts"

const ask = (declaration: string, nullCount?: number | null) =>
  askCheck(partitionColumnNullable, {
    source: tableModel({
      columns: ["ORDER_ID NUMBER", column(declaration, nullCount === undefined ? {} : { statistics: { nullCount } })],
      statistics: { rowCount: 5000 }
    })
  })

describe("OP128 partition-column-nullable", () => {
  it("says nothing of a NOT NULL key", () => {
    expect(ask("ORDER_DATE DATE NOT NULL")).toEqual([])
  })

  it("is an error with the number when the statistics counted NULLs", () => {
    const [finding] = ask("ORDER_DATE DATE", 1234)
    expect(finding).toMatchObject({
      code: "OP128",
      severity: "error",
      subject: "HR.ORDERS.ORDER_DATE",
      path: "/tables/0/target_configuration/partition_column"
    })
    expect(finding?.what).toBe(
      "1,234 rows of HR.ORDERS had NULL in ORDER_DATE when its statistics were gathered (2026-01-31 22:00:05)."
    )
    expect(finding?.why).toContain("ORA-14300")
  })

  it("is a warning when none were counted, and when nothing is known", () => {
    expect(ask("ORDER_DATE DATE", 0)[0]).toMatchObject({
      severity: "warning",
      what: expect.stringContaining("counted no NULLs") as string
    })
    expect(ask("ORDER_DATE DATE")[0]).toMatchObject({
      severity: "warning",
      what: expect.stringContaining("not known") as string
    })
  })

  it("leaves a key that cannot be one to its own check", () => {
    expect(ask("ORDER_DATE VARCHAR2(10)")).toEqual([])
  })

  it("takes a single NULL for an error", () => {
    expect(ask("ORDER_DATE DATE", 1)[0]).toMatchObject({ severity: "error", evidence: { nullCount: 1 } })
  })
})
