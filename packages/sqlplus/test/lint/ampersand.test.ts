import { describe, expect, it } from "vitest"
import { lintScript } from "@orapart/sqlplus"
import { ampersand } from "../../src/lint/ampersand.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

const step = "_step.sql"

describe("OP708 ampersand", () => {
  it("fires in statements, literals, comments and PROMPT texts while DEFINE is on", () => {
    const text = script("-- a & b", "SELECT '&v' FROM &t;", "PROMPT R&D", "BEGIN", "  x := '&y';", "END;", "/")
    expect(linesBreaking(ampersand, text)).toEqual([1, 2, 2, 3, 5])
  })

  it("is silent while DEFINE is off, in REM lines and on an & without a name", () => {
    expect(linesBreaking(ampersand, script("SET DEFINE OFF", "SELECT '&v' FROM t;", "-- R&D"))).toEqual([])
    expect(linesBreaking(ampersand, script("REM R&D", "PROMPT & !"))).toEqual([])
  })

  it("is silent on a call of a computed script just after SET DEFINE ON", () => {
    const text = script(
      "SET DEFINE OFF",
      "COLUMN script NEW_VALUE orapart_script NOPRINT",
      "SELECT '10.sql' AS script FROM dual;",
      "SET DEFINE ON",
      "@@&orapart_script",
      "SET DEFINE OFF",
      "PROMPT R&D"
    )
    expect(linesBreaking(ampersand, text)).toEqual([])
  })

  it("fires on a second computed call, because the called script may have switched DEFINE off", () => {
    const lines = ["COLUMN s NEW_V orapart_script", "SET DEFINE ON", "@@&orapart_script", "@@&orapart_script"]
    expect(linesBreaking(ampersand, script(...lines))).toEqual([4])
  })

  it("fires on a computed call while DEFINE is off, since no such file exists", () => {
    expect(linesBreaking(ampersand, script("SET DEFINE OFF", "@@&orapart_script"))).toEqual([2])
  })

  it("fires on a variable that nothing before the line defines", () => {
    expect(linesBreaking(ampersand, script("SET DEFINE ON", "@@&later", "DEFINE later = x"))).toEqual([2])
    expect(linesBreaking(ampersand, script("DEFINE v = x", "UNDEFINE v", "SET DEFINE ON", "PROMPT &v"))).toEqual([4])
    // An argument is the business of OP728.
    expect(linesBreaking(ampersand, script("SET DEFINE ON", "SELECT &1 FROM dual;"))).toEqual([])
  })

  it.each(["DEFINE v = x", "ACCEPT v CHAR", "COLUMN a OLD_VALUE v", "COL a NEW_VALUE V NOPRINT"])(
    "knows the variable that %s defines",
    (line) => {
      expect(linesBreaking(ampersand, script(line, "SET DEFINE ON", "SELECT '&v' FROM dual;"))).toEqual([])
    }
  )

  it("knows predefined variables and those the caller defines", () => {
    const text = script("SET DEFINE ON", "PROMPT &_USER", "PROMPT &orapart_confirm_drop")
    expect(linesBreaking(ampersand, text)).toEqual([3])
    expect(linesBreaking(ampersand, text, { definedVariables: ["ORAPART_CONFIRM_DROP"] })).toEqual([])
  })

  it("fires on a comment and on an & with a blank even where substitution was announced", () => {
    const text = script("DEFINE d = x", "SET DEFINE ON", "PROMPT R & D", "-- &d", "PROMPT &d")
    expect(linesBreaking(ampersand, text)).toEqual([3, 4])
  })

  it("follows DEFINE and variables through called scripts whose text is given", () => {
    const scripts = new Map([
      ["_settings.sql", "SET DEFINE OFF\n"],
      [step, "@@_variables\nSET DEFINE ON\n"],
      ["_variables.sql", "DEFINE v = x\n"]
    ])
    expect(linesBreaking(ampersand, script("@@_settings", "PROMPT R&D"), { scripts })).toEqual([])
    expect(linesBreaking(ampersand, script("@@_settings", "PROMPT R&D"))).toEqual([2])
    expect(linesBreaking(ampersand, script(`@@${step}`, "PROMPT &v &w"), { scripts })).toEqual([2])
  })

  it("says a question once, as a warning, and a text in the middle of a word as an error", () => {
    const text = script("SELECT '&v' FROM dual;", "SELECT '&v', 'R&D' FROM dual;")
    const found = lintScript(text, { file: "a.sql", rules: [ampersand] })
    expect(found.map(({ line, severity }) => [line, severity])).toEqual([
      [1, "warning"],
      [2, "error"]
    ])
  })

  it("is a note only where a script that is not known may define the variable", () => {
    const found = lintScript(script("@@variables", "PROMPT &v"), { file: "a.sql", rules: [ampersand] })
    expect(found.map(({ line, severity }) => [line, severity])).toEqual([[2, "info"]])
  })

  it("follows another define character", () => {
    const text = script("DEFINE v = x", "SET DEFINE ^", "PROMPT R&D ^v", "PROMPT ^w")
    expect(linesBreaking(ampersand, text)).toEqual([4])
  })
})
