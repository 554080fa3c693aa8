import { describe, expect, it } from "vitest"
import { render } from "../render-sample.ts"

describe("template_origin", () => {
  it("is the id of a template that nobody replaced", () => {
    expect(render("-- {{ 'core:50_swap_tables.sql' | template_origin }}")).toBe("-- core:50_swap_tables.sql\n")
  })

  it("names the origin of a replaced one in a form that a comment can hold", () => {
    const overrides = new Map([
      ["core:main.sql", { text: "-- {{ 'core:main.sql' | template_origin }}", origin: "./r&d;1.njk" }]
    ])
    expect(render({ "core:main.sql": "" }, {}, overrides)).toMatch(
      /^-- core:main\.sql replaced by \.\/r and d,1\.njk, SHA-256 [0-9a-f]{8}\n$/
    )
  })
})
