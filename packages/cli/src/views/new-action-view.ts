// Writes what `actions new` made, and the commands to go on with.
import type { Outcome } from "../failures.ts"
import type { NewAction } from "../services/new-action.ts"
import { nextCommands } from "../words/new-action-words.ts"
import type { Style } from "./style.ts"
import { indentLines } from "./text-layout.ts"

/** The new action for people. */
export const renderNewAction = ({ result }: Outcome<NewAction>, style: Style): string => {
  if (result === null) return ""
  const { files, id, kind, packageName, path } = result
  const head = kind === "package" ? `${packageName} with the action ${id} in ${path}` : `The action ${id} in ${path}`
  return [
    style.strong(head),
    ...(kind === "package" ? indentLines(files, 2) : []),
    "",
    "Go on with",
    ...indentLines(nextCommands(result), 2)
  ].join("\n")
}
