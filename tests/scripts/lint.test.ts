import { describe, expect, it } from "vitest"
import { lintSet, lintText } from "./lint-set.ts"
import { findSet, readFile, scriptSets } from "./script-sets.ts"

describe.for(scriptSets)("the scripts of $name", (set) => {
  it("have no lint findings", () => {
    expect(lintSet(set)).toEqual([])
  })
})

describe("the lint test", () => {
  it("finds a success that nobody proved", () => {
    const set = findSet("hr/HR_ORDERS")
    const broken = `${readFile(set, "master2.sql")}\nPROMPT the migration was successful\n`
    expect(lintText(set, "master2.sql", broken).map(({ code }) => code)).toContain("OP717")
  })
})
