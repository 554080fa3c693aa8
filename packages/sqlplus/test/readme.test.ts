import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { lintRules } from "@orapart/sqlplus"

const root = new URL("../", import.meta.url)
const readme = readFileSync(new URL("README.md", root), "utf8")
const block = (language: string): string => new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "s").exec(readme)?.[1] ?? ""

describe("the README", () => {
  it("shows an example that prints what it says", () => {
    const flags = ["--conditions=@orapart/source", "--input-type=module", "-e", block("js")]
    expect(execFileSync(process.execPath, flags, { cwd: fileURLToPath(root), encoding: "utf8" })).toBe(block("text"))
  })

  it("lists every lint rule with its code", () => {
    const rows = [...readme.matchAll(/^\| (OP\d+) \| ([\w-]+) \|/gm)].map(([, code, slug]) => [code, slug])
    expect(rows).toEqual(lintRules.map(({ code, slug }) => [code, slug]))
  })
})
