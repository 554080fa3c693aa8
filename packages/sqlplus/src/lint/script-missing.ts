// OP755: A called script that does not exist.
import { violationsOf } from "./reader-problems.ts"
import type { LintRule } from "./lint-rule.ts"

/** OP755 script-missing: `@@file` names a script that is not there. */
export const scriptMissing: LintRule = {
  code: "OP755",
  slug: "script-missing",
  severity: "error",
  why: "SQL*Plus prints SP2-0310 and goes on, unless WHENEVER OSERROR EXIT stops it: the step is passed over.",
  advice: "Correct the name, or take the call out.",
  check: (script) => violationsOf(script, "script-missing")
}
