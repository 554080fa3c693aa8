import { describe, expect, it } from "vitest"
import { statementNotEnded } from "../../src/lint/statement-not-ended.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP726 statement-not-ended", () => {
  it("fires on any statement that begins inside SET ROLE, COMMIT and other short ones", () => {
    const text = script("SET ROLE a", "UPDATE t SET a = 1;", "COMMIT", "EXIT 0")
    expect(linesBreaking(statementNotEnded, text)).toEqual([2, 4])
  })

  it("is silent on ON COMMIT and in EXPLAIN PLAN", () => {
    const text = script(
      "CREATE MATERIALIZED VIEW v REFRESH FAST ON",
      "COMMIT AS SELECT 1 FROM dual;",
      "EXPLAIN PLAN FOR",
      "CREATE INDEX i ON t (a);"
    )
    expect(linesBreaking(statementNotEnded, text)).toEqual([])
  })

  it("fires where a ; is missing before the next statement", () => {
    const text = script(
      "ALTER SESSION SET ddl_lock_timeout = 5",
      "ALTER TABLE t READ ONLY;",
      "SELECT 1",
      "FROM dual",
      "PROMPT done"
    )
    expect(linesBreaking(statementNotEnded, text)).toEqual([2, 5])
  })

  it("is silent on indented lines, literals and privileges", () => {
    const text = script(
      "ALTER TABLE t",
      "  TRUNCATE PARTITION p;",
      "COMMENT ON TABLE t IS 'a",
      "CREATE b';",
      "GRANT",
      "CREATE VIEW TO u;"
    )
    expect(linesBreaking(statementNotEnded, text)).toEqual([])
  })

  it("is silent on CREATE SCHEMA and inside PL/SQL", () => {
    const text = script("CREATE SCHEMA AUTHORIZATION a", "CREATE TABLE t (a NUMBER);", "BEGIN", "COMMIT;", "END;", "/")
    expect(linesBreaking(statementNotEnded, text)).toEqual([])
  })
})
