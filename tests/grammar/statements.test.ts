// Every statement that orapart generates, held against the grammar.
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { bigSetTables, exampleScripts, makeBigSetScripts, shapeOf, shapeOfScript } from "./all-scripts.ts"
import { readStatements } from "./generated-statements.ts"
import type { Script } from "./generated-statements.ts"
import { describeTally, judgeScripts } from "./judge-scripts.ts"
import { createJudge } from "./judge.ts"
import { grammarKeywords, lexStatement, parseStatement } from "./oracle-grammar.ts"
import { splitCalls } from "./split-calls.ts"
import { keyOf, makeVerdict, readVerdicts } from "./verdicts.ts"
import { waivers } from "./waivers.ts"

const known = readVerdicts()
const judge = createJudge(known, waivers)
const bigSetScripts = await makeBigSetScripts()
const examples = judgeScripts(judge, exampleScripts)
const bigSet = judgeScripts(judge, bigSetScripts)

/** `count` of them, the same in every run unless `pnpm fuzz` says otherwise. */
const pick = <A>(all: ReadonlyArray<A>, count: number): ReadonlyArray<A> => {
  const length = Math.min(count, all.length)
  const [picked = []] = fc.sample(fc.shuffledSubarray([...all], { minLength: length, maxLength: length }), 1)
  return picked
}

/** True for texts that a cold parser takes in a second or so. */
const isQuick = (text: string): boolean => text.length < 600

describe("the generated statements", () => {
  it("are all accepted in the examples", () => {
    expect(describeTally(examples)).toEqual([])
  })

  it("are all accepted in the set of 1,000 tables", () => {
    expect(describeTally(bigSet)).toEqual([])
  })

  it("are as many as there are scripts to judge", () => {
    const names = new Set(exampleScripts.map(({ place }) => place.replace(/^.*?\/.*?\//, "")))
    expect([...names]).toEqual(expect.arrayContaining(["master1.sql", "master2.sql", "rollback/master_rollback.sql"]))
    expect(examples.statements).toBeGreaterThan(8000)
    expect(examples.dynamic).toBeGreaterThan(3500)
    expect(bigSet.statements).toBeGreaterThan(bigSetTables * 300)
  })

  it("need every waiver", () => {
    const unused = waivers.filter((waiver) => !examples.waived.has(waiver) && !bigSet.waived.has(waiver))
    expect(unused.map(({ construct }) => construct)).toEqual([])
  })

  it("are refused with one closing parenthesis less", () => {
    const candidates = [...judge.asked.values()].filter(
      ({ verdict, statement }) =>
        verdict.refusedAt === null &&
        statement.form === "sql" &&
        statement.text.length < 250 &&
        /\)\s*$/.test(statement.text)
    )
    const broken = pick(candidates, 10).map(({ statement }) => statement.text.replace(/\)\s*$/, ""))
    expect(broken).toHaveLength(10)
    expect(broken.filter((text) => parseStatement(text, "sql") === null)).toEqual([])
  })
})

describe("verdicts.json", () => {
  it("has the verdict of every statement (pnpm grammar:update writes what is missing)", () => {
    const missing = [...judge.parsed].map((key) => judge.asked.get(key)?.statement.text.slice(0, 200))
    expect(missing).toEqual([])
  })

  it("has no verdict that no statement needs (pnpm grammar:update drops them)", () => {
    expect([...known.keys()].filter((key) => !judge.asked.has(key))).toEqual([])
  })

  it("says what the grammar says, in a sample that is parsed again", () => {
    // A cold parse of a long block takes ten seconds, so there is one of them.
    const isShort = (key: string): boolean => isQuick(judge.asked.get(key)?.statement.text ?? "")
    const [short = [], long = []] = [isShort, (key: string) => !isShort(key)].map((fits) =>
      [...known.keys()].filter((key) => judge.asked.has(key) && fits(key)).toSorted()
    )
    const sample = [...pick(short, 12), ...pick(long, 1)]
    expect(sample).toHaveLength(13)
    const again = createJudge(new Map(), waivers)
    for (const key of sample) {
      const statement = judge.asked.get(key)?.statement
      if (statement !== undefined) again.judge(statement)
    }
    for (const key of sample) expect([key, again.asked.get(key)?.verdict]).toEqual([key, known.get(key)])
  })

  it("says the same of every short statement that is refused", () => {
    const refused = [...judge.asked.values()].filter(
      ({ verdict, statement }) => verdict.refusedAt !== null && isQuick(statement.text)
    )
    expect(refused.length).toBeGreaterThan(10)
    expect(refused.filter(({ statement }) => parseStatement(statement.text, statement.form) === null)).toEqual([])
  })
})

describe("the shape of a script", () => {
  const keysOf = (script: Script): ReadonlyArray<string> =>
    readStatements(script).statements.flatMap(({ form, text }) =>
      splitCalls(text).map((part, place) => {
        const types = lexStatement(part).tokens.map(({ type }) => type)
        return keyOf(place === 0 ? form : "sql", types)
      })
    )

  it("hides no keyword: none holds five digits in a row", () => {
    expect(grammarKeywords.size).toBeGreaterThan(2000)
    expect([...grammarKeywords].filter((word) => shapeOf(word) !== word)).toEqual([])
  })

  it("is the same only for scripts whose statements have the same tokens", () => {
    const first = new Map<string, Script>()
    for (const script of bigSetScripts.toReversed()) first.set(shapeOfScript(script), script)
    const alike = bigSetScripts.filter((script) => first.get(shapeOfScript(script)) !== script)
    expect(first.size).toBeLessThan(100)
    for (const script of pick(alike, 25)) {
      const model = first.get(shapeOfScript(script))
      expect(model === undefined ? null : keysOf(model), script.place).toEqual(keysOf(script))
    }
  })

  it("differs when a word or a sign differs", () => {
    expect(shapeOf("SELECT A FROM T1")).not.toBe(shapeOf("SELECT A FROM T2"))
    expect(shapeOf("SELECT A, B FROM T")).not.toBe(shapeOf("SELECT A B FROM T"))
    expect(makeVerdict([1], null)).not.toEqual(makeVerdict([1], 1))
  })
})
