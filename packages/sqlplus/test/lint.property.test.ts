// The linter on texts that nobody wrote: it ends, it never throws, and what it says has a place in the text.
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { lintRules, lintScript, lintScriptSet, readScript } from "@orapart/sqlplus"

/** Beginnings, ends and insides of all that the reader and the rules look for, torn out of their places. */
const fragment = fc.constantFrom(
  "'",
  "q'[",
  "]'",
  '"',
  "/*",
  "*/",
  "/*+ nologging",
  "--",
  "-",
  ";",
  "/",
  ".",
  "#",
  "&",
  "&&v.",
  "&1",
  "& x",
  ":b",
  ":",
  "@",
  "@@a.sql x",
  "@@b",
  "START c",
  "(",
  ")",
  "SELECT high_value FROM t",
  "INSERT INTO t VALUES (1)",
  "CREATE OR REPLACE",
  "TRIGGER t",
  "PROCEDURE p IS",
  "BEGIN",
  "END",
  "DECLARE",
  "DROP TABLE t PURGE",
  "INTERVAL (INTERVAL(",
  "INTERVAL '105' DAY",
  "PARTITION BY",
  "xORDER BY",
  "PROMPT",
  "PROMPT created :b",
  "REM",
  "SET DEFINE",
  "SET DEFINE OFF",
  "SET SQLT !",
  "SET SQLBL ON",
  "DEFINE v = 1",
  "COLUMN a NEW_V 1",
  "VAR b NUMBER",
  "EXEC p(",
  "EXIT 256",
  "EXIT",
  "WHENEVER SQLERROR EXIT",
  "WHENEVER SQLERROR CONTINUE",
  "SPOOL a",
  "SPOOL OFF",
  "CONNECT a/b@c",
  "SHOW ERRORS",
  "WHEN OTHERS THEN NULL",
  "\n",
  "\r\n",
  "\t",
  " ",
  "\u00E4",
  "\u{1F600}",
  "\uFEFF"
)

const text = fc.oneof(
  fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join(" ")),
  fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join("\n")),
  fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 200 })
)

const lengthsOf = (script: string): ReadonlyArray<number> => script.split("\n").map((line) => line.length)

describe("linting any text", () => {
  it("never throws, and places each finding on a line and column of the text", () => {
    fc.assert(
      fc.property(text, (script) => {
        const lengths = lengthsOf(script)
        for (const { line, location, message } of lintScript(script, { file: "a.sql" })) {
          expect(location).toMatchObject({ file: "a.sql", line })
          expect(line, message).toBeGreaterThanOrEqual(1)
          expect(line, message).toBeLessThanOrEqual(lengths.length)
          const column = location?.column ?? 0
          expect(column, message).toBeGreaterThanOrEqual(1)
          expect(column, message).toBeLessThanOrEqual((lengths[line - 1] ?? 0) + 1)
        }
      }),
      { numRuns: 1000 }
    )
  })

  it("says the same twice, and as part of a set what it says alone when nothing is called", () => {
    fc.assert(
      fc.property(text, (script) => {
        const alone = lintScript(script, { file: "a.sql" }).map(({ message }) => message)
        expect(lintScript(script, { file: "a.sql" }).map(({ message }) => message)).toEqual(alone)
        fc.pre(readScript(script).statements.every(({ kind }) => kind !== "call"))
        const [report] = lintScriptSet(new Map([["a.sql", script]]))
        expect(report?.findings.map(({ message }) => message)).toEqual(alone)
      }),
      { numRuns: 300 }
    )
  })

  it("ends for scripts that call each other in any way", () => {
    const name = fc.constantFrom("a.sql", "b.sql", "c.sql", "sub/d.sql")
    const line = fc.oneof(
      name.map((file) => `@@${file}`),
      name.map((file) => `@@${file} &1 x`),
      fc.constantFrom("@@../a", "EXIT", "DEFINE v = 1", "PROMPT &v &1", "SET DEFINE OFF", "DELETE t;")
    )
    const script = fc.array(line, { maxLength: 12 }).map((lines) => lines.join("\n"))
    fc.assert(
      fc.property(fc.tuple(script, script, script, script), ([a, b, c, d]) => {
        const files = new Map(Object.entries({ "a.sql": a, "b.sql": b, "c.sql": c, "sub/d.sql": d }))
        expect(lintScriptSet(files).map(({ file }) => file)).toEqual([...files.keys()])
      }),
      { numRuns: 200 }
    )
  })
})

/** Texts on which a pattern or loop that starts again at each character takes a thousand times as long. */
const size = 200_000
const shapes: ReadonlyArray<readonly [string, string]> = [
  [
    "blanks",
    `SPOOL a${" ".repeat(size)}b\nSET ${" ".repeat(size)}x\n@@a ${" ".repeat(size)}b\nSTART${" ".repeat(size)}`
  ],
  ["empty lines", "\n".repeat(size)],
  ["carriage returns", `PROMPT ${"\r".repeat(size)}x`],
  ["one open literal", `SET SQLBLANKLINES ON\nSELECT '${"it''s\n".repeat(size / 5)}`],
  ["one open comment", `/* ${"a\n".repeat(size / 2)}`],
  ["an open comment in a statement", `SELECT /* ${"a\n".repeat(size / 2)}`],
  ["joined lines", "EXEC a -\n".repeat(size / 9)],
  [
    "a long statement that is run again and again",
    `SELECT ${"a, ".repeat(size / 6)}\nb FROM t;\n${"/\n".repeat(size / 4)}`
  ],
  ["substitutions in one statement", `SELECT ${"&a, ".repeat(size / 4)}\nb FROM t;`],
  ["hints", `SELECT 1 ${"--+".repeat(size / 3)}\nFROM t;`],
  ["drops", `BEGIN\nDROP ${"PURGE ".repeat(size / 6)}\nEND;\n/`],
  ["WHENEVER lines", `${"WHENEVER SQLERROR EXIT 1\nDELETE t;\n".repeat(size / 40)}`],
  ["comments on one line", "/**/ ".repeat(size / 5)],
  ["units", "CREATE PROCEDURE p IS BEGIN NULL; END;\n/\n".repeat(size / 42)],
  ["settings", `SET ${"ECHO ON ".repeat(size / 8)}`],
  ["semicolons", ";".repeat(size)],
  ["brackets", `${"(".repeat(size)}SELECT`],
  ["definitions", Array.from({ length: size / 20 }, (_, at) => `DEFINE v${at} = &v${at - 1}`).join("\n")]
]

describe("linting hostile text", () => {
  // The time is no measure: what is not linear takes minutes here, and the test is stopped.
  it.for(shapes)("comes to an end with %s", { timeout: 20_000 }, ([, script]) => {
    expect(lintScript(script, { file: "a.sql", rules: lintRules }).length).toBeGreaterThanOrEqual(0)
    expect(lintScriptSet(new Map([["a.sql", script]]), { most: 5 })).toHaveLength(1)
  })

  it("reads scripts once that call each other twice, twenty deep", { timeout: 20_000 }, () => {
    const files = new Map(Array.from({ length: 20 }, (_, at) => [`s${at}.sql`, `@@s${at + 1}\n@@s${at + 1}\n`]))
    expect(lintScriptSet(files)).toHaveLength(20)
  })
})
