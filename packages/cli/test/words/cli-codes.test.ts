import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { cliCodes, findingOf } from "../../src/words/cli-codes.ts"

const pages = fileURLToPath(new URL("../../../../docs/reference/checks/", import.meta.url))

describe("the CLI's codes", () => {
  it.for(cliCodes)("have a page for $code $slug that begins with both", ({ code, slug }) => {
    expect(readdirSync(pages).filter((file) => file.startsWith(code))).toEqual([`${code}-${slug}.md`])
    expect(readFileSync(`${pages}${code}-${slug}.md`, "utf8").split("\n")[0]).toBe(`# ${code} ${slug}`)
  })

  it("are unique and in order", () => {
    const codes = cliCodes.map(({ code }) => code)
    expect(codes).toEqual([...new Set(codes)].toSorted())
    expect(new Set(cliCodes.map(({ slug }) => slug)).size).toBe(codes.length)
  })

  it("give a finding their slug and, unless it says otherwise, their severity", () => {
    const words = { subject: "a", what: "b", why: "", advice: "", evidence: {} }
    expect(findingOf("OP012", words)).toEqual({ code: "OP012", slug: "table-disabled", severity: "warning", ...words })
    expect(findingOf("OP501", { ...words, severity: "warning" }).severity).toBe("warning")
  })
})
