// The steps of a plan: each with its way back, each findable by an id, a number and a file of its own.
import type { Step } from "@orapart/contract"
import { withoutPlan } from "./answer-checks.ts"
import type { CaseFacts } from "./case-facts.ts"
import { demand } from "./verdict.ts"
import type { NamedCheck, Verdict } from "./verdict.ts"

const nameStep = ({ number, id }: Step): string => `step ${number} ${id}`

const checkRevert = (step: Step): ReadonlyArray<string> => {
  const { revert } = step
  const isSaid = (text: string): boolean => text.trim() !== ""
  switch (revert.kind) {
    case "script":
      return demand(
        [revert.does, revert.until, revert.loses].every(isSaid),
        `${nameStep(step)} does not say what its undo does, until when, and what is lost by it`
      )
    case "none":
      return demand(isSaid(revert.reason), `${nameStep(step)} has no undo, and no reason why it needs none`)
    case "impossible":
      return demand(
        isSaid(revert.reason) && isSaid(revert.advice),
        `${nameStep(step)} cannot be undone, and does not say why and what is left to do`
      )
  }
}

const checkReverts = async ({ outcome }: CaseFacts): Promise<Verdict> => {
  const { plan } = await outcome()
  return plan === null ? withoutPlan : { problems: plan.steps.flatMap(checkRevert) }
}

const checkPlaces = async ({ outcome }: CaseFacts): Promise<Verdict> => {
  const { plan, refusal } = await outcome()
  const conflicts = refusal.filter(({ code }) => code === "OP234").map(({ what }) => what)
  if (plan === null && conflicts.length === 0) return withoutPlan
  const unplaced = (plan?.steps ?? []).filter(({ id }) => !/^[a-z][a-z0-9-]*$/.test(id)).map(nameStep)
  return { problems: [...conflicts, ...unplaced.map((name) => `${name}: an id is written in kebab-case`)] }
}

/** The checks of an accepted case's steps. */
export const stepChecks = (facts: CaseFacts): ReadonlyArray<NamedCheck> => [
  { sentence: "has an undo for every step, or the reason why there is none", run: () => checkReverts(facts) },
  { sentence: "gives every step an id, a number and a file of its own", run: () => checkPlaces(facts) }
]
