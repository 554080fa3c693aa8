import { defineRefusal } from "../refusal.ts"
import { hasClientLine } from "../sql/triggers.ts"

/** Cross-edition triggers belong to an edition upgrade; a trigger text with a line that SQL*Plus takes for itself cannot stand in a script. */
export const triggerNotCarried = defineRefusal({
  code: "OP246",
  slug: "trigger-not-carried",
  title: "A trigger cannot be built again on the new table",
  severity: "error",
  find: ({ source }) =>
    source.triggers.flatMap((trigger) => {
      const reason = trigger.isCrossEdition
        ? "it is a cross-edition trigger of an upgrade that is still running"
        : hasClientLine(trigger)
          ? "its text has a line that SQL*Plus takes for itself: nothing but a slash or a full stop, or # or @ at its beginning"
          : null
      return reason === null
        ? []
        : [
            {
              subject: `${trigger.owner}.${trigger.name}`,
              what: `Trigger ${trigger.owner}.${trigger.name} cannot be carried over: ${reason}.`,
              advice: trigger.isCrossEdition
                ? "Finish the edition upgrade first."
                : "Change that line of the trigger's text.",
              evidence: { trigger: trigger.name }
            }
          ]
    })
})
