import { index, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { indexOverrideUnknown } from "../../src/checks/index-override-unknown.ts"
import { askCheck } from "../ask-check.ts"

const source = tableModel({ indexes: [index("ORDERS_DATE_IX", "ORDER_DATE"), index("a/b~c", "ORDER_ID")] })
const ask = (...names: ReadonlyArray<string>) =>
  askCheck(indexOverrideUnknown, {
    source,
    table: { migration_settings: { index_overrides: Object.fromEntries(names.map((name) => [name, "LOCAL"])) } }
  })

describe("OP145 index-override-unknown", () => {
  it("says nothing of indexes that are there", () => {
    expect(ask("ORDERS_DATE_IX", "a/b~c")).toEqual([])
  })

  it("names the index meant", () => {
    const [finding] = ask("ORDER_DATE_IX")
    expect(finding).toMatchObject({
      code: "OP145",
      severity: "error",
      subject: "HR.ORDERS.ORDER_DATE_IX",
      path: "/tables/0/migration_settings/index_overrides/ORDER_DATE_IX"
    })
    expect(finding?.advice).toBe("Did you mean ORDERS_DATE_IX? Its indexes are ORDERS_DATE_IX and a/b~c.")
  })

  it("escapes names in the path", () => {
    expect(ask("x/y~z")[0]?.path).toBe("/tables/0/migration_settings/index_overrides/x~1y~0z")
  })

  it("reports every unknown name", () => {
    expect(ask("A", "B", "ORDERS_DATE_IX")).toHaveLength(2)
  })

  it("says so when the table has no index", () => {
    const [finding] = askCheck(indexOverrideUnknown, {
      source: tableModel(),
      table: { migration_settings: { index_overrides: { A: "LOCAL" } } }
    })
    expect(finding?.advice).toBe("HR.ORDERS has no index.")
  })
})
