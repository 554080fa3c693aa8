import { childForeignKey, constraintState, dependent, foreignKey, grant } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { planRestoreGrants } from "../../src/steps/restore-grants.ts"
import { valueOf } from "../read-data.ts"
import { migrationOf } from "../strategy-input.ts"
import type { TableInput } from "../strategy-input.ts"

const step = (table: TableInput = {}) => planRestoreGrants(migrationOf(table))
const child = (name: string, given: Partial<Parameters<typeof childForeignKey>[0]> = {}) =>
  childForeignKey({ table: "LINES", name, columns: ["ORDER_ID"], referencedConstraint: "ORDERS_PK", ...given })

describe("planRestoreGrants", () => {
  it("is step 60, can be run again, and says why nothing takes it back", () => {
    expect(step()).toMatchObject({
      id: "restore-grants",
      number: 60,
      file: "60_restore_grants.sql",
      phase: "cutover",
      restart: "run-again",
      master: 2,
      apply: { template: "core:60_restore_grants.sql" },
      revert: { kind: "none" }
    })
    expect(step().revert).toMatchObject({ reason: expect.stringContaining("the undo of step 50") })
  })

  it("gives the grants again", () => {
    const data = step({ grants: [grant("APP", "SELECT", { isGrantable: true })] }).apply.data
    expect(valueOf(data, "grants")).toEqual([{ privileges: "SELECT", grantee: "APP", options: " WITH GRANT OPTION" }])
    expect(valueOf(data, "grantRows")).toHaveLength(1)
  })

  it.each([
    ["VIEW", "ALTER VIEW HR.X COMPILE"],
    ["PACKAGE", "ALTER PACKAGE HR.X COMPILE REUSE SETTINGS"],
    ["PACKAGE BODY", "ALTER PACKAGE HR.X COMPILE BODY REUSE SETTINGS"],
    ["TYPE BODY", "ALTER TYPE HR.X COMPILE BODY REUSE SETTINGS"],
    ["PROCEDURE", "ALTER PROCEDURE HR.X COMPILE REUSE SETTINGS"],
    ["FUNCTION", "ALTER FUNCTION HR.X COMPILE REUSE SETTINGS"],
    ["TRIGGER", "ALTER TRIGGER HR.X COMPILE REUSE SETTINGS"],
    ["MATERIALIZED VIEW", "ALTER MATERIALIZED VIEW HR.X COMPILE"]
  ])("compiles a dependent %s", (type, statement) => {
    expect(valueOf(step({ dependents: [dependent("X", { type })] }).apply.data, "dependents")).toEqual([statement])
  })

  it("compiles what was valid before, in every schema, and leaves the rest", () => {
    const data = step({
      dependents: [
        dependent("Mixed View", { owner: "BI" }),
        dependent("BROKEN_V", { isValid: false }),
        dependent("SYN", { type: "SYNONYM" })
      ]
    }).apply.data
    expect(valueOf(data, "dependents")).toEqual(['ALTER VIEW BI."Mixed View" COMPILE'])
    expect(valueOf(data, "validDependents")).toEqual([{ owner: "BI", name: "Mixed View", type: "VIEW" }])
  })

  it("refreshes every materialized view by its quoted name", () => {
    const materializedViews = [{ owner: "BI", name: "Mv Day", refreshMethod: "FAST", isPrebuilt: false }]
    expect(valueOf(step({ materializedViews }).apply.data, "refreshes")).toEqual(['BI."Mv Day"'])
  })

  it("opens a table that the plan froze and leaves one that was READ ONLY anyway", () => {
    expect(valueOf(step().apply.data, "opens")).toBe(true)
    expect(valueOf(step({ storage: { isReadOnly: true } }).apply.data, "opens")).toBe(false)
  })
})

describe("planRestoreGrants, foreign keys", () => {
  it("validates own and child keys that were validated, own ones first", () => {
    const data = step({
      constraints: [foreignKey("CUST_FK", "ORDER_ID", { table: "CUSTOMERS" })],
      childForeignKeys: [child("LINES_FK", { owner: "SALES" })]
    }).apply.data
    expect(valueOf(data, "validations")).toEqual([
      "ALTER TABLE HR.ORDERS MODIFY CONSTRAINT CUST_FK VALIDATE",
      "ALTER TABLE SALES.LINES MODIFY CONSTRAINT LINES_FK VALIDATE"
    ])
    expect(valueOf(data, "validatedKeys")).toEqual([
      { owner: "HR", name: "CUST_FK" },
      { owner: "SALES", name: "LINES_FK" }
    ])
  })

  it("leaves NOVALIDATE keys as they were", () => {
    const data = step({
      constraints: [foreignKey("CUST_FK", "ORDER_ID", { table: "CUSTOMERS" }, { isValidated: false })],
      childForeignKeys: [child("LINES_FK", { state: constraintState({ isValidated: false }) })]
    }).apply.data
    expect(valueOf(data, "validations")).toEqual([])
    expect(valueOf(data, "validatedKeys")).toEqual([])
  })

  it("keeps a key that is validated but disabled disabled", () => {
    const constraints = [foreignKey("CUST_FK", "ORDER_ID", { table: "CUSTOMERS" }, { isEnabled: false })]
    expect(valueOf(step({ constraints }).apply.data, "validations")).toEqual([
      "ALTER TABLE HR.ORDERS MODIFY CONSTRAINT CUST_FK DISABLE VALIDATE"
    ])
  })

  it("names keys with generated names by their planned names", () => {
    const data = step({
      constraints: [foreignKey("SYS_C0021", "ORDER_ID", { table: "CUSTOMERS" })],
      childForeignKeys: [child("SYS_C0022")]
    }).apply.data
    expect(valueOf(data, "validations")).toEqual([
      "ALTER TABLE HR.ORDERS MODIFY CONSTRAINT ORDERS_C0021 VALIDATE",
      "ALTER TABLE HR.LINES MODIFY CONSTRAINT LINES_C0022 VALIDATE"
    ])
  })

  it("validates a foreign key of the table to itself once, as its own", () => {
    const data = step({
      constraints: [foreignKey("SELF_FK", "ORDER_ID", { table: "ORDERS" })],
      childForeignKeys: [child("SELF_FK", { table: "ORDERS" })]
    }).apply.data
    expect(valueOf(data, "validations")).toEqual(["ALTER TABLE HR.ORDERS MODIFY CONSTRAINT SELF_FK VALIDATE"])
  })
})
