// Why a command could not do its work, as data. The words and the exit codes are made in words/failure-words.ts, so that
// no sentence is written where a problem is found.
import * as Data from "effect/Data"
import type { Finding } from "@orapart/contract"

/** What a file is read as; it decides the noun in the sentence. */
export type FileRole = "config" | "snapshot" | "template" | "plugin" | "page" | "script"

/** What stands in the way of reading a file. */
export type FileProblem =
  | { readonly _tag: "Missing" }
  | { readonly _tag: "NotAFile"; readonly kind: "directory" | "pipe" | "device" | "other" }
  | { readonly _tag: "NoPermission" }
  /** Bytes that are no UTF-8; line and column count from 1. */
  | { readonly _tag: "NotUtf8"; readonly line: number; readonly column: number; readonly byte: number }
  | { readonly _tag: "Utf16" }
  /** A byte 0 is in it: no text, or one in an encoding of two bytes. */
  | { readonly _tag: "Binary" }
  | { readonly _tag: "TooLarge"; readonly bytes: number; readonly most: number }
  /** Any other error of the operating system, in its own words. */
  | { readonly _tag: "System"; readonly message: string }

/** Why a command stopped. Everything that is wrong in a config, a plan or an output folder is a Finding instead. */
export type CommandFailure =
  | { readonly _tag: "UnreadableFile"; readonly role: FileRole; readonly path: string; readonly problem: FileProblem }
  | { readonly _tag: "UnknownTable"; readonly wanted: ReadonlyArray<string>; readonly known: ReadonlyArray<string> }
  | { readonly _tag: "UnknownAction"; readonly id: string; readonly known: ReadonlyArray<string> }
  /** No script to lint: paths that do not exist, or folders without a script. */
  | { readonly _tag: "NothingToLint"; readonly missing: ReadonlyArray<string>; readonly empty: ReadonlyArray<string> }
  | { readonly _tag: "UnknownCode"; readonly code: string; readonly known: ReadonlyArray<string> }
  /** A set could not be written; nothing of it is left behind. `option` chooses another place; --output-dir when absent. */
  | { readonly _tag: "NotWritten"; readonly path: string; readonly message: string; readonly option?: "--dir" }
  /** A text that can be no name or scope of a new action, with everything that is wrong about it. */
  | {
      readonly _tag: "UnusableName"
      readonly part: "name" | "scope"
      readonly text: string
      readonly problems: ReadonlyArray<string>
      /** True when the text could be one, and a plugin has it already. */
      readonly isLoaded: boolean
      /** The nearest text that could be one; null when there is none. */
      readonly suggestion: string | null
    }
  /** Something is already where new files would go. Folders end in a slash. */
  | { readonly _tag: "PlaceTaken"; readonly path: string; readonly entries: ReadonlyArray<string> }
  /** Some folders are in place and some are not; each one is whole. */
  | {
      readonly _tag: "StoppedMidway"
      readonly written: ReadonlyArray<string>
      readonly missing: ReadonlyArray<string>
      readonly message: string
    }

/** A command that could not do its work. */
export class CommandFailed extends Data.TaggedError("CommandFailed")<{ readonly reason: CommandFailure }> {}

/** What a command reports when it ran: its findings decide the exit code together with `exit`. */
export interface Outcome<A> {
  readonly findings: ReadonlyArray<Finding>
  /** null when the findings forbade the work. */
  readonly result: A | null
}
