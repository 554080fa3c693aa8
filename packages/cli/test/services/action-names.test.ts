import "../../../../tools/property-seed.ts"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { findNameProblems, spellNames, suggestName } from "../../src/services/action-names.ts"

describe("spellNames", () => {
  it("spells a name with its scope in every way it is needed", () => {
    expect(spellNames("archive-first", "acme")).toEqual({
      name: "archive-first",
      id: "acme_archive_first",
      packageName: "@acme/orapart-archive-first",
      constant: "archiveFirst",
      prefix: "acme",
      letters: "ARCHIVEFIRST"
    })
    expect(spellNames("archive-first", null)).toMatchObject({
      id: "archive_first",
      packageName: "orapart-archive-first",
      prefix: "local"
    })
  })

  it("gives codes letters that are not orapart's, and 2 to 12 of them", () => {
    expect(["op", "a", "archive-first-of-all", "a1-b2"].map((name) => spellNames(name, null).letters)).toEqual([
      "OPACTION",
      "AACTION",
      "ARCHIVEFIRST",
      "AB"
    ])
  })
})

describe("findNameProblems", () => {
  it.for([
    ["", "it is empty"],
    ["Keep", "it has capital letters"],
    ["keep history", "it has blanks"],
    ["keep/history", "it has slashes"],
    ["keep\\history", "it has slashes"],
    ["..", "it has dots"],
    ["keep_history", "it has underscores"],
    ["h\u00e4ufig", "it has characters beyond ASCII"],
    ["keep\u202ehistory", "it has characters beyond ASCII"],
    ["$(rm)", "it has other special characters"],
    ["keep\u0000", "it has other special characters"],
    ["keep\nhistory", "it has blanks"],
    ["7-days", "it does not begin with a letter from a to z"],
    ["-keep", "it does not begin with a letter from a to z"],
    ["keep-", "a hyphen stands at its end or beside another one"],
    ["keep--history", "a hyphen stands at its end or beside another one"],
    ["a".repeat(41), "it has 41 characters"],
    ["orapart", "it is reserved"],
    ["nul", "it is reserved"]
  ])("says of %j: %s", ([name = "", problem]) => {
    expect(findNameProblems(name)).toContain(problem)
  })

  it("takes a name of 40 characters, and digits after the first", () => {
    expect(["a".repeat(40), "a", "keep-7-days", "con2-x"].flatMap(findNameProblems)).toEqual([])
  })
})

describe("suggestName", () => {
  it("makes a name of what was meant", () => {
    expect(["My Action", "archiveFirst", "../../etc/passwd", "Ação é", "..", "7"].map(suggestName)).toEqual([
      "my-action",
      "archive-first",
      "etc-passwd",
      "acao-e",
      null,
      null
    ])
  })

  it("proposes only names that can be used, for whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        const name = suggestName(text)
        return name === null || findNameProblems(name).length === 0
      })
    )
  })

  it("is asked for no name that stands already: a usable name has no problems and stays as it is", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z0-9]{0,8}(?:-[a-z0-9]{1,8}){0,3}$/u), (name) => {
        fc.pre(findNameProblems(name).length === 0)
        return suggestName(name) === name
      })
    )
  })
})
