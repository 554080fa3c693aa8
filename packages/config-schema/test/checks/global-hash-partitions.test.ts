import { tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { globalHashPartitions } from "../../src/checks/global-hash-partitions.ts"
import { askCheck } from "../ask-check.ts"

const ask = (global_hash_partitions: number) =>
  askCheck(globalHashPartitions, {
    source: tableModel(),
    table: { migration_settings: { index_overrides: { ORDERS_PK: { global_hash_partitions }, OTHER_IX: "LOCAL" } } }
  })

describe("OP146 global-hash-partitions", () => {
  it("takes a power of two", () => {
    expect([2, 16, 1024].flatMap(ask)).toEqual([])
  })

  it("tells how uneven another number is", () => {
    const [finding] = ask(12)
    expect(finding).toMatchObject({
      code: "OP146",
      subject: "HR.ORDERS.ORDERS_PK",
      severity: "warning",
      path: "/tables/0/migration_settings/index_overrides/ORDERS_PK/global_hash_partitions"
    })
    expect(finding?.what).toContain("1.515 times the mean")
    expect(finding?.advice).toBe("Use 8 or 16.")
  })
})
