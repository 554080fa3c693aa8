// What reading a script yields. Types only: readers fill them, runners and lint rules read them.
import type { ReaderSettings } from "./reader-settings.ts"
import type { StatementLanguage } from "./statement-kind.ts"

/** Where an item stands and what was in force there. */
interface ItemBase {
  /** First line in the file, from 1. */
  readonly line: number
  /** Last line, the terminator's included. */
  readonly endLine: number
  /** The settings in force when the item began. */
  readonly settings: ReaderSettings
}

/** A SQL statement that SQL*Plus sends to the database. */
export interface SqlStatement extends ItemBase {
  readonly kind: "sql"
  /** The first word in upper case: `ALTER`. */
  readonly verb: string
  /** Without its terminator; substitution variables as written. */
  readonly text: string
  /** What ended it: `;` (or the character of SET SQLTERMINATOR) or `/`. */
  readonly terminator: string
}

/** An anonymous block, a stored unit or SQL with PL/SQL declarations: ended by `/` alone on a line. */
export interface PlsqlBlock extends ItemBase {
  readonly kind: "plsql"
  /** The first word in upper case: `DECLARE`, `BEGIN`, `CREATE`, `WITH`; `<<` for a label. */
  readonly verb: string
  /** Without the `/`; its own semicolons belong to it. */
  readonly text: string
  readonly terminator: "/"
}

/** Input that was ended without being run. It stays in the SQL buffer, where a `/` finds it. */
export interface UnfinishedStatement extends ItemBase {
  readonly kind: "unfinished"
  readonly language: StatementLanguage
  readonly verb: string
  readonly text: string
  readonly endedBy: "blank-line" | "block-terminator" | "end-of-file"
}

/** `/`, `R` or `RUN` between statements: runs what the SQL buffer holds. */
export interface RunBuffer extends ItemBase {
  readonly kind: "run-buffer"
  /** What is run; null when the buffer is empty or holds something this reader has not seen. */
  readonly statement: { readonly language: StatementLanguage; readonly text: string } | null
  /** True when the same text has run before: the way a `/` after a `;` runs everything twice. */
  readonly isRepeat: boolean
}

/** A command of SQL*Plus itself, continuation lines joined. */
export interface SqlplusCommand extends ItemBase {
  readonly kind: "command"
  /** The full name in upper case: `COL` is COLUMN, `!` is HOST. */
  readonly verb: string
  /** What follows the command word, without the optional `;`. */
  readonly args: string
  /** The command as one line. */
  readonly text: string
}

/** `@file`, `@@file` or `START file`. */
export interface ScriptCall extends ItemBase {
  readonly kind: "call"
  readonly verb: "@" | "@@" | "START"
  /** As written, without quotes; may hold a substitution variable. Empty when none was given. */
  readonly file: string
  readonly args: ReadonlyArray<string>
  readonly text: string
  /** The reading of that file when its text was given, otherwise null. */
  readonly reading: ScriptReading | null
}

/** A comment between statements. */
export interface ScriptComment extends ItemBase {
  readonly kind: "comment"
  readonly style: "--" | "/*" | "REM"
  readonly text: string
}

/** A line that no rule of SQL*Plus covers. There is a problem for every one. */
export interface UnknownLine extends ItemBase {
  readonly kind: "unknown"
  readonly text: string
}

/** One thing in a script. Every line that is not blank belongs to exactly one item, or to the `#` command inside one. */
export type ScriptItem =
  | SqlStatement
  | PlsqlBlock
  | UnfinishedStatement
  | RunBuffer
  | SqlplusCommand
  | ScriptCall
  | ScriptComment
  | UnknownLine

/** The names of what a reader can report. */
export type ReaderProblemSlug =
  | "blank-line-ends-statement"
  | "buffer-edited"
  | "byte-order-mark"
  | "call-inside-statement"
  | "call-without-file"
  | "carriage-return"
  | "comment-not-closed"
  | "comment-without-blank"
  | "continuation-at-end"
  | "hyphen-joins-lines"
  | "nested-too-deep"
  | "nothing-to-run"
  | "open-literal"
  | "script-missing"
  | "set-not-understood"
  | "statement-not-run"
  | "terminator-in-comment"
  | "terminator-in-literal"
  | "text-after-comment"
  | "text-after-terminator"
  | "unknown-command"

/** Something a person should look at before the script is run: not understood, or read differently by some clients. */
export interface ReaderProblem {
  readonly slug: ReaderProblemSlug
  /** Line in the file, from 1. */
  readonly line: number
  /** What is wrong there, with the text it is about: one or two sentences. */
  readonly what: string
}

/** A script, read to its end. */
export interface ScriptReading {
  /** The file's name as it was given; null without one. */
  readonly file: string | null
  /** In the order of the file. */
  readonly statements: ReadonlyArray<ScriptItem>
  /** By line. Empty when every line was understood and means the same to every SQL*Plus. */
  readonly problems: ReadonlyArray<ReaderProblem>
  /** The settings in force after the last line. */
  readonly settings: ReaderSettings
}
