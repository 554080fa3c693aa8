import { beforeEach, describe, expect, it } from "vitest"
import { authorityOf, hasObjectPrivilege } from "../../src/catalog/privileges.ts"
import { openDatabase } from "./database.ts"
import type { TestDatabase } from "./database.ts"

let db: TestDatabase
beforeEach(async () => {
  db = await openDatabase()
  await db.run("HR", "CREATE TABLE t (id NUMBER, x NUMBER)", "CREATE SEQUENCE s")
})

const may = (user: string, privilege: string): boolean => {
  const entry = db.catalog().findObject("HR", "T")
  return entry !== null && hasObjectPrivilege(db.catalog(), authorityOf(db.catalog(), user), entry, privilege)
}

describe("GRANT and REVOKE", () => {
  it("shows a table to nobody but its owner before a grant", async () => {
    expect(await db.fail("APP", "CREATE SYNONYM x FOR hr.t")).toBe(0)
    expect(await db.fail("APP", "COMMENT ON TABLE hr.t IS 'x'")).toBe(942)
    expect(db.view("APP", "ALL_TABLES")).toEqual([])
    await db.run("HR", "GRANT SELECT ON t TO app")
    expect(await db.fail("APP", "COMMENT ON TABLE hr.t IS 'x'")).toBe(1031)
    expect(db.view("APP", "ALL_TABLES").map((row) => row["TABLE_NAME"])).toEqual(["T"])
  })

  it("gives through roles and PUBLIC", async () => {
    await db.run("SYSTEM", "CREATE ROLE r", "GRANT r TO app")
    await db.run("HR", "GRANT UPDATE ON t TO r", "GRANT SELECT ON t TO PUBLIC")
    expect([may("APP", "UPDATE"), may("APP", "SELECT"), may("APP", "DELETE")]).toEqual([true, true, false])
    await db.run("SYSTEM", "ALTER USER app DEFAULT ROLE NONE")
    expect(may("APP", "UPDATE")).toBe(false)
  })

  it("counts a grant on a column for that column only", async () => {
    await db.run("HR", "GRANT UPDATE (x) ON t TO app")
    const entry = db.catalog().findObject("HR", "T")
    const mayUpdate = (columnId: number | null): boolean =>
      entry !== null && hasObjectPrivilege(db.catalog(), authorityOf(db.catalog(), "APP"), entry, "UPDATE", columnId)
    expect([mayUpdate(null), mayUpdate(1), mayUpdate(2)]).toEqual([false, false, true])
  })

  it("takes what was given on with GRANT OPTION when its source goes", async () => {
    await db.run("SYSTEM", "CREATE USER third IDENTIFIED BY x")
    await db.run("HR", "GRANT SELECT ON t TO app WITH GRANT OPTION")
    await db.run("APP", "GRANT SELECT ON hr.t TO third")
    expect(db.view("SYSTEM", "DBA_TAB_PRIVS").map((row) => [row["GRANTOR"], row["GRANTEE"], row["GRANTABLE"]])).toEqual(
      [
        ["HR", "APP", "YES"],
        ["APP", "THIRD", "NO"]
      ]
    )
    await db.run("HR", "REVOKE SELECT ON t FROM app")
    expect(may("THIRD", "SELECT")).toBe(false)
  })

  it.each([
    ["HR", 1749, "GRANT SELECT ON t TO hr"],
    ["HR", 1917, "GRANT SELECT ON t TO nobody"],
    ["HR", 1926, "GRANT SELECT ON t TO dba WITH GRANT OPTION"],
    ["HR", 2224, "GRANT EXECUTE ON t TO app"],
    ["HR", 2205, "GRANT DELETE ON s TO app"],
    ["HR", 969, "GRANT SELECT (id) ON t TO app"],
    ["HR", 1927, "REVOKE SELECT ON t FROM app"],
    ["HR", 1750, "REVOKE UPDATE (x) ON t FROM app"],
    ["HR", 942, "GRANT SELECT ON missing TO app"],
    ["APP", 942, "GRANT SELECT ON hr.t TO public"],
    ["APP", 1031, "GRANT CREATE TABLE TO hr"],
    ["APP", 1932, "GRANT dba TO app"],
    ["SYSTEM", 1919, "GRANT missing TO app"],
    ["SYSTEM", 990, "GRANT SELECT TO app"],
    ["SYSTEM", 1951, "REVOKE dba FROM app"],
    ["SYSTEM", 1952, "REVOKE CREATE TYPE FROM app"],
    ["SYSTEM", 1934, "GRANT dba TO dba"]
  ])("as %s fails with ORA-%i: %s", async (user, code, sql) => {
    expect(await db.fail(user, sql)).toBe(code)
  })
})

