import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { loadCorePlugins } from "../../src/services/core-plugins.ts"

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8")

describe("the shipped plugins", () => {
  it("are those that oclif is told of, no more and no fewer", () => {
    const { oclif } = JSON.parse(read("../../package.json")) as { oclif: { plugins: ReadonlyArray<string> } }
    const imported = [...read("../../src/services/core-plugins.ts").matchAll(/import\("(.+?)"\)/gu)].map(
      ([, name]) => name
    )
    expect(imported.toSorted()).toEqual(oclif.plugins.filter((name) => name.startsWith("@orapart/")).toSorted())
  })

  it("bring five actions and the strategy that these take by default", async () => {
    const { actions, strategies } = await loadCorePlugins()
    expect(actions.map(({ id }) => id).toSorted()).toEqual([
      "add_hash_subpartitions",
      "add_interval_hash_partitioning",
      "add_interval_partitioning",
      "convert_interval_to_interval_hash",
      "convert_to_interval_hash"
    ])
    const known = strategies.map(({ id }) => id)
    expect(actions.filter(({ defaultStrategy }) => !known.includes(defaultStrategy))).toEqual([])
  })
})
