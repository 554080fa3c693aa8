import type { TableModel } from "@orapart/contract"
import { childForeignKey, column, foreignKey, notNull, primaryKey, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { completeTarget } from "../src/complete-target.ts"
import { chooseNames } from "../src/names/choose-names.ts"
import { indexUsedNames } from "../src/names/used-names.ts"
import { planIndexes } from "../src/indexes/plan-indexes.ts"
import { monthly } from "./fake-plugins.ts"

const complete = (source: TableModel, layout: TableModel = monthly(source)) => {
  const { finalNames } = chooseNames({ source, limitBytes: 128, used: indexUsedNames({ tables: [source] }) })
  const { indexes } = planIndexes({ source, target: layout, finalNames: finalNames.indexes })
  return completeTarget({ source, layout, indexes, finalNames })
}

describe("completeTarget", () => {
  it("keeps owner and name of the source whatever the action called its layout", () => {
    const source = tableModel()
    const { target } = complete(source, { ...monthly(source), owner: "X", name: "Y" })
    expect([target.owner, target.name]).toEqual(["HR", "ORDERS"])
  })

  it("carries everything that hangs on the table as it is", () => {
    const source = tableModel({ comment: "orders", hasMaterializedViewLog: true, flashbackArchive: "FBA" })
    const { target } = complete(source)
    const { columns, constraints, indexes, partitioning, ...carried } = source
    expect(target).toMatchObject(carried)
    expect(target.partitioning).not.toEqual(partitioning)
    expect([target.columns, target.constraints, target.indexes]).toEqual([columns, constraints, indexes])
  })

  it("puts planned names in place of generated ones, in constraints and in what refers to them", () => {
    const source = tableModel({
      columns: ["ORDER_ID NUMBER NOT NULL", "ORDER_DATE DATE NOT NULL", "PARENT_ID NUMBER"],
      constraints: [
        primaryKey("SYS_C0001", "ORDER_ID"),
        foreignKey("SELF_FK", "PARENT_ID", { table: "ORDERS", constraint: "SYS_C0001", columns: "ORDER_ID" })
      ],
      childForeignKeys: [
        childForeignKey({ table: "ITEMS", name: "SYS_C0002", columns: ["ORDER_ID"], referencedConstraint: "SYS_C0001" })
      ]
    })
    const { target } = complete(source)
    expect(target.constraints[0]).toMatchObject({
      name: "ORDERS_C1",
      isGeneratedName: false,
      body: { indexName: "ORDERS_C1" }
    })
    expect(target.constraints[1]).toMatchObject({ name: "SELF_FK", body: { referencedConstraint: "ORDERS_C1" } })
    expect(target.childForeignKeys[0]).toMatchObject({
      name: "ITEMS_ORDERS_F1",
      isGeneratedName: false,
      referencedConstraint: "ORDERS_C1"
    })
    expect(target.indexes.map((one) => one.name)).toEqual(["ORDERS_C1"])
  })

  it("leaves the name of another table's generated key alone", () => {
    const source = tableModel({
      constraints: [
        primaryKey("SYS_C0001", "ORDER_ID"),
        foreignKey("FK", "ORDER_ID", { owner: "SALES", table: "ORDERS", constraint: "SYS_C0001" })
      ]
    })
    expect(complete(source).target.constraints[1]).toMatchObject({ body: { referencedConstraint: "SYS_C0001" } })
  })

  it("keeps a generated NOT NULL unnamed", () => {
    const generated = complete(tableModel()).target.constraints.filter((constraint) => constraint.isGeneratedName)
    expect(generated.map((constraint) => constraint.body.type)).toEqual(["not-null", "not-null"])
  })
})

describe("a partition key that may be NULL", () => {
  const nullable = ["ORDER_ID NUMBER NOT NULL", "ORDER_DATE DATE"]

  it("gets one enforced NOT NULL without a name, and a warning that counts the NULLs", () => {
    const date = column("ORDER_DATE DATE", { statistics: { nullCount: 12 } })
    const { findings, target } = complete(tableModel({ columns: ["ORDER_ID NUMBER NOT NULL", date] }))
    const added = target.constraints.filter(({ body }) => body.type === "not-null" && body.column === "ORDER_DATE")
    expect(added).toMatchObject([{ isGeneratedName: true, state: { isEnabled: true, isValidated: true } }])
    expect(findings).toMatchObject([
      { code: "OP231", severity: "warning", subject: "HR.ORDERS.ORDER_DATE", evidence: { nullCount: 12 } }
    ])
    expect(findings[0]?.what).toContain("12 rows")
  })

  it("has an existing NOT NULL that is not validated enforced instead of a second one", () => {
    const source = tableModel({
      columns: nullable,
      constraints: [notNull("DATE_NN", "ORDER_DATE", { isValidated: false })]
    })
    const found = complete(source).target.constraints.filter(
      ({ body }) => body.type === "not-null" && body.column === "ORDER_DATE"
    )
    expect(found).toMatchObject([{ name: "DATE_NN", state: { isEnabled: true, isValidated: true } }])
  })

  it("is no news when the column is NOT NULL already", () => {
    expect(complete(tableModel()).findings).toEqual([])
  })
})
