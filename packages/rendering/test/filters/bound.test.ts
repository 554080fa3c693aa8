import { describe, expect, it } from "vitest"
import { failToRender, render } from "../render-sample.ts"

describe("bound", () => {
  it("writes a datetime in the way of the key's type", () => {
    const data = { type: "datetime", value: "2015-01-01 00:00:00" }
    expect(render('{{ data | bound("DATE") }}', { data })).toBe(
      "TO_DATE('2015-01-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN')\n"
    )
    expect(render('{{ data | bound("TIMESTAMP(6)") }}', { data })).toBe("TIMESTAMP '2015-01-01 00:00:00'\n")
  })

  it("writes numbers and MAXVALUE without quotes", () => {
    expect(render('{{ data | bound("NUMBER") }}', { data: { type: "number", value: "10000" } })).toBe("10000\n")
    expect(render('{{ data | bound("DATE") }}', { data: { type: "maxvalue" } })).toBe("MAXVALUE\n")
  })

  it("refuses to guess the key's type", () => {
    expect(failToRender("{{ data | bound }}", { data: { type: "maxvalue" } })).toMatchObject({
      message: "data | bound: it needs key_type."
    })
  })
})
