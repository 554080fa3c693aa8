import { tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { hashColumnUnknown } from "../../src/checks/hash-column-unknown.ts"
import { askCheck } from "../ask-check.ts"

const source = tableModel({ columns: ["ORDER_ID NUMBER(12) NOT NULL", "ORDER_DATE DATE NOT NULL", "NOTE CLOB"] })
const ask = (target: { readonly [key: string]: unknown }) =>
  askCheck(hashColumnUnknown, { source, table: { target_configuration: target } })

describe("OP138 hash-column-unknown", () => {
  it("says nothing of a column that is there", () => {
    expect(ask({ subpartition_column: "ORDER_ID" })).toEqual([])
  })

  it("names the column meant and those that can be hashed", () => {
    const [finding] = ask({ subpartition_column: "ODER_ID" })
    expect(finding).toMatchObject({
      code: "OP138",
      severity: "error",
      subject: "HR.ORDERS.ODER_ID",
      path: "/tables/0/target_configuration/subpartition_column"
    })
    expect(finding?.advice).toBe(
      "Did you mean ORDER_ID (NUMBER(12), NOT NULL)? Columns usable as a hash key: ORDER_ID (NUMBER(12), NOT NULL) and ORDER_DATE (DATE, NOT NULL)."
    )
  })

  it("names a column written in lower case", () => {
    expect(ask({ subpartition_column: "order_id" })[0]?.advice).toContain("Did you mean ORDER_ID")
  })

  it("asks nothing where no hash is wished", () => {
    expect(ask({ subpartition_type: "NONE", subpartition_column: "ODER_ID" })).toEqual([])
  })

  it("says so when no column can be one", () => {
    const lobs = tableModel({ columns: ["DOC CLOB"] })
    const [finding] = askCheck(hashColumnUnknown, {
      source: lobs,
      table: { target_configuration: { subpartition_column: "WEATHER" } }
    })
    expect(finding?.advice).toBe("The table has no column that can be a hash key.")
  })
})
