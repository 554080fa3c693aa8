import { grant, tableModel, trigger } from "@orapart/testkit/builders"
import type { MigrationSettings, TableModel } from "@orapart/contract"
import { describe, expect, it } from "vitest"
import { keyIsUpdated } from "../../src/checks/key-is-updated.ts"
import { askCheck } from "../ask-check.ts"

const columns = [
  "ORDER_ID NUMBER NOT NULL",
  "ORDER_DATE DATE NOT NULL",
  "LAST_UPDATE_DATE DATE NOT NULL",
  "UPDATED_BY_DATE DATE"
]
const ask = (
  given: Partial<Pick<TableModel, "triggers" | "grants">>,
  partition_column = "ORDER_DATE",
  migration_settings: MigrationSettings = {}
) =>
  askCheck(keyIsUpdated, {
    source: tableModel({ columns, ...given }),
    table: { target_configuration: { partition_column }, migration_settings }
  })

const setter = (body: string, event = "INSERT OR UPDATE", isEnabled = true) => ({
  triggers: [trigger("ORDERS_BIU", { body, event, isEnabled })]
})

describe("OP157 key-is-updated", () => {
  it("says nothing without a sign", () => {
    expect(ask({})).toEqual([])
    expect(ask({ grants: [grant("APP", "UPDATE"), grant("APP", "INSERT", { column: "ORDER_DATE" })] })).toEqual([])
  })

  it("sees a trigger that sets the key at updates", () => {
    const [finding] = ask(setter("BEGIN\n  :NEW.ORDER_DATE := SYSDATE;\nEND;"))
    expect(finding).toMatchObject({
      code: "OP157",
      severity: "warning",
      subject: "HR.ORDERS.ORDER_DATE",
      path: "/tables/0/target_configuration/partition_column"
    })
    expect(finding?.what).toContain("trigger ORDERS_BIU sets it at updates")
  })

  it("reads a trigger's own spelling", () => {
    expect(ask(setter('begin :new."ORDER_DATE":=sysdate; end;'))).toHaveLength(1)
  })

  it("passes over triggers that fire at inserts, are disabled, or only read the key", () => {
    expect(ask(setter("BEGIN :NEW.ORDER_DATE := SYSDATE; END;", "INSERT"))).toEqual([])
    expect(ask(setter("BEGIN :NEW.ORDER_DATE := SYSDATE; END;", "UPDATE", false))).toEqual([])
    expect(ask(setter("BEGIN IF :NEW.ORDER_DATE = :OLD.ORDER_DATE THEN NULL; END IF; END;"))).toEqual([])
  })

  it("sees UPDATE granted on this column", () => {
    expect(ask({ grants: [grant("APP", "UPDATE", { column: "ORDER_DATE" })] })[0]?.what).toContain(
      "APP has UPDATE on this very column"
    )
  })

  it("sees the last-change column of the delta, and a name that says so", () => {
    expect(ask({}, "ORDER_DATE", { delta_sync: "timestamp", delta_column: "ORDER_DATE" })[0]?.what).toContain(
      "delta_column"
    )
    expect(ask({}, "LAST_UPDATE_DATE")[0]?.what).toContain("its name says so")
  })

  it("takes no delta for a sign that another column drives, or none", () => {
    expect(ask({}, "ORDER_DATE", { delta_sync: "none", delta_column: "ORDER_DATE" })).toEqual([])
    expect(ask({}, "ORDER_DATE", { delta_sync: "timestamp", delta_column: "UPDATED_BY_DATE" })).toEqual([])
  })
})
