import { column, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { keySentinel } from "../../src/checks/key-sentinel.ts"
import { askCheck } from "../ask-check.ts"

const ask = (high: string, interval_type = "YEAR") =>
  askCheck(keySentinel, {
    source: tableModel({
      columns: [
        "ORDER_ID NUMBER",
        column("ORDER_DATE DATE NOT NULL", { statistics: { low: "2024-01-01 00:00:00", high } })
      ]
    }),
    table: { target_configuration: { interval_type } }
  })

describe("OP135 key-sentinel", () => {
  it("says nothing of real dates, however far ahead", () => {
    expect(ask("2026-01-31 23:59:59")).toEqual([])
    expect(ask("9997-12-31 00:00:00")).toEqual([])
  })

  it.each(["9999-12-31 00:00:00", "9999-12-31 23:59:59", "9999-01-01 00:00:00"])("refuses the marker %s", (high) => {
    const [finding] = ask(high, "DAY")
    expect(finding).toMatchObject({
      code: "OP135",
      severity: "error",
      subject: "HR.ORDERS.ORDER_DATE",
      path: "/tables/0/target_configuration/partition_column"
    })
    expect(finding?.what).toContain("ORA-01841")
    expect(finding?.advice).toContain("CASE WHEN ORDER_DATE < DATE '9999-01-01'")
  })

  it("refuses a key whose partition would end in the year 10000", () => {
    expect(
      askCheck(keySentinel, {
        source: tableModel({
          columns: [
            "ORDER_ID NUMBER",
            column("ORDER_DATE DATE NOT NULL", {
              statistics: { low: "2024-01-01 00:00:00", high: "9995-06-01 00:00:00" }
            })
          ]
        }),
        table: { target_configuration: { interval_type: "YEAR", interval_value: 10 } }
      })
    ).toHaveLength(1)
  })
})
