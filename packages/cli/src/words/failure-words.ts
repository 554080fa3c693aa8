// The sentences of the CLI's failures, made from their fields, with the exit code that goes with each.
import type { Finding, JsonValue } from "@orapart/contract"
import { exitCodes } from "../exit-codes.ts"
import type { ExitCode } from "../exit-codes.ts"
import type { CommandFailure, FileProblem, FileRole } from "../failures.ts"
import { formatSize } from "../views/quantities.ts"
import { findingOf } from "./cli-codes.ts"
import type { CliCode } from "./cli-codes.ts"
import { scriptSuffixes } from "./script-suffixes.ts"
import { askForNearest } from "./nearest.ts"
import { explainPlaceTaken, explainUnusableName } from "./new-action-words.ts"

/** A failure as it is shown. */
export interface FailureReply {
  readonly exit: ExitCode
  readonly finding: Finding
}

interface Words {
  readonly subject: string
  readonly what: string
  readonly why?: string
  readonly advice?: string
  readonly evidence?: { readonly [name: string]: JsonValue }
}

const reply = (code: CliCode, exit: ExitCode, words: Words): FailureReply => {
  const { subject, what, why = "", advice = "", evidence = {} } = words
  return { exit, finding: findingOf(code, { subject, what, why, advice, evidence }) }
}

const roles: { readonly [role in FileRole]: string } = {
  config: "The config",
  snapshot: "The snapshot",
  template: "The template",
  plugin: "The plugin",
  page: "The page",
  script: "The script"
}

const kinds = { directory: "a folder", pipe: "a pipe", device: "a device", other: "no regular file" }

const hex = (byte: number): string => `0x${byte.toString(16).padStart(2, "0")}`

/** The first byte that is no UTF-8, as the end of a sentence. */
export const describeBadByte = (bad: {
  readonly line: number
  readonly column: number
  readonly byte: number
}): string => `is not UTF-8: line ${bad.line}, column ${bad.column} holds the byte ${hex(bad.byte)}`

/** What is wrong with a file, as the end of a sentence that begins with its path. */
export const describeFileProblem = (problem: FileProblem): string => {
  switch (problem._tag) {
    case "Missing":
      return "does not exist"
    case "NotAFile":
      return `is ${kinds[problem.kind]}, where a file is needed`
    case "NoPermission":
      return "cannot be read: the permission is missing"
    case "NotUtf8":
      return describeBadByte(problem)
    case "Utf16":
      return "is UTF-16"
    case "Binary":
      return "holds a byte 0, so it is no text"
    case "TooLarge":
      return `has ${formatSize(problem.bytes)}, more than ${formatSize(problem.most)}`
    case "System":
      return `cannot be read: ${problem.message}`
  }
}

const adviseOnFile = (problem: FileProblem, role: FileRole): string => {
  switch (problem._tag) {
    case "Missing":
      return role === "snapshot" ? "Name it with --snapshot." : "Check the path; it is taken from the current folder."
    case "NotAFile":
      return "Name the file itself."
    case "NoPermission":
      return "Give the user that runs orapart the right to read it."
    case "NotUtf8":
    case "Utf16":
      return "Save it as UTF-8."
    case "Binary":
      return "Give it another suffix when it is no script; save it as UTF-8 when it is one."
    case "TooLarge":
      return "Split it."
    case "System":
      return ""
  }
}

/** The words about a file that cannot be read, with the exit code of a command that needs it. */
export const explainUnreadable = (role: FileRole, path: string, problem: FileProblem): FailureReply => {
  const position = problem._tag === "NotUtf8" ? { line: problem.line, column: problem.column } : {}
  return reply("OP002", exitCodes.refused, {
    subject: path,
    what: `${roles[role]} ${path} ${describeFileProblem(problem)}.`,
    advice: adviseOnFile(problem, role),
    evidence: { path, role, problem: problem._tag, ...position }
  })
}

const listed = (names: ReadonlyArray<string>): string => (names.length === 0 ? "none" : names.join(", "))

const unknownTables = (wanted: ReadonlyArray<string>, known: ReadonlyArray<string>): FailureReply => {
  const asked = wanted.map((name) => askForNearest(name, known)).join("")
  return reply("OP004", exitCodes.usage, {
    subject: wanted.join(", "),
    what: `--table names ${listed(wanted)}, and the config has no such table.${asked}`,
    advice: `Tables of the config: ${listed(known)}.`,
    evidence: { wanted, known }
  })
}

