// The examples are what people copy: no example may be wrong, and the six HR scenarios and the plan's own JSON must be plannable.
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { readConfig } from "../src/read-config.ts"
import { readSnapshot } from "../src/read-snapshot.ts"
import { testAction, testActions } from "./test-actions.ts"

const root = new URL("../../../examples/", import.meta.url)
// examples/refused is there to be refused: tests/golden holds its findings.
const names = readdirSync(root).filter(
  (name) => name !== "refused" && existsSync(new URL(`${name}/migration_config.json`, root))
)
const actions = [
  ...testActions,
  ...["convert_interval_to_interval_hash", "convert_to_interval_hash"].map((id) => testAction(id, "hash")),
  testAction("add_hash_subpartitions", "hash", false)
]

const read = (name: string) => {
  const text = (file: string) => readFileSync(new URL(`${name}/${file}`, root), "utf8")
  const { findings, snapshot } = readSnapshot(text("schema_snapshot.json"), "schema_snapshot.json")
  const config = readConfig(text("migration_config.json"), {
    file: "migration_config.json",
    actions,
    strategyIds: ["copy_swap"],
    snapshot
  })
  return { config: config.config, findings: [...findings, ...config.findings] }
}

describe("examples", () => {
  it("are all looked at", () => {
    expect(names).toEqual(expect.arrayContaining(["hr", "plan", "minimal"]))
  })

  it.each(names)("%s has no error", (name) => {
    const { config, findings } = read(name)
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([])
    expect(config).not.toBeNull()
  })

  it("tell at most one info per table and code", () => {
    for (const name of names) {
      const infos = read(name).findings.filter(({ severity }) => severity === "info")
      const keys = infos.map(({ code, subject }) => `${code} ${subject}`)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })
})
