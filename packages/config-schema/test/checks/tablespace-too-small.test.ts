import { databaseInfo, index, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { tablespaceTooSmall } from "../../src/checks/tablespace-too-small.ts"
import { askCheck } from "../ask-check.ts"

const GB = 1024 ** 3
const source = tableModel({
  segments: { tableBytes: 50 * GB },
  indexes: [
    index("A_IX", "ORDER_DATE", { bytes: 12 * GB }),
    index("B_IX", "ORDER_ID", { bytes: 9 * GB, tablespace: "INDX" })
  ]
})
const database = (users: number | null, fast: number | null = null) =>
  databaseInfo({
    tablespaces: [
      { name: "USERS", freeBytes: users, bigfile: false },
      { name: "FAST", freeBytes: fast, bigfile: true }
    ]
  })

describe("OP150 tablespace-too-small", () => {
  it("adds indexes that lie in the same tablespace, not those elsewhere", () => {
    expect(askCheck(tablespaceTooSmall, { source, database: database(62 * GB) })).toEqual([])
    const [finding] = askCheck(tablespaceTooSmall, { source, database: database(61 * GB) })
    expect(finding).toMatchObject({
      code: "OP150",
      severity: "error",
      path: "/tables/0/target_configuration/tablespace"
    })
    expect(finding?.what).toContain("needs about 62 GB in USERS; 61 GB can be used")
    expect(finding?.advice).toBe('Add 1 GB, or set "tablespace" to another one.')
  })

  it("looks at the tablespaces of the wishes", () => {
    const table = { target_configuration: { tablespace: "FAST" } }
    expect(askCheck(tablespaceTooSmall, { source, database: database(1, 50 * GB), table })).toEqual([])
    expect(askCheck(tablespaceTooSmall, { source, database: database(900 * GB, 49 * GB), table })).toHaveLength(1)
    const both = { target_configuration: { tablespace: "FAST", store_in: ["USERS"] } }
    expect(askCheck(tablespaceTooSmall, { source, database: database(13 * GB, 49 * GB), table: both })).toEqual([])
  })

  it("estimates from statistics where segments were not read", () => {
    const estimated = tableModel({ statistics: { rowCount: 1_000_000, averageRowBytes: 2000 } })
    expect(askCheck(tablespaceTooSmall, { source: estimated, database: database(1_999_999_999) })).toHaveLength(1)
  })

  it("is silent where size or free space is unknown", () => {
    expect(askCheck(tablespaceTooSmall, { source, database: database(null) })).toEqual([])
    expect(askCheck(tablespaceTooSmall, { source: tableModel(), database: database(0) })).toEqual([])
  })
})
