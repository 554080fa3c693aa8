import { readdirSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { templateFilters } from "../../src/filters/template-filters.ts"

const filesOf = (folder: string, ending: string) =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))

describe("templateFilters", () => {
  const names = templateFilters.map((filter) => filter.name.replaceAll("_", "-")).sort()

  it("holds one filter for every file and every file's filter", () => {
    const others = ["define-filter", "template-filters", "template-origin"]
    expect(names).toEqual(
      filesOf("../../src/filters/", ".ts")
        .filter((name) => !others.includes(name))
        .sort()
    )
  })

  it("has a test for every filter", () => {
    const tests = new Set(filesOf("./", ".test.ts"))
    expect(names.filter((name) => !tests.has(name))).toEqual([])
  })
})
