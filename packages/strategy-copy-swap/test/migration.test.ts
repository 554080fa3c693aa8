import { childForeignKey, foreignKey, primaryKey, tableModel, trigger, unique } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import {
  constraintsOf,
  foreignChildren,
  isSelfReference,
  namedChildren,
  namedTriggers,
  renameTable
} from "../src/migration.ts"
import { migrationOf } from "./strategy-input.ts"

const child = (owner: string, table: string, name: string) =>
  childForeignKey({ owner, table, name, columns: ["ORDER_ID"], referencedConstraint: "ORDERS_PK" })

describe("describeMigration", () => {
  it("names the three tables, quoted where needed", () => {
    const migration = migrationOf({ owner: "hr", name: "Orders" })
    expect([migration.table, migration.interim, migration.retained]).toEqual([
      '"hr"."Orders"',
      '"hr"."Orders_INT"',
      '"hr"."Orders_OLD"'
    ])
  })

  it.each([
    ["none", false, { freezesInPrepare: true, isFrozen: true, opens: true }],
    ["none", true, { freezesInPrepare: false, isFrozen: true, opens: false }],
    ["timestamp", false, { freezesInPrepare: false, isFrozen: false, opens: true }],
    ["timestamp", true, { freezesInPrepare: false, isFrozen: true, opens: false }]
  ] as const)("freezes and opens with delta_sync %s and READ ONLY %s", (deltaSync, isReadOnly, expected) => {
    expect(migrationOf({ storage: { isReadOnly } }, { settings: { deltaSync } })).toMatchObject(expected)
  })

  it("captures changes by the delta key, under names made from the ledger's", () => {
    const table = { constraints: [primaryKey("PK", ["ORDER_DATE", "ORDER_ID"])] }
    expect(migrationOf(table, { names: { ledger: "LEDGER" } }).capture).toEqual({
      log: "LEDGER_LOG",
      trigger: "LEDGER_TRG",
      columns: ["ORDER_DATE", "ORDER_ID"],
      tablespace: "USERS"
    })
  })

  it("keeps those names within the limit of the database", () => {
    const given = {
      names: { ledger: "A".repeat(30) },
      database: { version: { major: 12, minor: 1 }, compatible: "12.1.0" }
    }
    const { capture } = migrationOf({ constraints: [primaryKey("PK", "ORDER_ID")] }, given)
    expect(capture?.log.length).toBe(30)
    expect(capture?.trigger.length).toBe(30)
    expect(capture?.log).not.toBe(capture?.trigger)
  })

  it("captures nothing without a key or when nobody writes", () => {
    expect(migrationOf().capture).toBeNull()
    const readOnly = { constraints: [primaryKey("PK", "ORDER_ID")], storage: { isReadOnly: true } }
    expect(migrationOf(readOnly).capture).toBeNull()
  })
})

describe("constraintsOf", () => {
  it("returns those of one type in the table's order", () => {
    const constraints = [unique("B", "ORDER_ID"), primaryKey("P", "ORDER_ID"), unique("A", "ORDER_DATE")]
    expect(constraintsOf(tableModel({ constraints }), "unique").map(({ name }) => name)).toEqual(["B", "A"])
  })
})

describe("isSelfReference", () => {
  it("asks for owner and table, both", () => {
    const constraints = [
      foreignKey("A", "ORDER_ID", { table: "ORDERS" }),
      foreignKey("B", "ORDER_ID", { owner: "OLD", table: "ORDERS" }),
      foreignKey("C", "ORDER_ID", { table: "CUSTOMERS" })
    ]
    const table = tableModel({ constraints })
    const selves = constraintsOf(table, "foreign-key").filter(({ body }) => isSelfReference(table, body))
    expect(selves.map(({ name }) => name)).toEqual(["A"])
  })
})

describe("foreignChildren", () => {
  it("leaves out the table's own keys and keeps a table of the same name elsewhere", () => {
    const childForeignKeys = [
      child("HR", "ORDERS", "SELF"),
      child("OLD", "ORDERS", "OTHER"),
      child("HR", "LINES", "LINES_FK")
    ]
    expect(foreignChildren(tableModel({ childForeignKeys })).map(({ name }) => name)).toEqual(["OTHER", "LINES_FK"])
  })
})

describe("namedChildren", () => {
  it("finds the planned name of a generated one by its place among the table's keys", () => {
    const childForeignKeys = [
      child("HR", "LINES", "SYS_C0001"),
      child("HR", "LINES", "SYS_C0002"),
      child("HR", "NOTES", "SYS_C0003")
    ]
    const entry = (table: string, name: string) => ({
      owner: "HR",
      table,
      name,
      interim: `${name}_I`,
      retained: `${name}_O`
    })
    const names = {
      childForeignKeys: [entry("LINES", "LINES_FK1"), entry("LINES", "LINES_FK2"), entry("NOTES", "NOTES_FK1")]
    }
    const named = namedChildren(migrationOf({ childForeignKeys }, { names }))
    expect(named.map(({ current, name, interim }) => [current, name, interim])).toEqual([
      ["SYS_C0001", "LINES_FK1", "LINES_FK1_I"],
      ["SYS_C0002", "LINES_FK2", "LINES_FK2_I"],
      ["SYS_C0003", "NOTES_FK1", "NOTES_FK1_I"]
    ])
  })

  it("does not mix up children of the same name in two schemas", () => {
    const childForeignKeys = [child("A", "LINES", "L_FK"), child("B", "LINES", "L_FK")]
    const named = namedChildren(migrationOf({ childForeignKeys }))
    expect(named.map(({ key, name }) => `${key.owner}.${name}`)).toEqual(["A.L_FK", "B.L_FK"])
  })
})

describe("namedTriggers", () => {
  it("keeps the trigger's own name where the planner gave none", () => {
    const named = namedTriggers(migrationOf({ triggers: [trigger("T")] }, { names: { triggers: [] } }))
    expect(named).toMatchObject([{ interim: "T", retained: "T" }])
  })
})

describe("renameTable", () => {
  it("quotes the new name and puts no schema in front of it", () => {
    expect(renameTable("HR.ORDERS", "Orders Old")).toBe('ALTER TABLE HR.ORDERS RENAME TO "Orders Old"')
  })
})
