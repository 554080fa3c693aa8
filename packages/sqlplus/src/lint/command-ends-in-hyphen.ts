// OP704: a PROMPT, REM or other command that ends in a hyphen.
import type { LintRule } from "./lint-rule.ts"

/** OP704 command-ends-in-hyphen: a PROMPT, REM or other command that ends in a hyphen. */
export const commandEndsInHyphen: LintRule = {
  code: "OP704",
  slug: "command-ends-in-hyphen",
  severity: "error",
  why: "The hyphen joins the next line to the command, so that line is never run on its own.",
  advice: "Draw rules with `=`, end texts with another character, and write commands on one line.",
  check: (script) =>
    script.reading.statements.flatMap((item) => {
      const isCommand =
        item.kind === "command" || item.kind === "call" || (item.kind === "comment" && item.style === "REM")
      if (!isCommand || !(script.lines[item.line - 1] ?? "").endsWith("-")) return []
      const verb = item.kind === "comment" ? "REM" : item.verb
      const what = `${verb} ends in a hyphen and swallows line ${item.line + 1}.`
      const isText = verb === "REM" || verb === "PROMPT"
      return [{ line: item.line, what, ...(isText ? {} : { severity: "warning" as const }) }]
    })
}
