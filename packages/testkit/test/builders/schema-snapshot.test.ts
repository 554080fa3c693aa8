// Snapshots built for tests must know every taken name, or a test of name choice would pass by accident.
import {
  childForeignKey,
  databaseInfo,
  dependent,
  foreignKey,
  index,
  primaryKey,
  schemaSnapshot,
  synonym,
  tableConfig,
  tableModel,
  trigger
} from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"

describe("schemaSnapshot", () => {
  it("takes the names of tables and of all that hangs on them, per owner and namespace", () => {
    const table = tableModel({
      columns: ["ORDER_ID NUMBER", "DEPT_ID NUMBER"],
      constraints: [primaryKey("ORDERS_PK", "ORDER_ID"), foreignKey("ORDERS_FK", "DEPT_ID", { table: "DEPTS" })],
      indexes: [index("ORDERS_IX", "DEPT_ID")],
      triggers: [trigger("ORDERS_BIU")],
      synonyms: [synonym("ORD"), synonym("ORDERS", "APP")],
      dependents: [dependent("V_ORDERS"), dependent("ORDERS_BIU", { type: "TRIGGER" })],
      childForeignKeys: [
        childForeignKey({
          owner: "BILLING",
          table: "INVOICES",
          name: "INV_FK",
          columns: ["ORDER_ID"],
          referencedConstraint: "ORDERS_PK"
        })
      ]
    })
    expect(schemaSnapshot({ tables: [table], usedNames: { HR: { objects: ["ORD_SEQ"] } } }).usedNames).toEqual({
      APP: { objects: ["ORDERS"], indexes: [], constraints: [], triggers: [] },
      BILLING: { objects: ["INVOICES"], indexes: [], constraints: ["INV_FK"], triggers: [] },
      HR: {
        objects: ["DEPTS", "ORDERS", "ORD_SEQ", "V_ORDERS"],
        indexes: ["ORDERS_IX", "ORDERS_PK"],
        constraints: ["ORDERS_FK", "ORDERS_PK"],
        triggers: ["ORDERS_BIU"]
      }
    })
  })
})

describe("databaseInfo", () => {
  it("is a 19c that was read completely, and lowers single coverages", () => {
    expect(databaseInfo()).toMatchObject({
      version: { major: 19, minor: 0 },
      coverage: { grants: "dba", segments: "dba" }
    })
    expect(databaseInfo({ coverage: { grants: "none" } }).coverage).toMatchObject({ grants: "none", triggers: "dba" })
  })
})

describe("tableConfig", () => {
  it("wishes a layout for the default table's own columns", () => {
    const { owner, table_name, target_configuration: target } = tableConfig()
    const table = tableModel()
    expect([owner, table_name]).toEqual([table.owner, table.name])
    const columns = table.columns.map(({ name }) => name)
    expect(columns).toContain(target["partition_column"])
    expect(columns).toContain(target["subpartition_column"])
  })

  it("lays wishes over the defaults and leaves out those set to undefined", () => {
    const { target_configuration: target } = tableConfig({
      target_configuration: { subpartition_count: 4, initial_partition_value: undefined }
    })
    expect(target).toMatchObject({ subpartition_count: 4, interval_type: "DAY" })
    expect(target).not.toHaveProperty("initial_partition_value")
  })
})
