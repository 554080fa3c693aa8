import { beforeAll, describe, expect, it } from "vitest"
import { checkInvariants } from "../../src/dictionary/check-invariants.ts"
import type { TestDatabase } from "../ddl/database.ts"
import { openSampleSchema } from "./sample-schema.ts"

let db: TestDatabase
beforeAll(async () => {
  db = await openSampleSchema()
})

type Row = Readonly<Record<string, string | null>>

describe("the self-test of the book", () => {
  const read = (name: string): ReadonlyArray<Row> => db.view("SYSTEM", `DBA_${name}`)

  it("finds nothing wrong, also with a dropped table", async () => {
    await db.run(
      "SH",
      "CREATE TABLE gone (id NUMBER GENERATED ALWAYS AS IDENTITY, d DATE) PARTITION BY HASH (id) PARTITIONS 4",
      "CREATE INDEX gone_ix ON gone (d) LOCAL",
      "DROP TABLE gone"
    )
    expect(checkInvariants(read)).toEqual([])
  })

  it.each([
    ["1", "TABLES", (one: Row): Row => ({ ...one, PARTITIONED: "NO" })],
    ["2", "TAB_PARTITIONS", (one: Row): Row => ({ ...one, PARTITION_POSITION: "7" })],
    ["3", "TAB_PARTITIONS", (one: Row): Row => ({ ...one, SUBPARTITION_COUNT: "9" })],
    ["4", "TAB_PARTITIONS", (one: Row): Row => ({ ...one, COMPOSITE: "?" })],
    ["5", "PART_TABLES", (one: Row): Row => ({ ...one, PARTITIONING_KEY_COUNT: "3" })],
    ["6", "TAB_PARTITIONS", (one: Row): Row => ({ ...one, INTERVAL: "YES" })],
    ["7", "INDEXES", (one: Row): Row => ({ ...one, PARTITIONED: "NO" })],
    ["8", "TABLES", (one: Row): Row => ({ ...one, HAS_IDENTITY: "YES" })],
    ["9", "CONSTRAINTS", (one: Row): Row => ({ ...one, R_CONSTRAINT_NAME: "X" })],
    ["10", "TAB_COLS", (one: Row): Row => ({ ...one, DATA_SCALE: "1" })],
    ["11", "TAB_PARTITIONS", (one: Row): Row => ({ ...one, HIGH_VALUE: null })],
    ["12", "TAB_COLS", (one: Row): Row => ({ ...one, COLUMN_NAME: "X" })]
  ])("finds a snapshot that breaks rule %s", (rule, view, spoil) => {
    const found = checkInvariants((name) => (name === view ? read(name).map(spoil) : read(name)))
    expect(found.some((problem) => problem.startsWith(`${rule}:`))).toBe(true)
  })
})
