import type { Finding } from "@orapart/contract"
import { describe, expect, it } from "vitest"
import { countFindings, renderFindings } from "../../src/views/findings-view.ts"
import { plainStyle } from "../../src/views/style.ts"

const finding = (more: Partial<Finding> = {}): Finding => ({
  code: "OP101",
  slug: "unknown-column",
  severity: "error",
  subject: "HR.ORDERS",
  what: "There is no column ORDR_DATE.",
  why: "",
  advice: "",
  evidence: {},
  ...more
})

describe("findings for people", () => {
  it("say code, slug, what, where, why and what to do, wrapped at 100 columns", () => {
    const full = finding({
      what: "partition_column is ORDR_DATE, but HR.ORDERS has no such column. Did you mean ORDER_DATE (DATE, NOT NULL)?",
      why: "Rows are placed by it.",
      advice: "Correct the name.",
      path: "/tables/0/x",
      location: { file: "c.json", line: 14, column: 27 }
    })
    expect(renderFindings([full], plainStyle)).toMatchInlineSnapshot(`
      "error OP101 unknown-column: partition_column is ORDR_DATE, but HR.ORDERS has no such column. Did you
        mean ORDER_DATE (DATE, NOT NULL)?
        at   c.json:14:27  /tables/0/x
        why  Rows are placed by it.
        do   Correct the name."
    `)
  })

  it("come errors first, and leave out what there is not", () => {
    const text = renderFindings(
      [finding({ severity: "info" }), finding({ severity: "warning" }), finding()],
      plainStyle
    )
    expect(text.split("\n\n").map((part) => part.split(" ")[0])).toEqual(["error", "warning", "info"])
    expect(text).not.toMatch(/\b(?:at|why|do) {2}/u)
    expect(renderFindings([], plainStyle)).toBe("")
  })

  it("are cut after ten warnings of one code, never errors, and say how many are left", () => {
    const many = Array.from({ length: 1012 }, () => finding({ severity: "warning" }))
    const parts = renderFindings([...many, finding({ severity: "warning", code: "OP102" })], plainStyle).split("\n\n")
    expect(parts).toHaveLength(12)
    expect(parts[10]).toBe("1,002 more warnings OP101 unknown-column; --json has all of them.")
    expect(
      renderFindings(
        many.map((one) => ({ ...one, severity: "error" as const })),
        plainStyle
      ).split("\n\n")
    ).toHaveLength(1012)
  })

  it("are counted by severity", () => {
    expect(countFindings([])).toBe("no findings")
    const all = [finding(), finding(), finding({ severity: "warning" }), finding({ severity: "info" })]
    expect(countFindings(all)).toBe("2 errors, 1 warning, 1 note")
  })

  it("keep their words when colours are put on", () => {
    const paint = (text: string) => `<${text}>`
    const style = { ...plainStyle, strong: paint, faint: paint, ofSeverity: (_: unknown, text: string) => paint(text) }
    expect(renderFindings([finding()], style)).toBe("<error>< OP101 unknown-column: >There is no column ORDR_DATE.")
  })
})
