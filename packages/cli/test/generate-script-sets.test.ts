import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { generateScriptSets } from "../src/index.ts"

const read = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../examples/hr/${name}`, import.meta.url)), "utf8")

const input = {
  configText: read("migration_config.json"),
  snapshotText: read("schema_snapshot.json"),
  madeBy: "orapart 0.0.0"
}

const generate = (more: Partial<typeof input> = {}) => Effect.runPromise(generateScriptSets({ ...input, ...more }))

describe("script sets without a process", () => {
  it("are made for every enabled table, referenced tables first, each with its plan", async () => {
    const { result } = await generate()
    const tables = (result ?? []).map(({ table }) => table)
    expect(tables.toSorted()).toEqual(["AUDIT_LOG", "CUSTOMER_DATA", "EMPLOYEES", "EVENTS", "ORDERS", "TRANSACTIONS"])
    expect(tables.indexOf("EMPLOYEES")).toBeLessThan(tables.indexOf("ORDERS"))
    for (const { owner, table, files } of result ?? []) {
      const plan = JSON.parse(files.find(({ path }) => path === "plan.json")?.text ?? "{}")
      expect(plan).toMatchObject({ owner, table, madeBy: "orapart 0.0.0", contract: 1 })
    }
  })

  it("are the same bytes twice, and differ by who made them and nothing else", async () => {
    const [first, second, other] = [await generate(), await generate(), await generate({ madeBy: "orapart 9.9.9" })]
    expect(second).toEqual(first)
    const textOf = (sets: typeof first) => JSON.stringify(sets.result)
    expect(textOf(other)).not.toBe(textOf(first))
    expect(textOf(other).replaceAll("orapart 9.9.9", "orapart 0.0.0")).toBe(textOf(first))
  })

  it("are none at all when one table has an error", async () => {
    const { result, findings } = await generate({
      configText: input.configText.replace('"partition_column": "ORDER_DATE"', '"partition_column": "X"')
    })
    expect(result).toBeNull()
    expect(findings.filter(({ severity }) => severity === "error").map(({ subject }) => subject)).toEqual([
      expect.stringContaining("HR.ORDERS")
    ])
  })

  it("are none at all when the snapshot is no snapshot", async () => {
    const { result, findings } = await generate({ snapshotText: "{" })
    expect([result, findings.some(({ location }) => location?.file === "schema_snapshot.json")]).toEqual([null, true])
  })
})
