import { describe, expect, it } from "vitest"
import { readScript } from "@orapart/sqlplus"
import { script } from "./lint/lines-breaking.ts"

const read = (...lines: ReadonlyArray<string>) => readScript(script(...lines))

describe("a SQL*Plus command", () => {
  it.each([
    ["DEFINE v=x", "DEFINE", "v=x"],
    ["UNDEF v", "UNDEFINE", "v"],
    ["ACC v PROMPT 'name: ' HIDE", "ACCEPT", "v PROMPT 'name: ' HIDE"],
    ["PROMPT 50: OLD & new; done;", "PROMPT", "50: OLD & new; done;"],
    ["pro", "PROMPT", ""],
    ["PAUSE", "PAUSE", ""],
    ["SPOOL 50.log REPLACE", "SPOOL", "50.log REPLACE"],
    ["SPO OFF;", "SPOOL", "OFF"],
    ["WHENEVER SQLERROR EXIT 4 ROLLBACK", "WHENEVER", "SQLERROR EXIT 4 ROLLBACK"],
    ["EXIT FAILURE ROLLBACK", "EXIT", "FAILURE ROLLBACK"],
    ["QUIT", "QUIT", ""],
    ["SET ECHO ON", "SET", "ECHO ON"],
    ["VAR state VARCHAR2(10)", "VARIABLE", "state VARCHAR2(10)"],
    ["PRINT state", "PRINT", "state"],
    ["EXEC :state := 'it''s';", "EXECUTE", ":state := 'it''s'"],
    ["COL script NEW_VALUE orapart_script NOPRINT", "COLUMN", "script NEW_VALUE orapart_script NOPRINT"],
    ["CONN app/x@db", "CONNECT", "app/x@db"],
    ["DISC", "DISCONNECT", ""],
    ["HOST ls", "HOST", "ls"],
    ["!ls", "HOST", "ls"],
    ["$dir", "HOST", "dir"],
    ["SHO ERRORS", "SHOW", "ERRORS"],
    ["DESC app.orders", "DESCRIBE", "app.orders"],
    ["  TIMI START x", "TIMING", "START x"],
    ["STARTUP", "STARTUP", ""],
    ["ARCHIVE LOG LIST", "ARCHIVE", "LOG LIST"]
  ])("is read from %j", (line, verb, args) => {
    expect(read(line)).toMatchObject({
      statements: [{ kind: "command", verb, args, line: 1, endLine: 1 }],
      problems: []
    })
  })

  it("goes on over lines that end in a hyphen", () => {
    const reading = read("COLUMN script -", "  NEW_VALUE v -", "  NOPRINT", "COMMIT;")
    expect(reading.statements).toMatchObject([
      { kind: "command", line: 1, endLine: 3, text: expect.stringMatching(/^COLUMN script\s+NEW_VALUE v\s+NOPRINT$/) },
      { kind: "sql", line: 4 }
    ])
    expect(reading.problems).toEqual([])
  })

  it("lets a PROMPT that ends in a hyphen swallow the next line", () => {
    expect(read("PROMPT -----", "COMMIT;").statements).toMatchObject([{ kind: "command", endLine: 2 }])
  })

  it("reports a hyphen at the very end of the file", () => {
    expect(read("PROMPT a-").problems).toMatchObject([{ slug: "continuation-at-end", line: 1 }])
  })

  it("reports what it does not understand of a SET line, with its line", () => {
    expect(read("COMMIT;", "SET COLOUR RED").problems).toMatchObject([{ slug: "set-not-understood", line: 2 }])
  })

  it.each(["APPEND x", "CHANGE /a/b", "C/a/b/", "DEL 2", "EDIT", "GET f", "INPUT x"])(
    "%s is reported, since the buffer is no longer known",
    (line) => {
      expect(read(line)).toMatchObject({ statements: [{ kind: "command" }], problems: [{ slug: "buffer-edited" }] })
    }
  )

  it.each(["COLU", "COLUM", "col"])("may be shortened to %s", (word) => {
    expect(read(`${word} a NOPRINT`).statements).toMatchObject([{ verb: "COLUMN" }])
  })

  it.each(["CO a", "COLUMNS a", "PROMPTS", "SETT ECHO ON", "REMA_ x"])("is not recognized in %j", (line) => {
    expect(read(line).statements).toMatchObject([{ kind: "unknown" }])
  })
})

describe("a call of a script", () => {
  it.each([
    ["@a", "@", "a", []],
    ["@@10_create_table.sql", "@@", "10_create_table.sql", []],
    ["  @@a x 'y z' \"w\";", "@@", "a", ["x", "y z", "w"]],
    ["START a.sql 1", "START", "a.sql", ["1"]],
    ["sta a", "START", "a", []],
    ["@@&orapart_script", "@@", "&orapart_script", []],
    ['@ "my file.sql"', "@", "my file.sql", []]
  ])("is read from %j", (line, verb, file, args) => {
    expect(read(line)).toMatchObject({ statements: [{ kind: "call", verb, file, args }], problems: [] })
  })

  it.each(["@", "@@", "START"])("is reported when %s names no file", (line) => {
    expect(read(line).problems).toMatchObject([{ slug: "call-without-file" }])
  })
})
