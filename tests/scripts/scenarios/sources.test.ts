// Tables that are special as a whole: READ ONLY anyway, without a key, with archived rows, with a nullable key.
import { column, primaryKey } from "@orapart/testkit"
import { describe, expect, it } from "vitest"
import { lintSet } from "../lint-set.ts"
import { readFile, sqlFiles } from "../script-sets.ts"
import { renderScenario } from "../scenario.ts"

const constraints = [primaryKey("ORDERS_PK", "ORDER_ID")]

describe("a table that is READ ONLY anyway", async () => {
  const set = await renderScenario({ table: { constraints, storage: { isReadOnly: true } } })

  it("is never opened, neither by the cutover nor by an undo", () => {
    for (const file of ["50_swap_tables.sql", "60_restore_grants.sql", "rollback/10_undo_create_table.sql"]) {
      expect(readFile(set, file), file).not.toContain("EXECUTE IMMEDIATE 'ALTER TABLE HR.ORDERS READ WRITE'")
    }
    expect(readFile(set, "50_swap_tables.sql")).toContain("and READ ONLY as before")
    expect(readFile(set, "rollback/50_undo_swap_tables.sql")).not.toContain("IF l_opened AND is_read_only('ORDERS')")
  })

  it("is not frozen and needs no reverse capture", () => {
    expect(readFile(set, "10_create_table.sql")).not.toContain("frozen-by-10")
    for (const [path, text] of sqlFiles(set)) expect(text, path).not.toContain("ORAPART_ORDERS_LOG")
  })

  it("is proved READ ONLY before the swap", () => {
    expect(readFile(set, "50_swap_tables.sql")).toContain("ELSIF NOT is_read_only('ORDERS') THEN")
  })

  it("has no lint findings", () => {
    expect(lintSet(set)).toEqual([])
  })
})

describe("a table without a key", async () => {
  const set = await renderScenario({})

  it("gets no capture, and says so in the cutover and in the notes", () => {
    expect(readFile(set, "50_swap_tables.sql")).toContain("50.4  No reverse capture: the table has no key")
    expect(readFile(set, "README.md")).toContain("OP263")
  })

  it("is compared by the undo, which refuses as long as rows differ", () => {
    const undo = readFile(set, "rollback/50_undo_swap_tables.sql")
    expect(undo).not.toContain("DELETE FROM HR.ORDERS_OLD")
    expect(undo).toContain("OP603 rows-would-be-lost")
  })
})

describe("a table that archives rows", async () => {
  const archiveState = { ...column("ORA_ARCHIVE_STATE VARCHAR2(4000)"), isHidden: true, isUserGenerated: false }
  const set = await renderScenario({
    table: {
      columns: ["ORDER_ID NUMBER(12) NOT NULL", "ORDER_DATE DATE NOT NULL", archiveState],
      constraints,
      storage: { isRowArchival: true }
    }
  })

  it("is read with its archived rows in every script that reads rows", () => {
    for (const file of [
      "00_preflight.sql",
      "20_data_load.sql",
      "40_delta_load.sql",
      "50_swap_tables.sql",
      "rollback/50_undo_swap_tables.sql"
    ]) {
      const text = readFile(set, file)
      expect(text, file).toContain("ALTER SESSION SET ROW ARCHIVAL VISIBILITY = ALL;")
      expect(text.indexOf("ROW ARCHIVAL VISIBILITY"), file).toBeLessThan(text.indexOf("DECLARE"))
    }
  })

  it("is created with ROW ARCHIVAL, and the state is copied, compared and carried back", () => {
    expect(readFile(set, "10_create_table.sql")).toContain("\nROW ARCHIVAL\n")
    expect(readFile(set, "20_data_load.sql")).toContain("t.ORA_ARCHIVE_STATE\n")
    expect(readFile(set, "20_data_load.sql")).toContain("STANDARD_HASH(t.ORA_ARCHIVE_STATE, 'MD5')")
    expect(readFile(set, "rollback/50_undo_swap_tables.sql")).toContain("  t.ORA_ARCHIVE_STATE\n")
  })
})

describe("a table whose partition key may be NULL", async () => {
  const set = await renderScenario({
    table: { columns: ["ORDER_ID NUMBER(12) NOT NULL", "ORDER_DATE DATE"], constraints }
  })

  it("has its NULL keys counted by the preflight", () => {
    expect(readFile(set, "00_preflight.sql")).toMatch(
      /WHERE ORDER_DATE IS NULL;\n {4}IF l_count > 0 THEN\n {6}finding\('error', 'OP304 null-key'/u
    )
  })

  it("gets NOT NULL on the key, which step 65 takes for intended", () => {
    expect(readFile(set, "10_create_table.sql")).toContain("  ORDER_DATE DATE NOT NULL\n")
    expect(readFile(set, "65_verify.sql")).toContain("n.nullable <> o.nullable AND n.column_name NOT IN ('ORDER_DATE')")
  })
})

describe("a table with an unlogged load", async () => {
  const table = { constraints }
  const config = { migration_settings: { nologging: true } }
  const set = await renderScenario({ table, config })
  const unlogged = await renderScenario({ table: { ...table, storage: { isLogging: false } }, config })

  it("is not cut over before somebody says that a backup was taken", () => {
    const text = readFile(set, "50_swap_tables.sql")
    expect(text).toContain("OP407 not-confirmed: the load was NOLOGGING")
    expect(text.indexOf("OP407")).toBeLessThan(text.indexOf("VALUES ('step-50-begun'"))
  })

  it("logs again afterwards, table, partitions and indexes, and proves it", () => {
    const text = readFile(set, "30_create_indexes.sql")
    expect(text).toContain("ALTER TABLE HR.ORDERS_INT MODIFY DEFAULT ATTRIBUTES LOGGING;")
    expect(text).toContain("ALTER INDEX HR.ORDERS_PK_INT LOGGING;")
    for (const file of ["30_create_indexes.sql", "65_verify.sql"])
      expect(readFile(set, file), file).toContain("logging = 'NO'")
  })

  it("stays unlogged where the original does not log", () => {
    expect(readFile(unlogged, "30_create_indexes.sql")).not.toContain("MODIFY DEFAULT ATTRIBUTES LOGGING")
    expect(readFile(unlogged, "10_create_table.sql")).toContain("\nNOLOGGING\n")
  })

  it("has no lint findings", () => {
    expect(lintSet(set)).toEqual([])
  })
})
