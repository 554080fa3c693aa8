import { describe, expect, it } from "vitest"
import { render } from "../render-sample.ts"

describe("describe_partitioning", () => {
  it("has words for a table that is not partitioned", () => {
    expect(render("{{ data | describe_partitioning }}", { data: null })).toMatch(/not partitioned/i)
  })
})
