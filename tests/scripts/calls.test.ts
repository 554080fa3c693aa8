// Every file that is called is there, every undo is called, and a script begins the way a client needs it.
import { describe, expect, it } from "vitest"
import { besideCaller, readFile, scriptSets, sqlFiles } from "./script-sets.ts"

const head = "WHENEVER OSERROR EXIT 9 ROLLBACK\nWHENEVER SQLERROR EXIT 4 ROLLBACK\n"
const isSettings = (path: string): boolean => /(^|\/)_settings\.sql$/.test(path)

/** Files called with @@, also those that a master chooses into the variable it calls. */
const readCalls = (text: string): ReadonlyArray<string> => [
  ...[...text.matchAll(/^@@([^&\s]+)$/gmu)].map(([, file = ""]) => file),
  ...[...text.matchAll(/^\s*:orapart_next := '([^']+)';$/gmu)].map(([, file = ""]) => file)
]

describe.for(scriptSets)("the scripts of $name", (set) => {
  it("call only files that are in the set", () => {
    const calls = sqlFiles(set).flatMap(([path, text]) => readCalls(text).map((file) => besideCaller(path, file)))
    expect(calls.length).toBeGreaterThan(20)
    expect(calls.filter((path) => !set.files.has(path))).toEqual([])
  })

  it("begin with the two WHENEVER lines and the settings", () => {
    const others = sqlFiles(set).filter(([path]) => path !== "_skip.sql")
    const wrong = others.filter(
      ([path, text]) => !text.startsWith(isSettings(path) ? head : `${head}@@_settings.sql\n`)
    )
    expect(wrong.map(([path]) => path)).toEqual([])
  })

  it("have a file for each step of the plan, called by the master that the plan names", () => {
    for (const step of set.plan.steps) {
      expect([...set.files.keys()]).toContain(step.file)
      for (const master of [1, 2] as const) {
        const isCalled = readCalls(readFile(set, `master${master}.sql`)).includes(step.file)
        const isRepeated = step.number === 0 || (master === 2 && step.phase === "load" && step.restart === "run-again")
        expect(isCalled, `${step.file} in master${master}`).toBe(step.master === master || isRepeated)
      }
    }
  })

  it("have an undo file for each step with an undo, called by master_rollback from the last step to the first", () => {
    const undos = set.plan.steps.flatMap(({ number, revert }) =>
      revert.kind === "script" ? [{ number, file: revert.file }] : []
    )
    const expected = undos.toSorted((left, right) => right.number - left.number).map(({ file }) => file)
    expect(expected.length).toBe(5)
    expect(expected.filter((file) => !set.files.has(`rollback/${file}`))).toEqual([])
    const called = readCalls(readFile(set, "rollback/master_rollback.sql")).filter((file) => file !== "_settings.sql")
    expect(called).toEqual(expected)
  })

  it("leave step 70 to people", () => {
    for (const [path, text] of sqlFiles(set)) {
      if (path !== "70_drop_old_table.sql") expect(readCalls(text), path).not.toContain("70_drop_old_table.sql")
    }
  })
})
