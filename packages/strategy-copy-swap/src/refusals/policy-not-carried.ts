import { defineRefusal } from "../refusal.ts"

// ADD_POLICY puts a policy into this group; other groups belong to a driving context that the snapshot does not hold.
const defaultGroup = "SYS_DEFAULT"

/** Without its policy the new table would show rows that nobody may see. VPD policies of the default group are carried; the others are not. */
export const policyNotCarried = defineRefusal({
  code: "OP245",
  slug: "policy-not-carried",
  title: "A policy on the table cannot be carried over",
  severity: "error",
  find: ({ source }) =>
    source.policies
      .filter((policy) => policy.vpd === null || policy.kind !== "vpd" || policy.vpd.group !== defaultGroup)
      .map((policy) => ({
        what: `Policy ${policy.name} (${policy.kind}${policy.kind === "vpd" && policy.vpd !== null ? `, group ${policy.vpd.group}` : ""}) on ${source.owner}.${source.name} cannot be carried over; after the cutover the new table would be without it.`,
        why: "Policies stay with the old table when it is renamed.",
        advice:
          "Take the policy off before the migration and put it on the new table inside the change window, or leave this table out.",
        evidence: { policy: policy.name, kind: policy.kind }
      }))
})
