import { describe, expect, it } from "vitest"
import { writeIdentifierList } from "../../src/filters/ident-list.ts"
import { column } from "../sample-plan.ts"

describe("ident_list", () => {
  it("joins names or columns, each behind the prefix", () => {
    expect(writeIdentifierList(["A", column("b")])).toBe('A, "b"')
    expect(writeIdentifierList(["A", "B"], ":OLD.")).toBe(":OLD.A, :OLD.B")
  })

  it("continues a long list on further lines", () => {
    const names = Array.from({ length: 32 }, (_, position) => `A_RATHER_LONG_COLUMN_NAME_${position}`)
    const lines = writeIdentifierList(names).split("\n")
    expect(lines.length).toBeGreaterThan(5)
    for (const line of lines) expect(line.length).toBeLessThan(130)
    expect(
      lines
        .join(" ")
        .split(/,\s+/)
        .map((name) => name.trim())
    ).toEqual(names)
  })

  it("refuses an empty list", () => {
    expect(() => writeIdentifierList([])).toThrow("the list of names is empty.")
  })
})
