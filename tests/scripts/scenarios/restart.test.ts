// What happens when a session dies: the guards and the undo scripts decide by ids and notes, never by what was meant.
import { childForeignKey, primaryKey } from "@orapart/testkit"
import { describe, expect, it } from "vitest"
import { lintSet } from "../lint-set.ts"
import { readFile } from "../script-sets.ts"
import { renderScenario } from "../scenario.ts"

const set = await renderScenario({
  table: {
    constraints: [primaryKey("ORDERS_PK", "ORDER_ID")],
    childForeignKeys: [
      childForeignKey({
        owner: "SHOP",
        table: "LINES",
        name: "LINES_ORDER_FK",
        columns: ["ORDER_ID"],
        referencedConstraint: "ORDERS_PK"
      })
    ]
  }
})
const undo50 = readFile(set, "rollback/50_undo_swap_tables.sql")

describe("the masters", () => {
  it("take a half-done step 10 and a half-done step 50 back before they run it", () => {
    expect(readFile(set, "master1.sql")).toMatch(
      /noted\('step-10-begun'\) IS NOT NULL AND noted\('step-10'\) IS NULL THEN\n {4}:orapart_next := 'rollback\/10_undo_create_table\.sql';[\s\S]*:orapart_next := '10_create_table\.sql';/u
    )
    expect(readFile(set, "master2.sql")).toMatch(
      /noted\('step-50-begun'\) IS NOT NULL AND noted\('step-50'\) IS NULL THEN\n {4}:orapart_next := 'rollback\/50_undo_swap_tables\.sql';[\s\S]*:orapart_next := '50_swap_tables\.sql';/u
    )
  })

  it("ask for the state right before each call", () => {
    for (const master of ["master1.sql", "master2.sql"]) {
      const text = readFile(set, master)
      const calls = text.match(/^@@&orapart_script$/gmu) ?? []
      expect(calls.length).toBeGreaterThan(3)
      expect(
        text.match(
          /SELECT :orapart_next AS orapart_next FROM dual;\nSET DEFINE ON\n@@&orapart_script\nSET DEFINE OFF/gu
        )
      ).toHaveLength(calls.length)
    }
  })

  it("turn substitution on for the call alone", () => {
    expect(
      readFile(set, "master1.sql")
        .split("\n")
        .filter((line) => line.includes("&"))
    ).toEqual((readFile(set, "master1.sql").match(/^@@&orapart_script$/gmu) ?? []) as ReadonlyArray<string>)
  })
})

