// The committed schema files are what the sources say, and they take every example.
import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { Ajv2020 } from "ajv/dist/2020.js"
import { describe, expect, it } from "vitest"

const root = new URL("../../../../", import.meta.url)
const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), "utf8"))

const examples = readdirSync(new URL("examples/", root)).filter((name) =>
  existsSync(new URL(`examples/${name}/migration_config.json`, root))
)
const compile = (file: string) =>
  new Ajv2020({ strict: true, strictTypes: false }).compile(readJson(`packages/config-schema/schema/${file}`) as object)

describe("published schemas", () => {
  it("are what scripts/write-schemas.mjs writes", () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [fileURLToPath(new URL("scripts/write-schemas.mjs", root)), "--check"],
      { encoding: "utf8" }
    )
    expect(stdout).toContain("migration-config.schema.json current")
    expect(stdout).toContain("schema-snapshot.schema.json current")
    expect(status).toBe(0)
  })

  it("take every example's config and snapshot", () => {
    const validateConfig = compile("migration-config.schema.json")
    const validateSnapshot = compile("schema-snapshot.schema.json")
    expect(examples.length).toBeGreaterThan(3)
    for (const name of examples) {
      expect([name, validateConfig(readJson(`examples/${name}/migration_config.json`)), validateConfig.errors]).toEqual(
        [name, true, null]
      )
      expect([
        name,
        validateSnapshot(readJson(`examples/${name}/schema_snapshot.json`)),
        validateSnapshot.errors
      ]).toEqual([name, true, null])
    }
  })
})
