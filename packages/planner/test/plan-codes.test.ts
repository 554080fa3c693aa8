import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { makeFinding, plannerCodes } from "../src/plan-codes.ts"

const folder = new URL("../../../docs/reference/checks/", import.meta.url)

describe("plannerCodes", () => {
  it("are unique and in order, OP220 to OP239 and OP520", () => {
    const codes = plannerCodes.map((entry) => entry.code)
    expect(codes).toEqual([...new Set(codes)].sort())
    for (const code of codes) expect(code).toMatch(/^OP(2[23]\d|520)$/)
  })

  it.each(plannerCodes)("has a page for $code $slug with its title and severity", ({ code, severity, slug, title }) => {
    const page = readFileSync(new URL(`${code}-${slug}.md`, folder), "utf8")
    expect(page.startsWith(`# ${code} ${slug}\n\n${title}.\n\nSeverity: ${severity}.\n`)).toBe(true)
    const sections = [...page.matchAll(/^## (.+)$/gm)].map((match) => match[1])
    expect(sections).toEqual(["What it means", "Why it matters", "How to fix"])
  })

  it("have every page of their range", () => {
    const pages = readdirSync(folder).filter((file) => /^OP(2[23]\d|520)-/.test(file))
    expect(pages.sort()).toEqual(plannerCodes.map(({ code, slug }) => `${code}-${slug}.md`))
  })
})

describe("makeFinding", () => {
  it("completes a report with code, slug and severity, and leaves nothing undefined", () => {
    expect(makeFinding("OP233", { subject: "HR.A", what: "circle" })).toEqual({
      code: "OP233",
      slug: "foreign-key-cycle",
      severity: "info",
      subject: "HR.A",
      what: "circle",
      why: "",
      advice: "",
      evidence: {}
    })
  })
})
