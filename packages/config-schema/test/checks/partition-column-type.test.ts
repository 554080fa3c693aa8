import { column, intervalPartitioning, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { partitionColumnType } from "../../src/checks/partition-column-type.ts"
import { askCheck } from "../ask-check.ts"

const ask = (declaration: string) =>
  askCheck(partitionColumnType, {
    source: tableModel({ columns: ["ORDER_ID NUMBER NOT NULL", "ORDER_DATE DATE NOT NULL", declaration] }),
    table: { target_configuration: { partition_column: "KEY_COLUMN" } }
  })

describe("OP127 partition-column-type", () => {
  it.each(["NUMBER(8)", "FLOAT(126)", "DATE", "TIMESTAMP(6)"])("takes %s", (type) => {
    expect(ask(`KEY_COLUMN ${type}`)).toEqual([])
  })

  it.each([
    ["VARCHAR2(8)", "ORA-14751"],
    ["RAW(16)", "ORA-14751"],
    ["BINARY_DOUBLE", "ORA-14751"],
    ["TIMESTAMP(6) WITH TIME ZONE", "ORA-03001"],
    ["CLOB", "ORA-14135"],
    ["LONG", "ORA-14031"]
  ])("refuses %s with %s", (type, error) => {
    const [finding] = ask(`KEY_COLUMN ${type}`)
    expect(finding).toMatchObject({
      code: "OP127",
      severity: "error",
      subject: "HR.ORDERS.KEY_COLUMN",
      path: "/tables/0/target_configuration/partition_column"
    })
    expect(finding?.what).toContain(error)
    expect(finding?.evidence).toMatchObject({ error })
  })

  it("refuses an object column with ORA-14513 and an encrypted one with ORA-28346", () => {
    const object = { ...column("KEY_COLUMN NUMBER"), dataType: "ADDRESS_T", dataTypeOwner: "HR" }
    const encrypted = column("KEY_COLUMN DATE", {
      encryption: { algorithm: "AES192", salt: false, integrity: "SHA-1" }
    })
    const errors = [object, encrypted].map(
      (key) =>
        askCheck(partitionColumnType, {
          source: tableModel({ columns: ["A DATE", key] }),
          table: { target_configuration: { partition_column: "KEY_COLUMN" } }
        })[0]?.evidence["error"]
    )
    expect(errors).toEqual(["ORA-14513", "ORA-28346"])
  })

  it("shows the virtual column that stands in for a time zone", () => {
    expect(ask("KEY_COLUMN TIMESTAMP(6) WITH TIME ZONE")[0]?.advice).toContain(
      "CAST(SYS_EXTRACT_UTC(KEY_COLUMN) AS DATE)"
    )
  })

  it("takes virtual and invisible columns", () => {
    expect(ask('KEY_COLUMN DATE GENERATED ALWAYS AS (TRUNC("ORDER_DATE")) VIRTUAL')).toEqual([])
    expect(ask("KEY_COLUMN DATE INVISIBLE")).toEqual([])
  })

  it("asks the key that a kept layout has", () => {
    const key = column("ORDER_DATE DATE", { encryption: { algorithm: "AES192", salt: false, integrity: "SHA-1" } })
    const source = tableModel({
      columns: ["ORDER_ID NUMBER", key],
      partitioning: intervalPartitioning("ORDER_DATE", "DAY", "2024-01-01")
    })
    const kept = {
      partition_column: undefined,
      interval_type: undefined,
      interval_value: undefined,
      initial_partition_value: undefined
    }
    expect(askCheck(partitionColumnType, { source, table: { target_configuration: kept } })).toHaveLength(1)
  })

  it("says so when no other column can be one", () => {
    const source = tableModel({ columns: ["DOC CLOB"] })
    const [finding] = askCheck(partitionColumnType, {
      source,
      table: { target_configuration: { partition_column: "DOC" } }
    })
    expect(finding?.advice).toBe("Choose another column.")
  })
})
