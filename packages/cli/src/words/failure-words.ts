// The sentences of the CLI's failures, made from their fields, with the exit code that goes with each.
import type { Finding, JsonValue } from "@orapart/contract"
import { exitCodes } from "../exit-codes.ts"
import type { ExitCode } from "../exit-codes.ts"
import type { CommandFailure, FileProblem, FileRole } from "../failures.ts"
import { findingOf } from "./cli-codes.ts"
import type { CliCode } from "./cli-codes.ts"
import { askForNearest } from "./nearest.ts"

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
  page: "The page"
}

const kinds = { directory: "a folder", pipe: "a pipe", device: "a device", other: "no regular file" }

const hex = (byte: number): string => `0x${byte.toString(16).padStart(2, "0")}`

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
      return `is not UTF-8: line ${problem.line}, column ${problem.column} holds the byte ${hex(problem.byte)}`
    case "Utf16":
      return "is UTF-16"
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
    case "System":
      return ""
  }
}

const unreadable = (role: FileRole, path: string, problem: FileProblem): FailureReply => {
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
      return unreadable(reason.role, reason.path, reason.problem)
    case "UnknownTable":
      return unknownTables(reason.wanted, reason.known)
    case "UnknownAction":
      return reply("OP006", exitCodes.usage, {
        subject: reason.id,
        what: `There is no action ${reason.id}.${askForNearest(reason.id, reason.known)}`,
        advice: `Actions: ${listed(reason.known)}. \`orapart actions\` shows where they come from.`,
        evidence: { id: reason.id, known: reason.known }
      })
    case "UnknownCode":
      return reply("OP005", exitCodes.usage, {
        subject: reason.code,
        what: `There is no page for ${reason.code}.${askForNearest(reason.code, reason.known)}`,
        advice: "A code is the letters OP and three digits, as in OP101; its slug works as well.",
        evidence: { code: reason.code, known: reason.known }
      })
    case "NotWritten":
      return reply("OP008", exitCodes.refused, {
        subject: reason.path,
        what: `${reason.path} could not be written: ${reason.message}.`,
        why: "Nothing was left behind; what was there is as it was.",
        advice: "Remove the obstacle, or choose another folder with --output-dir.",
        evidence: { path: reason.path, message: reason.message }
      })
    case "StoppedMidway":
      return stoppedMidway(reason)
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
