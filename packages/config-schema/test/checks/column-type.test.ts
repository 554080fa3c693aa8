import { column, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { columnType } from "../../src/checks/column-type.ts"
import { askCheck } from "../ask-check.ts"

const tableWith = (...columns: ReadonlyArray<string>) =>
  tableModel({ columns: ["ORDER_ID NUMBER NOT NULL", "ORDER_DATE DATE NOT NULL", ...columns] })

describe("OP122 column-type", () => {
  it("carries scalar types and LOBs", () => {
    const source = tableWith(
      "A VARCHAR2(10)",
      "B NVARCHAR2(10)",
      "C RAW(16)",
      "D CLOB",
      "E BLOB",
      "F TIMESTAMP(6) WITH TIME ZONE",
      "G BINARY_DOUBLE",
      "H FLOAT(126)"
    )
    expect(askCheck(columnType, { source })).toEqual([])
  })

  it.each(["LONG", "LONG RAW", "BFILE", "JSON"])("refuses a column of type %s at the column", (type) => {
    const [finding, ...others] = askCheck(columnType, { source: tableWith(`NOTE ${type}`) })
    expect(finding).toMatchObject({
      code: "OP122",
      severity: "error",
      subject: "HR.ORDERS.NOTE",
      path: "/tables/0/table_name"
    })
    expect(finding?.why).not.toBe("")
    expect(others).toEqual([])
  })

  it("refuses an object column and a type that no release writes", () => {
    const shape = { ...column("SHAPE NUMBER"), dataType: "SDO_GEOMETRY", dataTypeOwner: "MDSYS" }
    const odd = { ...column("ODD NUMBER"), dataType: "UNDEFINED" }
    const source = tableModel({ columns: ["ORDER_ID NUMBER", "ORDER_DATE DATE", shape, odd] })
    expect(askCheck(columnType, { source }).map((finding) => finding.subject)).toEqual([
      "HR.ORDERS.SHAPE",
      "HR.ORDERS.ODD"
    ])
  })

  it("lets a virtual column of any type pass, because nothing of it is stored", () => {
    const source = tableWith("DOC VARCHAR2(100)", 'FLAG BOOLEAN GENERATED ALWAYS AS ("DOC" IS NULL) VIRTUAL')
    expect(askCheck(columnType, { source })).toEqual([])
  })

  it("tells how a LONG is got rid of", () => {
    expect(askCheck(columnType, { source: tableWith("NOTE LONG") })[0]?.advice).toContain("MODIFY")
  })

  it("refuses XMLType and object columns, which the dictionary calls virtual", () => {
    const xml = { ...column("DOC NUMBER"), dataType: "XMLTYPE", dataTypeOwner: "SYS", isVirtual: true }
    const source = tableModel({ columns: ["ORDER_ID NUMBER", "ORDER_DATE DATE", xml] })
    expect(askCheck(columnType, { source })[0]).toMatchObject({
      subject: "HR.ORDERS.DOC",
      evidence: { family: "xmltype" }
    })
  })
})
