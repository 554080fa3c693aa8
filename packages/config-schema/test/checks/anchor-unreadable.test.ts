import { tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { anchorUnreadable } from "../../src/checks/anchor-unreadable.ts"
import { askCheck } from "../ask-check.ts"

const ask = (initial_partition_value: unknown, key = "ORDER_DATE DATE NOT NULL") =>
  askCheck(anchorUnreadable, {
    source: tableModel({ columns: ["ORDER_ID NUMBER", key] }),
    table: { target_configuration: { initial_partition_value } }
  })

describe("OP130 anchor-unreadable", () => {
  it.each([
    "TO_DATE('2020-01-01', 'YYYY-MM-DD')",
    "TO_DATE('2020-01-01 06:00:00', 'YYYY-MM-DD HH24:MI:SS')",
    "to_date('01-JAN-2020','DD-MON-YYYY')",
    "DATE '2020-01-01'",
    "TIMESTAMP '2020-01-01 00:00:00'",
    "TO_TIMESTAMP('2020-01-01', 'YYYY-MM-DD')"
  ])("reads %s", (value) => {
    expect(ask(value)).toEqual([])
  })

  it.each([
    ["TO_DATE('2024-13-99', 'YYYY-MM-DD')", "month 13"],
    ["TO_DATE('2024-99-99', 'YYYY-MM-DD')", "month 99"],
    ["TO_DATE('2023-02-29', 'YYYY-MM-DD')", "day 29"],
    ["2024-01-01", "TO_DATE('2024-01-01', 'YYYY-MM-DD')"],
    ["TO_DATE('2024-01-01')", "NLS"],
    ["SYSDATE", "none of"],
    ["'; DROP TABLE X --", "none of"]
  ])("refuses %s and says why", (value, reason) => {
    const [finding] = ask(value)
    expect(finding).toMatchObject({
      code: "OP130",
      severity: "error",
      path: "/tables/0/target_configuration/initial_partition_value"
    })
    expect(finding?.what).toContain(reason)
  })

  it("refuses a number for a DATE key and a date for a NUMBER key", () => {
    expect(ask(20240101)[0]?.what).toContain("is a number, but the partition key is ORDER_DATE (DATE, NOT NULL)")
    expect(ask("DATE '2024-01-01'", "ORDER_DATE NUMBER NOT NULL")[0]?.what).toContain("is a point in time")
    expect(ask("10000", "ORDER_DATE NUMBER NOT NULL")).toEqual([])
  })

  it("refuses MAXVALUE, which no interval table has", () => {
    expect(ask("MAXVALUE")[0]?.what).toContain("ORA-14761")
  })

  it("refuses a number that JSON has already rounded, and takes it as text", () => {
    expect(ask(2 ** 60, "ORDER_DATE NUMBER NOT NULL")[0]?.what).toContain("lose digits")
    expect(ask("12345678901234567890", "ORDER_DATE NUMBER NOT NULL")).toEqual([])
  })

  it("reads the value without a snapshot too", () => {
    const findings = askCheck(anchorUnreadable, {
      snapshot: null,
      table: { target_configuration: { initial_partition_value: "TO_DATE('2024-13-01','YYYY-MM-DD')" } }
    })
    expect(findings).toHaveLength(1)
  })

  it("takes the largest number that JSON keeps", () => {
    expect(ask(Number.MAX_SAFE_INTEGER, "ORDER_DATE NUMBER NOT NULL")).toEqual([])
  })
})
