// Scripts as people write them: faulty ones with the findings they deserve, good ones that must be left in peace.
import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { lintRules, lintScriptSet } from "@orapart/sqlplus"
import { expectedFindings } from "./expected-findings.ts"

const readScripts = (name: string): ReadonlyMap<string, string> => {
  const folder = new URL(`./${name}/`, import.meta.url)
  const files = readdirSync(folder).filter((file) => file.endsWith(".sql"))
  return new Map(files.toSorted().map((file) => [file, readFileSync(new URL(file, folder), "utf8")]))
}

const faulty = lintScriptSet(readScripts("faulty"))
const good = lintScriptSet(readScripts("good"))

describe("the faulty scripts", () => {
  it("are at least 50, and the table has each of them", () => {
    expect(faulty.length).toBeGreaterThanOrEqual(50)
    expect(Object.keys(expectedFindings).toSorted()).toEqual(faulty.map(({ file }) => file))
  })

  it.for(faulty)("$file has exactly the findings of the table", ({ file, findings }) => {
    expect(findings.map(({ code, line }) => `${code}@${line}`).join(" ")).toBe(expectedFindings[file])
  })

  it("break every rule at least once", () => {
    const broken = new Set(faulty.flatMap(({ findings }) => findings.map(({ code }) => code)))
    expect(lintRules.map(({ code }) => code).filter((code) => !broken.has(code))).toEqual([])
  })
})

describe("the good scripts", () => {
  it("are at least 24", () => {
    expect(good.length).toBeGreaterThanOrEqual(24)
  })

  it.for(good)("$file has no error and no warning", ({ findings }) => {
    expect(findings.filter(({ severity }) => severity !== "info").map(({ message }) => message)).toEqual([])
  })
})
