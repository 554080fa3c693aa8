// The fingerprint of a plan. Scripts carry it, the ledger table keeps it: a script of another plan is refused at its guard.
import { hash } from "node:crypto"
import { writePlanBody } from "@orapart/contract"
import type { PlanBody } from "@orapart/contract"

/**
 * SHA-256 of the plan as it stands in plan.json, hexadecimal. `digest` and `madeBy` are left out: a newer release that plans the
 * same has the same digest. The order of keys does not count, the order of lists does.
 */
export const digestPlan = (plan: PlanBody): string => digestBody(writePlanBody(plan))

/** The digest of a plan whose body is written already. */
export const digestBody = (body: string): string => hash("sha256", body, "hex")
