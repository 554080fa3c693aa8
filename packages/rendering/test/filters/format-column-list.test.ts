import { describe, expect, it } from "vitest"
import { formatColumnList } from "../../src/filters/format-column-list.ts"
import { render } from "../render-sample.ts"
import { column } from "../sample-plan.ts"

describe("format_column_list", () => {
  it("writes one column per line with trailing commas", () => {
    expect(formatColumnList(["ORDER_ID", "ORDER_DATE"])).toBe("  ORDER_ID,\n  ORDER_DATE")
  })

  it("indents and prefixes, and quotes where needed", () => {
    expect(formatColumnList(["ORDER_ID", "level"], 4, "t")).toBe('    t.ORDER_ID,\n    t."level"')
  })

  it("takes columns as models, in a template", () => {
    expect(render('{{ data | format_column_list(0, "s") }}', { data: [column("A"), column("B")] })).toBe("s.A,\ns.B\n")
  })

  it("refuses an empty list", () => {
    expect(() => formatColumnList([])).toThrow("the list of columns is empty.")
  })
})
