import { describe, expect, it } from "vitest"
import { lintScript } from "@orapart/sqlplus"
import { missingWhenever } from "../../src/lint/missing-whenever.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

const severities = (...lines: ReadonlyArray<string>) =>
  lintScript(script(...lines), { file: "a.sql", rules: [missingWhenever] }).map(({ severity }) => severity)

describe("OP711 missing-whenever", () => {
  it("fires twice when neither stands before the first change", () => {
    const text = script("PROMPT a", "SELECT 1 FROM dual;", "DELETE t;")
    expect(linesBreaking(missingWhenever, text)).toEqual([3, 3])
  })

  it("fires when one comes after the first change", () => {
    const text = script("WHENEVER OSERROR EXIT 9 ROLLBACK", "DELETE t;", "WHENEVER SQLERROR EXIT 4 ROLLBACK")
    expect(linesBreaking(missingWhenever, text)).toEqual([2])
  })

  it("fires before a call of a script that is not known, and before EXEC", () => {
    const text = script("WHENEVER OSERROR EXIT 9 ROLLBACK", "@@a.sql", "WHENEVER SQLERROR EXIT 4 ROLLBACK")
    expect(linesBreaking(missingWhenever, text)).toEqual([2])
    expect(linesBreaking(missingWhenever, script("EXEC app.purge"))).toEqual([1, 1])
  })

  it("does not take CONTINUE for EXIT, but a CONTINUE after EXIT for a decision", () => {
    const oserror = "WHENEVER OSERROR EXIT 9 ROLLBACK"
    const [stop, go] = ["WHENEVER SQLERROR EXIT 4", "WHENEVER SQLERROR CONTINUE"]
    expect(linesBreaking(missingWhenever, script(oserror, go, "DELETE t;"))).toEqual([3])
    expect(linesBreaking(missingWhenever, script(oserror, stop, go, "DELETE t;"))).toEqual([])
  })

  it("is a warning where something goes on after the error, and a note otherwise", () => {
    expect(severities("DELETE t;")).toEqual(["info", "info"])
    expect(severities("DELETE t;", "DELETE u;").toSorted()).toEqual(["info", "warning"])
    expect(severities("DELETE t;", "@@a.sql")).toEqual(["warning", "warning"])
  })

  it("is silent when both come first, in a report and in a file of settings", () => {
    const head = ["SET ECHO OFF", "WHENEVER OSERROR EXIT 9 ROLLBACK", "WHENEVER SQLERROR EXIT 4 ROLLBACK"]
    expect(linesBreaking(missingWhenever, script(...head, "DELETE t;", "COMMIT;"))).toEqual([])
    const report = ["SPOOL a.lst REPLACE", "EXEC :x := 1", "SELECT 1 FROM dual;", "BEGIN", "  :x := 2;", "END;", "/"]
    expect(linesBreaking(missingWhenever, script(...report))).toEqual([])
    expect(linesBreaking(missingWhenever, script("SET DEFINE OFF", "PROMPT a", "-- b"))).toEqual([])
  })

  it("is silent when a called script whose text is known sets both", () => {
    const scripts = new Map([["head.sql", script("WHENEVER OSERROR EXIT 9", "WHENEVER SQLERROR EXIT 4")]])
    expect(linesBreaking(missingWhenever, script("@@head", "DELETE t;", "DELETE u;"), { scripts })).toEqual([])
  })
})
