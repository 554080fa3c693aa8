import { tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { hashColumnType } from "../../src/checks/hash-column-type.ts"
import { askCheck } from "../ask-check.ts"

const ask = (declaration: string) =>
  askCheck(hashColumnType, {
    source: tableModel({ columns: ["ORDER_DATE DATE NOT NULL", `HASH_KEY ${declaration}`] }),
    table: { target_configuration: { subpartition_column: "HASH_KEY" } }
  })

describe("OP139 hash-column-type", () => {
  it.each([
    "NUMBER(12)",
    "VARCHAR2(20)",
    "NVARCHAR2(20)",
    "CHAR(2)",
    "RAW(16)",
    "DATE",
    "TIMESTAMP(6)",
    "TIMESTAMP(6) WITH LOCAL TIME ZONE"
  ])("takes %s", (type) => {
    expect(ask(type)).toEqual([])
  })

  it.each([
    ["CLOB", "ORA-14135"],
    ["LONG", "ORA-14031"],
    ["TIMESTAMP(6) WITH TIME ZONE", "ORA-03001"],
    ["BINARY_DOUBLE", "not supported"],
    ["ROWID", "not supported"]
  ])("refuses %s (%s) and names columns to use instead", (type, error) => {
    const [finding] = ask(type)
    expect(finding).toMatchObject({
      code: "OP139",
      severity: "error",
      subject: "HR.ORDERS.HASH_KEY",
      path: "/tables/0/target_configuration/subpartition_column",
      evidence: { error }
    })
    expect(finding?.advice).toBe("Columns usable instead: ORDER_DATE (DATE, NOT NULL).")
  })

  it("says so when no column can be one", () => {
    const source = tableModel({ columns: ["HASH_KEY CLOB"] })
    const [finding] = askCheck(hashColumnType, {
      source,
      table: { target_configuration: { subpartition_column: "HASH_KEY" } }
    })
    expect(finding?.advice).toBe("Use an action without subpartitions.")
  })
})
