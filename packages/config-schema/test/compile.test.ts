import { spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { compileTargetSchema } from "../src/compile.ts"
import { compileMissingValidators } from "../src/compile-missing-validators.ts"
import { hashAction, intervalAction } from "./test-actions.ts"

const { validateTarget: _gone, ...bare } = hashAction

describe("compileTargetSchema", () => {
  it("makes a validator that leaves all violations", () => {
    const validate = compileTargetSchema({
      type: "object",
      required: ["a"],
      properties: { a: { type: "string" } },
      additionalProperties: false
    })
    expect(validate({ a: "x" })).toBe(true)
    expect(validate({ b: 1 })).toBe(false)
    expect(validate.errors?.map(({ keyword }) => keyword).toSorted()).toEqual(["additionalProperties", "required"])
  })
})

describe("compileMissingValidators", () => {
  it("gives a validator to those without one and leaves the others as they are", async () => {
    const { actions, problems } = await compileMissingValidators([bare, intervalAction])
    expect(problems).toEqual([])
    expect(actions[0]?.validateTarget?.({ partition_type: "LIST" })).toBe(false)
    expect(actions[1]).toBe(intervalAction)
  })

  it("tells whose schema is wrong and goes on", async () => {
    const { actions, problems } = await compileMissingValidators([{ ...bare, targetSchema: { type: "objekt" } }, bare])
    expect(problems).toMatchObject([
      { id: "add_interval_hash_partitioning", message: expect.stringContaining("type") as string }
    ])
    expect(actions[0]?.validateTarget).toBeUndefined()
    expect(actions[1]?.validateTarget).toBeDefined()
  })
})

describe("the package", () => {
  it("loads no ajv as long as nobody compiles", () => {
    const index = new URL("../src/index.ts", import.meta.url).href
    const code = `
      import { registerHooks } from "node:module"
      const urls = []
      registerHooks({ load: (url, context, next) => { urls.push(url); return next(url, context) } })
      const { readConfig } = await import(${JSON.stringify(index)})
      readConfig('{"tables": []}', { file: "c.json", actions: [], strategyIds: [], snapshot: null })
      console.log(urls.length, urls.filter((url) => url.includes("/ajv/")).length)`
    const { stdout } = spawnSync(
      process.execPath,
      ["--conditions=@orapart/source", "--input-type=module", "-e", code],
      {
        encoding: "utf8",
        cwd: fileURLToPath(new URL("../", import.meta.url))
      }
    )
    const [all, fromAjv] = stdout.trim().split(" ").map(Number)
    expect(all).toBeGreaterThan(50)
    expect(fromAjv).toBe(0)
  })
})
