import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { layOutExpression } from "../../src/filters/expression.ts"

describe("expression", () => {
  it("puts an expression on one line and leaves quoted text alone", () => {
    expect(layOutExpression(" UPPER( \"My  Col\" )\n\t||  'two  blanks; & '  ")).toBe(
      "UPPER( \"My  Col\" ) || 'two  blanks; & '"
    )
  })

  it("leaves comments out, which may not stand inside a generated statement", () => {
    expect(layOutExpression("A -- why; not\n+ /* or */ B")).toBe("A + B")
    expect(layOutExpression("'-- no comment'")).toBe("'-- no comment'")
  })

  it("writes a literal with a line break as a concatenation of the same value", () => {
    expect(layOutExpression("NVL(A, 'x\ny')")).toBe("NVL(A, ('x' || CHR(10) || 'y'))")
    expect(layOutExpression("q'[it's\there]'")).toBe("('it''s' || CHR(9) || 'here')")
  })

  it("keeps the form of q-quoted and national literals that need no change", () => {
    expect(layOutExpression("n'x' || q'{a'b}' || NQ'!c!'")).toBe("n'x' || q'{a'b}' || NQ'!c!'")
  })

  it("continues a long expression without a line that ends in a hyphen or begins with a slash", () => {
    const sum = Array.from({ length: 60 }, (_, position) => `COLUMN_${position}`).join(" - ")
    const quotient = Array.from({ length: 60 }, (_, position) => `COLUMN_${position}`).join(" / ")
    for (const text of [layOutExpression(sum), layOutExpression(quotient)]) {
      const lines = text.split("\n")
      expect(lines.length).toBeGreaterThan(3)
      for (const line of lines) expect(line).not.toMatch(/-$|^\s*\/|^.{200}/)
    }
  })

  it("loses nothing but blanks, and none inside quotes", () => {
    const part = fc.constantFrom("A", "'it''s  1'", '"q  n"', "+", "- ", "\n", "\t", "(", ")", "q'<a'  b>'")
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        const text = layOutExpression(["X", ...parts].join(" "))
        expect(text.replace(/\s+/g, "")).toBe(`X${parts.join("")}`.replace(/\s+/g, ""))
        for (const quoted of parts.filter((found) => /['"]/.test(found))) expect(text).toContain(quoted)
      })
    )
  })

  it("refuses an expression of nothing", () => {
    expect(() => layOutExpression(" -- gone")).toThrow("the expression is empty.")
  })
})
