import { describe, expect, it } from "vitest"
import { writeTableCell } from "../../src/filters/table-cell.ts"

describe("table_cell", () => {
  it("is one line without an open bar", () => {
    expect(writeTableCell("a | b\n c")).toBe("a \\| b c")
  })

  it("keeps names as they are", () => {
    expect(writeTableCell("HR.GR\u00d6SSE; R&D")).toBe("HR.GR\u00d6SSE; R&D")
  })
})
