import { describe, expect, it } from "vitest"
import type { ReadOptions } from "@orapart/sqlplus"
import { readScript } from "@orapart/sqlplus"
import { script } from "./lint/lines-breaking.ts"

const read = (lines: ReadonlyArray<string>, options: ReadOptions = {}) => readScript(script(...lines), options)
const slugs = (lines: ReadonlyArray<string>, options: ReadOptions = {}) =>
  read(lines, options).problems.map(({ slug, line }) => [slug, line])

describe("a SQL statement", () => {
  it("ends at a ; at the end of a line, blanks behind it or not", () => {
    expect(read(["SELECT 1", "FROM dual ;  ", "COMMIT;"]).statements).toMatchObject([
      { kind: "sql", text: "SELECT 1\nFROM dual", terminator: ";", line: 1, endLine: 2 },
      { kind: "sql", text: "COMMIT", line: 3, endLine: 3 }
    ])
  })

  it("ends at a / alone on a line, indented or not", () => {
    for (const slash of ["/", "   /  "])
      expect(read(["SELECT 1", "FROM dual", slash]).statements).toMatchObject([
        { kind: "sql", text: "SELECT 1\nFROM dual", terminator: "/", endLine: 3 }
      ])
  })

  it("knows the lines of what opens and follows a literal of several lines", () => {
    expect(slugs(["SELECT 'a", "b", "c' FROM dual; -- x", "/"])).toEqual([["text-after-terminator", 3]])
    expect(slugs(["SELECT 1,", "  q'[a", "b", "/"])).toEqual([["open-literal", 2]])
    expect(slugs(["SELECT 1,", "  /* a", "b */ 2 FROM dual;"])).toEqual([])
  })

  it("is not run when a blank line ends it while SQLBLANKLINES is off", () => {
    const reading = read(["SELECT 1", "", "FROM dual;"])
    expect(reading.statements).toMatchObject([
      { kind: "unfinished", language: "sql", text: "SELECT 1", endedBy: "blank-line" },
      { kind: "unknown", text: "FROM dual;" }
    ])
    expect(reading.problems.map(({ slug }) => slug)).toEqual(["blank-line-ends-statement", "unknown-command"])
  })

  it("keeps blank lines when SQLBLANKLINES is on", () => {
    expect(read(["SET SQLBLANKLINES ON", "SELECT 1", "", "FROM dual;"])).toMatchObject({
      statements: [{ kind: "command" }, { kind: "sql", text: "SELECT 1\n\nFROM dual" }],
      problems: []
    })
  })

  it("is not run when the block terminator or the end of the file ends it", () => {
    expect(read(["SELECT 1", "."]).statements).toMatchObject([{ kind: "unfinished", endedBy: "block-terminator" }])
    expect(read(["SELECT 1"]).statements).toMatchObject([{ kind: "unfinished", endedBy: "end-of-file" }])
    expect(slugs(["SELECT 1", "."])).toEqual([["statement-not-run", 2]])
    expect(slugs(["COMMIT;", "SELECT 1"])).toEqual([["statement-not-run", 2]])
  })

  it("follows another terminator, and none at all", () => {
    expect(read(["SET SQLTERMINATOR !", "SELECT ';' FROM dual!"]).statements[1]).toMatchObject({
      text: "SELECT ';' FROM dual",
      terminator: "!"
    })
    expect(read(["SET SQLT OFF", "SELECT 1 FROM dual;", "/"]).statements[1]).toMatchObject({
      endLine: 3,
      terminator: "/"
    })
  })

  it("takes a . for text when BLOCKTERMINATOR is off", () => {
    expect(read(["SET BLO OFF", "SELECT a", ".", "b FROM t;"]).statements[1]).toMatchObject({
      text: "SELECT a\n.\nb FROM t"
    })
  })

  it.each(["'a;", "q'[a;", '"a;', "q'~it's;"])("does not end inside %s, but says that SQL*Plus may", (opening) => {
    const closing = { "'a;": "b'", "q'[a;": "b]'", '"a;': 'b"', "q'~it's;": "b~'" }[opening] ?? ""
    const reading = read([`SELECT ${opening}`, `${closing} FROM dual;`])
    expect(reading.statements).toMatchObject([{ kind: "sql", endLine: 2 }])
    expect(reading.problems).toMatchObject([{ slug: "terminator-in-literal", line: 1 }])
  })

  it.each(["-- a;", "/* a;"])("does not end inside the comment %s, but says that SQL*Plus may", (comment) => {
    const reading = read([`SELECT 1 ${comment}`, "*/ FROM dual;"])
    expect(reading.statements).toMatchObject([{ kind: "sql", endLine: 2 }])
    expect(reading.problems).toMatchObject([{ slug: "terminator-in-comment", line: 1 }])
  })

  it("goes on after a ; that text or a comment follows, and reports it", () => {
    for (const line of ["COMMIT; -- done", "COMMIT; /* done */", "COMMIT; COMMIT"])
      expect(read([line, "/"])).toMatchObject({
        statements: [{ kind: "sql", terminator: "/", text: line }],
        problems: [{ slug: "text-after-terminator", line: 1 }]
      })
    expect(slugs(["COMMIT; COMMIT;"])).toEqual([["text-after-terminator", 1]])
    expect(slugs(["COMMIT;", "COMMIT;"])).toEqual([])
  })

  it("loses a hyphen at the end of a line to the next line, also inside a literal", () => {
    const reading = read(["SELECT 200 -", "100, 'a-", "b' FROM dual;"])
    expect(reading.statements).toMatchObject([{ text: "SELECT 200  100, 'a b' FROM dual", endLine: 3 }])
    expect(reading.problems.map(({ slug, line }) => [slug, line])).toEqual([["hyphen-joins-lines", 1]])
  })

  it("reports a literal that / cuts in two", () => {
    expect(slugs(["SELECT 'a", "/", "b' FROM dual;"])).toEqual([
      ["open-literal", 1],
      ["unknown-command", 3]
    ])
  })

  it("reports a line that begins with @, which SQL*Plus reads as a file", () => {
    expect(slugs(["SELECT a FROM t", "@link;"])).toEqual([["call-inside-statement", 2]])
  })

  it("obeys a # line at once and keeps it out of the statement", () => {
    const reading = read(["SELECT 1", "#SET DEFINE OFF", "FROM dual;"])
    expect(reading.statements).toMatchObject([
      { kind: "command", verb: "SET", line: 2 },
      { kind: "sql", text: "SELECT 1\nFROM dual", line: 1, endLine: 3 }
    ])
    expect(reading.settings.define).toBeNull()
    expect(slugs(["SELECT 1", "#define_me", "FROM dual;"])).toEqual([["unknown-command", 2]])
  })

  it("does not take SQL*Plus words at the beginning of its lines for commands", () => {
    expect(read(["UPDATE t", "SET a = 1,", "prompt = 2", "/* x */;"]).statements).toMatchObject([
      { kind: "sql", endLine: 4 }
    ])
  })
})

