import { describe, expect, it } from "vitest"
import { bindNotDeclared } from "../../src/lint/bind-not-declared.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP744 bind-not-declared", () => {
  it("fires once for each name", () => {
    const text = script("SELECT :a FROM dual;", "EXEC :a := :b", "PRINT c", "EXIT :d")
    expect(linesBreaking(bindNotDeclared, text)).toEqual([1, 2, 3, 4])
  })

  it("fires in blocks", () => {
    const text = script("BEGIN", "  :x := 1;", "END;", "/")
    expect(linesBreaking(bindNotDeclared, text)).toEqual([2])
  })

  it("is silent after VARIABLE, in stored code and in literals", () => {
    const text = script(
      "VAR a NUMBER",
      "VARIABLE b VARCHAR2(30)",
      "SELECT :a, ':c', a::b FROM dual;",
      "PRINT a b",
      "CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW",
      "BEGIN",
      "  :NEW.a := 1;",
      "END;",
      "/"
    )
    expect(linesBreaking(bindNotDeclared, text)).toEqual([])
  })

  it("is silent on EXPLAIN PLAN, on JSON and after a call that is not known", () => {
    const text = script(
      "EXPLAIN PLAN FOR SELECT :a FROM dual;",
      "SELECT JSON_OBJECT('a' : b) FROM dual;",
      "SELECT 'a':b FROM dual;",
      "@@binds.sql",
      "PRINT c"
    )
    expect(linesBreaking(bindNotDeclared, text)).toEqual([])
  })
})
