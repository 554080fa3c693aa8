// Every PL/SQL block of the golden script sets: it parses, and all its names are known, with no database at hand.
import { globSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { readScript } from "@orapart/sqlplus"
import { describe, expect, it } from "vitest"
import { findPackage } from "../../src/packages/index.ts"
import { checkBlock } from "../../src/plsql/run-block.ts"
import { parseStatement } from "../../src/sql/parse-statement.ts"
import { prepareStatement } from "../../src/sql/prepare-statement.ts"
import { makeSession } from "./memory-runtime.ts"

const root = fileURLToPath(new URL("../../../../", import.meta.url))

interface GoldenBlock {
  readonly place: string
  readonly text: string
}

const files = globSync("examples/*/expected/**/*.sql", { cwd: root }).toSorted()

const blocks: ReadonlyArray<GoldenBlock> = files.flatMap((file) =>
  readScript(readFileSync(`${root}${file}`, "utf8")).statements.flatMap((item) =>
    item.kind === "plsql" && (item.verb === "BEGIN" || item.verb === "DECLARE")
      ? [{ place: `${file}:${String(item.line)}`, text: item.text }]
      : []
  )
)

/** A session that knows no table: what SQL statements name is not asked. */
const makeBlindRuntime = () => ({ ...makeSession().runtime, describe: async () => null })

const check = async (text: string): Promise<string> => {
  try {
    const block = parseStatement(text)
    if (block.kind !== "block") return "not a block"
    const binds = prepareStatement(text).binds.map((name) => ({
      name,
      declaration: { type: "VARCHAR2" as const, maxBytes: 4000, arraySize: null },
      value: null
    }))
    await checkBlock({ text, block }, binds, makeBlindRuntime())
    return "known"
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown)
  }
}

describe("the golden scripts", () => {
  it("have more than 2,000 blocks", () => {
    expect(blocks.length).toBeGreaterThan(2000)
  })

  it("name nothing that the interpreter does not know", async () => {
    const unknown: string[] = []
    for (const { place, text } of blocks) {
      const found = await check(text)
      if (found !== "known") unknown.push(`${place}: ${found}`)
    }
    expect(unknown).toEqual([])
  })

  it("call no package that is missing", () => {
    const called = new Set(
      blocks.flatMap(({ text }) => [...text.matchAll(/\b((?:DBMS|UTL)_\w+)\.\w+/gu)].map(([, name]) => name ?? ""))
    )
    expect([...called].filter((name) => findPackage(name) === null)).toEqual([])
  })

  it("would be told of an unknown name", async () => {
    expect(await check("BEGIN no_such_thing; END;")).toContain("PLS-00201: identifier 'NO_SUCH_THING' must be declared")
  })
})
