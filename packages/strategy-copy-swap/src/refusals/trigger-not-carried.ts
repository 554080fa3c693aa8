import { defineRefusal } from "../refusal.ts"

/** Cross-edition triggers belong to an edition upgrade: they run between two editions and are dropped when it is finished. */
export const triggerNotCarried = defineRefusal({
  code: "OP246",
  slug: "trigger-not-carried",
  title: "A trigger cannot be built again on the new table",
  severity: "error",
  find: ({ source }) =>
    source.triggers
      .filter((trigger) => trigger.isCrossEdition)
      .map((trigger) => ({
        subject: `${trigger.owner}.${trigger.name}`,
        what: `Trigger ${trigger.owner}.${trigger.name} cannot be carried over: it is a cross-edition trigger of an upgrade that is still running.`,
        advice: "Finish the edition upgrade first.",
        evidence: { trigger: trigger.name }
      }))
})
