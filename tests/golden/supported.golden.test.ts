// The page of copy_swap says what is carried and what is refused: its tables are written from the code's own lists and from the examples.
import { readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { refusedTables } from "../../examples/definitions/index.ts"
import { coreChecks } from "../../packages/config-schema/src/index.ts"
import { actionCodes } from "../../packages/oracle-rules/src/index.ts"
import { plannerCodes } from "../../packages/planner/src/index.ts"
import { dataTypes, refusalCodes } from "../../packages/strategy-copy-swap/src/index.ts"
import { carriedFeatures } from "../scripts/hard-table/carried-features.ts"

const isUpdating = process.env["ORAPART_UPDATE_GOLDEN"] === "1" && process.env["CI"] === undefined
const page = fileURLToPath(new URL("../../docs/strategies/copy_swap.md", import.meta.url))

const slugs = new Map(
  [...coreChecks, ...refusalCodes, ...plannerCodes, ...actionCodes].map(({ code, slug }) => [code, slug])
)

const link = (code: string): string => `[${code}](../reference/checks/${code}-${slugs.get(code) ?? "unlisted"}.md)`

const row = (...cells: ReadonlyArray<string>): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`

const carriedLines = [
  row("of the table", "how"),
  "|---|---|",
  row(
    `column types ${dataTypes.carried.join(", ")}`,
    "copied, hashed and compared; JSON as text in a CLOB with its check"
  ),
  ...carriedFeatures.map(({ feature, how }) => row(feature, how))
]

const refusedLines = [
  row("the table has or is", "codes"),
  "|---|---|",
  ...refusedTables.map(({ feature, codes }) => row(feature, codes.map(link).join(", ")))
]

const replaceSection = (text: string, name: string, lines: ReadonlyArray<string>): string => {
  const section = new RegExp(`(<!-- ${name}: [^\\n]*-->\\n)[\\s\\S]*?(<!-- end -->)`, "u")
  if (!section.test(text)) throw new Error(`${page} has no section ${name}`)
  return text.replace(section, (_, begin: string, end: string) => `${begin}\n${lines.join("\n")}\n\n${end}`)
}

describe("docs/strategies/copy_swap.md", () => {
  it("says of every type and feature whether it is carried or refused, and with which codes", () => {
    const text = readFileSync(page, "utf8")
    const current = replaceSection(replaceSection(text, "carried", carriedLines), "refused", refusedLines)
    if (isUpdating) writeFileSync(page, current)
    expect(readFileSync(page, "utf8")).toBe(current)
  })

  it("links codes that are listed", () => {
    expect(refusedTables.flatMap(({ codes }) => codes).filter((code) => !slugs.has(code))).toEqual([])
  })

  it("names every type that is refused", () => {
    const text = refusedLines.join("\n")
    expect(dataTypes.refused.filter((type) => !text.includes(`type ${type}`))).toEqual([])
  })
})
