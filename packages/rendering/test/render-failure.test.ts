import { describe, expect, it } from "vitest"
import { describeRenderFailure } from "../src/index.ts"

describe("describeRenderFailure", () => {
  it("names the known templates of the same prefix, and all of them when the prefix is unknown", () => {
    const known = ["acme:a.sql", "core:b.sql"]
    expect(describeRenderFailure({ _tag: "UnknownTemplate", template: "core:x.sql", known })).toBe(
      "There is no template core:x.sql. Known: core:b.sql."
    )
    expect(describeRenderFailure({ _tag: "UnknownTemplate", template: "x.sql", known })).toContain(
      "Known: acme:a.sql, core:b.sql."
    )
  })

  it("names template, line and field", () => {
    expect(describeRenderFailure({ _tag: "MissingField", template: "core:b.sql", line: 7, field: "data.tabel" })).toBe(
      "core:b.sql line 7 reads data.tabel, which does not exist. Correct the name, or add the field to the step's data."
    )
  })

  it("leaves the line out when it is not known", () => {
    expect(
      describeRenderFailure({ _tag: "TemplateFault", template: "core:b.sql", line: null, message: "Too long." })
    ).toBe("core:b.sql: Too long.")
  })
})
