import { databaseInfo, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { parallelDegree } from "../../src/checks/parallel-degree.ts"
import { askCheck } from "../ask-check.ts"

const ask = (parallel_degree: unknown, cpuCount: number | null = 8) =>
  askCheck(parallelDegree, {
    source: tableModel(),
    database: databaseInfo({ cpuCount }),
    table: { target_configuration: { parallel_degree } }
  })

describe("OP166 parallel-degree", () => {
  it("takes up to two servers per CPU", () => {
    expect(ask(16)).toEqual([])
    expect(ask(undefined)).toEqual([])
  })

  it("warns above, with the number to use", () => {
    const [finding] = ask(17)
    expect(finding).toMatchObject({
      code: "OP166",
      severity: "warning",
      path: "/tables/0/target_configuration/parallel_degree",
      advice: "Use 16 or less."
    })
    expect(finding?.what).toBe("parallel_degree is 17; the database sees 8 CPUs.")
  })

  it("takes 64 for granted where the CPUs are not known", () => {
    expect(ask(64, null)).toEqual([])
    expect(ask(65, null)[0]?.what).toBe("parallel_degree is 65; the number of CPUs is not known.")
  })
})
