// The harness is held against broken actions: each defect makes exactly the test fail that is there for it.
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, describe, expect, it } from "vitest"
import { describeAction } from "../../src/describe-action/index.ts"
import { sampleAction, sampleSetup } from "./sample/action.ts"
import { defects } from "./sample/defects.ts"

interface TestResult {
  readonly ancestorTitles: ReadonlyArray<string>
  readonly title: string
  readonly status: string
}

const folder = mkdtempSync(join(tmpdir(), "orapart-describe-action-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** One vitest for all of them; without CI in its environment it writes golden files that are not there yet. */
const runDefects = (): ReadonlyArray<TestResult> => {
  const { CI: _ci, VITEST: _vitest, ...env } = process.env
  const output = join(folder, "results.json")
  const vitest = fileURLToPath(new URL("vitest.mjs", import.meta.resolve("vitest/package.json")))
  const words = ["run", "--config", "vitest.config.ts", "--reporter=json", `--outputFile=${output}`]
  const child = spawnSync(process.execPath, [vitest, ...words], {
    cwd: fileURLToPath(new URL("sample/", import.meta.url)),
    env: { ...env, SAMPLE_FOLDER: folder },
    encoding: "utf8"
  })
  const text = readFileSync(output, "utf8")
  const { testResults } = JSON.parse(text) as {
    testResults: ReadonlyArray<{ assertionResults: ReadonlyArray<TestResult>; message: string }>
  }
  expect(testResults.map(({ message }) => message).join(""), child.stderr).toBe("")
  return testResults.flatMap(({ assertionResults }) => assertionResults)
}

const results = runDefects()

const of = (name: string, status: string): ReadonlyArray<string> =>
  results.filter((one) => one.ancestorTitles[0] === name && one.status === status).map(({ title }) => title)

describe("describeAction", () => {
  it("finds nothing in an action that keeps its promises, and leaves nothing out", () => {
    expect(of("nothing", "failed")).toEqual([])
    expect(of("nothing", "skipped")).toEqual([])
    expect(of("nothing", "passed").length).toBeGreaterThan(25)
  })

  it.for(defects)("finds an action that $name, in one test", ({ name, fails }) => {
    expect(of(name, "failed")).toEqual([fails])
  })

  it("has a defect for every test it makes", () => {
    const sentences = new Set(of("nothing", "passed"))
    const tried = new Set(defects.map(({ fails }) => fails))
    expect([...sentences].filter((sentence) => !tried.has(sentence))).toEqual([])
  })

  it("refuses cases whose golden files would share a folder", () => {
    const setup = sampleSetup(folder)
    const [one] = setup.cases
    const cases = one === undefined ? [] : [one, { ...one, name: `${one.name.toUpperCase()}!` }]
    expect(() => describeAction(sampleAction, { ...setup, cases })).toThrow("A HEAP TABLE!")
  })
})
