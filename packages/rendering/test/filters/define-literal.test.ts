import { describe, expect, it } from "vitest"
import { writeDefineLiteral } from "../../src/filters/define-literal.ts"

describe("define_literal", () => {
  it("holds no ampersand, which SQL*Plus would substitute inside quotes", () => {
    expect(writeDefineLiteral("R&D&")).toBe("'R' || CHR(38) || 'D' || CHR(38)")
  })

  it("is a plain literal otherwise", () => {
    expect(writeDefineLiteral("HR.ORDERS")).toBe("'HR.ORDERS'")
    expect(writeDefineLiteral("")).toBe("''")
  })
})
