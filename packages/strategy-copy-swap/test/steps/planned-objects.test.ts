import { check, foreignKey, index, notNull, primaryKey, trigger, unique, uniqueIndex } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { plannedConstraints, plannedIndexes, plannedTriggers } from "../../src/steps/planned-objects.ts"
import { migrationOf } from "../strategy-input.ts"

const columns = ["ORDER_ID NUMBER", "ORDER_DATE DATE NOT NULL", "CODE VARCHAR2(9)"]

describe("plannedConstraints", () => {
  it("names each with the dictionary's letter, status and validation", () => {
    const constraints = [
      primaryKey("PK", "ORDER_ID"),
      unique("UK", "CODE", { isValidated: false }),
      check("CK", '"ORDER_ID" > 0', { isEnabled: false }),
      notNull("NN", "CODE"),
      foreignKey("FK", "ORDER_ID", { table: "P" }, { isEnabled: false, isValidated: false })
    ]
    expect(plannedConstraints(migrationOf({ columns, constraints }))).toEqual([
      { name: "PK", type: "P", status: "ENABLED", validated: "VALIDATED" },
      { name: "UK", type: "U", status: "ENABLED", validated: "NOT VALIDATED" },
      { name: "CK", type: "C", status: "DISABLED", validated: "VALIDATED" },
      { name: "NN", type: "C", status: "ENABLED", validated: "VALIDATED" },
      { name: "FK", type: "R", status: "DISABLED", validated: "NOT VALIDATED" }
    ])
  })

  it("leaves out NOT NULLs with generated names, whose names nobody knows beforehand", () => {
    expect(plannedConstraints(migrationOf({ columns }))).toEqual([])
  })

  it("names a generated key by its planned name", () => {
    const planned = plannedConstraints(migrationOf({ columns, constraints: [primaryKey("SYS_C0042", "ORDER_ID")] }))
    expect(planned).toMatchObject([{ name: "ORDERS_C0042", type: "P" }])
  })
})

describe("plannedIndexes", () => {
  it("names each with uniqueness, place, visibility and degree", () => {
    const indexes = [
      uniqueIndex("A_IX", "ORDER_ID", { degree: "         1" }),
      index("B_IX", "ORDER_DATE", { partitioning: "local", isVisible: false, degree: "DEFAULT" }),
      index("C_IX", "CODE", { partitioning: { type: "global-hash", columns: ["CODE"], partitions: 4 } })
    ]
    expect(plannedIndexes(migrationOf({ columns, indexes }))).toMatchObject([
      { name: "A_IX", uniqueness: "UNIQUE", locality: "GLOBAL", visibility: "VISIBLE", degree: "1" },
      { name: "B_IX", uniqueness: "NONUNIQUE", locality: "LOCAL", visibility: "INVISIBLE", degree: "DEFAULT" },
      { name: "C_IX", uniqueness: "NONUNIQUE", locality: "GLOBAL" }
    ])
  })
})

describe("plannedTriggers", () => {
  const triggers = [trigger("A_TRG"), trigger("B_TRG", { owner: "AUDIT", isEnabled: false })]

  it("names each with its owner and status", () => {
    expect(plannedTriggers(migrationOf({ columns, triggers }))).toEqual([
      { owner: "HR", name: "A_TRG", status: "ENABLED" },
      { owner: "AUDIT", name: "B_TRG", status: "DISABLED" }
    ])
  })

  it("counts the trigger of the reverse capture where there is one", () => {
    const constraints = [primaryKey("PK", "ORDER_ID")]
    expect(plannedTriggers(migrationOf({ columns, constraints }))).toEqual([
      { owner: "HR", name: "ORAPART_ORDERS_TRG", status: "ENABLED" }
    ])
  })
})
