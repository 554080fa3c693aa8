// OP736: A DEFINE whose name or value is longer than SQL*Plus takes.
import type { SqlplusCommand } from "../script-item.ts"
import type { LintRule, Violation } from "./lint-rule.ts"

/** The documented limits; names may have 128 characters in newer releases. */
const [oldName, newName, mostValue] = [30, 128, 240]

const check = ({ verb, args, line }: SqlplusCommand): ReadonlyArray<Violation> => {
  const [, name = "", value = ""] =
    verb === "DEFINE"
      ? (/^([\w$#]+)\s*=\s*(.*)$/s.exec(args) ?? [])
      : verb === "ACCEPT"
        ? (/^(\S+)/.exec(args) ?? [])
        : []
  const length = value.replace(/^(["'])(.*)\1$/s, "$2").length
  const tooLong = (what: string, severity: "error" | "warning"): Violation => ({ line, what, severity })
  return [
    ...(name.length > oldName
      ? [
          tooLong(
            `The name ${name} has ${name.length} characters; older clients take ${oldName}.`,
            name.length > newName ? "error" : "warning"
          )
        ]
      : []),
    ...(length > mostValue
      ? [tooLong(`The value of ${name} has ${length} characters, more than ${mostValue}.`, "error")]
      : [])
  ]
}

/** OP736 variable-too-long: the name or value of a substitution variable is too long. */
export const variableTooLong: LintRule = {
  code: "OP736",
  slug: "variable-too-long",
  severity: "error",
  why: "SQL*Plus cuts the value or refuses the command with an SP2 message, which WHENEVER does not notice.",
  advice: "Use a shorter name, or a bind variable for a long value.",
  check: (script) => script.reading.statements.flatMap((item) => (item.kind === "command" ? check(item) : []))
}
