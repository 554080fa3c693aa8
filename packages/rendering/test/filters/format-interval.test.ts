import { describe, expect, it } from "vitest"
import { failToRender, render } from "../render-sample.ts"

describe("format_interval", () => {
  it.each([
    [{ unit: "MONTH", value: "1" }, "NUMTOYMINTERVAL(1,'MONTH')"],
    [{ unit: "QUARTER", value: "1" }, "NUMTOYMINTERVAL(3,'MONTH')"],
    [{ unit: "WEEK", value: "2" }, "NUMTODSINTERVAL(14,'DAY')"],
    [{ unit: "HOUR", value: "1" }, "NUMTODSINTERVAL(1,'HOUR')"],
    [{ unit: "NUMBER", value: "10000" }, "10000"]
  ])("writes %o in Oracle's units", (data, text) => {
    expect(render("{{ data | format_interval }}", { data })).toBe(`${text}\n`)
  })

  it("refuses a table that has no interval", () => {
    expect(failToRender("{{ data | format_interval }}", { data: null })).toMatchObject({
      message: "data | format_interval: it takes object and is given null."
    })
  })
})
