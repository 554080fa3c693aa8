import { primaryKey, tableModel, unique } from "@orapart/testkit/builders"
import type { TableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { deltaKey } from "../src/delta-key.ts"

const columns = ["ORDER_ID NUMBER(12) NOT NULL", "CODE VARCHAR2(9) NOT NULL", "REGION VARCHAR2(2)"]
const table = (constraints: TableModel["constraints"]): TableModel => tableModel({ columns, constraints })

describe("deltaKey", () => {
  it("is the primary key, in the key's own order", () => {
    expect(deltaKey(table([primaryKey("PK", ["REGION", "ORDER_ID"])]))).toEqual(["REGION", "ORDER_ID"])
  })

  it("prefers the primary key to a unique key that stands before it", () => {
    expect(deltaKey(table([unique("UK", "CODE"), primaryKey("PK", "ORDER_ID")]))).toEqual(["ORDER_ID"])
  })

  it("is the first unique key whose columns are all NOT NULL", () => {
    expect(
      deltaKey(table([unique("UK1", ["CODE", "REGION"]), unique("UK2", "CODE"), unique("UK3", "ORDER_ID")]))
    ).toEqual(["CODE"])
  })

  it.each([{ isEnabled: false }, { isValidated: false }, { isEnabled: false, isValidated: false }])(
    "passes over a primary key in state %o",
    (state) => {
      const key = primaryKey("PK", "ORDER_ID", { ...state, indexName: null })
      expect(deltaKey(table([key]))).toBeNull()
      expect(deltaKey(table([key, unique("UK", "CODE")]))).toEqual(["CODE"])
    }
  )

  it("is null when no key is certain to find a row", () => {
    expect(deltaKey(table([]))).toBeNull()
    expect(deltaKey(table([unique("UK", "REGION")]))).toBeNull()
  })
})
