import { grant, grants } from "@orapart/testkit/builders"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { grantRows, grantStatements, granteeName } from "../../src/sql/grants.ts"

describe("granteeName", () => {
  it("leaves PUBLIC a keyword and quotes names where needed", () => {
    expect(granteeName("PUBLIC")).toBe("PUBLIC")
    expect(granteeName("APP")).toBe("APP")
    expect(granteeName("Public")).toBe('"Public"')
    expect(granteeName("APP-RO")).toBe('"APP-RO"')
  })
})

describe("grantStatements", () => {
  it("makes one statement per grantee, with the privileges in the order given", () => {
    expect(grantStatements("HR", [...grants("APP", "SELECT", "INSERT", "UPDATE"), grant("BI", "SELECT")])).toEqual([
      { privileges: "SELECT, INSERT, UPDATE", grantee: "APP", options: "" },
      { privileges: "SELECT", grantee: "BI", options: "" }
    ])
  })

  it("keeps apart what was given with and without GRANT OPTION and HIERARCHY OPTION", () => {
    const statements = grantStatements("HR", [
      grant("APP", "SELECT"),
      grant("APP", "INSERT", { isGrantable: true }),
      grant("APP", "DELETE", { isHierarchy: true }),
      grant("APP", "UPDATE", { isGrantable: true, isHierarchy: true })
    ])
    expect(statements.map(({ privileges, options }) => `${privileges}${options}`)).toEqual([
      "SELECT",
      "INSERT WITH GRANT OPTION",
      "DELETE WITH HIERARCHY OPTION",
      "UPDATE WITH HIERARCHY OPTION WITH GRANT OPTION"
    ])
  })

  it("writes column grants with the column, quoted where needed, beside those of the whole table", () => {
    const statements = grantStatements("HR", [
      grant("APP", "UPDATE", { column: "STATUS" }),
      grant("APP", "REFERENCES", { column: "Mixed Name" }),
      grant("APP", "SELECT")
    ])
    expect(statements).toEqual([
      { privileges: 'UPDATE (STATUS), REFERENCES ("Mixed Name"), SELECT', grantee: "APP", options: "" }
    ])
  })

  it("puts the owner's grants before those of others and keeps the order within each", () => {
    const statements = grantStatements("HR", [
      grant("B", "SELECT", { grantor: "SALES" }),
      grant("A", "SELECT", { grantor: "SALES" }),
      grant("D", "SELECT"),
      grant("C", "SELECT")
    ])
    expect(statements.map(({ grantee }) => grantee)).toEqual(["D", "C", "B", "A"])
  })

  it("gives a privilege once that several grantors gave", () => {
    const twice = [grant("APP", "SELECT"), grant("APP", "SELECT", { grantor: "SALES" })]
    expect(grantStatements("HR", twice)).toEqual([{ privileges: "SELECT", grantee: "APP", options: "" }])
  })

  it("does not change the list it is given", () => {
    const given = [grant("B", "SELECT", { grantor: "SALES" }), grant("A", "SELECT")]
    grantStatements("HR", given)
    expect(given.map(({ grantee }) => grantee)).toEqual(["B", "A"])
  })

  it("gives every privilege of every grantee, and none besides", () => {
    const anyGrant = fc
      .record({
        grantee: fc.constantFrom("APP", "BI", "PUBLIC"),
        privilege: fc.constantFrom("SELECT", "INSERT", "UPDATE"),
        column: fc.constantFrom(null, "A"),
        grantor: fc.constantFrom("HR", "SALES"),
        isGrantable: fc.boolean(),
        isHierarchy: fc.boolean()
      })
      .map(({ grantee, privilege, ...rest }) => grant(grantee, privilege, rest))
    fc.assert(
      fc.property(fc.array(anyGrant), (given) => {
        const wanted = given.map(
          (one) =>
            `${one.privilege}${one.column === null ? "" : ` (${one.column})`} ${one.grantee} ${one.isGrantable} ${one.isHierarchy}`
        )
        const made = grantStatements("HR", given).flatMap(({ privileges, grantee, options }) =>
          privileges
            .split(", ")
            .map((one) => `${one} ${grantee} ${options.includes("GRANT OPTION")} ${options.includes("HIERARCHY")}`)
        )
        expect(made.toSorted()).toEqual([...new Set(wanted)].toSorted())
      })
    )
  })
})

describe("grantRows", () => {
  it("asks for the grant option when any of several grantors gave it", () => {
    const twice = [grant("APP", "SELECT"), grant("APP", "SELECT", { grantor: "SALES", isGrantable: true })]
    expect(grantRows(twice)).toEqual([{ grantee: "APP", privilege: "SELECT", column: null, isGrantable: true }])
  })

  it("has one row per grantee, privilege and column", () => {
    expect(
      grantRows([
        grant("APP", "SELECT", { isGrantable: true }),
        grant("APP", "SELECT", { grantor: "SALES" }),
        grant("APP", "UPDATE", { column: "A" }),
        grant("APP", "UPDATE", { column: "B" }),
        grant("PUBLIC", "SELECT")
      ])
    ).toEqual([
      { grantee: "APP", privilege: "SELECT", column: null, isGrantable: true },
      { grantee: "APP", privilege: "UPDATE", column: "A", isGrantable: false },
      { grantee: "APP", privilege: "UPDATE", column: "B", isGrantable: false },
      { grantee: "PUBLIC", privilege: "SELECT", column: null, isGrantable: false }
    ])
  })
})
