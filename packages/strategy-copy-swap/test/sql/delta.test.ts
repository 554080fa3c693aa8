import { primaryKey } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { deltaData } from "../../src/sql/delta.ts"
import { rowsOf } from "../read-data.ts"
import { migrationOf } from "../strategy-input.ts"
import type { TableInput } from "../strategy-input.ts"

const table: TableInput = {
  columns: [
    "ORDER_ID NUMBER(12) NOT NULL",
    "ORDER_DATE DATE NOT NULL",
    "CHANGED_AT TIMESTAMP(6)",
    "NOTE VARCHAR2(10) INVISIBLE",
    'TWICE NUMBER GENERATED ALWAYS AS ("ORDER_ID" * 2) VIRTUAL'
  ],
  constraints: [primaryKey("ORDERS_PK", ["ORDER_DATE", "ORDER_ID"])]
}
const timestamp = { settings: { deltaSync: "timestamp", deltaColumn: "CHANGED_AT" } } as const
const namesIn = (given: TableInput, key: string) =>
  rowsOf(deltaData(migrationOf(given, timestamp)) ?? {}, key).map((column) => column["name"])

describe("deltaData", () => {
  it("is null when delta_sync is none", () => {
    expect(deltaData(migrationOf(table))).toBeNull()
  })

  it("is null for a table that is READ ONLY anyway", () => {
    expect(deltaData(migrationOf({ ...table, storage: { isReadOnly: true } }, timestamp))).toBeNull()
  })

  it("is null without a key or without a column, which a refusal reports", () => {
    expect(deltaData(migrationOf({ ...table, constraints: [] }, timestamp))).toBeNull()
    expect(deltaData(migrationOf(table, { settings: { deltaSync: "timestamp", deltaColumn: null } }))).toBeNull()
  })

  it("names the column that says when a row changed", () => {
    expect(deltaData(migrationOf(table, timestamp))).toMatchObject({ column: "CHANGED_AT", hasOtherColumns: true })
  })

  it("moves every stored column, invisible ones too and virtual ones not", () => {
    expect(namesIn(table, "columns")).toEqual(["ORDER_ID", "ORDER_DATE", "CHANGED_AT", "NOTE"])
  })

  it("matches rows by the key's columns", () => {
    expect(namesIn(table, "keyColumns")).toEqual(["ORDER_ID", "ORDER_DATE"])
  })

  it("knows when there is nothing beside the key to update", () => {
    const only = {
      columns: ["ORDER_ID NUMBER(12) NOT NULL", "CHANGED_AT DATE NOT NULL"],
      constraints: [primaryKey("PK", ["ORDER_ID", "CHANGED_AT"])]
    }
    const target = { partitioning: null }
    expect(deltaData(migrationOf(only, { ...timestamp, target }))).toMatchObject({ hasOtherColumns: false })
  })
})