const nothingToLint = ({ missing, empty }: Extract<CommandFailure, { _tag: "NothingToLint" }>): FailureReply => {
  const parts = [
    ...(missing.length > 0 ? [`${missing.join(", ")} ${missing.length > 1 ? "do" : "does"} not exist`] : []),
    ...(empty.length > 0 ? [`${empty.join(", ")} ${empty.length > 1 ? "hold" : "holds"} no script`] : [])
  ]
  return reply("OP015", exitCodes.usage, {
    subject: [...missing, ...empty].join(", "),
    what: `${parts.join("; ")}.`,
    why: "Nothing was linted.",
    advice: `Check the path; in folders only files with these suffixes are taken: ${scriptSuffixes.join(" ")}. A file named by itself may have any.`,
    evidence: { missing, empty }
  })
}

const stoppedMidway = (reason: Extract<CommandFailure, { _tag: "StoppedMidway" }>): FailureReply =>
  reply("OP009", exitCodes.stoppedMidway, {
    subject: reason.missing[0] ?? "",
    what: `${reason.written.length} of ${reason.written.length + reason.missing.length} folders are in place. ${reason.message}.`,
    why: `Each folder is whole. Missing or still as before: ${listed(reason.missing)}.`,
    advice: "Remove the obstacle and run the same command again.",
    evidence: { written: reason.written, missing: reason.missing, message: reason.message }
  })

/** The words and the exit code of a failure. */
export const explainFailure = (reason: CommandFailure): FailureReply => {
  switch (reason._tag) {
    case "UnreadableFile":
      return explainUnreadable(reason.role, reason.path, reason.problem)
    case "UnknownTable":
      return unknownTables(reason.wanted, reason.known)
    case "UnknownAction":
      return reply("OP006", exitCodes.usage, {
        subject: reason.id,
        what: `There is no action ${reason.id}.${askForNearest(reason.id, reason.known)}`,
        advice: `Actions: ${listed(reason.known)}. \`orapart actions\` shows where they come from.`,
        evidence: { id: reason.id, known: reason.known }
      })
    case "NothingToLint":
      return nothingToLint(reason)
    case "UnknownCode":
      return reply("OP005", exitCodes.usage, {
        subject: reason.code,
        what: `There is no page for ${reason.code}.${askForNearest(reason.code, reason.known)}`,
        advice:
          "A code is the letters OP and three digits, as in OP101; its slug works as well. Codes of a plugin that a config names need --config.",
        evidence: { code: reason.code, known: reason.known }
      })
    case "NotWritten":
      return reply("OP008", exitCodes.refused, {
        subject: reason.path,
        what: `${reason.path} could not be written: ${reason.message}.`,
        why: "Nothing was left behind; what was there is as it was.",
        advice: `Remove the obstacle, or choose another folder with ${reason.option ?? "--output-dir"}.`,
        evidence: { path: reason.path, message: reason.message }
      })
    case "StoppedMidway":
      return stoppedMidway(reason)
    case "UnusableName":
      return explainUnusableName(reason)
    case "PlaceTaken":
      return explainPlaceTaken(reason)
  }
}

/** The reply to Ctrl-C before anything was changed. */
export const interruptedReply = (): FailureReply =>
  reply("OP010", exitCodes.interrupted, { subject: "", what: "Interrupted. Nothing was changed." })

/** The reply to a command line that cannot be understood. */
export const usageReply = (what: string, advice: string): FailureReply =>
  reply("OP001", exitCodes.usage, { subject: "", what, advice })

/** The reply to a fault of ours; the stack is shown only here. */
export const bugReply = (defect: unknown, version: string): FailureReply => {
  const message = defect instanceof Error ? `${defect.name}: ${defect.message}` : String(defect)
  const stack = defect instanceof Error ? (defect.stack ?? "") : ""
  return reply("OP070", exitCodes.bug, {
    subject: "orapart",
    what: `orapart ${version} ran into a fault of its own: ${message}`,
    advice: "Report it with the lines below, the command and, where you can, the config and the snapshot.",
    evidence: { version, message, stack }
  })
}
