import { describe, expect, it } from "vitest"
import type { RenamedObject } from "../../packages/contract/src/index.ts"
import { nameBytes, nameLimitBytes } from "../../packages/oracle-rules/src/index.ts"
import { scriptSets, sqlFiles } from "./script-sets.ts"

/** What CREATE, RENAME TO and CONSTRAINT give a name to. */
const readNewNames = (text: string): ReadonlyArray<string> =>
  [
    ...text.matchAll(
      /(?:CREATE (?:OR REPLACE )?(?:UNIQUE |BITMAP )?(?:TABLE|INDEX|TRIGGER) (?:"[^"]+"|[\w$#]+)\.|RENAME TO |\bCONSTRAINT )("[^"]+"|[A-Z][\w$#]*)/gu
    )
  ].map(([, name = ""]) => name.replaceAll('"', ""))

describe.for(scriptSets)("the names that $name gives", (set) => {
  it("are within the database's limit", () => {
    const limit = nameLimitBytes(set.plan.database)
    const names = sqlFiles(set).flatMap(([, text]) => readNewNames(text))
    expect(names.length).toBeGreaterThan(5)
    expect([...new Set(names)].filter((name) => nameBytes(name) > limit)).toEqual([])
  })

  it("are different from each other within a namespace", () => {
    const { names } = set.plan
    for (const kind of ["indexes", "constraints", "triggers"] as const) {
      const entries: ReadonlyArray<RenamedObject & { readonly owner?: string }> = names[kind]
      const all = entries.flatMap(({ owner = set.plan.owner, name, interim, retained }) =>
        [name, interim, retained].map((one) => `${owner}.${one}`)
      )
      expect(
        all.filter((name, place) => all.indexOf(name) !== place),
        kind
      ).toEqual([])
    }
  })
})
