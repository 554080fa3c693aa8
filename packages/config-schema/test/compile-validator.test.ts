// scripts/compile-validator.mjs as a package uses it: run on a schema module, its output imported like any module.
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import type { CompiledValidator } from "@orapart/contract"
import { describe, expect, it } from "vitest"

const script = fileURLToPath(new URL("../../../scripts/compile-validator.mjs", import.meta.url))

const schema = {
  type: "object",
  required: ["name"],
  additionalProperties: false,
  properties: {
    name: { type: "string", minLength: 2, maxLength: 3 },
    list: { type: "array", uniqueItems: true, items: { type: ["object", "string"] } },
    bound: { type: ["string", "number"] },
    fixed: { const: { a: [1] } }
  }
}

const compile = (exportName: string, value: unknown = schema) => {
  const folder = mkdtempSync(join(tmpdir(), "orapart-validator-"))
  writeFileSync(join(folder, "schema.mjs"), `export const ${exportName} = ${JSON.stringify(value)}\n`)
  const { status, stderr } = spawnSync(process.execPath, [script, "schema.mjs", exportName], {
    cwd: folder,
    encoding: "utf8"
  })
  return { folder, status, stderr }
}

const load = async (folder: string): Promise<CompiledValidator> => {
  const url = pathToFileURL(join(folder, "generated/validate-target.js")).href
  const module = (await import(/* @vite-ignore */ url)) as { readonly validateTarget: CompiledValidator }
  return module.validateTarget
}

describe("compile-validator.mjs", () => {
  it("writes a module that imports and requires nothing", () => {
    const { folder, status } = compile("targetSchema")
    const code = readFileSync(join(folder, "generated/validate-target.js"), "utf8")
    expect(status).toBe(0)
    expect(code).not.toMatch(/\brequire\(|^\s*import\b|\bimport\(/m)
    expect(readFileSync(join(folder, "generated/validate-target.d.ts"), "utf8")).toContain(
      "export declare const validateTarget: CompiledValidator"
    )
  })

  it("counts characters, not UTF-16 units, and compares objects by value", async () => {
    const validate = await load(compile("targetSchema").folder)
    expect(validate({ name: "\u{1F600}\u{1F600}\u{1F600}" })).toBe(true)
    expect(validate({ name: "\u{1F600}" })).toBe(false)
    expect(
      validate({
        name: "ab",
        list: [
          { a: 1, b: [2] },
          { b: [2], a: 1 }
        ]
      })
    ).toBe(false)
    expect(validate({ name: "ab", list: [{ a: 1 }, { a: [1] }, "a", { a: { 0: 1 } }] })).toBe(true)
    expect(validate({ name: "ab", fixed: { a: [1] } })).toBe(true)
    expect(validate({ name: "ab", fixed: { a: [1, 2] } })).toBe(false)
  })

  it("leaves all violations with keyword, place and parameters", async () => {
    const validate = await load(compile("targetSchema").folder)
    validate({ name: 5, extra: 1, bound: null })
    expect(validate.errors?.map(({ instancePath, keyword }) => `${keyword} ${instancePath}`).toSorted()).toEqual([
      "additionalProperties ",
      "type /bound",
      "type /name"
    ])
  })

  it("refuses an export whose name does not say that it is a schema", () => {
    const { status, stderr } = compile("target")
    expect(status).not.toBe(0)
    expect(stderr).toContain("has to end in Schema")
  })

  it("refuses a schema that is wrong by ajv's strict rules", () => {
    const { status, stderr } = compile("targetSchema", { type: "object", propertys: {} })
    expect(status).not.toBe(0)
    expect(stderr).toContain("propertys")
  })
})
