// The committed examples must be what their definitions make, and every folder must be listed for the reader.
import { existsSync, readdirSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { exampleFiles, examples, refusedExamples } from "../../../../examples/definitions/index.ts"
import { formatJson } from "../../../../examples/definitions/format-json.ts"
import { readExample } from "./example-files.ts"

const all = [...examples, ...refusedExamples]
const root = new URL("../../../../examples", import.meta.url)

describe("example files", () => {
  it.each(all.flatMap(exampleFiles).map(({ path, text }) => [path, text]))(
    "%s is what scripts/write-example-snapshots.mjs writes",
    (path, text) => {
      expect(readExample(path)).toBe(text)
    }
  )

  it("lists every folder in the README and defines every one", () => {
    const folders = readdirSync(root, { withFileTypes: true })
      .filter(
        (one) =>
          one.isDirectory() && existsSync(new URL(`examples/${one.name}/schema_snapshot.json`, new URL("./", root)))
      )
      .map(({ name }) => name)
      .toSorted()
    const listed = [...readExample("README.md").matchAll(/^\| \[`([a-z_]+)\/`\]/gm)].map((match) => match[1])
    expect(folders).toEqual(all.map(({ folder }) => folder))
    expect(listed.toSorted()).toEqual(folders)
  })

  it.each(all.map(({ folder }) => folder))("%s names its schemas, so that editors can check it", (folder) => {
    for (const [file, schema] of [
      ["migration_config.json", "migration-config"],
      ["schema_snapshot.json", "schema-snapshot"]
    ]) {
      expect(Object.entries(JSON.parse(readExample(`${folder}/${file}`)) as object)[0]).toEqual([
        "$schema",
        `../../packages/config-schema/schema/${schema}.schema.json`
      ])
    }
  })
})

describe("formatJson", () => {
  it("keeps small values on one line and changes no value", () => {
    const value = { a: [{ b: 1, c: { d: null } }], e: [], f: {}, g: 'say "x"', h: { i: { j: { k: [true] } } } }
    const text = formatJson(value)
    expect(JSON.parse(text)).toEqual(value)
    expect(text.split("\n")).toContain('    { "b": 1, "c": { "d": null } }')
    expect(text.endsWith("}\n")).toBe(true)
  })
})
