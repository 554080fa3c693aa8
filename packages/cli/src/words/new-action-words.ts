// The sentences of `actions new`: names that cannot be used, places that are taken, and what to do with a new action.
import { exitCodes } from "../exit-codes.ts"
import type { CommandFailure } from "../failures.ts"
import type { NewAction } from "../services/new-action.ts"
import { findingOf } from "./cli-codes.ts"
import type { FailureReply } from "./failure-words.ts"
import { quoteForShell } from "./next-command.ts"

const allowed =
  "Allowed are up to 40 small letters a to z, digits and single hyphens, with a letter first, as in archive-first."

const cut = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text)

const whyNames = "It becomes the name of a package, an id, a folder and a part of file names, on every system."
const whyLoaded = "Of two plugins with one id neither is used, because nobody can know which one is meant."

/** The reply to a name or a scope that cannot be used. */
export const explainUnusableName = (reason: Extract<CommandFailure, { _tag: "UnusableName" }>): FailureReply => {
  const { isLoaded, part, problems, suggestion, text } = reason
  const example = suggestion === null || suggestion === text ? "" : ` For example: ${suggestion}.`
  return {
    exit: exitCodes.usage,
    finding: findingOf("OP013", {
      subject: text.slice(0, 100),
      what: `${cut(text)} cannot be the ${part} of a new action: ${problems.join("; ")}.`,
      why: isLoaded ? whyLoaded : whyNames,
      advice: isLoaded ? "Choose another name, or a scope with --scope." : `${allowed}${example}`,
      evidence: { part, text: text.slice(0, 400), problems, suggestion }
    })
  }
}

const shown = (entries: ReadonlyArray<string>): string =>
  entries.length > 12 ? `${entries.slice(0, 12).join(", ")} and ${entries.length - 12} more` : entries.join(", ")

/** The reply to a place where something is already. */
export const explainPlaceTaken = ({
  entries,
  path
}: Extract<CommandFailure, { _tag: "PlaceTaken" }>): FailureReply => ({
  exit: exitCodes.refused,
  finding: findingOf("OP014", {
    subject: path,
    what: `${path} is not empty: there is ${shown(entries)}.`,
    why: "A new action is never written over or between other files. Nothing was written.",
    advice: "Choose another folder with --dir, another name, or move away what is there.",
    evidence: { path, entries }
  })
})

/** The commands that lead from a new action to its first scripts, in order. */
export const nextCommands = ({ id, kind, name, path }: NewAction): ReadonlyArray<string> =>
  kind === "file"
    ? [`"plugins": ["./${name}.ts"] in a config beside it, and "migration_action": "${id}" for a table`]
    : [
        `cd ${quoteForShell(path)}`,
        "npm install",
        "npm test",
        "npm run build",
        "orapart plugins link .",
        `orapart actions show ${id}`,
        "orapart generate --config example/migration_config.json --output-dir output"
      ]
