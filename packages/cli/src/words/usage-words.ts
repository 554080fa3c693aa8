// Puts oclif's complaints about a command line into our shape, with the flag or command that was probably meant.
import type { FailureReply } from "./failure-words.ts"
import { usageReply } from "./failure-words.ts"
import { askForNearest } from "./nearest.ts"

/** The command whose line could not be parsed. */
export interface ParsedCommand {
  readonly id: string
  /** Undefined for a command without flags, whatever oclif's types say. */
  readonly flags: object | undefined
  readonly baseFlags: object | undefined
}

const cleanMessage = (message: string): string =>
  message
    .replace(/\nSee more help with --help$/u, "")
    .replace(/^The following errors? occurred:\n\s*/u, "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("; ")

const listOf = (error: object, key: string): ReadonlyArray<string> => {
  const value: unknown = key in error ? (error as Readonly<Record<string, unknown>>)[key] : []
  return Array.isArray(value) ? value.map(String) : []
}

/** The reply to an error of oclif's parser; null when the error is none, and then it is a fault. */
export const explainUsage = (
  error: Error & { readonly oclif?: { readonly exit?: number } },
  command: ParsedCommand
): FailureReply | null => {
  if (!("parse" in error) && error.oclif?.exit !== 2) return null
  const known = [...Object.keys(command.flags ?? {}), ...Object.keys(command.baseFlags ?? {}), "json", "help"].map(
    (name) => `--${name}`
  )
  const asked = listOf(error, "flags")
    .map((flag) => askForNearest(flag, known))
    .join("")
  const help = `orapart ${command.id.replaceAll(":", " ")} --help`
  return usageReply(`${cleanMessage(error.message)}.${asked}`.replaceAll("..", "."), `All flags: ${help}`)
}
