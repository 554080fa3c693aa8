import { describe, expect, it } from "vitest"
import { variableNotReplaced } from "../../src/lint/variable-not-replaced.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP739 variable-not-replaced", () => {
  it("fires once for each variable", () => {
    const text = script("SET DEFINE OFF", "DEFINE v = x", "SELECT '&v' FROM &v;", "DELETE FROM &1;")
    expect(linesBreaking(variableNotReplaced, text)).toEqual([3, 4])
  })

  it("is silent while DEFINE is on, in comments and on texts", () => {
    const text = script(
      "DEFINE v = x",
      "SELECT '&v' FROM dual;",
      "SET DEFINE OFF",
      "-- &v",
      "SELECT 'R & v', 'a&b', '&1' FROM dual;"
    )
    expect(linesBreaking(variableNotReplaced, text)).toEqual([])
  })
})
