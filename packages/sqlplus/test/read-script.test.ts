import { describe, expect, it } from "vitest"
import type { ScriptItem } from "@orapart/sqlplus"
import { defaultReaderSettings, readScript } from "@orapart/sqlplus"
import { script } from "./lint/lines-breaking.ts"

const read = (...lines: ReadonlyArray<string>) => readScript(script(...lines))
const kinds = (items: ReadonlyArray<ScriptItem>) => items.map((item) => [item.kind, item.line, item.endLine])
const slugs = (...lines: ReadonlyArray<string>) => read(...lines).problems.map(({ slug, line }) => [slug, line])

describe("readScript between statements", () => {
  it("ignores blank lines", () => {
    expect(read("", "   ", "")).toMatchObject({ statements: [], problems: [] })
  })

  it("reads -- lines, REM lines and block comments as comments", () => {
    const { statements, problems } = read("-- a", "REM b", "rema c", "/* d", ";", "", "/", "e */")
    expect(statements.map((item) => item.kind === "comment" && item.style)).toEqual(["--", "REM", "REM", "/*"])
    expect(kinds(statements).at(-1)).toEqual(["comment", 4, 8])
    expect(problems).toEqual([])
  })

  it("lets a REM line that ends in a hyphen swallow the next line", () => {
    expect(kinds(read("REM ----", "SELECT 1 FROM dual;").statements)).toEqual([["comment", 1, 2]])
  })

  it("reports /* without a blank, since SQL*Plus may run the buffer for it", () => {
    expect(slugs("/*+ a */")).toEqual([["comment-without-blank", 1]])
    expect(slugs("/*", "a */")).toEqual([])
  })

  it("reports a block comment that is never closed", () => {
    expect(slugs("SELECT 1 FROM dual;", "/* a", "b")).toEqual([["comment-not-closed", 2]])
  })

  it("reads what follows a block comment on its line, and reports it", () => {
    const reading = read("/* a", "b */ SELECT 1 FROM dual;")
    expect(kinds(reading.statements)).toEqual([
      ["comment", 1, 2],
      ["sql", 2, 2]
    ])
    expect(reading.problems).toMatchObject([{ slug: "text-after-comment", line: 2 }])
  })

  it.each(["/", "  / ", "R", "run"])("takes %j for an order to run the buffer again", (line) => {
    expect(read("DROP TABLE t;", line).statements[1]).toMatchObject({
      kind: "run-buffer",
      statement: { language: "sql", text: "DROP TABLE t" },
      isRepeat: true
    })
  })

  it("reports a / with nothing to run", () => {
    expect(slugs("/")).toEqual([["nothing-to-run", 1]])
    expect(slugs("DROP TABLE t;", "CLEAR BUFFER", "/")).toEqual([["nothing-to-run", 3]])
  })

  it("runs a statement for the first time when / follows the blank line that ended it", () => {
    const { statements } = read("SELECT 1 FROM dual", "", "/", "/")
    expect(statements.map((item) => item.kind === "run-buffer" && item.isRepeat)).toEqual([false, false, true])
  })

  it("does not pretend to know the buffer after an edit or a called script", () => {
    expect(slugs("DROP TABLE t;", "C/t/u", "/")).toEqual([
      ["buffer-edited", 2],
      ["buffer-edited", 3]
    ])
    expect(slugs("DROP TABLE t;", "@@a", "/")).toEqual([["buffer-edited", 3]])
  })

  it.each(["FOO bar", "SELEC 1 FROM dual;", ".", ";", "#prompt x", "(a NUMBER);", "5", "/ x"])(
    "reports %j as unknown instead of skipping it",
    (line) => {
      const reading = read("PROMPT a", line)
      expect(reading.statements[1]).toMatchObject({ kind: "unknown", line: 2, text: line })
      expect(reading.problems).toMatchObject([{ slug: "unknown-command", line: 2 }])
    }
  )

  it("takes a bracket before a query for SQL (assumed) and gives the query's verb", () => {
    const reading = read("(SELECT 1 FROM dual)", "MINUS", "((WITH x AS (SELECT 2 FROM dual) SELECT * FROM x));")
    expect(reading.statements).toMatchObject([{ kind: "sql", verb: "SELECT", line: 1, endLine: 3 }])
    expect(reading.problems).toEqual([])
  })

  it.each([
    "LOCK TABLE t IN SHARE MODE",
    "COMMIT",
    "ROLLBACK",
    "SAVEPOINT a",
    "TRUNCATE TABLE t",
    "RENAME a TO b",
    "PURGE RECYCLEBIN",
    "FLASHBACK TABLE t TO BEFORE DROP",
    "EXPLAIN PLAN FOR SELECT 1 FROM dual",
    "CALL p()",
    "MERGE INTO t USING u ON (1 = 1)",
    "AUDIT SELECT ON t",
    "NOAUDIT ALL",
    "COMMENT ON TABLE t IS 'x'",

    "ANALYZE TABLE t VALIDATE STRUCTURE",
    "ASSOCIATE STATISTICS WITH COLUMNS t.a USING s",
    "DISASSOCIATE STATISTICS",
    "ADMINISTER KEY MANAGEMENT SET KEY",
    "GRANT SELECT ON t TO u",
    "REVOKE ALL ON t FROM u",
    "DELETE t",
    "SET ROLE ALL",
    "SET TRANSACTION READ ONLY",
    "set constraints all deferred",
    "SET CONSTRAINT c IMMEDIATE"
  ])("sends %j to the database", (statement) => {
    expect(read(`${statement};`)).toMatchObject({
      statements: [{ kind: "sql", text: statement, verb: statement.split(" ")[0]?.toUpperCase() }],
      problems: []
    })
  })
})

