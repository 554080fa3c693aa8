import type { IndexModel, TableModel } from "@orapart/contract"
import { index, primaryKey, tableModel, unique, uniqueIndex } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { planIndexes, type IndexesInput } from "../../src/indexes/plan-indexes.ts"
import { monthly } from "../fake-plugins.ts"

const columns = ["ORDER_ID NUMBER(12) NOT NULL", "ORDER_DATE DATE NOT NULL", "STATUS VARCHAR2(20)"]

const plan = (source: TableModel, given: Omit<Partial<IndexesInput>, "source"> = {}) =>
  planIndexes({ source, target: monthly(source), ...given })

const planOne = (one: IndexModel, overrides: IndexesInput["overrides"] = {}) => {
  const planned = plan(tableModel({ columns, indexes: [one] }), { overrides })
  return { index: planned.indexes[0], decision: planned.decisions[0], findings: planned.findings }
}

describe("planIndexes", () => {
  it("makes a non-unique index with the partition key LOCAL and one without it GLOBAL, each with its reason", () => {
    const source = tableModel({
      columns,
      indexes: [index("BY_DATE", ["ORDER_DATE", "STATUS"]), index("BY_STATUS", "STATUS")]
    })
    const { decisions, indexes } = plan(source)
    expect(indexes.map((one) => one.partitioning)).toEqual([{ type: "local" }, { type: "none" }])
    expect(decisions).toMatchObject([
      { index: "BY_DATE", choice: "LOCAL", isOverride: false },
      { index: "BY_STATUS", choice: "GLOBAL", isOverride: false }
    ])
    expect(decisions.map((decision) => decision.reason)).toEqual([
      expect.stringContaining("ORDER_DATE"),
      expect.stringContaining("every partition")
    ])
  })

  it("keeps the index of a primary key unique and GLOBAL when the key lacks the partition key", () => {
    const source = tableModel({ columns, constraints: [primaryKey("ORDERS_PK", "ORDER_ID")] })
    const { decisions, indexes } = plan(source)
    expect(indexes[0]).toMatchObject({ name: "ORDERS_PK", isUnique: true, partitioning: { type: "none" } })
    expect(decisions[0]?.reason).toContain("ORA-14039")
  })

  it("makes the index of a key LOCAL when the key holds partition and subpartition key", () => {
    const source = tableModel({ columns, constraints: [primaryKey("ORDERS_PK", ["ORDER_DATE", "ORDER_ID"])] })
    expect(plan(source).indexes[0]?.partitioning).toEqual({ type: "local" })
  })

  it("judges a non-unique index behind a deferrable key as a unique one", () => {
    const source = tableModel({ columns, constraints: [unique("ORDERS_UK", "ORDER_DATE", { isDeferrable: true })] })
    const { decisions, indexes } = plan(source)
    expect(indexes[0]).toMatchObject({ isUnique: false, partitioning: { type: "none" } })
    expect(decisions[0]?.reason).toContain("ORA-14188")
  })

  it("judges an index behind a key by the key's columns when the index has more", () => {
    const source = tableModel({
      columns,
      constraints: [unique("ORDERS_UK", "ORDER_ID", { indexName: "WIDE_IX" })],
      indexes: [index("WIDE_IX", ["ORDER_ID", "ORDER_DATE"])]
    })
    expect(plan(source).decisions).toMatchObject([{ index: "WIDE_IX", choice: "GLOBAL" }])
  })

  it("makes a bitmap index LOCAL", () => {
    expect(planOne(index("BM", "STATUS", { type: "bitmap" })).decision).toMatchObject({ choice: "LOCAL" })
  })

  it("keeps everything else of an index: expressions, order, reverse, compression, visibility, partial, logging, degree", () => {
    const one = index("FX", [`UPPER("STATUS")`, "ORDER_DATE DESC"], {
      isReverse: true,
      compression: { type: "prefix", length: 1 },
      isVisible: false,
      isPartial: true,
      isLogging: false,
      degree: "4",
      pctFree: 5,
      iniTrans: 8,
      tablespace: "IX"
    })
    const { index: planned } = planOne(one)
    expect(planned).toEqual({ ...one, owner: "HR", partitioning: planned?.partitioning })
  })

  it("keeps a LOCAL index of a partitioned table LOCAL although its key lacks the partition key", () => {
    const one = index("BY_STATUS", "STATUS", { partitioning: "local" })
    expect(planOne(one).index).toMatchObject({ partitioning: { type: "local" }, tablespace: null })
  })

  it("gives a LOCAL index that becomes GLOBAL the new table's tablespace", () => {
    const one = uniqueIndex("U", ["STATUS", "ORDER_ID"], { partitioning: "local" })
    expect(planOne(one).index).toMatchObject({ partitioning: { type: "none" }, tablespace: "USERS" })
  })

  it("keeps a hash partitioned GLOBAL index hash partitioned", () => {
    const partitioning = { type: "global-hash", columns: ["STATUS"], partitions: 16 } as const
    const planned = planOne(index("BY_STATUS", "STATUS", { partitioning }))
    expect(planned.index?.partitioning).toEqual(partitioning)
    expect(planned.decision?.choice).toBe("GLOBAL HASH")
  })

  it("plans an unusable index usable and says so", () => {
    const planned = planOne(index("BY_STATUS", "STATUS", { isUsable: false }))
    expect(planned.index?.isUsable).toBe(true)
    expect(planned.findings).toMatchObject([{ code: "OP230", severity: "info", subject: "HR.BY_STATUS" }])
  })

  it("gives indexes with generated names their final names", () => {
    const source = tableModel({ columns, constraints: [primaryKey("SYS_C0001", "ORDER_ID")] })
    const { decisions, indexes } = plan(source, { finalNames: new Map([["SYS_C0001", "ORDERS_C1"]]) })
    expect(indexes[0]).toMatchObject({ name: "ORDERS_C1", isGeneratedName: false })
    expect(decisions[0]?.index).toBe("ORDERS_C1")
  })

  it("refuses an index that Oracle takes neither LOCAL nor GLOBAL", () => {
    const planned = planOne(index("TX", "STATUS", { type: "domain" }))
    expect(planned.findings).toMatchObject([{ code: "OP229", severity: "error", subject: "HR.TX" }])
    expect(planned.findings[0]?.what).toContain("ORA-14762")
  })

  it("leaves every index unpartitioned when the target is not partitioned", () => {
    const source = tableModel({ columns, indexes: [index("BY_DATE", "ORDER_DATE", { partitioning: "local" })] })
    const { decisions, indexes } = plan(source, { target: source })
    expect(indexes[0]?.partitioning).toEqual({ type: "none" })
    expect(decisions[0]).toMatchObject({ choice: "GLOBAL", isOverride: false })
  })
})

