import { describe, expect, it } from "vitest"
import { argumentWithoutDefault } from "../../src/lint/argument-without-default.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP728 argument-without-default", () => {
  it("fires once for each argument", () => {
    const text = script("PROMPT &1", "SELECT '&1', '&2' FROM dual;")
    expect(linesBreaking(argumentWithoutDefault, text)).toEqual([1, 2])
  })

  it("is silent when the argument has a default", () => {
    const text = script("COLUMN 1 NEW_VALUE 1", 'SELECT NULL AS "1" FROM dual WHERE 1 = 2;', "PROMPT &1")
    expect(linesBreaking(argumentWithoutDefault, text)).toEqual([])
  })

  it("is silent while DEFINE is off, in comments and after a call that is not known", () => {
    const text = script("-- &1", "@@defaults.sql", "PROMPT &1", "SET DEFINE OFF", "PROMPT &2")
    expect(linesBreaking(argumentWithoutDefault, text)).toEqual([])
  })
})
