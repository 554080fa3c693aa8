import { describe, expect, it } from "vitest"
import { statementNotEnded } from "../../src/lint/statement-not-ended.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP726 statement-not-ended", () => {
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
