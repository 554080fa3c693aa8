import { describe, expect, it } from "vitest"
import { writeIndexKeys } from "../../src/filters/index-keys.ts"
import { index } from "../sample-plan.ts"

const part = (column: string | null, expression: string | null = null, isDescending = false) => ({
  column,
  expression,
  isDescending
})

describe("index_keys", () => {
  it("writes columns, expressions and DESC in order", () => {
    const keys = [part("ORDER_DATE", null, true), part(null, 'UPPER("NAME")'), part("level")]
    expect(writeIndexKeys(index({ keys }))).toBe('ORDER_DATE DESC, UPPER("NAME"), "level"')
  })

  it("continues a long list on further lines", () => {
    const keys = Array.from({ length: 12 }, (_, position) => part(null, `NVL("A_RATHER_LONG_COLUMN_${position}",0)`))
    const lines = writeIndexKeys(index({ keys })).split("\n")
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/,$/)
  })

  it("refuses a key part that names nothing", () => {
    expect(() => writeIndexKeys(index({ keys: [part(null)] }))).toThrow(
      "ORDERS_IX1 has a key part with neither a column nor an expression."
    )
    expect(() => writeIndexKeys(index({ keys: [] }))).toThrow("ORDERS_IX1 has no keys.")
  })
})
