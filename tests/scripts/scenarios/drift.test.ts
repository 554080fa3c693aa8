// What was made since the snapshot and would be lost: the preflight names it, also where Oracle made its name, and in other schemas.
import { check, childForeignKey, index, primaryKey, trigger } from "@orapart/testkit"
import { describe, expect, it } from "vitest"
import { lintSet } from "../lint-set.ts"
import { readFile } from "../script-sets.ts"
import { renderScenario } from "../scenario.ts"

describe("constraints with names made by Oracle", async () => {
  const set = await renderScenario({
    table: {
      columns: ["ORDER_ID NUMBER(12)", "ORDER_DATE DATE NOT NULL", "STATUS VARCHAR2(9)"],
      constraints: [primaryKey("SYS_C0099", "ORDER_ID"), check("SYS_C0100", "\"STATUS\" <> 'X'")]
    }
  })
  const preflight = readFile(set, "00_preflight.sql")

  it("are missed when they are NOT NULLs of other columns than planned", () => {
    expect(preflight).toMatch(
      /c\.search_condition_vc = '"' \|\| k\.column_name \|\| '" IS NOT NULL'\n {7}AND k\.column_name NOT IN \('ORDER_ID', 'ORDER_DATE'\)/u
    )
  })

  it("are counted by type otherwise: more than planned is an error", () => {
    expect(preflight).toContain("HAVING COUNT(*) > CASE c.constraint_type WHEN 'P' THEN 1 WHEN 'C' THEN 1 ELSE 0 END\n")
    expect(preflight).toMatch(
      /HAVING COUNT\(\*\) >[\s\S]{0,120}\n {2}\) LOOP\n {4}finding\('error', 'OP308 dependent-drift'/u
    )
  })
})

describe("objects in other schemas", async () => {
  const set = await renderScenario({
    table: {
      constraints: [primaryKey("ORDERS_PK", "ORDER_ID")],
      indexes: [index("DATE_IX", "ORDER_DATE"), index("DATE_IX", ["ORDER_DATE", "ORDER_ID"], { owner: "IX" })],
      triggers: [trigger("STAMP"), trigger("STAMP", { owner: "AUDITOR", type: "AFTER EACH ROW" })],
      childForeignKeys: [
        childForeignKey({
          owner: "SALES",
          table: "ITEMS",
          name: "ITEMS_FK",
          columns: ["ORDER_ID"],
          referencedConstraint: "ORDERS_PK"
        })
      ]
    }
  })

  it("are renamed in their own schema, each twin for itself", () => {
    const text = readFile(set, "50_swap_tables.sql")
    for (const line of [
      "ALTER INDEX HR.DATE_IX_INT RENAME TO DATE_IX;",
      "ALTER INDEX IX.DATE_IX_INT RENAME TO DATE_IX;",
      "ALTER TRIGGER HR.STAMP_INT RENAME TO STAMP;",
      "ALTER TRIGGER AUDITOR.STAMP_INT RENAME TO STAMP;"
    ])
      expect(text.split(`${line}\n`)).toHaveLength(2)
  })

  it("need free names in their schemas, and privileges", () => {
    const text = readFile(set, "00_preflight.sql")
    expect(text).toContain("('IX', 'INDEX', 'DATE_IX_INT')")
    expect(text).toContain("('AUDITOR', 'TRIGGER', 'STAMP_OLD')")
    expect(text).toContain("SELECT 'CREATE ANY INDEX' AS privilege, 'owner' AS needed_by FROM dual")
    expect(text).toContain("'STAMP', 'AUDITOR.STAMP'")
  })

  it("need ALTER on child tables, which the preflight asks for", () => {
    const text = readFile(set, "00_preflight.sql")
    expect(text).toContain("SELECT 'ALTER ON ' || child.owner || '.' || child.table_name || ' is missing' AS text")
    expect(text).toContain("SELECT 'SALES' AS owner, 'ITEMS' AS table_name FROM dual")
  })

  it("have no lint findings", () => {
    expect(lintSet(set)).toEqual([])
  })
})

describe("triggers after the rename", async () => {
  const set = await renderScenario({
    table: { constraints: [primaryKey("ORDERS_PK", "ORDER_ID")], triggers: [trigger("STAMP")] }
  })

  it("are compiled before the table is opened, with their own settings, and proved valid", () => {
    const text = readFile(set, "50_swap_tables.sql")
    const renamed = text.indexOf("RENAME TO ORDERS'")
    const compiled = text.indexOf("ALTER TRIGGER HR.STAMP COMPILE REUSE SETTINGS;")
    const proved = text.indexOf("AND o.status = 'VALID')")
    const opened = text.indexOf("ALTER TABLE HR.ORDERS READ WRITE'")
    const places = [renamed, compiled, proved, opened]
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((left, right) => left - right))
    expect(text).toContain("ALTER TRIGGER HR.ORAPART_ORDERS_TRG COMPILE REUSE SETTINGS;")
  })
})
