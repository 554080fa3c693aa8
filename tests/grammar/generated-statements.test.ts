import { describe, expect, it } from "vitest"
import { readStatements } from "./generated-statements.ts"

const read = (text: string, besides: ReadonlyMap<string, string> = new Map()) =>
  readStatements({ place: "a.sql", text, besides })

describe("the statements of a script", () => {
  it("are the SQL and the blocks without their terminators, not the commands and comments", () => {
    const { statements, unjudged } = read(
      "SET ECHO OFF\n-- one\nDROP TABLE A;\nBEGIN\n  NULL;\nEND;\n/\n@@b.sql\nEXIT 0\n"
    )
    expect(statements.map(({ place, form, text }) => [place, form, text])).toEqual([
      ["a.sql:3", "sql", "DROP TABLE A"],
      ["a.sql:4", "plsql", "BEGIN\n  NULL;\nEND;"]
    ])
    expect(unjudged).toEqual([])
  })

  it("have the values of variables that the script defines", () => {
    const { statements, unjudged } = read("COLUMN x NEW_VALUE answer NOPRINT\nSELECT '&answer.' FROM dual;\n")
    expect(statements.map(({ text }) => text)).toEqual(["SELECT '' FROM dual"])
    expect(unjudged).toEqual([])
  })

  it("name the variables that SQL*Plus would ask for", () => {
    expect(read("SELECT '&who' FROM dual;\n").unjudged).toEqual(["a.sql:1 asks for the substitution variable WHO"])
  })

  it("follow SET DEFINE OFF of a script that is called", () => {
    const { statements, unjudged } = read(
      "@@_settings.sql\nSELECT '&who' FROM dual;\n",
      new Map([["_settings.sql", "SET DEFINE OFF\n"]])
    )
    expect([statements.map(({ text }) => text), unjudged]).toEqual([["SELECT '&who' FROM dual"], []])
  })

  it("have dynamic SQL after their block, and blocks inside it too", () => {
    const { statements } = read(
      "BEGIN\n  EXECUTE IMMEDIATE 'BEGIN EXECUTE IMMEDIATE ''DROP TABLE A''; END;';\nEND;\n/\n"
    )
    expect(statements.slice(1)).toEqual([
      { place: "a.sql:2", form: "plsql", text: "BEGIN EXECUTE IMMEDIATE 'DROP TABLE A'; END;", isDynamic: true },
      { place: "a.sql:2:1", form: "sql", text: "DROP TABLE A", isDynamic: true }
    ])
  })

  it("are not silent about a text that is never run or cannot be worked out", () => {
    expect(read("DROP TABLE A\n").unjudged).toEqual(["a.sql:1 is unfinished"])
    expect(read("BEGIN\n  EXECUTE IMMEDIATE p;\nEND;\n/\n").unjudged).toEqual([
      "a.sql:2 runs a text that cannot be worked out"
    ])
  })
})
