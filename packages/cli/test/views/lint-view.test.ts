import type { Finding } from "@orapart/contract"
import { describe, expect, it } from "vitest"
import type { LintedScripts } from "../../src/services/lint-scripts.ts"
import { renderLint } from "../../src/views/lint-view.ts"
import { plainStyle } from "../../src/views/style.ts"

const finding = (line: number, more: Partial<Finding> = {}): Finding => ({
  code: "OP723",
  slug: "unknown-command",
  severity: "error",
  subject: "a.sql",
  what: `Line ${line}.`,
  why: "",
  advice: "",
  evidence: { line },
  location: { file: "a.sql", line, column: 1 },
  ...more
})

const result = (more: Partial<LintedScripts> = {}): LintedScripts => ({
  scripts: ["a.sql"],
  errors: 0,
  warnings: 0,
  notes: 0,
  omitted: [],
  ...more
})

const range = (count: number) => Array.from({ length: count }, (_, index) => finding(index + 1))

describe("what lint found, for people", () => {
  it("is one line when there is nothing", () => {
    expect(renderLint({ findings: [], result: result({ scripts: ["a.sql", "b.sql"] }) }, plainStyle)).toBe(
      "2 scripts: no findings."
    )
  })

  it("shows ten of a code and counts those left out here and in the service together", () => {
    const omitted = [{ file: "a.sql", code: "OP723", slug: "unknown-command", severity: "error" as const, count: 950 }]
    const text = renderLint({ findings: range(50), result: result({ errors: 1000, omitted }) }, plainStyle)
    expect(text.match(/^error OP723/gmu)).toHaveLength(10)
    expect(text).toContain(
      "\n\n990 more errors OP723 unknown-command.\n\n1 script: 1,000 errors.\n--json has more of them"
    )
  })

  it("keeps errors and notes of one code apart", () => {
    const notes = range(11).map((one) => ({ ...one, severity: "info" as const }))
    const text = renderLint({ findings: [...notes, finding(99)], result: result({ errors: 1, notes: 11 }) }, plainStyle)
    expect(text).toMatch(/^error OP723 unknown-command: Line 99\./u)
    expect(text).toContain("\n1 more note OP723 unknown-command.\n")
    expect(text).toContain("\n1 script: 1 error, 11 notes.\n")
  })
})
