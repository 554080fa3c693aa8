import { describe, expect, it } from "vitest"
import { outputWithoutServeroutput } from "../../src/lint/output-without-serveroutput.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP729 output-without-serveroutput", () => {
  it("fires on the first PUT_LINE", () => {
    const text = script("BEGIN", "  NULL;", "  dbms_output.put_line('a');", "  dbms_output.put_line('b');", "END;", "/")
    expect(linesBreaking(outputWithoutServeroutput, text)).toEqual([3])
  })

  it("fires on EXECUTE and when it was switched off again", () => {
    const text = script("SET SERVEROUTPUT ON", "SET SERVEROUTPUT OFF", "EXEC DBMS_OUTPUT.PUT_LINE('a')")
    expect(linesBreaking(outputWithoutServeroutput, text)).toEqual([3])
  })

  it("is silent after SET SERVEROUTPUT ON", () => {
    const text = script("SET SERVEROUT ON SIZE 1000000", "BEGIN", "  DBMS_OUTPUT.PUT_LINE('a');", "END;", "/")
    expect(linesBreaking(outputWithoutServeroutput, text)).toEqual([])
  })

  it("is silent in stored code, in literals and after a call that is not known", () => {
    const text = script(
      "CREATE PROCEDURE p IS",
      "BEGIN",
      "  DBMS_OUTPUT.PUT_LINE('a');",
      "END;",
      "/",
      "EXEC :x := 'dbms_output.put_line'",
      "@@settings.sql",
      "EXEC DBMS_OUTPUT.PUT_LINE('a')"
    )
    expect(linesBreaking(outputWithoutServeroutput, text)).toEqual([])
  })

  it("is silent on a block that reads its own output", () => {
    const text = script("BEGIN", "  DBMS_OUTPUT.PUT_LINE('a');", "  DBMS_OUTPUT.GET_LINE(:l, :s);", "END;", "/")
    expect(linesBreaking(outputWithoutServeroutput, text)).toEqual([])
  })
})
