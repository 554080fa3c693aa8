import { tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { partitionColumnUnknown } from "../../src/checks/partition-column-unknown.ts"
import { askCheck } from "../ask-check.ts"

const source = tableModel({
  columns: [
    "ORDER_ID NUMBER(12) NOT NULL",
    "ORDER_DATE DATE NOT NULL",
    "SHIP_DATE DATE",
    '"Created At" DATE',
    '"order_date" DATE'
  ]
})
const ask = (partition_column: unknown) =>
  askCheck(partitionColumnUnknown, { source, table: { target_configuration: { partition_column } } })

describe("OP126 partition-column-unknown", () => {
  it("says nothing of a column in exactly its own case", () => {
    expect(ask("ORDER_DATE")).toEqual([])
    expect(ask("order_date")).toEqual([])
    expect(ask("Created At")).toEqual([])
  })

  it("names the column meant and those that can be used", () => {
    const [finding] = ask("ORDR_DATE")
    expect(finding).toMatchObject({
      code: "OP126",
      severity: "error",
      subject: "HR.ORDERS.ORDR_DATE",
      path: "/tables/0/target_configuration/partition_column"
    })
    expect(finding?.what).toBe("partition_column is ORDR_DATE, but HR.ORDERS has no such column.")
    expect(finding?.advice).toContain("Did you mean ORDER_DATE (DATE, NOT NULL)?")
    expect(finding?.advice).toContain("SHIP_DATE (DATE, nullable)")
  })

  it("names a column written in another case", () => {
    expect(ask("SHIP_date")[0]?.advice).toContain("Did you mean SHIP_DATE")
  })

  it("does not take a column that Oracle made", () => {
    const hidden = {
      ...source,
      columns: source.columns.map((one) =>
        one.name === "SHIP_DATE" ? { ...one, isUserGenerated: false, isHidden: true } : one
      )
    }
    expect(
      askCheck(partitionColumnUnknown, {
        source: hidden,
        table: { target_configuration: { partition_column: "SHIP_DATE" } }
      })
    ).toHaveLength(1)
  })

  it("asks nothing where the action keeps the key or wants another kind of layout", () => {
    expect(ask(undefined)).toEqual([])
    expect(
      askCheck(partitionColumnUnknown, {
        source,
        table: { target_configuration: { partition_type: "LIST", partition_column: "X" } }
      })
    ).toEqual([])
  })

  it("says so when no column can be one", () => {
    const lobs = tableModel({ columns: ["DOC CLOB"] })
    const [finding] = askCheck(partitionColumnUnknown, {
      source: lobs,
      table: { target_configuration: { partition_column: "WEATHER" } }
    })
    expect(finding?.advice).toBe("The table has no column that can be an interval key.")
  })
})
