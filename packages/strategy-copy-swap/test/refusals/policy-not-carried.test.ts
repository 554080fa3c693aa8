import { vpdPolicy } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { policyNotCarried } from "../../src/refusals/policy-not-carried.ts"
import { runRefusalOn } from "../run-refusal-on.ts"

describe("OP245 policy-not-carried", () => {
  it.for(["fga", "redaction", "label-security", "audit"] as const)("refuses a policy of kind %s", (kind) => {
    const findings = runRefusalOn(policyNotCarried, { policies: [{ kind, name: "P", isEnabled: true, vpd: null }] })
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ code: "OP245", severity: "error", evidence: { policy: "P", kind } })
  })

  it("refuses a VPD policy whose function the snapshot does not hold", () => {
    expect(
      runRefusalOn(policyNotCarried, { policies: [{ kind: "vpd", name: "P", isEnabled: true, vpd: null }] })
    ).toHaveLength(1)
  })

  it("refuses a VPD policy of another group: ADD_POLICY would put it into SYS_DEFAULT", () => {
    const [finding] = runRefusalOn(policyNotCarried, { policies: [vpdPolicy("P", { function: "F", group: "BRANCH" })] })
    expect(finding?.what).toContain("(vpd, group BRANCH)")
  })

  it("takes a VPD policy of the default group, enabled or not", () => {
    const policies = [vpdPolicy("P", { function: "F" }), { ...vpdPolicy("Q", { function: "G" }), isEnabled: false }]
    expect(runRefusalOn(policyNotCarried, { policies })).toEqual([])
  })
})
