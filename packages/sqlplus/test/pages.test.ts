// The pages of the rules show what the linter really says.
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import type { FindScript } from "@orapart/sqlplus"
import { lintRules, lintScript } from "@orapart/sqlplus"

const pages = new URL("../../../docs/reference/checks/", import.meta.url)

// Two pages are about called scripts: `one.sql` ends with EXIT, and what is called 35_... does not exist.
const findScript: FindScript = ({ file }) => {
  if (file.startsWith("35_")) return "missing"
  return ["one.sql", "two.sql"].includes(file)
    ? { file, text: file === "one.sql" ? "COMMIT;\nEXIT 0\n" : "COMMIT;\n" }
    : null
}

/** What cannot be seen on a page: a line of thousands of characters, a carriage return, a blank at the end. */
const unshown = ["OP706", "OP713", "OP714"]

describe("the page of a rule", () => {
  it.for(lintRules.filter(({ code }) => !unshown.includes(code)))(
    "$code $slug prints what its example gives",
    (rule) => {
      const page = readFileSync(new URL(`${rule.code}-${rule.slug}.md`, pages), "utf8")
      const [, example = ""] = /^## Example\n([\s\S]*?)^## /mu.exec(page) ?? []
      const text = /```sql\n([\s\S]*?)```/u.exec(example)?.[1] ?? ""
      const shown = [...example.matchAll(/^ {4}(OP.*)$/gmu)].map(([, line]) => line)
      const found = lintScript(text, { file: "example.sql", rules: [rule], findScript })
      expect(shown).toEqual(
        found.map(({ code, slug, line, what }) => `${code} ${slug}: example.sql line ${line}: ${what}`)
      )
    }
  )
})
