// Why a table has no plan, as findings: the words for the failures that the contract keeps as data.
import type { Finding, PlanFailure } from "@orapart/contract"
import { makeFinding } from "./plan-codes.ts"

const listKnown = (known: ReadonlyArray<string>): string => (known.length === 0 ? "none" : [...known].sort().join(", "))

/** The findings of a failure: those a plugin gave, or one that says what is missing. */
export const describeFailure = (reason: PlanFailure, subject: string): ReadonlyArray<Finding> => {
  switch (reason._tag) {
    case "Refused":
      return reason.findings
    case "UnknownAction":
      return [
        makeFinding("OP220", {
          subject,
          what: `migration_action is ${reason.id}, but no loaded plugin brings it. Loaded: ${listKnown(reason.known)}.`,
          advice: "Correct the name, or install the plugin and name it in the config's plugins.",
          evidence: { action: reason.id, known: reason.known }
        })
      ]
    case "UnknownStrategy":
      return [
        makeFinding("OP221", {
          subject,
          what: `The strategy is ${reason.id}, but no loaded plugin brings it. Loaded: ${listKnown(reason.known)}.`,
          advice: "Correct migration_settings.strategy, or leave it out for the action's own choice.",
          evidence: { strategy: reason.id, known: reason.known }
        })
      ]
    case "NotInSnapshot":
      return [
        makeFinding("OP222", {
          subject: `${reason.owner}.${reason.table}`,
          what: `The snapshot does not hold ${reason.owner}.${reason.table}.`,
          why: "A plan is made from facts, and the facts of this table were not read.",
          advice: "Check owner and name (exact case), or run discover again with a user that can see the table.",
          evidence: { owner: reason.owner, table: reason.table }
        })
      ]
  }
}
