import { beforeEach, describe, expect, it } from "vitest"
import { openDatabase } from "./database.ts"
import type { TestDatabase } from "./database.ts"

let db: TestDatabase
beforeEach(async () => {
  db = await openDatabase()
  await db.run(
    "HR",
    "CREATE TABLE p (id NUMBER CONSTRAINT pk_p PRIMARY KEY, x NUMBER CONSTRAINT nn_x NOT NULL)",
    "CREATE TABLE c (p NUMBER CONSTRAINT fk_c REFERENCES p, q NUMBER CONSTRAINT ck_q CHECK (q > 0))"
  )
})

const state = (name: string): unknown => {
  const row = db.view("HR", "USER_CONSTRAINTS").find((candidate) => candidate["CONSTRAINT_NAME"] === name)
  return row === undefined ? null : [row["STATUS"], row["VALIDATED"], row["RELY"], row["INDEX_NAME"]]
}

describe("constraint states", () => {
  it("are ENABLE VALIDATE for a new constraint and NOT VALIDATED when disabled", async () => {
    expect(state("CK_Q")).toEqual(["ENABLED", "VALIDATED", null, null])
    await db.run("HR", "ALTER TABLE c DISABLE CONSTRAINT ck_q")
    expect(state("CK_Q")).toEqual(["DISABLED", "NOT VALIDATED", null, null])
    await db.run("HR", "ALTER TABLE c ENABLE NOVALIDATE CONSTRAINT ck_q", "ALTER TABLE c MODIFY CONSTRAINT ck_q RELY")
    expect(state("CK_Q")).toEqual(["ENABLED", "NOT VALIDATED", "RELY", null])
    await db.run("HR", "ALTER TABLE c MODIFY CONSTRAINT ck_q VALIDATE")
    expect(state("CK_Q")).toEqual(["ENABLED", "VALIDATED", "RELY", null])
    expect(db.recorded.calls.at(-1)).toBe("validateConstraint CK_Q")
  })

  it.each([
    ["CK_Q", 2293, "ALTER TABLE c ENABLE VALIDATE CONSTRAINT ck_q"],
    ["FK_C", 2298, "ALTER TABLE c ENABLE CONSTRAINT fk_c"],
    ["NN_X", 2296, "ALTER TABLE p ENABLE CONSTRAINT nn_x"]
  ])("refuse to enable %s with ORA-%i when rows violate it", async (name, code, sql) => {
    await db.run(
      "HR",
      "ALTER TABLE c DISABLE CONSTRAINT ck_q",
      "ALTER TABLE c DISABLE CONSTRAINT fk_c",
      "ALTER TABLE p DISABLE CONSTRAINT nn_x"
    )
    db.recorded.forbidden.add(`addConstraint ${name}`)
    expect(await db.fail("HR", sql)).toBe(code)
  })

  it("make a column nullable again while its NOT NULL is not validated", async () => {
    const nullable = (): unknown =>
      db.view("HR", "USER_TAB_COLS").find((row) => row["COLUMN_NAME"] === "X")?.["NULLABLE"]
    expect(nullable()).toBe("N")
    await db.run("HR", "ALTER TABLE p DISABLE CONSTRAINT nn_x", "ALTER TABLE p ENABLE NOVALIDATE CONSTRAINT nn_x")
    expect(nullable()).toBe("Y")
  })

  it("take the index of a disabled key away unless it is kept, and build it again", async () => {
    await db.run("HR", "ALTER TABLE c DROP CONSTRAINT fk_c", "ALTER TABLE p DISABLE CONSTRAINT pk_p")
    expect(db.view("HR", "USER_INDEXES")).toEqual([])
    await db.run("HR", "ALTER TABLE p ENABLE CONSTRAINT pk_p")
    expect(state("PK_P")).toEqual(["ENABLED", "VALIDATED", null, "PK_P"])
    await db.run("HR", "ALTER TABLE p DISABLE CONSTRAINT pk_p KEEP INDEX")
    expect(db.view("HR", "USER_INDEXES").length).toBe(1)
  })

  it("use an existing index and leave it when the key goes", async () => {
    await db.run(
      "HR",
      "CREATE TABLE k (id NUMBER)",
      "CREATE UNIQUE INDEX ux ON k (id)",
      "ALTER TABLE k ADD CONSTRAINT pk_k PRIMARY KEY (id) USING INDEX ux ENABLE NOVALIDATE"
    )
    expect(state("PK_K")).toEqual(["ENABLED", "NOT VALIDATED", null, "UX"])
    await db.run("HR", "ALTER TABLE k DROP PRIMARY KEY")
    expect(new Set(db.view("HR", "USER_INDEXES").map((row) => row["INDEX_NAME"]))).toEqual(new Set(["PK_P", "UX"]))
  })

  it.each([
    [2273, "ALTER TABLE p DROP CONSTRAINT pk_p"],
    [2297, "ALTER TABLE p DISABLE CONSTRAINT pk_p"],
    [2430, "ALTER TABLE p ENABLE CONSTRAINT missing"],
    [2431, "ALTER TABLE p DISABLE CONSTRAINT missing"],
    [2443, "ALTER TABLE p DROP CONSTRAINT missing"],
    [2441, "ALTER TABLE c DROP PRIMARY KEY"],
    [2447, "ALTER TABLE c MODIFY CONSTRAINT ck_q INITIALLY DEFERRED"],
    [2264, "ALTER TABLE c RENAME CONSTRAINT ck_q TO pk_p"],
    [23292, "ALTER TABLE c RENAME CONSTRAINT missing TO y"],
    [2275, "ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p"],
    [1442, "ALTER TABLE p MODIFY (x NOT NULL)"],
    [12992, "ALTER TABLE p DROP COLUMN id"],
    [14196, "ALTER TABLE c ADD PRIMARY KEY (q) USING INDEX pk_p"]
  ])("fail with ORA-%i: %s", async (code, sql) => {
    expect(await db.fail("HR", sql)).toBe(code)
  })

  it("go with CASCADE, and a renamed one keeps its index name", async () => {
    await db.run("HR", "ALTER TABLE p RENAME CONSTRAINT pk_p TO pk_new")
    expect(state("PK_NEW")).toEqual(["ENABLED", "VALIDATED", null, "PK_P"])
    await db.run("HR", "ALTER TABLE p DROP CONSTRAINT pk_new CASCADE")
    expect(state("FK_C")).toBeNull()
  })
})
