import { intervalPartitioning, intervalPartitions, primaryKey } from "@orapart/testkit"
import { describe, expect, it } from "vitest"
import { lintSet } from "../lint-set.ts"
import { readFile } from "../script-sets.ts"
import { renderScenario } from "../scenario.ts"

const constraints = [primaryKey("ORDERS_PK", "ORDER_ID")]

describe("a heap table in chunks", async () => {
  const set = await renderScenario({ table: { constraints }, config: { migration_settings: { chunk_rows: 50_000 } } })
  const text = readFile(set, "20_data_load.sql")

  it("is cut once: the cuts stand in the ledger, so that whoever goes on later finds the same chunks", () => {
    expect(text).toContain("SELECT COUNT(*) INTO l_cut FROM HR.ORAPART_ORDERS WHERE item = 'ranges';")
    expect(text).toContain("SELECT 'range-' || ROWIDTOCHAR(start_rowid), ROWIDTOCHAR(end_rowid), SYSTIMESTAMP")
    expect(text).toContain("SELECT CHARTOROWID(SUBSTR(item, 7)), CHARTOROWID(value)")
    expect(text).toContain("chunk_size  => 50000);")
  })

  it("leaves no task of DBMS_PARALLEL_EXECUTE behind that a later migration would take for its own", () => {
    const created = text.indexOf("CREATE_TASK(l_task)")
    expect(text.indexOf("DROP_TASK(stale.task_name)")).toBeLessThan(created)
    expect(text.indexOf("DROP_TASK(l_task)")).toBeGreaterThan(created)
  })

  it("notes each chunk in the transaction that loads it, and passes noted ones over", () => {
    expect(text).toMatch(
      /WHERE item = 'chunk-' \|\| ROWIDTOCHAR\(l_first\(place\)\);\n {4}IF l_done = 0 THEN[\s\S]*WHERE t\.ROWID BETWEEN l_first\(place\) AND l_last\(place\);\n {6}l_rows := SQL%ROWCOUNT;\n {6}INSERT INTO HR\.ORAPART_ORDERS [\s\S]*?COMMIT;/u
    )
  })

  it("is forgotten by the undo, cuts and chunks", () => {
    expect(readFile(set, "rollback/20_undo_data_load.sql")).toContain("item LIKE ''chunk-%'' OR item LIKE ''range%''")
  })

  it("has no lint findings", () => {
    expect(lintSet(set)).toEqual([])
  })
})

describe("a big partitioned table", async () => {
  const partitions = intervalPartitions("2024-01-01", "2024-04-01", "MONTH", { bytes: 20 * 1024 ** 3 })
  const set = await renderScenario({
    table: {
      constraints,
      partitioning: intervalPartitioning("ORDER_DATE", "MONTH", "2024-01-01", { partitions }),
      segments: { tableBytes: 60 * 1024 ** 3 }
    },
    config: { migration_action: "convert_interval_to_interval_hash", target_configuration: { interval_type: "MONTH" } }
  })
  const text = readFile(set, "20_data_load.sql")

  it("is loaded partition by partition, each named by the dictionary and quoted", () => {
    expect(text).toContain(
      "  FROM HR.ORDERS PARTITION (~'\n        || DBMS_ASSERT.ENQUOTE_NAME(l_names(place), FALSE)\n        || ') AS OF SCN :scn t' USING l_scn;"
    )
    expect(text).toContain("VALUES ('chunk-' || l_names(place), TO_CHAR(l_rows), SYSTIMESTAMP);")
  })

  it("copies the stored columns in order", () => {
    expect(text).toContain("  ORDER_ID,\n  ORDER_DATE\n)\nSELECT\n  t.ORDER_ID,\n  t.ORDER_DATE\n")
  })
})
