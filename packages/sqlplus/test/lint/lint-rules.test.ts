import { existsSync, readdirSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { lintRules, lintScript } from "@orapart/sqlplus"

const notRules = [
  "bind-names",
  "code-tokens",
  "comment-lines",
  "defined-variables",
  "lint-rule",
  "lint-rules",
  "reader-problems",
  "session",
  "statement-facts",
  "substitution-places"
]

describe("the list of lint rules", () => {
  it("has the codes OP701, OP702 and so on, each once and in order", () => {
    expect(lintRules.map(({ code }) => code)).toEqual(lintRules.map((_, index) => `OP${701 + index}`))
  })

  it("has every rule of the folder under the name of its file, and a test for each", () => {
    const folder = new URL("../../src/lint/", import.meta.url)
    const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, ""))
    expect(lintRules.map(({ slug }) => slug).toSorted()).toEqual(
      files.filter((file) => !notRules.includes(file)).toSorted()
    )
    for (const { slug } of lintRules) expect(existsSync(new URL(`${slug}.test.ts`, import.meta.url)), slug).toBe(true)
  })

  it("says why and what to do in sentences", () => {
    for (const { slug, why, advice } of lintRules) {
      expect(why, slug).toMatch(/^[@A-Z].*\.$/)
      expect(advice, slug).toMatch(/^[A-Z].*\.$/)
    }
  })

  it("finds nothing in an empty script", () => {
    expect(lintScript("", { file: "empty.sql" })).toEqual([])
  })
})
