import { describe, expect, it } from "vitest"
import { lintRules, lintScript, readScript } from "@orapart/sqlplus"
import { createTable, cutover, dropOldTable, master, predecessorStep, settings } from "./sample-scripts.ts"

const scripts = new Map([["_settings.sql", settings]])
const codes = (text: string) => lintScript(text, { file: "a.sql" }).map(({ code, line }) => [line, code])

describe("lintScript on scripts as a DBA wants them", () => {
  it.each([
    ["_settings.sql", settings],
    ["10_create_table.sql", createTable],
    ["50_swap_tables.sql", cutover],
    ["70_drop_old_table.sql", dropOldTable],
    ["master1.sql", master]
  ])("finds nothing in %s, with and without the text of _settings.sql", (file, text) => {
    expect(lintScript(text, { file, scripts }).map(({ message }) => message)).toEqual([])
    expect(lintScript(text, { file }).map(({ message }) => message)).toEqual([])
  })

  it("reads their statements as they were meant", () => {
    const kindsOf = (text: string) =>
      readScript(text).statements.flatMap(({ kind }) => (kind === "comment" ? [] : [kind]))
    expect(kindsOf(cutover)).toEqual([
      "command",
      "command",
      "call",
      "command",
      "plsql",
      "sql",
      "plsql",
      "command",
      "command",
      "plsql"
    ])
    expect(kindsOf(master).filter((kind) => kind === "call")).toHaveLength(3)
  })

  it("keeps DDL of several lines inside its block", () => {
    const block = readScript(createTable).statements.find(({ kind }) => kind === "plsql")
    expect(block).toMatchObject({ text: expect.stringContaining("EXECUTE IMMEDIATE q'~CREATE TABLE APP.ORDERS_INT\n") })
  })
})

describe("lintScript on a script that hides its failures", () => {
  it("finds each of its traps, by line", () => {
    expect(codes(predecessorStep)).toEqual([
      [1, "OP710"],
      [2, "OP709"],
      [3, "OP704"],
      [5, "OP711"],
      [5, "OP719"],
      [5, "OP719"],
      [6, "OP708"],
      [8, "OP707"],
      [9, "OP701"],
      [10, "OP723"],
      [12, "OP702"],
      [13, "OP708"],
      [16, "OP718"],
      [19, "OP709"],
      [19, "OP717"],
      [20, "OP716"],
      [21, "OP720"],
      [22, "OP721"]
    ])
  })
})

describe("a lint finding", () => {
  const [finding] = lintScript("EXIT SQL.SQLCODE\n", { file: "50.sql" })

  it("carries code, slug, place and words as a finding of the contract", () => {
    expect(finding).toMatchObject({
      code: "OP710",
      slug: "exit-sqlcode",
      severity: "error",
      subject: "50.sql",
      line: 1,
      location: { file: "50.sql", line: 1, column: 1 },
      evidence: { line: 1 }
    })
  })

  it("says all of it in one message that begins with the code", () => {
    expect(finding?.message).toBe(
      `OP710 exit-sqlcode: 50.sql line 1: ${finding?.what} ${finding?.why} ${finding?.advice}`
    )
  })

  it("weighs less when the violation says so", () => {
    const severities = lintScript("PROMPT a -\n\nPROMPT --\nb\n", { file: "a.sql" }).map(({ severity }) => severity)
    expect(severities).toEqual(["warning", "error"])
  })

  it("comes only from the rules asked for", () => {
    const rules = lintRules.filter(({ slug }) => slug === "missing-whenever")
    expect(lintScript(predecessorStep, { file: "a.sql", rules }).map(({ slug }) => slug)).toEqual(["missing-whenever"])
  })
})
