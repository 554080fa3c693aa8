// Codes and pages belong together in both directions, over all packages. What a single package's pages look like is its own test.
import { spawnSync } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { listedCodes } from "./listed-codes.ts"

const root = new URL("../../", import.meta.url)
const pages = new URL("docs/reference/checks/", root)
const pageNames = readdirSync(pages).toSorted()

const repeats = (values: ReadonlyArray<string>) => values.filter((value, index) => values.indexOf(value) !== index)

const readTree = (folder: string, ending: string): ReadonlyArray<readonly [string, string]> =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => [`${folder}${file}`, readFileSync(new URL(`${folder}${file}`, root), "utf8")])

const sourceFolders = readdirSync(new URL("packages/", root)).map((name) => `packages/${name}/src/`)

describe("the listed codes", () => {
  it("are listed once each, and so are their slugs", () => {
    expect(listedCodes.length).toBeGreaterThan(190)
    expect(repeats(listedCodes.map(({ code }) => code))).toEqual([])
    expect(repeats(listedCodes.map(({ slug }) => slug))).toEqual([])
  })

  it("are all that sources and templates name", () => {
    const texts = [
      ...sourceFolders.flatMap((folder) => readTree(folder, ".ts")),
      ...readTree("templates/core/", ".njk")
    ]
    const known = new Set(listedCodes.map(({ code }) => code))
    const unlisted = texts.flatMap(([file, text]) =>
      [...text.matchAll(/\bOP\d{3}\b/gu)].flatMap(([code]) => (known.has(code) ? [] : [`${file}: ${code}`]))
    )
    expect(unlisted).toEqual([])
  })
})

describe("the pages of docs/reference/checks", () => {
  it("are one per listed code, and nothing else", () => {
    expect(pageNames).toEqual(listedCodes.map(({ code, slug }) => `${code}-${slug}.md`))
  })

  it.for(pageNames)("%s begins with its code and slug, a title and a severity", (name) => {
    const entry = listedCodes.find(({ code }) => name.startsWith(code))
    const lines = readFileSync(new URL(name, pages), "utf8").split("\n")
    expect(lines[0]).toBe(`# ${name.slice(0, 5)} ${name.slice(6, -3)}`)
    expect(lines[2]).toMatch(/^\S.*[^.]\.$/u)
    expect(lines[4]?.startsWith(`Severity: ${entry?.severity ?? "unlisted"}`)).toBe(true)
  })

  it.for(pageNames)("%s names no code that does not exist", (name) => {
    const text = readFileSync(new URL(name, pages), "utf8")
    const named = [...text.matchAll(/\bOP\d{3}\b/gu)].map(([code]) => code)
    expect(named.filter((one) => !listedCodes.some(({ code }) => code === one))).toEqual([])
  })

  it("are all in docs/reference/codes.md, which is current", () => {
    const script = fileURLToPath(new URL("scripts/write-codes.mjs", root))
    const { status, stderr } = spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" })
    expect(stderr).toBe("")
    expect(status).toBe(0)
  })
})

const sections = ["What it means", "Why it matters", "Example", "How to fix", "When not to change it"]

/** Pages of scripts and lint rules show what was printed; refusals may do without, as the planner's do. */
const needed = (code: string) =>
  sections.filter((section) => section !== "When not to change it" && (section !== "Example" || code >= "OP300"))

// What a DBA reads at night: no package has a test of its own for these pages.
const nightPages = listedCodes.filter(({ code }) => /^OP(?:2[46]|3|4|6|7)/u.test(code))

describe("the pages of refusals, scripts and lint rules", () => {
  it.for(nightPages)("$code says meaning, reason, an example with the code, and the way out", ({ code, slug }) => {
    const text = readFileSync(new URL(`${code}-${slug}.md`, pages), "utf8")
    const own = [...text.matchAll(/^## (.*)$/gmu)].map(([, title = ""]) => title)
    expect(own).toEqual(sections.filter((section) => needed(code).includes(section) || own.includes(section)))
    expect(text.split(/^## .*$/mu).filter((part) => part.trim() === "")).toEqual([])
    if (!own.includes("Example")) return
    const [, example = ""] = /^## Example\n([\s\S]*?)^## /mu.exec(text) ?? []
    expect(example).toMatch(new RegExp(`^ {4}.*\\b${code} ${slug}: `, "mu"))
  })
})
