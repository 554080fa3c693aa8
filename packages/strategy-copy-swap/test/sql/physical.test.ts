import { storage } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { parallelClause, physicalLines, tableTailLines } from "../../src/sql/physical.ts"

describe("physicalLines", () => {
  it("of a plain table are its block attributes, tablespace and logging", () => {
    expect(physicalLines(storage(), false, null)).toEqual([
      "SEGMENT CREATION DEFERRED",
      "PCTFREE 10",
      "INITRANS 1",
      "TABLESPACE USERS",
      "LOGGING"
    ])
  })

  it("asks for a small first extent and a next one of 1 MB", () => {
    const lines = physicalLines(storage(), false, 65_536)
    expect(lines[3]).toBe("STORAGE (INITIAL 64K NEXT 1M)")
    expect(lines[4]).toBe("TABLESPACE USERS")
  })

  it("says no STORAGE when the tablespace decides", () => {
    expect(physicalLines(storage(), false, null).join("\n")).not.toContain("STORAGE")
  })

  it("leaves out what is not known", () => {
    expect(physicalLines(storage({ tablespace: null, pctFree: null, iniTrans: null }), false, null)).toEqual([
      "SEGMENT CREATION DEFERRED",
      "LOGGING"
    ])
  })

  it("keeps PCTFREE 0", () => {
    expect(physicalLines(storage({ pctFree: 0 }), false, null)).toContain("PCTFREE 0")
  })

  it("puts the default collation first and quotes a tablespace of mixed case", () => {
    const lines = physicalLines(storage({ defaultCollation: "BINARY_CI", tablespace: "Big Data" }), false, null)
    expect(lines[0]).toBe("DEFAULT COLLATION BINARY_CI")
    expect(lines).toContain('TABLESPACE "Big Data"')
  })

  it("is NOLOGGING when the load is, and when the table is", () => {
    expect(physicalLines(storage(), true, null)).toContain("NOLOGGING")
    expect(physicalLines(storage({ isLogging: false }), false, null)).toContain("NOLOGGING")
    expect(physicalLines(storage(), true, null)).not.toContain("LOGGING")
  })

  it.each([
    ["BASIC", "ROW STORE COMPRESS BASIC"],
    ["ADVANCED", "ROW STORE COMPRESS ADVANCED"],
    ["OLTP", "ROW STORE COMPRESS ADVANCED"],
    ["QUERY LOW", "COLUMN STORE COMPRESS FOR QUERY LOW"],
    ["ARCHIVE HIGH", "COLUMN STORE COMPRESS FOR ARCHIVE HIGH"],
    ["QUERY HIGH ROW LEVEL LOCKING", "COLUMN STORE COMPRESS FOR QUERY HIGH ROW LEVEL LOCKING"]
  ])("writes compression %s as %s, last", (compressFor, expected) => {
    expect(physicalLines(storage({ compressFor }), false, null).at(-1)).toBe(expected)
  })
})

describe("tableTailLines", () => {
  it("of a plain table are none", () => {
    expect(tableTailLines(storage())).toEqual([])
  })

  it("carry every property in the order of CREATE TABLE", () => {
    const all = storage({
      isCache: true,
      isResultCacheForced: true,
      degree: " 8 ",
      hasRowDependencies: true,
      isRowMovementEnabled: true,
      isRowArchival: true
    })
    expect(tableTailLines(all)).toEqual([
      "CACHE",
      "RESULT_CACHE (MODE FORCE)",
      "PARALLEL 8",
      "ROWDEPENDENCIES",
      "ENABLE ROW MOVEMENT",
      "ROW ARCHIVAL"
    ])
  })
})

describe("parallelClause", () => {
  it.each([
    ["         1", "NOPARALLEL"],
    ["0", "NOPARALLEL"],
    ["", "NOPARALLEL"],
    ["   DEFAULT", "PARALLEL"],
    ["        16", "PARALLEL 16"]
  ])("of the dictionary's %j is %s", (degree, expected) => {
    expect(parallelClause(degree)).toBe(expected)
  })
})
