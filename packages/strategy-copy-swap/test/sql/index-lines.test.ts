import { index, uniqueIndex } from "@orapart/testkit/builders"
import type { IndexModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { indexLines } from "../../src/sql/index-lines.ts"

const plainBuild = { parallelDegree: 1, nologging: false }

const linesOf = (one: IndexModel, build = plainBuild) => indexLines(one, "ORDERS_IX_INT", "HR", "ORDERS_INT", build)

describe("indexLines", () => {
  it("writes a plain index under the interim name on the interim table", () => {
    expect(linesOf(index("ORDERS_IX", "ORDER_ID"))).toEqual([
      "CREATE INDEX HR.ORDERS_IX_INT",
      "  ON HR.ORDERS_INT (ORDER_ID)",
      "  PCTFREE 10",
      "  INITRANS 2",
      "  TABLESPACE USERS",
      "  LOGGING"
    ])
  })

  it("writes UNIQUE and BITMAP", () => {
    expect(linesOf(uniqueIndex("U", "ORDER_ID"))[0]).toBe("CREATE UNIQUE INDEX HR.ORDERS_IX_INT")
    expect(linesOf(index("B", "ORDER_ID", { type: "bitmap" }))[0]).toBe("CREATE BITMAP INDEX HR.ORDERS_IX_INT")
  })

  it("writes key parts in order: quoted names, expressions as stored, DESC behind both", () => {
    const keys = ["ORDER_ID", '"Mixed Name"', "ORDER_DATE DESC", 'UPPER("STATUS")', 'TRUNC("ORDER_DATE") DESC']
    expect(linesOf(index("I", keys))[1]).toBe(
      '  ON HR.ORDERS_INT (ORDER_ID, "Mixed Name", ORDER_DATE DESC, UPPER("STATUS"), TRUNC("ORDER_DATE") DESC)'
    )
  })

  it("writes LOCAL without a list of partitions and without a tablespace of its own", () => {
    const lines = linesOf(index("I", "ORDER_DATE", { partitioning: "local" }))
    expect(lines[2]).toBe("  LOCAL")
    expect(lines.join("\n")).not.toContain("TABLESPACE")
  })

  it("writes GLOBAL PARTITION BY HASH with its columns and count", () => {
    const partitioning = { type: "global-hash", columns: ["ORDER_ID", "Kind"], partitions: 16 } as const
    expect(linesOf(index("I", "ORDER_ID", { partitioning })).slice(2, 4)).toEqual([
      '  GLOBAL PARTITION BY HASH (ORDER_ID, "Kind")',
      "  PARTITIONS 16"
    ])
  })

  it("leaves out what is not known and keeps PCTFREE 0", () => {
    const lines = linesOf(index("I", "ORDER_ID", { pctFree: 0, iniTrans: null, tablespace: null }))
    expect(lines.slice(2)).toEqual(["  PCTFREE 0", "  LOGGING"])
  })

  it.each([
    [{ type: "prefix", length: 2 } as const, "  COMPRESS 2"],
    [{ type: "advanced-low" } as const, "  COMPRESS ADVANCED LOW"],
    [{ type: "advanced-high" } as const, "  COMPRESS ADVANCED HIGH"]
  ])("writes compression %o as %s", (compression, expected) => {
    expect(linesOf(index("I", "ORDER_ID", { compression })).at(-1)).toBe(expected)
  })

  it("writes every attribute at once in the order of the grammar", () => {
    const all = index("I", ["ORDER_ID", "ORDER_DATE"], {
      owner: "Ix Owner",
      partitioning: "local",
      tablespace: "Index Data",
      compression: { type: "prefix", length: 1 },
      isReverse: true,
      isVisible: false
    })
    expect(linesOf(all, { parallelDegree: 8, nologging: true })).toEqual([
      'CREATE INDEX "Ix Owner".ORDERS_IX_INT',
      "  ON HR.ORDERS_INT (ORDER_ID, ORDER_DATE)",
      "  LOCAL",
      "  PCTFREE 10",
      "  INITRANS 2",
      '  TABLESPACE "Index Data"',
      "  NOLOGGING",
      "  COMPRESS 1",
      "  REVERSE",
      "  INVISIBLE",
      "  PARALLEL 8"
    ])
  })

  it("is NOLOGGING when the build is, and when the index is", () => {
    expect(linesOf(index("I", "ORDER_ID"), { parallelDegree: 1, nologging: true })).toContain("  NOLOGGING")
    expect(linesOf(index("I", "ORDER_ID", { isLogging: false }))).toContain("  NOLOGGING")
    expect(linesOf(index("I", "ORDER_ID"))).not.toContain("  NOLOGGING")
  })

  it("builds with the degree of the build, not with the index's own", () => {
    expect(linesOf(index("I", "ORDER_ID", { degree: "32" })).join("\n")).not.toContain("PARALLEL")
  })
})
