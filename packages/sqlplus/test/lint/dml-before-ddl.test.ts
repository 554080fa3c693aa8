import { describe, expect, it } from "vitest"
import { dmlBeforeDdl } from "../../src/lint/dml-before-ddl.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP733 dml-before-ddl", () => {
  it("fires once for what is pending", () => {
    const text = script("INSERT INTO t VALUES (1);", "DROP TABLE u;", "DROP TABLE v;")
    expect(linesBreaking(dmlBeforeDdl, text)).toEqual([2])
  })

  it("fires on GRANT and on stored code", () => {
    const text = script(
      "UPDATE t SET a = 1;",
      "GRANT SELECT ON t TO u;",
      "DELETE t;",
      "CREATE VIEW v AS SELECT 1 FROM dual;"
    )
    expect(linesBreaking(dmlBeforeDdl, text)).toEqual([2, 4])
  })

  it("is silent after COMMIT and ROLLBACK", () => {
    const text = script(
      "INSERT INTO t VALUES (1);",
      "COMMIT;",
      "DROP TABLE u;",
      "DELETE t;",
      "ROLLBACK;",
      "DROP TABLE v;"
    )
    expect(linesBreaking(dmlBeforeDdl, text)).toEqual([])
  })

  it("is silent on ALTER SESSION, private temporary tables and autocommit", () => {
    const text = script(
      "INSERT INTO t VALUES (1);",
      "ALTER SESSION SET ddl_lock_timeout = 5;",
      "CREATE PRIVATE TEMPORARY TABLE ora$ptt_x (a NUMBER);",
      "COMMIT;",
      "SET AUTOCOMMIT ON",
      "DELETE t;",
      "DROP TABLE u;"
    )
    expect(linesBreaking(dmlBeforeDdl, text)).toEqual([])
  })

  it("is silent after a call or a block that may have committed", () => {
    const text = script(
      "DELETE t;",
      "@@a.sql",
      "DROP TABLE u;",
      "DELETE t;",
      "BEGIN",
      "  COMMIT;",
      "END;",
      "/",
      "DROP TABLE v;"
    )
    expect(linesBreaking(dmlBeforeDdl, text)).toEqual([])
  })
})
