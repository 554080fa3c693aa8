import type { PartitioningModel } from "@orapart/contract"
import { describe, expect, it } from "vitest"
import { decideIndexLocality } from "../src/index-locality.ts"
import { index, partitioning } from "./builders.ts"

const simple = partitioning(["ORDER_DATE"])
const composite: PartitioningModel = partitioning(["ORDER_DATE"], {
  subpartitioning: { type: "hash", columns: ["ORDER_ID"], count: 8, storeIn: [] }
})

describe("decideIndexLocality", () => {
  it("keeps a unique index GLOBAL when the partition key is missing from its key", () => {
    const decision = decideIndexLocality(index("ORDERS_PK", ["ORDER_ID"], { isUnique: true }), simple)
    expect(decision).toMatchObject({ choice: "GLOBAL", localAllowed: false, globalAllowed: true, globalError: null })
    expect(decision.localError).toBe(
      "ORA-14039: unique index ORDERS_PK (ORDER_ID) does not contain the partition key ORDER_DATE"
    )
  })

  it("asks the subpartition key too, with its own error number", () => {
    const decision = decideIndexLocality(index("U", ["CODE", "ORDER_DATE"], { isUnique: true }), composite)
    expect(decision.choice).toBe("GLOBAL")
    expect(decision.localError).toMatch(/^ORA-14188: .*subpartition key ORDER_ID/)
  })

  it("makes a unique index LOCAL when both keys are in it, in any order", () => {
    const decision = decideIndexLocality(index("U", ["ORDER_ID", "ORDER_DATE"], { isUnique: true }), composite)
    expect(decision).toMatchObject({ choice: "LOCAL", localAllowed: true, localError: null, globalAllowed: true })
  })

  it("does not take a descending column or an expression for the key column", () => {
    const descending = index("U", [], {
      isUnique: true,
      keys: [{ column: "ORDER_DATE", expression: null, isDescending: true }]
    })
    expect(decideIndexLocality(descending, simple).localError).toMatch(/^ORA-14039/)
    const expression = index("U", [], {
      isUnique: true,
      keys: [{ column: null, expression: 'TRUNC("ORDER_DATE")', isDescending: false }]
    })
    expect(decideIndexLocality(expression, simple).localError).toContain('(TRUNC("ORDER_DATE"))')
  })

  it.each(["bitmap", "bitmap-join"] as const)("makes a %s index LOCAL and nothing else (ORA-25122)", (type) => {
    const decision = decideIndexLocality(index("B", ["STATUS"], { type }), composite)
    expect(decision).toMatchObject({ choice: "LOCAL", localAllowed: true, globalAllowed: false })
    expect(decision.globalError).toMatch(/^ORA-25122/)
  })

  it("makes a non-unique index LOCAL when the partition key is in it, GLOBAL when not", () => {
    expect(decideIndexLocality(index("I1", ["STATUS", "ORDER_DATE"]), composite).choice).toBe("LOCAL")
    const other = decideIndexLocality(index("I2", ["STATUS"]), composite)
    expect(other).toMatchObject({ choice: "GLOBAL", localAllowed: true, globalAllowed: true })
    expect(other.reason).toContain("does not contain the partition key ORDER_DATE")
  })

  it("leaves a LOCAL non-unique index of a partitioned source LOCAL", () => {
    const decision = decideIndexLocality(index("I", ["ACCOUNT_ID"], { partitioning: { type: "local" } }), composite)
    expect(decision).toMatchObject({ choice: "LOCAL", reason: "it is LOCAL on the table as it is" })
  })

  it("does not leave a LOCAL unique index LOCAL when the new key is missing from it", () => {
    const local = index("U", ["CODE", "ORDER_DATE"], { isUnique: true, partitioning: { type: "local" } })
    expect(decideIndexLocality(local, composite).choice).toBe("GLOBAL")
  })

  it("has no way for a domain index", () => {
    const decision = decideIndexLocality(index("TEXT_IX", ["NOTES"], { type: "domain" }), composite)
    expect(decision).toMatchObject({ localAllowed: false, globalAllowed: false })
    expect(decision.localError).toMatch(/^ORA-14762/)
  })

  it("has an error text exactly where a way is closed", () => {
    for (const type of ["normal", "bitmap", "domain", "bitmap-join", "other"] as const) {
      for (const isUnique of [true, false]) {
        const decision = decideIndexLocality(index("I", ["ORDER_ID"], { type, isUnique }), composite)
        expect(decision.localAllowed).toBe(decision.localError === null)
        expect(decision.globalAllowed).toBe(decision.globalError === null)
        expect(decision.reason).not.toBe("")
      }
    }
  })
})
