import { describe, expect, it } from "vitest"
import { dropForGood } from "../../src/lint/drop-for-good.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP719 drop-for-good", () => {
  it("fires on PURGE and on CASCADE CONSTRAINTS", () => {
    const text = script(
      "DROP TABLE t PURGE;",
      "DROP TABLE t CASCADE CONSTRAINTS;",
      "ALTER TABLE t DROP COLUMN a",
      "  CASCADE CONSTRAINTS;"
    )
    expect(linesBreaking(dropForGood, text)).toEqual([1, 2, 4])
  })

  it("fires in dynamic SQL, also when it is put together", () => {
    const text = script(
      "BEGIN",
      "  EXECUTE IMMEDIATE 'DROP TABLE t PURGE';",
      "  EXECUTE IMMEDIATE 'DROP TABLE ' || x || ' PURGE';",
      "END;",
      "/",
      "EXEC EXECUTE IMMEDIATE 'drop table t cascade constraints'"
    )
    expect(linesBreaking(dropForGood, text)).toEqual([2, 3, 6])
  })

  it("is silent on a plain DROP and on words in texts", () => {
    const text = script(
      "DROP TABLE t;",
      "-- DROP TABLE t PURGE",
      "COMMENT ON TABLE t IS 'DROP TABLE t PURGE';",
      "PROMPT DROP TABLE t PURGE"
    )
    expect(linesBreaking(dropForGood, text)).toEqual([])
  })

  it("is silent on PURGE of something else", () => {
    const text = script(
      "CREATE MATERIALIZED VIEW LOG ON t PURGE IMMEDIATE;",
      "BEGIN",
      "  EXECUTE IMMEDIATE 'DROP TABLE t'; purge_log;",
      "  DELETE purge;",
      "END;",
      "/"
    )
    expect(linesBreaking(dropForGood, text)).toEqual([])
  })
})
