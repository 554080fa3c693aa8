// The interim tables of all golden script sets of examples/ can be made, and the dictionary that shows them is sound.
import { describe, expect, it } from "vitest"
import { checkInvariants } from "../../src/dictionary/check-invariants.ts"
import { parseStatement } from "../../src/sql/index.ts"
import type { CreateTable, Identifier } from "../../src/sql/index.ts"
import { readGoldenStatements } from "../sql/golden-texts.ts"
import { openDatabase } from "./database.ts"
import type { TestDatabase } from "./database.ts"

interface GoldenTable {
  readonly text: string
  readonly statement: CreateTable
}

const goldenTables: ReadonlyArray<GoldenTable> = readGoldenStatements().flatMap((text) => {
  if (!/^\s*CREATE TABLE/iu.test(text)) return []
  const statement = parseStatement(text)
  return statement.kind === "create-table" && statement.asQuery === null ? [{ text, statement }] : []
})

/** Names of all tablespaces in a tree. */
const tablespacesIn = (node: unknown): ReadonlyArray<string> => {
  if (Array.isArray(node)) return node.flatMap(tablespacesIn)
  if (typeof node !== "object" || node === null) return []
  const { tablespace, storeIn } = node as { tablespace?: Identifier | null; storeIn?: ReadonlyArray<Identifier> }
  const own = [...(tablespace ? [tablespace] : []), ...(storeIn ?? [])].map(({ value }) => value)
  return [...own, ...Object.values(node).flatMap(tablespacesIn)]
}

const prepare = async (db: TestDatabase): Promise<void> => {
  const owners = new Set(goldenTables.flatMap(({ statement }) => statement.name.schema?.value ?? []))
  for (const owner of owners)
    if (db.catalog().findAccount(owner) === null)
      await db.run("SYSTEM", `CREATE USER "${owner}" IDENTIFIED BY x QUOTA UNLIMITED ON users`)
  for (const name of new Set(goldenTables.flatMap(({ statement }) => tablespacesIn(statement))))
    db.change((change) => {
      if (change.catalog.find("tablespace", "", name) !== null) return
      const id = change.takeObjectId()
      change.put({ kind: "tablespace", id, owner: "", name, parentId: null, contents: "PERMANENT" })
    })
}

describe("CREATE TABLE of the golden script sets", () => {
  it("runs for every table, and the dictionary breaks no rule", async () => {
    const db = await openDatabase()
    await prepare(db)
    const failures: Array<readonly [string, number]> = []
    for (const { text, statement } of goldenTables) {
      const code = await db.fail("SYSTEM", text)
      if (code !== 0) failures.push([statement.name.name.value, code])
    }
    expect(goldenTables.length).toBeGreaterThan(20)
    expect(failures).toEqual([])
    expect(db.view("SYSTEM", "DBA_TABLES").length).toBe(goldenTables.length)
    expect(checkInvariants((name) => db.view("SYSTEM", `DBA_${name}`))).toEqual([])
  })
})
