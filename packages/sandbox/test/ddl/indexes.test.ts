import { beforeEach, describe, expect, it } from "vitest"
import { openDatabase } from "./database.ts"
import type { TestDatabase } from "./database.ts"

let db: TestDatabase
beforeEach(async () => {
  db = await openDatabase()
  await db.run(
    "HR",
    "CREATE TABLE t (id NUMBER, name VARCHAR2(20), doc CLOB)",
    "CREATE TABLE p (id NUMBER, d DATE, h NUMBER) PARTITION BY RANGE (d) SUBPARTITION BY HASH (h) SUBPARTITIONS 2 (PARTITION a VALUES LESS THAN (DATE '2026-01-01'), PARTITION b VALUES LESS THAN (MAXVALUE))"
  )
})

describe("CREATE INDEX", () => {
  it.each([
    [14016, "CREATE INDEX i ON t (id) LOCAL"],
    [14039, "CREATE UNIQUE INDEX i ON p (id) LOCAL"],
    [14188, "CREATE UNIQUE INDEX i ON p (id, d) LOCAL"],
    [25122, "CREATE BITMAP INDEX i ON p (h)"],
    [25113, "CREATE BITMAP INDEX i ON p (h) GLOBAL"],
    [14038, "CREATE INDEX i ON p (id) GLOBAL PARTITION BY HASH (h) PARTITIONS 2"],
    [14021, "CREATE INDEX i ON p (id) GLOBAL PARTITION BY RANGE (id) (PARTITION x VALUES LESS THAN (10))"],
    [14024, "CREATE INDEX i ON p (id) LOCAL (PARTITION x)"],
    [2327, "CREATE INDEX i ON t (doc)"],
    [904, "CREATE INDEX i ON t (missing)"],
    [942, "CREATE INDEX i ON missing (id)"],
    [957, "CREATE INDEX i ON t (id, id)"],
    [955, "CREATE INDEX taken ON p (id)"],
    [1408, "CREATE INDEX i ON t (id)"],
    [1031, "CREATE INDEX app.i ON t (name)"]
  ])("fails with ORA-%i: %s", async (code, sql) => {
    await db.run("HR", "CREATE INDEX taken ON t (id)")
    expect(await db.fail("HR", sql)).toBe(code)
  })

  it("fails with ORA-01452 when a unique index meets duplicates", async () => {
    db.recorded.forbidden.add("createIndex U")
    expect(await db.fail("HR", "CREATE UNIQUE INDEX u ON t (id)")).toBe(1452)
  })

  it("accepts a unique local index that has both keys", async () => {
    await db.run("HR", "CREATE UNIQUE INDEX u ON p (id, d, h) LOCAL")
    expect(db.view("HR", "USER_IND_SUBPARTITIONS").length).toBe(4)
    expect(db.view("HR", "USER_PART_INDEXES").map((row) => [row["LOCALITY"], row["ALIGNMENT"]])).toEqual([
      ["LOCAL", "NON_PREFIXED"]
    ])
  })

  it("makes a hidden column for an expression, spelt as Oracle does, and shares it", async () => {
    await db.run("HR", "CREATE INDEX f1 ON t (Upper( name ))", "CREATE INDEX f2 ON t (upper(name), id DESC)")
    expect(
      db
        .view("HR", "USER_IND_EXPRESSIONS")
        .map((row) => [row["INDEX_NAME"], row["COLUMN_EXPRESSION"], row["COLUMN_POSITION"]])
    ).toEqual([
      ["F1", 'UPPER("NAME")', "1"],
      ["F2", 'UPPER("NAME")', "1"],
      ["F2", '"ID"', "2"]
    ])
    const hidden = db.view("HR", "USER_TAB_COLS").filter((row) => row["USER_GENERATED"] === "NO")
    expect(
      hidden.map((row) => [row["COLUMN_NAME"], row["DATA_DEFAULT"], row["HIDDEN_COLUMN"], row["COLUMN_ID"]])
    ).toEqual([
      ["SYS_NC00004$", 'UPPER("NAME")', "YES", null],
      ["SYS_NC00005$", '"ID"', "YES", null]
    ])
    await db.run("HR", "DROP INDEX f2")
    expect(db.view("HR", "USER_TAB_COLS").filter((row) => row["USER_GENERATED"] === "NO").length).toBe(1)
  })
})

describe("ALTER and DROP INDEX", () => {
  it("keeps an index that a key uses", async () => {
    await db.run("HR", "ALTER TABLE t ADD CONSTRAINT pk_t PRIMARY KEY (id)")
    expect(await db.fail("HR", "DROP INDEX pk_t")).toBe(2429)
    expect(await db.fail("HR", "DROP INDEX missing")).toBe(1418)
  })

  it("renames, hides and disables", async () => {
    await db.run(
      "HR",
      "CREATE INDEX a ON t (id)",
      "ALTER INDEX a RENAME TO b",
      "ALTER INDEX b INVISIBLE",
      "ALTER INDEX b UNUSABLE"
    )
    expect(
      db
        .view("HR", "USER_INDEXES")
        .filter((row) => row["INDEX_TYPE"] !== "LOB")
        .map((row) => [row["INDEX_NAME"], row["VISIBILITY"], row["STATUS"]])
    ).toEqual([["B", "INVISIBLE", "UNUSABLE"]])
  })

  it("marks one partition of a local index unusable and rebuilds it", async () => {
    await db.run("HR", "CREATE INDEX l ON p (id) LOCAL", "ALTER TABLE p MODIFY PARTITION a UNUSABLE LOCAL INDEXES")
    const status = (): unknown => db.view("HR", "USER_IND_SUBPARTITIONS").map((row) => row["STATUS"])
    expect(status()).toEqual(["UNUSABLE", "UNUSABLE", "USABLE", "USABLE"])
    const [first] = db.view("HR", "USER_IND_SUBPARTITIONS")
    await db.run("HR", `ALTER INDEX l REBUILD SUBPARTITION ${first?.["SUBPARTITION_NAME"] ?? ""}`)
    expect(status()).toEqual(["USABLE", "UNUSABLE", "USABLE", "USABLE"])
  })
})
