// One code: one check file, one test, one page, one line in the table. Whatever is missing fails here.
import { spawnSync } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { coreChecks } from "../src/core-checks.ts"
import { listCodes } from "../src/list-codes.ts"
import { structureCodes } from "../src/structure/structure-codes.ts"

const here = new URL("./", import.meta.url)
const root = new URL("../../../", here)
const pages = new URL("docs/reference/checks/", root)
const codes = listCodes()
const slugs = coreChecks.map(({ slug }) => slug).toSorted()

const stems = (folder: string, ending: string) =>
  readdirSync(new URL(folder, here))
    .map((name) => name.slice(0, -ending.length))
    .toSorted()

const readTests = (folder = "./"): string =>
  readdirSync(new URL(folder, here), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts") && name !== "parity.test.ts")
    .map((name) => readFileSync(new URL(`${folder}${name}`, here), "utf8"))
    .join("\n")

const sections = ["What it means", "Why it matters", "Example", "How to fix", "When not to change it"]

const wantedHead = ({ code, rules, severity, slug, title }: (typeof codes)[number]): string =>
  `# ${code} ${slug}\n\n${title}.\n\nSeverity: ${severity}.\n${rules.length === 0 ? "" : `Rules: ${rules.join(", ")}.\n`}`

describe("codes", () => {
  it("are unique and lie in the config's range", () => {
    expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length)
    expect(new Set(codes.map(({ slug }) => slug)).size).toBe(codes.length)
    expect(codes.filter(({ code }) => !/^OP1\d\d$/.test(code))).toEqual([])
    expect(structureCodes.filter(({ code }) => code >= "OP120")).toEqual([])
    expect(coreChecks.filter(({ code }) => code < "OP120")).toEqual([])
  })

  it("have kebab-case names and titles without a full stop", () => {
    expect(codes.filter(({ slug }) => !/^[a-z]+(-[a-z]+)*$/.test(slug))).toEqual([])
    expect(codes.filter(({ title }) => title.endsWith("."))).toEqual([])
  })

  it("cover the rules V01 to V20", () => {
    const covered = new Set(codes.flatMap(({ rules }) => rules))
    const rules = Array.from({ length: 20 }, (_, index) => `V${String(index + 1).padStart(2, "0")}`)
    expect([...covered].toSorted()).toEqual(rules)
  })
})

describe("checks", () => {
  it("are one file each, and every file is in the list", () => {
    expect(stems("../src/checks/", ".ts")).toEqual(slugs)
  })

  it("have one test each, named like the check", () => {
    expect(stems("checks/", ".test.ts")).toEqual(slugs)
    for (const { code, slug } of coreChecks) {
      expect(readFileSync(new URL(`checks/${slug}.test.ts`, here), "utf8")).toContain(`describe("${code} ${slug}"`)
    }
  })

  it("leave no code of reading and structure without a test", () => {
    const tests = readTests()
    expect(structureCodes.filter(({ code }) => !tests.includes(code)).map(({ code }) => code)).toEqual([])
  })
})

describe("pages", () => {
  it("are exactly one per code", () => {
    const own = readdirSync(pages).filter((name) => name.startsWith("OP1"))
    expect(own.toSorted()).toEqual(codes.map(({ code, slug }) => `${code}-${slug}.md`).toSorted())
  })

  it.each(codes)("$code say title, severity, rules and all five sections", (entry) => {
    const text = readFileSync(new URL(`${entry.code}-${entry.slug}.md`, pages), "utf8")
    expect(text.startsWith(wantedHead(entry))).toBe(true)
    expect([...text.matchAll(/^## (.*)$/gm)].map((match) => match[1])).toEqual(sections)
    expect(text.split(/^## .*$/m).filter((part) => part.trim() === "")).toEqual([])
    expect(text).toContain(`    ${entry.code} ${entry.slug}: `)
  })

  it("are listed in the generated table, which is current", () => {
    const script = fileURLToPath(new URL("scripts/write-codes.mjs", root))
    const { stderr, stdout } = spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" })
    expect(stdout).toContain("docs/reference/codes.md current")
    expect(stderr.split("\n").filter((line) => line.includes("OP1") || line.includes("two findings share"))).toEqual([])
  })
})
