// The fingerprint of a plan. Scripts carry it, the ledger table keeps it: a script of another plan is refused at its guard.
import { hash } from "node:crypto"
import type { MigrationPlan } from "@orapart/contract"
import { writeCanonicalJson } from "./canonical-json.ts"

/**
 * SHA-256 of the plan as canonical JSON, hexadecimal. `digest` and `madeBy` are left out: a newer release that plans the
 * same has the same digest. The order of keys does not count, the order of lists does.
 */
export const digestPlan = (plan: Omit<MigrationPlan, "digest" | "madeBy">): string => {
  const fields = Object.entries(plan).filter(([key]) => key !== "digest" && key !== "madeBy")
  return hash("sha256", writeCanonicalJson(Object.fromEntries(fields)), "hex")
}
