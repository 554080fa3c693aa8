import { partition, partitioning } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { partitionReadOnly } from "../../src/refusals/partition-read-only.ts"
import { runRefusalOn } from "../run-refusal-on.ts"

const cut = (isReadOnly: boolean) =>
  partitioning("ORDER_DATE", {
    partitions: [partition("P_2019", { isReadOnly }), partition("P_2020", { isReadOnly: false })]
  })

describe("OP251 partition-read-only", () => {
  it("refuses a table with a READ ONLY partition and names it", () => {
    const findings = runRefusalOn(partitionReadOnly, { partitioning: cut(true) })
    expect(findings).toMatchObject([{ code: "OP251", severity: "error", evidence: { partitions: ["P_2019"] } }])
  })

  it("takes a table whose partitions are all READ WRITE", () => {
    expect(runRefusalOn(partitionReadOnly, { partitioning: cut(false) })).toEqual([])
  })

  it("takes a table that is READ ONLY as a whole", () => {
    expect(runRefusalOn(partitionReadOnly, { partitioning: cut(true), storage: { isReadOnly: true } })).toEqual([])
  })
})
