// The script sets of all examples, compared byte for byte with the files in examples/*/expected. `pnpm golden:update`
// rewrites them; the diff is then read as SQL.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { generateScriptSets } from "../../packages/cli/src/index.ts"
import { exampleFolder, listExamples, readFiles, rewriteFiles } from "./golden-files.ts"
import type { FileTexts } from "./golden-files.ts"

const isUpdating = process.env["ORAPART_UPDATE_GOLDEN"] === "1" && process.env["CI"] === undefined

const readExample = (name: string, file: string): string => readFileSync(join(exampleFolder(name), file), "utf8")

const generate = async (name: string): Promise<FileTexts> => {
  const { findings, result } = await Effect.runPromise(
    generateScriptSets({
      configText: readExample(name, "migration_config.json"),
      snapshotText: readExample(name, "schema_snapshot.json"),
      madeBy: "orapart 0.0.0"
    })
  )
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([])
  const files = (result ?? []).flatMap(({ folder, files: own }) =>
    own.map(({ path, text }) => [`${folder}/${path}`, text] as const)
  )
  return new Map(files)
}

describe.for(listExamples())("the script sets of examples/%s", (name) => {
  const expected = join(exampleFolder(name), "expected")

  it("are the expected files, byte for byte, and no others", async () => {
    const made = await generate(name)
    if (isUpdating) rewriteFiles(expected, made)
    const known = readFiles(expected)
    expect([...made.keys()].toSorted()).toEqual([...known.keys()])
    for (const [path, text] of known) expect(made.get(path), path).toBe(text)
  })

  it("do not change when they are made again", async () => {
    expect(await generate(name)).toEqual(await generate(name))
  })
})

describe("the examples", () => {
  it("have expected files for at least one script set each", () => {
    const without = listExamples().filter(
      (name) => !isUpdating && readFiles(join(exampleFolder(name), "expected")).size === 0
    )
    expect(without).toEqual([])
  })
})
