import { describe, expect, it } from "vitest"
import { findSet, readFile } from "../script-sets.ts"
import type { ScriptSet } from "../script-sets.ts"
import type { Place } from "./reference-row.ts"
import { referenceRows } from "./reference-rows.ts"

/** The first pattern that does not follow the ones before it; null when all do. */
const findMissing = (set: ScriptSet, { file, patterns }: Place): string | null => {
  let rest = readFile(set, file)
  for (const pattern of patterns) {
    const found = pattern.exec(rest)
    if (found === null) return `${file}: ${pattern.source}`
    rest = rest.slice(found.index + found[0].length)
  }
  return null
}

const names = ["hr/HR_TRANSACTIONS", "hr/HR_EMPLOYEES", "hard_names/SALES_EU_Order-History-382e78b1"] as const

describe.for(names)("the reference sequence in %s", (name) => {
  const set = findSet(name)
  const rows = referenceRows(set).filter(({ applies }) => applies)

  it.for(rows)("has $row: $what", ({ does, undo }) => {
    expect(findMissing(set, does)).toBeNull()
    expect(undo === null ? null : findMissing(set, undo)).toBeNull()
  })
})

describe.for(names)("the parts of %s", (name) => {
  const set = findSet(name)

  it.for(set.plan.steps.filter(({ number }) => [10, 20, 30, 40, 50].includes(number)))(
    "of $file stand in order",
    ({ file, number }) => {
      const parts = [...readFile(set, file).matchAll(new RegExp(`^-- ${number}\\.(\\d+) `, "gmu"))].map(([, part]) =>
        Number(part)
      )
      expect(parts.length).toBeGreaterThan(1)
      expect(parts).toEqual(parts.toSorted((left, right) => left - right))
    }
  )
})

describe("the reference rows", () => {
  it("are all shown by at least one of the tables", () => {
    const rows = names.flatMap((name) => referenceRows(findSet(name)))
    const shown = new Set(rows.filter(({ applies }) => applies).map(({ row }) => row))
    expect(rows.filter(({ row }) => !shown.has(row)).map(({ row }) => row)).toEqual([])
  })

  it("are missed when a statement is taken out", () => {
    const set = findSet("hr/HR_EMPLOYEES")
    const files = new Map([...set.files].map(([path, text]) => [path, text.replaceAll("READ ONLY;", ";")]))
    const missed = referenceRows(set).filter(({ does }) => findMissing({ ...set, files }, does) !== null)
    expect(missed.map(({ row }) => row)).toContain("50.8")
  })
})
