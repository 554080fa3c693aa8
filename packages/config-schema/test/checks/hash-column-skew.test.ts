import { column, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { hashColumnSkew } from "../../src/checks/hash-column-skew.ts"
import { askCheck } from "../ask-check.ts"

const ask = (statistics: { readonly distinctCount?: number; readonly nullCount?: number }, rowCount = 1_000_000) =>
  askCheck(hashColumnSkew, {
    source: tableModel({
      columns: ["ORDER_DATE DATE NOT NULL", column("ORDER_ID NUMBER", { statistics })],
      statistics: { rowCount }
    })
  })

describe("OP141 hash-column-skew", () => {
  it("says nothing of ten values per subpartition and more", () => {
    expect(ask({ distinctCount: 80 })).toEqual([])
    expect(ask({ distinctCount: 1_000_000 })).toEqual([])
  })

  it("tells how many subpartitions stay empty", () => {
    const [finding] = ask({ distinctCount: 3 })
    expect(finding).toMatchObject({
      code: "OP141",
      severity: "warning",
      subject: "HR.ORDERS.ORDER_ID",
      path: "/tables/0/target_configuration/subpartition_column"
    })
    expect(finding?.what).toBe("ORDER_ID has 3 distinct values for 8 hash subpartitions.")
    expect(finding?.why).toContain("At least 5 of the 8")
  })

  it("warns of few values even where none stays empty", () => {
    expect(ask({ distinctCount: 79 })[0]?.why).toContain("several times the rows")
  })

  it("does not hold a small table's row count against it", () => {
    expect(ask({ distinctCount: 50 }, 50)).toEqual([])
  })

  it("warns when NULLs are more than the share of one subpartition", () => {
    expect(ask({ distinctCount: 900_000, nullCount: 125_000 })).toEqual([])
    const [finding] = ask({ distinctCount: 900_000, nullCount: 125_001 })
    expect(finding?.what).toContain("NULL in 125,001 of 1,000,000 rows (13 %)")
  })

  it("is silent without statistics", () => {
    expect(askCheck(hashColumnSkew, { source: tableModel() })).toEqual([])
  })

  it("asks from two subpartitions on", () => {
    const one = (count: number) =>
      askCheck(hashColumnSkew, {
        source: tableModel({
          columns: ["ORDER_DATE DATE", column("ORDER_ID NUMBER", { statistics: { distinctCount: 1 } })],
          statistics: { rowCount: 100 }
        }),
        table: { target_configuration: { subpartition_count: count } }
      })
    expect(one(2)[0]?.what).toBe("ORDER_ID has 1 distinct value for 2 hash subpartitions.")
    expect(one(1)).toEqual([])
  })

  it("says that none stays empty when there is a value for each", () => {
    expect(ask({ distinctCount: 8 })[0]?.why).toContain("several times the rows")
  })
})
