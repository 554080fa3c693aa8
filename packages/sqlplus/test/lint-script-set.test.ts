import { describe, expect, it } from "vitest"
import { lintScriptSet } from "@orapart/sqlplus"
import type { LintSetOptions } from "@orapart/sqlplus"
import { script } from "./lint/lines-breaking.ts"

type Files = { readonly [path: string]: ReadonlyArray<string> }

const lint = (files: Files, options: LintSetOptions = {}) =>
  lintScriptSet(new Map(Object.entries(files).map(([path, lines]) => [path, script(...lines)])), options)

const found = (files: Files, options: LintSetOptions = {}) =>
  lint(files, options).flatMap(({ file, findings }) => findings.map(({ code, line }) => `${file} ${code}@${line}`))

const head = ["WHENEVER OSERROR EXIT 9 ROLLBACK", "WHENEVER SQLERROR EXIT 4 ROLLBACK"]

describe("lintScriptSet", () => {
  it("judges a called script in the session its caller leaves it", () => {
    const child = ["INSERT INTO &owner..t VALUES (1);", "", "SELECT 1", "", "FROM dual;", "COMMIT;"]
    expect(found({ "child.sql": child })).toEqual([
      "child.sql OP708@1",
      "child.sql OP711@1",
      "child.sql OP711@1",
      "child.sql OP701@4",
      "child.sql OP723@5"
    ])
    const master = [...head, "DEFINE owner = HR", "SET SQLBLANKLINES ON", "@@child"]
    expect(found({ "child.sql": child, "master.sql": master })).toEqual([])
  })

  it("hands the arguments of a call over", () => {
    const child = ["SELECT '&1', '&2' FROM dual;"]
    expect(found({ "child.sql": child, "master.sql": ["@@child a"] })).toEqual(["child.sql OP728@1"])
    expect(found({ "child.sql": child, "master.sql": ["@@child a b"] })).toEqual([])
  })

  it("counts a variable as defined only when every caller defines it", () => {
    const child = ["SELECT '&owner' FROM dual;"]
    const [one, other] = [["DEFINE owner = HR", "@@child"], ["@@child"]]
    expect(found({ "child.sql": child, "one.sql": one })).toEqual([])
    expect(found({ "child.sql": child, "one.sql": one, "other.sql": other })).toEqual(["child.sql OP708@1"])
  })

  it("looks beside the caller, also in folders, and knows files that are not linted", () => {
    const files = {
      "a/master.sql": [...head, "@@steps/one.sql"],
      "a/steps/one.sql": ["@@two", "DELETE t;", "DELETE u;"]
    }
    expect(found(files)).toEqual(["a/steps/one.sql OP755@1"])
    const paths = new Set<string>()
    const readOutside = (path: string) => {
      paths.add(path)
      return "COMMIT;\n"
    }
    expect(found(files, { readOutside })).toEqual([])
    expect([...paths]).toEqual(["a/steps/two.sql"])
  })

  it("follows START and @ beside the caller and leaves what may lie elsewhere", () => {
    const files = { "m.sql": [...head, "START one", "@nowhere", "@?/x", "@@&v"], "one.sql": ["DEFINE v = x"] }
    expect(found(files)).toEqual(["m.sql OP715@3", "m.sql OP715@4", "m.sql OP708@6"])
  })

  it("takes the default of a setting that callers leave in different ways", () => {
    const child = ["SELECT 1", "", "FROM dual;"]
    const [off, on] = [["@@child"], ["SET SQLBLANKLINES ON", "@@child"]]
    expect(found({ "a.sql": off, "b.sql": on, "child.sql": child })).toContain("child.sql OP701@2")
    expect(found({ "a.sql": on, "b.sql": off, "child.sql": child })).toContain("child.sql OP701@2")
    expect(found({ "a.sql": on, "b.sql": on, "child.sql": child })).toEqual([])
  })

  it("forgets settings after a known script that calls one that is not known", () => {
    const output = ["SET SERVEROUTPUT OFF", "@@known", "EXEC DBMS_OUTPUT.PUT_LINE('a')"]
    expect(found({ "a.sql": output, "known.sql": ["PROMPT a"] })).toEqual(["a.sql OP729@3"])
    expect(found({ "a.sql": output, "known.sql": ["@?/settings"] })).not.toContain("a.sql OP729@3")
  })

  it("gives the reports in the order of the files, whoever calls whom", () => {
    const files = { "z.sql": ["COMMIT;"], "a.sql": [...head, "@@z"], "b.sql": [...head, "@@a"] }
    expect(lint(files).map(({ file }) => file)).toEqual(["z.sql", "a.sql", "b.sql"])
  })

  it("ends for scripts in a circle", () => {
    expect(found({ "a.sql": [...head, "@@b"], "b.sql": ["@@a"] })).toEqual([])
    expect(found({ "a.sql": [...head, "@@a"] })).toEqual(["a.sql OP724@3"])
  })

  it("puts at most so many findings of a code into words, errors first, and counts the rest", () => {
    const lines = ["SELECT '&a', '&b', '&c' FROM dual;", "PROMPT R&D", "PROMPT R&E", "PROMPT R&F"]
    const [report] = lint({ "a.sql": lines }, { most: 2 })
    expect(report?.findings.map(({ line, severity }) => [line, severity])).toEqual([
      [2, "error"],
      [3, "error"]
    ])
    expect(report?.omitted).toEqual([
      { code: "OP708", slug: "ampersand", severity: "error", count: 1 },
      { code: "OP708", slug: "ampersand", severity: "warning", count: 3 }
    ])
  })

  it("takes variables that somebody outside the set defines", () => {
    expect(found({ "a.sql": ["PROMPT &owner"] }, { definedVariables: ["owner"] })).toEqual([])
  })
})
