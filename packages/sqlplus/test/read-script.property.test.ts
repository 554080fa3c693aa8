import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { ScriptItem } from "@orapart/sqlplus"
import { readScript } from "@orapart/sqlplus"

interface Piece {
  /** The lines as a careful author writes them. */
  readonly written: string
  readonly expected: { readonly kind: ScriptItem["kind"]; readonly text: string; readonly terminator?: string }
}

/** Literals whose lines neither end in ; or - nor are blank, / or . alone. */
const literal = fc.constantFrom(
  "'a'",
  "'it''s; not'",
  "q'[it's ; a]'",
  "q'~x\n  (y) ;~'",
  "N'-- no'",
  "'/* no */'",
  "'&v'"
)
const name = fc.constantFrom("orders", '"Order; Lines"', "app.t$1", '"a--b"')
const hint = fc.constantFrom("", " /*+ append */", " /* a ; b */", " -- note", "\n -- 'x", "\n  ")

const sqlText = fc.oneof(
  fc.tuple(hint, literal, name).map(([comment, value, table]) => `SELECT${comment}\n ${value} FROM ${table}`),
  fc.tuple(name, literal).map(([table, value]) => `INSERT INTO ${table} (a,\n  b) VALUES (1, ${value})`),
  fc
    .tuple(name, fc.integer({ min: 1, max: 4 }))
    .map(
      ([table, columns]) =>
        `CREATE TABLE ${table} (${Array.from({ length: columns }, (_, at) => `\n  c${at} NUMBER`).join(",")})`
    ),
  fc.constantFrom("COMMIT", "SET ROLE ALL", "WITH function AS (SELECT 1 FROM dual) SELECT * FROM function")
)

const plsqlText = fc.oneof(
  fc.tuple(literal, name).map(([value, table]) => `BEGIN\n\n  EXECUTE IMMEDIATE ${value};\n  DELETE ${table};\nEND;`),
  literal.map((value) => `DECLARE\n  x VARCHAR2(9) := ${value};\nBEGIN\n  NULL; -- a;\nEND;`),
  fc.constantFrom(
    "CREATE OR REPLACE\nEDITIONABLE TRIGGER g\nBEFORE INSERT ON t\nBEGIN\n  NULL;\nEND;",
    "CREATE TYPE t AS TABLE OF NUMBER;",
    "WITH\nFUNCTION f RETURN NUMBER IS\nBEGIN\n  RETURN 1;\nEND;\nSELECT f FROM dual",
    "<<b>>\nBEGIN\n  NULL;\nEND;"
  )
)

const piece: fc.Arbitrary<Piece> = fc.oneof(
  fc.tuple(sqlText, fc.constantFrom(";", " ;", "\n/")).map(([text, ending]) => ({
    written: text + ending,
    expected: { kind: "sql" as const, text, terminator: ending.trim() }
  })),
  plsqlText.map((text) => ({ written: `${text}\n/`, expected: { kind: "plsql" as const, text, terminator: "/" } })),
  fc
    .constantFrom(
      "PROMPT it's 5 o'clock; next",
      "SET ECHO ON",
      "COLUMN a NEW_VALUE b NOPRINT",
      "EXEC :x := 'a'",
      "SPOOL OFF"
    )
    .map((text) => ({ written: text, expected: { kind: "command" as const, text } })),
  fc
    .constantFrom("-- it's", "REM it's; \"x", "/* it's\n\n/\n; */")
    .map((text) => ({ written: text, expected: { kind: "comment" as const, text } })),
  fc.constantFrom("@@a.sql", "@@&v x").map((text) => ({ written: text, expected: { kind: "call" as const, text } }))
)

const summarize = (item: ScriptItem) =>
  item.kind === "sql" || item.kind === "plsql"
    ? { kind: item.kind, text: item.text, terminator: item.terminator }
    : { kind: item.kind, text: "text" in item ? item.text : "" }

describe("reading a script of random statements", () => {
  it("gives back exactly the statements it was joined from, at their lines and without problems", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, fc.nat({ max: 2 }))), fc.constantFrom("\n", "\r\n"), (pieces, lineEnd) => {
        const text = pieces.map(([{ written }, blanks]) => `${written}\n${"\n".repeat(blanks)}`).join("")
        // A line of two blanks inside a SELECT is allowed by this setting only.
        const reading = readScript(text.replaceAll("\n", lineEnd), { settings: { sqlBlankLines: true } })
        expect(reading.statements.map(summarize)).toEqual(pieces.map(([{ expected }]) => expected))
        expect(reading.problems.filter(({ slug }) => slug !== "carriage-return")).toEqual([])
        const lines = text.split("\n")
        for (const [index, item] of reading.statements.entries())
          expect(lines.slice(item.line - 1, item.endLine).join("\n")).toBe(pieces[index]?.[0].written)
      }),
      { numRuns: 300 }
    )
  })

  it("leaves no visible line of any text outside an item", () => {
    const line = fc.constantFrom(
      "SELECT 1",
      "FROM dual;",
      "/",
      ".",
      "",
      "BEGIN",
      "END;",
      "/* a",
      "b */",
      "-- c",
      "'",
      "q'[",
      "]'",
      "@",
      "foo",
      "PROMPT -",
      "COMMIT; --x",
      "CREATE",
      "TYPE t;",
      "SET DEFINE OFF",
      "R",
      "REM x"
    )
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const { statements } = readScript(lines.join("\n"))
        const covered = new Set(
          statements.flatMap((item) => Array.from({ length: item.endLine - item.line + 1 }, (_, at) => item.line + at))
        )
        const visible = lines.flatMap((text, index) => (text === "" ? [] : [index + 1]))
        expect(visible.filter((number) => !covered.has(number))).toEqual([])
        const starts = statements.map((item) => item.line)
        expect(starts).toEqual(starts.toSorted((left, right) => left - right))
      }),
      { numRuns: 500 }
    )
  })
})
