import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { hashCount } from "../../src/checks/hash-count.ts"
import { askCheck } from "../ask-check.ts"

const ask = (subpartition_count: number, subpartition_type = "HASH") =>
  askCheck(hashCount, { snapshot: null, table: { target_configuration: { subpartition_type, subpartition_count } } })

describe("OP140 hash-count", () => {
  it("takes every power of two from 2 to 1024", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), (power) => {
        expect(ask(2 ** power)).toEqual([])
      })
    )
  })

  it("tells how uneven 12 is, measured, and the powers of two beside it", () => {
    const [finding] = ask(12)
    expect(finding).toMatchObject({
      code: "OP140",
      severity: "warning",
      path: "/tables/0/target_configuration/subpartition_count"
    })
    expect(finding?.what).toContain("the largest subpartition holds 1.515 times the mean")
    expect(finding?.advice).toBe("Use 8 (1.01 times the mean) or 16 (1.022).")
  })

  it("warns of one subpartition and refuses more than 1024", () => {
    expect(ask(1)[0]).toMatchObject({ severity: "warning" })
    expect(ask(1025)[0]).toMatchObject({ severity: "error" })
    expect(ask(2048)[0]).toMatchObject({ severity: "error" })
  })

  it("asks nothing where no hash is wished", () => {
    expect(ask(12, "NONE")).toEqual([])
  })
})
