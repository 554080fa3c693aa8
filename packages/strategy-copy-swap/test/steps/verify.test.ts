import { dependent, index, primaryKey, vpdPolicy } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { planVerify } from "../../src/steps/verify.ts"
import { textOf, valueOf } from "../read-data.ts"
import { migrationOf, monthly } from "../strategy-input.ts"
import type { GivenPlan, TableInput } from "../strategy-input.ts"

const step = (table: TableInput = {}, given: GivenPlan = {}) => planVerify(migrationOf(table, given))

describe("planVerify", () => {
  it("is step 65, takes no locks and says why nothing takes it back", () => {
    expect(step()).toMatchObject({
      id: "verify",
      number: 65,
      file: "65_verify.sql",
      phase: "verify",
      restart: "run-again",
      master: 2,
      locks: [],
      apply: { template: "core:65_verify.sql" },
      revert: { kind: "none", reason: expect.stringContaining("it reads") }
    })
  })

  it("expects the layout of the plan", () => {
    expect(step().apply.data).toMatchObject({
      intervalText: "NUMTOYMINTERVAL(1,'MONTH')",
      subpartitionType: "HASH",
      subpartitionCount: 4,
      keyColumns: ["ORDER_DATE"]
    })
  })

  it("compares intervals without blanks, because the dictionary writes its own", () => {
    const target = { partitioning: monthly({ intervalText: "numtoyminterval( 1 , 'month' )" }) }
    const compact = textOf(step({}, { target }).apply.data, "intervalCompact")
    expect(compact).toBe("NUMTOYMINTERVAL(1,'MONTH')")
    expect(valueOf(step().apply.data, "intervalCompact")).toBe(compact)
  })

  it("expects no subpartitions of a single-level target", () => {
    const target = { partitioning: monthly({ subpartitioning: null }) }
    expect(step({}, { target }).apply.data).toMatchObject({ subpartitionType: "NONE", subpartitionCount: 0 })
  })

  it("expects defaults of columns that have one; DEFAULT NULL is none, an identity is not asked", () => {
    const columns = [
      "ORDER_ID NUMBER GENERATED ALWAYS AS IDENTITY",
      "ORDER_DATE DATE DEFAULT SYSDATE NOT NULL",
      "NOTE VARCHAR2(9) DEFAULT NULL ",
      "PLAIN NUMBER"
    ]
    expect(valueOf(step({ columns }).apply.data, "defaultColumns")).toEqual(["ORDER_DATE"])
  })

  it("expects logging of those indexes that log", () => {
    const indexes = [index("A_IX", "ORDER_ID"), index("B_IX", "ORDER_DATE", { isLogging: false })]
    expect(valueOf(step({ indexes }).apply.data, "loggingIndexes")).toEqual(["A_IX"])
  })

  it("expects dependents valid that were valid before", () => {
    const dependents = [dependent("FINE_V"), dependent("BROKEN_V", { isValid: false })]
    expect(valueOf(step({ dependents }).apply.data, "validDependents")).toEqual([
      { owner: "HR", name: "FINE_V", type: "VIEW" }
    ])
  })

  it("expects the planned objects under their final names", () => {
    const data = step({
      constraints: [primaryKey("ORDERS_PK", "ORDER_ID")],
      policies: [vpdPolicy("P", { function: "F" })]
    }).apply.data
    expect(valueOf(data, "plannedConstraints")).toMatchObject([{ name: "ORDERS_PK", type: "P" }])
    expect(valueOf(data, "plannedIndexes")).toMatchObject([{ name: "ORDERS_PK", uniqueness: "UNIQUE" }])
    expect(valueOf(data, "plannedTriggers")).toMatchObject([{ name: "ORAPART_ORDERS_TRG" }])
    expect(valueOf(data, "policyCount")).toBe(1)
  })

  it("expects the degree without the dictionary's blanks and the days of the config", () => {
    const data = step({ storage: { degree: "         8" } }, { settings: { dropOldAfterDays: 3 } }).apply.data
    expect(data).toMatchObject({ degree: "8", retentionDays: 3, opens: true })
  })
})
