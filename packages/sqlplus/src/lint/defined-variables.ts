// Which substitution variables a command defines, so that a rule can tell a use from a question to the keyboard.
import type { SqlplusCommand } from "../script-item.ts"

/** The variables SQL*Plus defines by itself. */
export const predefinedVariables: ReadonlyArray<string> = [
  "_CONNECT_IDENTIFIER",
  "_DATE",
  "_EDITOR",
  "_O_RELEASE",
  "_O_VERSION",
  "_PRIVILEGE",
  "_RC",
  "_SQLPLUS_RELEASE",
  "_USER"
]

const definition = /^([\w$#]+)\s*=/
const columnVariable = /\b(?:new_v(?:a(?:l(?:ue?)?)?)?|old_v(?:a(?:l(?:ue?)?)?)?)\s+([\w$#]+)/gi

/** Names, in upper case, of the variables that the command gives a value or ties to a column. */
export const readDefinedVariables = ({ verb, args }: SqlplusCommand): ReadonlyArray<string> => {
  switch (verb) {
    case "DEFINE":
      return [...(definition.exec(args)?.slice(1, 2) ?? [])].map((name) => name.toUpperCase())
    case "ACCEPT":
      return args === "" ? [] : [(args.split(/\s+/)[0] ?? "").toUpperCase()]
    case "COLUMN":
      return [...args.matchAll(columnVariable)].map((match) => (match[1] ?? "").toUpperCase())
    default:
      return []
  }
}

/** Names, in upper case, that an UNDEFINE takes away. */
export const readUndefinedVariables = ({ verb, args }: SqlplusCommand): ReadonlyArray<string> =>
  verb === "UNDEFINE" ? args.toUpperCase().split(/\s+/) : []
