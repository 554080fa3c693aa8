import { index, tableModel } from "@orapart/testkit/builders"
import type { MigrationSettings } from "@orapart/contract"
import { describe, expect, it } from "vitest"
import { bitmapIndexGlobal } from "../../src/checks/bitmap-index-global.ts"
import { askCheck } from "../ask-check.ts"

const source = tableModel({
  indexes: [index("STATUS_BX", "ORDER_ID", { type: "bitmap" }), index("PLAIN_IX", "ORDER_ID")]
})
const ask = (index_overrides: NonNullable<MigrationSettings["index_overrides"]>) =>
  askCheck(bitmapIndexGlobal, { source, table: { migration_settings: { index_overrides } } })

describe("OP144 bitmap-index-global", () => {
  it.each([["GLOBAL"], [{ global_hash_partitions: 8 }]] as const)(
    "refuses %j for a bitmap index with ORA-25122",
    (wish) => {
      const [finding] = ask({ STATUS_BX: wish })
      expect(finding).toMatchObject({
        code: "OP144",
        severity: "error",
        subject: "HR.ORDERS.STATUS_BX",
        path: "/tables/0/migration_settings/index_overrides/STATUS_BX"
      })
      expect(finding?.what).toContain("ORA-25122")
    }
  )

  it("takes LOCAL for a bitmap index and GLOBAL for a B-tree", () => {
    expect(ask({ STATUS_BX: "LOCAL", PLAIN_IX: "GLOBAL" })).toEqual([])
  })
})