describe("the undo of the cutover", () => {
  it("goes on when an earlier undo died between its two renames: then no table has the name", () => {
    const skip = "ELSIF table_id('ORDERS') IS NULL AND NVL(table_id('ORDERS_INT'), '-') = noted('interim-id') THEN"
    expect(undo50).toContain(skip)
    expect(undo50.indexOf(skip)).toBeLessThan(undo50.indexOf("OP410 undo-blocked"))
  })

  it("finds the tables by their ids, whatever their names are now", () => {
    expect(undo50).toContain("l_id := noted('interim-id');\n  l_new := name_of(l_id);")
    expect(undo50).toContain("l_id := noted('source-id');\n  l_old := name_of(l_id);")
  })

  it("asks before each statement whether there is something to take back", () => {
    const second = undo50.slice(undo50.indexOf("-- 2  Names"))
    const statements = [...second.matchAll(/\n( +)run\(/gu)].filter(([, indent]) => indent?.length === 2)
    // Unconditional are the ledger's own notes only.
    expect(statements).toHaveLength(1)
    expect(second).toContain("  run('DELETE FROM HR.ORAPART_ORDERS WHERE item IN (''step-50''")
  })

  it("waits for locks of tables in use in short turns", () => {
    expect(undo50).toMatch(
      /PROCEDURE run [\s\S]*PRAGMA EXCEPTION_INIT\(still_busy, -54\);[\s\S]*FOR attempt IN 1 \.\. 20 LOOP/u
    )
  })

  it("marks the copy of an opened cutover as stale, and every step before the cutover refuses it", () => {
    expect(undo50).toContain(
      "IF l_opened THEN\n    -- The old table may have moved on since the load: the copy is not to be used again."
    )
    for (const file of ["20_data_load.sql", "30_create_indexes.sql", "40_delta_load.sql", "50_swap_tables.sql"]) {
      expect(readFile(set, file), file).toContain("noted('interim-stale') = 'yes'")
    }
  })
})

describe("the undo of the steps before the cutover", () => {
  it.for(["10_undo_create_table", "20_undo_data_load", "30_undo_create_indexes", "40_undo_delta_load"])(
    "%s refuses while the cutover stands and another plan's ledger",
    (file) => {
      const text = readFile(set, `rollback/${file}.sql`)
      expect(text).toContain("OP410 undo-blocked")
      expect(text).toContain("OP402 other-plan")
    }
  )

  it("drops a table only when its id is the ledger's, or when it is empty and younger than the note of the intention", () => {
    const text = readFile(set, "rollback/10_undo_create_table.sql")
    expect(text).toContain(
      "ELSIF table_id('ORDERS_INT') = noted('interim-id') THEN\n    run('DROP TABLE HR.ORDERS_INT');"
    )
    expect(text).toContain("IF l_orphan = 0 OR l_rows > 0 THEN")
  })
})

describe("the cutover", () => {
  it("makes its log only when the name is free: the undo drops what has this name", () => {
    const text = readFile(set, "50_swap_tables.sql")
    expect(text).toContain("ELSIF table_id('ORAPART_ORDERS_LOG') IS NOT NULL THEN")
    expect(text.indexOf("table_id('ORAPART_ORDERS_LOG')")).toBeLessThan(text.indexOf("VALUES ('step-50-begun'"))
  })

  it("proves the capture trigger before it is enabled: compiled wrongly it would refuse every change", () => {
    const text = readFile(set, "50_swap_tables.sql")
    const places = [
      "CREATE OR REPLACE TRIGGER HR.ORAPART_ORDERS_TRG",
      "NVL(l_status, 'missing') <> 'VALID'",
      "ALTER TRIGGER HR.ORAPART_ORDERS_TRG ENABLE"
    ].map((part) => text.indexOf(part))
    expect(places).toEqual(places.toSorted((left, right) => left - right))
    expect(text).toContain("SELECT 'HR' AS owner, 'ORAPART_ORDERS_TRG' AS name, 'ENABLED' AS status FROM dual")
  })

  it("tries again when a child table is busy instead of leaving the cutover half done", () => {
    const text = readFile(set, "50_swap_tables.sql")
    expect(
      text.match(
        /EXECUTE IMMEDIATE q'~ALTER TABLE SHOP\.LINES [^~]*~';\n {6}EXIT;\n {4}EXCEPTION\n {6}WHEN resource_busy THEN/gu
      )
    ).toHaveLength(3)
  })

  it("notes that it is done before it opens, and step 60 opens when the session died between the two", () => {
    expect(readFile(set, "50_swap_tables.sql")).toMatch(
      /VALUES \('step-50', 'done', SYSTIMESTAMP\);\n {2}COMMIT;\n {2}EXECUTE IMMEDIATE 'ALTER TABLE HR\.ORDERS READ WRITE'/u
    )
    expect(readFile(set, "60_restore_grants.sql")).toMatch(
      /IF is_read_only\('ORDERS'\) THEN\n {4}EXECUTE IMMEDIATE 'ALTER TABLE HR\.ORDERS READ WRITE'/u
    )
  })

  it("drops a child's foreign key with a generated name by what it points to: after an undo it has the planned name", async () => {
    const generated = await renderScenario({
      table: {
        constraints: [primaryKey("ORDERS_PK", "ORDER_ID")],
        childForeignKeys: [
          childForeignKey({
            table: "LINES",
            name: "SYS_C007",
            columns: ["ORDER_ID"],
            referencedConstraint: "ORDERS_PK"
          })
        ]
      }
    })
    const planned = generated.plan.names.childForeignKeys[0]?.name ?? ""
    const text = readFile(generated, "50_swap_tables.sql")
    expect(planned).not.toMatch(/^SYS_C/u)
    expect(text).toContain(`AND c.constraint_name IN ('SYS_C007', '${planned}')`)
    expect(text).toContain("AND k.table_name = 'ORDERS_OLD'")
    expect(text).not.toContain("DROP CONSTRAINT SYS_C007")
    expect(lintSet(generated)).toEqual([])
  })
})
