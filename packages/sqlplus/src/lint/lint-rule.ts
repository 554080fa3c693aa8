// The shape of a lint rule: one file, one exported object, one code. Rules get text and its reading, never a file system.
import type { Finding, JsonValue, Severity } from "@orapart/contract"
import type { ScriptReading } from "../script-item.ts"
import type { SessionFacts } from "./session.ts"

/** The script a rule looks at. */
export interface LintedScript {
  readonly file: string
  /** Its lines without line ends; a carriage return before the line end is gone. Index 0 is line 1. */
  readonly lines: ReadonlyArray<string>
  readonly reading: ScriptReading
  /** The session in which the script begins: what its callers have left, or a fresh one. */
  readonly entry: SessionFacts
  readonly isNonAsciiAllowed: boolean
}

/** One place that breaks a rule. */
export interface Violation {
  /** Line in the file, from 1. */
  readonly line: number
  /** Column in the line, from 1; the first visible character when it is left out. */
  readonly column?: number
  /** What is wrong there, with the text it is about. */
  readonly what: string
  /** When this one weighs less, or more, than the rule's other ones. */
  readonly severity?: Severity
  /** The same facts as data; the line is added. */
  readonly evidence?: { readonly [name: string]: JsonValue }
}

/** A trap in SQL*Plus scripts and how to see it. */
export interface LintRule {
  /** OP7nn; never changes its meaning. */
  readonly code: string
  /** Kebab-case, the name of the rule's file. */
  readonly slug: string
  /** The usual weight: error runs something else than is written, warning may, info is worth a look in an unattended job. */
  readonly severity: Severity
  /** What goes wrong when the script is run as it is. */
  readonly why: string
  /** What to write instead. */
  readonly advice: string
  /** All places that break the rule, in any order. */
  readonly check: (script: LintedScript) => ReadonlyArray<Violation>
}

/** A violation with its rule's words. */
export interface LintFinding extends Finding {
  /** Line in the file, from 1. */
  readonly line: number
  /** The whole finding as one text: `OP7nn slug: file line n: what. why. advice.` */
  readonly message: string
}
