import { tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { deltaColumn } from "../../src/checks/delta-column.ts"
import { askCheck } from "../ask-check.ts"

const source = tableModel({
  columns: ["ORDER_ID NUMBER NOT NULL", "ORDER_DATE DATE NOT NULL", "CHANGED_AT TIMESTAMP(6) WITH TIME ZONE"]
})
const ask = (delta_column?: string, delta_sync: "none" | "timestamp" = "timestamp") =>
  askCheck(deltaColumn, {
    source,
    table: { migration_settings: { delta_sync, ...(delta_column === undefined ? {} : { delta_column }) } }
  })

describe("OP160 delta-column", () => {
  it("takes DATE and TIMESTAMP columns of every kind", () => {
    expect(ask("ORDER_DATE")).toEqual([])
    expect(ask("CHANGED_AT")).toEqual([])
  })

  it("asks for the column when it is not given", () => {
    const [finding] = ask()
    expect(finding).toMatchObject({
      code: "OP160",
      severity: "error",
      path: "/tables/0/migration_settings/delta_column"
    })
    expect(finding?.advice).toContain("ORDER_DATE (DATE, NOT NULL) and CHANGED_AT")
  })

  it("names the column meant", () => {
    expect(ask("CHANGED_ON")[0]?.advice).toContain("Did you mean CHANGED_AT?")
  })

  it("refuses a column of another type", () => {
    expect(ask("ORDER_ID")[0]?.what).toBe(
      "delta_column is ORDER_ID (NUMBER, NOT NULL); it has to be a DATE or TIMESTAMP column."
    )
  })

  it("asks nothing when no timestamp is followed", () => {
    expect(ask("NOWHERE", "none")).toEqual([])
  })

  it("without a snapshot asks only whether it is given", () => {
    const settings = { delta_sync: "timestamp" } as const
    expect(askCheck(deltaColumn, { snapshot: null, table: { migration_settings: settings } })).toHaveLength(1)
    expect(
      askCheck(deltaColumn, { snapshot: null, table: { migration_settings: { ...settings, delta_column: "X" } } })
    ).toEqual([])
  })

  it("offers nothing where no column keeps a time", () => {
    const table = { migration_settings: { delta_sync: "timestamp" } } as const
    expect(askCheck(deltaColumn, { source: tableModel({ columns: ["ORDER_ID NUMBER"] }), table })[0]?.advice).toBe(
      "Name the last-change column."
    )
  })
})