describe("users and roles", () => {
  it.each([
    ["APP", 1031, "CREATE USER u IDENTIFIED BY x"],
    ["SYSTEM", 1920, "CREATE USER hr IDENTIFIED BY x"],
    ["SYSTEM", 959, "CREATE USER u IDENTIFIED BY x DEFAULT TABLESPACE nowhere"],
    ["SYSTEM", 1921, "CREATE ROLE hr"],
    ["SYSTEM", 1918, "ALTER USER nobody IDENTIFIED BY x"],
    ["SYSTEM", 1955, "ALTER USER app DEFAULT ROLE dba"],
    ["SYSTEM", 1922, "DROP USER hr"],
    ["SYSTEM", 1940, "DROP USER busy"],
    ["SYSTEM", 28014, "DROP USER sys"],
    ["SYSTEM", 1919, "DROP ROLE missing"]
  ])("as %s fails with ORA-%i: %s", async (user, code, sql) => {
    await db.run("SYSTEM", "CREATE USER busy IDENTIFIED BY x")
    expect(await db.fail(user, sql)).toBe(code)
  })

  it("drops a schema with everything in it", async () => {
    await db.run("HR", "GRANT SELECT ON t TO app")
    await db.run("SYSTEM", "DROP USER hr CASCADE")
    expect(db.view("SYSTEM", "DBA_OBJECTS").filter((row) => row["OWNER"] === "HR")).toEqual([])
    expect(db.view("SYSTEM", "DBA_TAB_PRIVS")).toEqual([])
  })

  it("lets a user change the own password and nothing else", async () => {
    expect(await db.fail("APP", "ALTER USER app IDENTIFIED BY y")).toBe(0)
    expect(await db.fail("APP", "ALTER USER app QUOTA UNLIMITED ON users")).toBe(1031)
    expect(await db.fail("APP", "ALTER USER hr IDENTIFIED BY y")).toBe(1031)
  })

  it("shows quotas, -1 for unlimited", () => {
    expect(db.view("HR", "USER_TS_QUOTAS").map((row) => [row["TABLESPACE_NAME"], row["MAX_BYTES"]])).toEqual([
      ["USERS", "-1"]
    ])
    expect(db.view("APP", "USER_TS_QUOTAS").map((row) => row["MAX_BYTES"])).toEqual([String(10 * 1024 * 1024)])
  })
})

describe("other objects", () => {
  it.each([
    [4081, "CREATE TRIGGER taken BEFORE INSERT ON t BEGIN NULL; END;"],
    [4095, "CREATE OR REPLACE TRIGGER taken BEFORE INSERT ON u BEGIN NULL; END;"],
    [4080, "DROP TRIGGER missing"],
    [2289, "DROP SEQUENCE missing"],
    [4002, "CREATE SEQUENCE n INCREMENT BY 0"],
    [4008, "CREATE SEQUENCE n START WITH 11 MAXVALUE 10"],
    [4013, "CREATE SEQUENCE n MAXVALUE 10 CYCLE CACHE 20"],
    [1434, "DROP SYNONYM missing"],
    [4043, "DROP PROCEDURE missing"],
    [942, "DROP VIEW missing"],
    [998, "CREATE VIEW v AS SELECT id + 1 FROM t"],
    [1730, "CREATE VIEW v (a) AS SELECT id, x FROM t"],
    [904, "COMMENT ON COLUMN t.missing IS 'x'"]
  ])("fail with ORA-%i: %s", async (code, sql) => {
    await db.run("HR", "CREATE TABLE u (id NUMBER)", "CREATE TRIGGER taken BEFORE INSERT ON t BEGIN NULL; END;")
    expect(await db.fail("HR", sql)).toBe(code)
  })

  it("keep a view that does not compile when FORCE is said", async () => {
    expect(await db.fail("HR", "CREATE VIEW v AS SELECT a FROM missing")).toBe(942)
    await db.run("HR", "CREATE FORCE VIEW v AS SELECT a FROM missing")
    expect(db.view("HR", "USER_OBJECTS").find((row) => row["OBJECT_NAME"] === "V")?.["STATUS"]).toBe("INVALID")
  })

  it("keep comments, a trigger's description and body as written", async () => {
    await db.run(
      "HR",
      "COMMENT ON TABLE t IS 'It''s'",
      "COMMENT ON COLUMN t.id IS 'key'",
      "CREATE OR REPLACE TRIGGER hr.trg\n  BEFORE INSERT OR UPDATE OF x ON t FOR EACH ROW\n  WHEN (new.x > 0)\nBEGIN\n  NULL;\nEND;"
    )
    expect(db.view("HR", "USER_TAB_COMMENTS")[0]?.["COMMENTS"]).toBe("It's")
    const [row] = db.view("HR", "USER_TRIGGERS")
    expect([
      row?.["TRIGGER_TYPE"],
      row?.["TRIGGERING_EVENT"],
      row?.["WHEN_CLAUSE"],
      row?.["ACTION_TYPE"],
      row?.["TRIGGER_BODY"]
    ]).toEqual(["BEFORE EACH ROW", "INSERT OR UPDATE", "new.x > 0", "PL/SQL     ", "BEGIN\n  NULL;\nEND;"])
    expect(row?.["DESCRIPTION"]).toMatch(/^hr\.trg\n {2}BEFORE INSERT OR UPDATE OF x ON t FOR EACH ROW/u)
  })
})
