import { describe, expect, it } from "vitest"
import { bindInDdl } from "../../src/lint/bind-in-ddl.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP745 bind-in-ddl", () => {
  it("fires in DDL and in dynamic DDL", () => {
    const text = script(
      "CREATE TABLE t (a NUMBER DEFAULT :x);",
      "BEGIN",
      "  EXECUTE IMMEDIATE 'DROP TABLE t",
      "  :y' USING z;",
      "END;",
      "/",
      "EXEC EXECUTE IMMEDIATE 'truncate table :t'"
    )
    expect(linesBreaking(bindInDdl, text)).toEqual([1, 4, 7])
  })

  it("is silent in queries, triggers and literals of DDL", () => {
    const text = script(
      "SELECT :a FROM dual;",
      "COMMENT ON TABLE t IS 'a :b';",
      "CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW",
      "BEGIN",
      "  :NEW.a := 1;",
      "  EXECUTE IMMEDIATE 'SELECT :a FROM dual';",
      "END;",
      "/"
    )
    expect(linesBreaking(bindInDdl, text)).toEqual([])
  })
})
