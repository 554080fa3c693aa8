// No column is lost: what step 20 copies is what the table stores, in one order on both sides.
import { describe, expect, it } from "vitest"
import { storedColumns } from "../../packages/oracle-rules/src/index.ts"
import { readFile, scriptSets } from "./script-sets.ts"

const readNames = (list: string): ReadonlyArray<string> =>
  list.split("\n").flatMap((line) => {
    const found = /^\s*(?:[it]\.)?(?:"([^"]+)"|([A-Z][A-Z0-9_$#]*)),?\s*$/u.exec(line)
    return found === null ? [] : [found[1] ?? found[2] ?? ""]
  })

/** The column list and the SELECT list of each INSERT into the interim table. */
const readCopies = (
  text: string
): ReadonlyArray<{ readonly into: ReadonlyArray<string>; readonly from: ReadonlyArray<string> }> =>
  [
    ...text.matchAll(
      /INSERT \/\*\+ APPEND[^*]*\*\/ INTO \S[^(]*\(\n([\s\S]*?)\n\s*\)\s*SELECT[^\n]*\n([\s\S]*?)\n\s*FROM /gu
    )
  ].map(([, into = "", from = ""]) => ({ into: readNames(into), from: readNames(from) }))

describe.for(scriptSets)("the load of $name", (set) => {
  const stored = storedColumns(set.plan.source).map(({ name }) => name)
  const copies = readCopies(readFile(set, "20_data_load.sql"))

  it("inserts exactly the columns that the source stores", () => {
    expect(copies.length).toBe(1)
    expect(copies[0]?.into).toEqual(stored)
  })

  it("selects them in the order it inserts them", () => {
    expect(copies[0]?.from).toEqual(copies[0]?.into)
  })

  it("loses no column between the source and the target", () => {
    expect(storedColumns(set.plan.target).map(({ name }) => name)).toEqual(stored)
  })

  it("compares as many columns as it copies", () => {
    const text = readFile(set, "20_data_load.sql")
    if (!set.plan.settings.validateData) expect(text).not.toContain("STANDARD_HASH")
    else expect(text).toContain(`every row, ${stored.length} columns`)
  })
})
