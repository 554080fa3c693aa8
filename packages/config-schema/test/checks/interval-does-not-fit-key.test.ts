import { tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { intervalDoesNotFitKey } from "../../src/checks/interval-does-not-fit-key.ts"
import { askCheck } from "../ask-check.ts"

const ask = (key: string, target: { readonly [name: string]: unknown }) =>
  askCheck(intervalDoesNotFitKey, {
    source: tableModel({ columns: ["ORDER_ID NUMBER NOT NULL", key] }),
    table: { target_configuration: target }
  })

describe("OP129 interval-does-not-fit-key", () => {
  it.each(["MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR"])("takes %s for a DATE key", (interval_type) => {
    expect(ask("ORDER_DATE DATE NOT NULL", { interval_type })).toEqual([])
  })

  it("takes NUMBER for a NUMBER and a FLOAT key", () => {
    const target = { interval_type: "NUMBER", interval_value: 1000, initial_partition_value: 0 }
    expect(ask("ORDER_DATE NUMBER NOT NULL", target)).toEqual([])
    expect(ask("ORDER_DATE FLOAT NOT NULL", target)).toEqual([])
  })

  it("refuses months on a NUMBER key with ORA-14752", () => {
    const [finding] = ask("ORDER_DATE NUMBER(8) NOT NULL", { interval_type: "MONTH" })
    expect(finding).toMatchObject({
      code: "OP129",
      severity: "error",
      path: "/tables/0/target_configuration/interval_type"
    })
    expect(finding?.what).toBe(
      "interval_type is MONTH, but the partition key is ORDER_DATE (NUMBER(8), NOT NULL) (ORA-14752)."
    )
  })

  it("refuses a number on a TIMESTAMP key", () => {
    const [finding] = ask("ORDER_DATE TIMESTAMP(6) NOT NULL", { interval_type: "NUMBER", interval_value: 100 })
    expect(finding?.advice).toContain('"interval_type": "DAY"')
  })

  it("refuses an interval whose first partition would end after the year 9999", () => {
    expect(ask("ORDER_DATE DATE NOT NULL", { interval_type: "YEAR", interval_value: 7000 })).toEqual([])
    const [finding] = ask("ORDER_DATE DATE NOT NULL", { interval_type: "YEAR", interval_value: 8000 })
    expect(finding).toMatchObject({ path: "/tables/0/target_configuration/interval_value" })
    expect(finding?.what).toContain("ORA-01841")
  })

  it("tells what to write for a numeric key", () => {
    expect(ask("ORDER_DATE NUMBER(8) NOT NULL", { interval_type: "DAY" })[0]?.advice).toContain(
      'Write "interval_type": "NUMBER"'
    )
  })
})