describe("a PL/SQL block", () => {
  it("ends at / alone and nowhere before", () => {
    const lines = ["DECLARE", "", "  x NUMBER;", "BEGIN", "  x := 1; -- a;", "END;", "/", "COMMIT;"]
    expect(read(lines)).toMatchObject({
      statements: [
        { kind: "plsql", verb: "DECLARE", text: lines.slice(0, 6).join("\n"), line: 1, endLine: 7 },
        { kind: "sql", line: 8 }
      ],
      problems: []
    })
  })

  it("keeps DDL of several lines inside a q-literal, blank lines included", () => {
    const lines = ["BEGIN", "  EXECUTE IMMEDIATE q'~CREATE TABLE t", "", "  (a NUMBER)~';", "END;"]
    expect(read([...lines, "/"])).toMatchObject({
      statements: [{ kind: "plsql", text: lines.join("\n") }],
      problems: []
    })
  })

  it.each(["CREATE OR REPLACE", "CREATE -- c", "<<b>>", "WITH"])(
    "is recognized when it begins with the line %j",
    (first) => {
      const second = {
        "<<b>>": "BEGIN NULL; END;",
        WITH: "FUNCTION f RETURN DATE IS BEGIN RETURN SYSDATE; END; SELECT f FROM dual;"
      }
      const lines = [
        first,
        (second as { [line: string]: string })[first] ?? "TRIGGER t BEFORE INSERT ON x BEGIN NULL; END;"
      ]
      expect(read([...lines, "/"]).statements).toMatchObject([{ kind: "plsql", text: lines.join("\n") }])
    }
  )

  it("covers CREATE TYPE without a body, whose ; belongs to it", () => {
    expect(read(["CREATE TYPE t AS OBJECT (a NUMBER);", "/"]).statements).toMatchObject([
      { kind: "plsql", text: "CREATE TYPE t AS OBJECT (a NUMBER);" }
    ])
  })

  it("is not run when a . or the end of the file ends it", () => {
    expect(read(["BEGIN", "NULL;", "END;", "."]).statements).toMatchObject([
      { kind: "unfinished", language: "plsql", endedBy: "block-terminator" }
    ])
    expect(slugs(["BEGIN", "NULL;", "END;"])).toEqual([["statement-not-run", 1]])
  })

  it("reports a literal or comment that its / cuts in two", () => {
    expect(slugs(["BEGIN", "  x := 'a", "/"])).toEqual([["open-literal", 2]])
    expect(slugs(["BEGIN /* a", "/"])).toEqual([["open-literal", 1]])
    expect(slugs(["CREATE JAVA SOURCE NAMED j AS // it's", "/"])).toEqual([])
  })

  it("keeps a hyphen at the end of a line and reports it", () => {
    const reading = read(["BEGIN", "  x := 2 -", "  1;", "END;", "/"])
    expect(reading.statements).toMatchObject([{ text: "BEGIN\n  x := 2 -\n  1;\nEND;" }])
    expect(reading.problems).toMatchObject([{ slug: "hyphen-joins-lines", line: 2 }])
  })
})