describe("readScript and the file itself", () => {
  it("tolerates CRLF and reports it once", () => {
    const reading = readScript("SELECT 1\r\nFROM dual;\r\n")
    expect(reading.statements).toMatchObject([{ kind: "sql", text: "SELECT 1\nFROM dual" }])
    expect(reading.problems).toMatchObject([
      { slug: "carriage-return", line: 1, what: expect.stringContaining("2 of 2") }
    ])
  })

  it("takes a carriage return inside a line for a blank, and lists problems by line", () => {
    const reading = readScript("FOO\nSELECT\r1 FROM dual;\n")
    expect(reading.statements[1]).toMatchObject({ kind: "sql", text: "SELECT 1 FROM dual" })
    expect(reading.problems.map(({ slug, line }) => [slug, line])).toEqual([
      ["unknown-command", 1],
      ["carriage-return", 2]
    ])
  })

  it("tolerates a byte order mark and reports it", () => {
    const reading = readScript("\uFEFFCOMMIT;\n")
    expect(reading.statements).toMatchObject([{ kind: "sql", text: "COMMIT" }])
    expect(reading.problems).toMatchObject([{ slug: "byte-order-mark", line: 1 }])
  })

  it("reads an empty text and a text without a last line feed", () => {
    expect(readScript("").statements).toEqual([])
    expect(readScript("COMMIT;").statements).toMatchObject([{ text: "COMMIT" }])
  })

  it("starts from the settings it is given and returns those of the end", () => {
    const reading = readScript("SET DEFINE ON\nSELECT 1\n\nFROM dual;\n", {
      settings: { define: null, sqlBlankLines: true }
    })
    expect(reading.statements.map((item) => item.settings.define)).toEqual([null, "&"])
    expect(reading.problems).toEqual([])
    expect(reading.settings).toEqual({ ...defaultReaderSettings, sqlBlankLines: true })
  })
})

describe("readScript and called scripts", () => {
  const scripts = new Map([
    ["_settings.sql", "SET DEFINE OFF SQLBLANKLINES ON\n"],
    ["outer.sql", "@@_settings\n"],
    ["loop.sql", "@@loop\n@@loop.sql\n"]
  ])

  it("lets the SET lines of a called script reach the caller, also through two calls", () => {
    for (const call of ["@@_settings.sql", "@@outer", "@_settings", "START outer.sql"])
      expect(readScript(`${call}\n`, { scripts }).settings).toMatchObject({ define: null, sqlBlankLines: true })
  })

  it("reads a called script under the settings of its caller", () => {
    const called = new Map([["a.sql", "SELECT 1\n\nFROM dual;\n"]])
    const [, call] = readScript("SET SQLBLANKLINES ON\n@@a\n", { scripts: called }).statements
    expect(call?.kind === "call" && call.reading?.problems).toEqual([])
  })

  it("attaches the reading of a called script, and null when its text was not given", () => {
    const { statements } = readScript("@@outer\n@@other\n", { scripts })
    expect(statements).toMatchObject([{ reading: { file: "outer.sql" } }, { reading: null }])
  })

  it("stops at a script that calls itself", () => {
    const reading = readScript("@@loop\n", { scripts })
    const [call] = reading.statements
    expect(call?.kind === "call" && call.reading?.problems.map(({ slug }) => slug)).toEqual([
      "nested-too-deep",
      "nested-too-deep"
    ])
  })

  it("stops 20 calls deep", () => {
    const chain = new Map(Array.from({ length: 30 }, (_, index) => [`s${index}.sql`, `@@s${index + 1}\n`]))
    let reading = readScript("@@s0\n", { scripts: chain })
    let depth = 0
    for (let [call] = reading.statements; call?.kind === "call" && call.reading !== null; [call] = reading.statements) {
      reading = call.reading
      depth += 1
    }
    expect(depth).toBe(20)
    expect(reading.problems).toMatchObject([{ slug: "nested-too-deep" }])
  })
})
