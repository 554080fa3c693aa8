// OP720: ACCEPT, PAUSE or SET PAUSE ON.
import type { SqlplusCommand } from "../script-item.ts"
import type { SetAssignment } from "../set-variables.ts"
import { parseSetLine } from "../set-variables.ts"
import type { LintRule } from "./lint-rule.ts"

const pauses = ({ variable, values }: SetAssignment): boolean =>
  variable === "PAUSE" && values[0]?.toUpperCase() !== "OFF"

const waits = ({ verb, args }: SqlplusCommand): boolean =>
  verb === "ACCEPT" || verb === "PAUSE" || (verb === "SET" && parseSetLine(args).assignments.some(pauses))

/** OP720 interaction: ACCEPT, PAUSE or SET PAUSE ON. */
export const interaction: LintRule = {
  code: "OP720",
  slug: "interaction",
  severity: "info",
  why: "A job without a keyboard hangs there, or reads the next line of its input as the answer.",
  advice: "Take the value from a variable that the caller defines, and stop with an error when it is missing.",
  check: (script) =>
    script.reading.statements.flatMap((item) =>
      item.kind === "command" && waits(item) ? [{ line: item.line, what: `${item.verb} waits for a person.` }] : []
    )
}