describe("index_overrides", () => {
  it("are obeyed where Oracle allows it", () => {
    expect(planOne(index("BY_STATUS", "STATUS"), { BY_STATUS: "LOCAL" })).toMatchObject({
      index: { partitioning: { type: "local" } },
      decision: { choice: "LOCAL", isOverride: true },
      findings: []
    })
    expect(planOne(index("BY_DATE", "ORDER_DATE"), { BY_DATE: "GLOBAL" })).toMatchObject({
      index: { partitioning: { type: "none" } },
      decision: { choice: "GLOBAL", isOverride: true }
    })
  })

  it("make a GLOBAL index hash partitioned by its first column", () => {
    const planned = planOne(uniqueIndex("U", ["ORDER_ID", "STATUS"]), { U: { global_hash_partitions: 8 } })
    expect(planned.index?.partitioning).toEqual({ type: "global-hash", columns: ["ORDER_ID"], partitions: 8 })
    expect(planned.decision).toMatchObject({ choice: "GLOBAL HASH", isOverride: true })
  })

  it.each([
    ["a unique index without the partition key as LOCAL", uniqueIndex("U", "ORDER_ID"), "LOCAL", "ORA-14039"],
    ["a unique index without the subpartition key as LOCAL", uniqueIndex("U", "ORDER_DATE"), "LOCAL", "ORA-14188"],
    ["a bitmap index as GLOBAL", index("U", "STATUS", { type: "bitmap" }), "GLOBAL", "ORA-25122"],
    [
      "a bitmap index as hash partitioned",
      index("U", "STATUS", { type: "bitmap" }),
      { global_hash_partitions: 4 },
      "ORA-25122"
    ],
    [
      "a number of hash partitions that is no power of two",
      index("U", "STATUS"),
      { global_hash_partitions: 6 },
      "power of two"
    ],
    [
      "a hash partitioned index whose first part is an expression",
      index("U", `UPPER("STATUS")`),
      { global_hash_partitions: 4 },
      "expression"
    ]
  ] as const)("refuse %s", (_, one, override, reason) => {
    const planned = planOne(one, { U: override })
    expect(planned.findings).toMatchObject([{ code: "OP228", severity: "error", subject: "HR.U" }])
    expect(planned.findings[0]?.what).toContain(reason)
    expect(planned.decision?.isOverride).toBe(false)
  })

  it("that name no index of the table are refused with the names there are", () => {
    const source = tableModel({ columns, indexes: [index("BY_DATE", "ORDER_DATE")] })
    const { findings } = plan(source, { overrides: { BY_DAT: "LOCAL", X: "GLOBAL" } })
    expect(findings).toMatchObject([{ code: "OP227", evidence: { unknown: ["BY_DAT", "X"] } }])
    expect(findings[0]?.advice).toContain("BY_DATE")
  })

  it("may call a generated index by the name it has or by the one it gets", () => {
    const source = tableModel({ columns, constraints: [primaryKey("SYS_C0001", "ORDER_ID")] })
    const finalNames = new Map([["SYS_C0001", "ORDERS_C1"]])
    for (const called of ["SYS_C0001", "ORDERS_C1"]) {
      const { decisions, findings } = plan(source, {
        finalNames,
        overrides: { [called]: { global_hash_partitions: 4 } }
      })
      expect(decisions[0]).toMatchObject({ choice: "GLOBAL HASH", isOverride: true })
      expect(findings).toEqual([])
    }
  })
})
