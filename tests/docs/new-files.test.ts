// `pnpm new`: its skeletons fail until they are filled in, and no filled-in file of the repository is one of them.
import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, describe, expect, it } from "vitest"
import { listedCodes } from "./listed-codes.ts"

const repository = fileURLToPath(new URL("../../", import.meta.url))
const root = mkdtempSync(join(tmpdir(), "orapart-new-"))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const runNew = (...words: ReadonlyArray<string>) =>
  spawnSync(process.execPath, [join(repository, "scripts/new.mjs"), ...words, "--root", root], { encoding: "utf8" })

const listAll = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted()

const link = (target: string, path: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  symlinkSync(join(repository, target), join(root, path))
}

const kinds = ["check", "lint-rule", "action"] as const
const made = Object.fromEntries(kinds.map((kind) => [kind, runNew(kind, "key-too-wide")]))
const files = listAll(root)

describe("pnpm new", () => {
  it.for(kinds)("writes a %s and says where to enter it", (kind) => {
    expect(made[kind]).toMatchObject({ status: 0, stderr: "" })
    expect(made[kind]?.stdout).toContain("Enter it in:")
  })

  it("gives each its source, test and page, under a code that nobody has", () => {
    const [check, rule] = ["OP1", "OP7"].map((area) =>
      files.find((file) => file.includes(`checks/${area}`))?.slice(-21, -16)
    )
    expect(files).toEqual(
      expect.arrayContaining([
        `docs/reference/checks/${check}-key-too-wide.md`,
        `docs/reference/checks/${rule}-key-too-wide.md`,
        "docs/reference/actions/key_too_wide.md",
        "packages/action-key-too-wide/package.json",
        "packages/action-key-too-wide/src/index.ts",
        "packages/action-key-too-wide/test/index.test.ts",
        "packages/config-schema/src/checks/key-too-wide.ts",
        "packages/config-schema/test/checks/key-too-wide.test.ts",
        "packages/sqlplus/src/lint/key-too-wide.ts",
        "packages/sqlplus/test/lint/key-too-wide.test.ts"
      ])
    )
    const used = listedCodes.map(({ code }) => code)
    expect([check, rule].map((code) => [/^OP\d{3}$/u.test(code ?? ""), used.includes(code ?? "")])).toEqual([
      [true, false],
      [true, false]
    ])
  })

  it("leaves no word of the skeletons unreplaced, and something to fill in in every source and page", () => {
    for (const file of files) {
      const text = readFileSync(join(root, file), "utf8")
      expect(text, file).not.toMatch(/\b(?:NAME|CONSTANT|CODE)\b/u)
      if (/\.md$|src\/.*(?:index|wide)\.ts$/u.test(file)) expect(text, file).toContain("FILL IN")
    }
  })

  it("writes tests that fail until they are filled in", { timeout: 60_000 }, () => {
    link("packages/config-schema/test/ask-check.ts", "packages/config-schema/test/ask-check.ts")
    link("packages/sqlplus/test/lint/lines-breaking.ts", "packages/sqlplus/test/lint/lines-breaking.ts")
    for (const name of ["contract", "oracle-rules", "strategy-copy-swap", "sqlplus", "testkit"])
      link(`packages/${name}`, `node_modules/@orapart/${name}`)
    link("templates", "node_modules/@orapart/templates")
    // Its references lead to packages that are not in this folder, and vitest wants to see them.
    rmSync(join(root, "packages/action-key-too-wide/tsconfig.json"))
    for (const name of ["effect", "vitest"]) link(`node_modules/${name}`, `node_modules/${name}`)
    const output = join(root, "results.json")
    const vitest = join(repository, "node_modules/vitest/vitest.mjs")
    const config = fileURLToPath(new URL("new-files.config.ts", import.meta.url))
    const { VITEST: _vitest, ...env } = process.env
    const words = ["run", "--root", root, "--config", config, "--reporter=json", `--outputFile=${output}`]
    const child = spawnSync(process.execPath, [vitest, ...words], {
      cwd: root,
      env: { ...env, CI: "1" },
      encoding: "utf8"
    })
    const { testResults } = JSON.parse(readFileSync(output, "utf8")) as {
      testResults: ReadonlyArray<{
        readonly name: string
        assertionResults: ReadonlyArray<{ readonly status: string; readonly title: string }>
      }>
    }
    expect(child.status).toBe(1)
    const failed = testResults.map(({ name, assertionResults }) => [
      name.slice(name.indexOf("packages/")),
      assertionResults.filter(({ status }) => status === "failed").length > 0
    ])
    expect(Object.fromEntries(failed)).toEqual({
      "packages/action-key-too-wide/test/index.test.ts": true,
      "packages/config-schema/test/checks/key-too-wide.test.ts": true,
      "packages/sqlplus/test/lint/key-too-wide.test.ts": true
    })
  })

  it("never overwrites, and refuses a short name that is used", () => {
    const again = runNew("check", "key-too-wide")
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining("src/checks/key-too-wide.ts")])
    expect(runNew("check", "table-kind")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("OP121-table-kind.md")
    })
  })

  it.for([["check"], ["check", "Wide"], ["check", "../wide-key"], ["lint-rule", "wide"], ["plan", "key-too-wide"], []])(
    "refuses %j with what is allowed",
    (words) => {
      expect(runNew(...words)).toMatchObject({ status: 2, stderr: expect.stringMatching(/key-too-wide/u) })
    }
  )
})

describe("the repository", () => {
  it("has nothing left to fill in", () => {
    const folders = [
      "docs",
      ...readdirSync(join(repository, "packages")).flatMap((name) => [`packages/${name}/src`, `packages/${name}/test`])
    ]
    const left = folders.flatMap((folder) => {
      try {
        return listAll(join(repository, folder))
          .filter((file) => /\.(?:md|ts)$/u.test(file))
          .filter((file) => readFileSync(join(repository, folder, file), "utf8").includes("FILL IN"))
          .map((file) => `${folder}/${file}`)
      } catch {
        return []
      }
    })
    expect(left).toEqual([])
  })
})
