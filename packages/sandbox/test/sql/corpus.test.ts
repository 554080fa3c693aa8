// The corpus against the parser: what must be refused for its text alone, and what must not.
import { describe, expect, it } from "vitest"
import type { CorpusEntry } from "../../corpus/index.ts"
import { corpus } from "../../corpus/index.ts"
import { tryParse } from "./tree.ts"

const label = (entry: CorpusEntry): string =>
  `${entry.version ?? 19}: ${entry.sql.replaceAll(/\s+/g, " ").slice(0, 90)}`

const expectedCode = (entry: CorpusEntry): number | null =>
  entry.expect.kind === "error" && entry.expect.stage === "parse" ? entry.expect.code : null

const countBy = <T>(items: ReadonlyArray<T>, key: (item: T) => string): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1
  return counts
}

describe("corpus", () => {
  it.for(corpus.map((entry) => [label(entry), entry] as const))("is parsed or refused as written: %s", ([, entry]) => {
    const outcome = tryParse(entry.sql, entry.version)
    expect(outcome.kind === "ok" ? null : outcome.error.code).toBe(expectedCode(entry))
    if (outcome.kind === "ok" || entry.expect.kind !== "error") return
    if (entry.expect.pls !== undefined) expect(outcome.error.message).toContain(entry.expect.pls)
    expect(outcome.error.message).toMatch(/^ORA-\d{5}: /)
    expect(outcome.error.offset).toBeGreaterThanOrEqual(0)
    expect(outcome.error.offset).toBeLessThanOrEqual(entry.sql.length)
  })

  it("lists no statement twice for the same release", () => {
    const keys = corpus.map(({ sql, version }) => `${version ?? 19} ${sql}`)
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })

  it("has at least 150 texts that must be refused, with at least 80 different numbers", () => {
    const codes = corpus.map(expectedCode).filter((code) => code !== null)
    console.log(
      `corpus: ${corpus.length} statements, ${codes.length} refused for their text, ${new Set(codes).size} numbers;`,
      countBy(corpus, ({ source }) => source)
    )
    expect(codes.length).toBeGreaterThanOrEqual(150)
    expect(new Set(codes).size).toBeGreaterThanOrEqual(80)
  })

  it("parses every setup statement", () => {
    const setups = new Set(corpus.flatMap(({ setup }) => setup))
    expect([...setups].filter((sql) => tryParse(sql).kind === "error")).toEqual([])
  })
})
