// Broken statements: whatever happens to a text, the answer is a tree or a DatabaseError, and it comes.
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { corpus } from "../../corpus/index.ts"
import { prepareStatement } from "../../src/sql/index.ts"
import { tokenize } from "../../src/sql/lex/tokenize.ts"
import { readGoldenStatements } from "./golden-texts.ts"
import { codeOf, tryParse } from "./tree.ts"

const texts = [
  ...corpus.map(({ sql }) => sql).filter((sql) => sql.length < 5000),
  ...new Set(readGoldenStatements().filter((sql) => sql.length < 3000))
]

const pieces = (sql: string): ReadonlyArray<string> =>
  tokenize(sql, { nameLimitBytes: 128 })
    .filter(({ kind }) => kind !== "end")
    .map(({ start, end }) => sql.slice(start, end))

const vocabulary = [...new Set(texts.flatMap(pieces))].filter((word) => word.length < 200)

const change = fc.record({
  kind: fc.constantFrom("delete", "double", "swap", "insert", "replace", "cut"),
  at: fc.nat(),
  word: fc.constantFrom(...vocabulary)
})

const apply = (
  words: ReadonlyArray<string>,
  { kind, at, word }: { kind: string; at: number; word: string }
): string[] => {
  const place = words.length === 0 ? 0 : at % words.length
  const before = words.slice(0, place)
  const here = words.slice(place, place + 1)
  const after = words.slice(place + 1)
  if (kind === "delete") return [...before, ...after]
  if (kind === "double") return [...before, ...here, ...here, ...after]
  if (kind === "swap") return [...before, ...after.slice(0, 1), ...here, ...after.slice(1)]
  if (kind === "insert") return [...before, word, ...here, ...after]
  if (kind === "replace") return [...before, word, ...after]
  return before
}

const mutated = fc
  .tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 4 }))
  .map(([text, changes]) => changes.reduce<ReadonlyArray<string>>(apply, pieces(text)).join(" "))

const runs = Number(process.env["ORAPART_FUZZ_RUNS"] ?? "2000")

describe("broken statements", () => {
  it(`give a tree or a DatabaseError with an offset inside the text, ${runs} of them`, () => {
    let refused = 0
    fc.assert(
      fc.property(mutated, (sql) => {
        const outcome = tryParse(sql)
        if (outcome.kind === "ok") return
        refused += 1
        expect(outcome.error.offset).toBeGreaterThanOrEqual(0)
        expect(outcome.error.offset).toBeLessThanOrEqual(sql.length)
        expect(outcome.error.message).toMatch(/^ORA-\d{5}: /)
      }),
      { numRuns: runs }
    )
    console.log(`mutations: ${runs} texts, ${refused} refused, ${runs - refused} still legal`)
    expect(refused).toBeGreaterThan(runs / 3)
  }, 120_000)

  it("give an answer for any characters at all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (sql) => {
        tryParse(sql)
        prepareStatement(sql)
      }),
      { numRuns: 1000 }
    )
  })

  it("are refused in the same way in another layout", () => {
    fc.assert(
      fc.property(mutated, (sql) => {
        const spread = pieces(sql).join("\n  /* c */ ")
        expect(codeOf(spread)).toBe(codeOf(pieces(sql).join(" ")))
      }),
      { numRuns: 300 }
    )
  })
})

describe("deep nesting", () => {
  const deep = 10_000
  const repeat = (text: string): string => text.repeat(deep)

  it.for([
    ["parentheses", `SELECT ${repeat("(")}1${repeat(")")} FROM dual`],
    ["parentheses of conditions", `SELECT 1 FROM dual WHERE ${repeat("(")}1 = 1${repeat(")")}`],
    ["open parentheses", `SELECT ${repeat("(")}`],
    ["calls", `SELECT ${repeat("ABS(")}1${repeat(")")} FROM dual`],
    ["signs", `SELECT ${repeat("- ")}1 FROM dual`],
    ["NOT", `SELECT 1 FROM dual WHERE ${repeat("NOT ")}1 = 1`],
    ["CASE", `SELECT ${repeat("CASE WHEN 1 = 1 THEN ")}1${repeat(" END")} FROM dual`],
    ["subqueries", `SELECT 1 FROM ${repeat("(SELECT 1 FROM ")}dual${repeat(")")}`],
    ["scalar subqueries", `SELECT ${repeat("(SELECT ")}1 FROM dual${repeat(" FROM dual)")}`],
    ["joins", `SELECT 1 FROM ${repeat("(")}dual${repeat(")")}`],
    ["WITH", `${repeat("WITH a AS (")}SELECT 1 FROM dual${repeat(") SELECT 1 FROM a")}`],
    ["grouping sets", `SELECT 1 FROM dual GROUP BY ${repeat("GROUPING SETS (")}1${repeat(")")}`],
    ["EXISTS", `SELECT 1 FROM dual WHERE ${repeat("EXISTS (SELECT 1 FROM dual WHERE ")}1 = 1${repeat(")")}`],
    ["blocks", `${repeat("BEGIN ")}NULL;${repeat(" END;")}`],
    ["IF", `BEGIN ${repeat("IF TRUE THEN ")}NULL;${repeat(" END IF;")} END;`],
    ["loops", `BEGIN ${repeat("LOOP ")}NULL;${repeat(" END LOOP;")} END;`],
    ["local procedures", `DECLARE ${repeat("PROCEDURE p IS ")}BEGIN NULL; END;`],
    ["elements", `BEGIN x := ${repeat("a(")}1${repeat(")")}; END;`],
    ["a chain of operators", `SELECT ${repeat("1 + ")}1 FROM dual`],
    ["a chain of joins", `SELECT 1 FROM dual ${repeat("CROSS JOIN dual ")}`],
    ["a chain of elements", `BEGIN x := a${repeat("(1)")}; END;`]
  ])("is refused by ORA-03001 and not by a crash: %s", ([, sql]) => {
    expect(codeOf(sql ?? "")).toBe(3001)
  })

  it.for([
    ["AND", `SELECT 1 FROM dual WHERE ${repeat("1 = 1 AND ")}1 = 1`],
    ["UNION ALL", `${repeat("SELECT 1 FROM dual UNION ALL ")}SELECT 1 FROM dual`],
    ["ELSIF", `BEGIN IF TRUE THEN NULL; ${repeat("ELSIF TRUE THEN NULL; ")}END IF; END;`],
    ["statements", `BEGIN ${repeat("NULL; ")}END;`],
    ["select list", `SELECT ${repeat("1, ")}1 FROM dual`]
  ])("is not what a long chain is: %s", ([, sql]) => {
    expect(codeOf(sql ?? "")).toBeNull()
  })

  it("allows what people write: 60 levels of everything", () => {
    const many = (text: string): string => text.repeat(60)
    expect(codeOf(`SELECT ${many("(")}1${many(")")} FROM dual`)).toBeNull()
    expect(codeOf(`SELECT 1 FROM ${many("(SELECT 1 FROM ")}dual${many(")")}`)).toBeNull()
    expect(codeOf(`BEGIN ${many("IF TRUE THEN ")}NULL;${many(" END IF;")} END;`)).toBeNull()
  })
})
