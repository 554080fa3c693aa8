// The state of one reading: where it stands, what it has found, what SQL*Plus would remember. Only the readers use it.
import type { ReaderSettings } from "./reader-settings.ts"
import type { ReaderProblem, ReaderProblemSlug, ScriptCall, ScriptItem, ScriptReading } from "./script-item.ts"
import type { StatementLanguage } from "./statement-kind.ts"

/** What SQL*Plus keeps as the last statement. */
export interface SqlBuffer {
  readonly language: StatementLanguage
  readonly text: string
  readonly hasRun: boolean
}

/** The state of one reading; changed in place while it runs. */
export interface Cursor {
  /** Without line ends. A reader may replace the current line by what is left of it. */
  readonly lines: string[]
  /** Index of the line to read next; its number in the file is one more. */
  next: number
  settings: ReaderSettings
  readonly items: ScriptItem[]
  readonly problems: ReaderProblem[]
  /** Null when empty, "unknown" when something this reader does not follow has changed it. */
  buffer: SqlBuffer | "unknown" | null
  /** Reads a called script under the current settings; null when its text was not given. */
  readonly readCalled: (cursor: Cursor, verb: ScriptCall["verb"], file: string) => ScriptReading | null
}

/** Adds a problem at a line (from 1). */
export const report = (cursor: Cursor, slug: ReaderProblemSlug, line: number, what: string): void => {
  cursor.problems.push({ slug, line, what })
}

/** True when every line has been taken. */
export const isAtEnd = (cursor: Cursor): boolean => cursor.next >= cursor.lines.length

/** The line to read next, without taking it; empty at the end. */
export const peekLine = (cursor: Cursor): string => cursor.lines[cursor.next] ?? ""

/** Takes the next line. */
export const takeLine = (cursor: Cursor): string => {
  const line = peekLine(cursor)
  cursor.next += 1
  return line
}

/** Lines joined by hyphens, as the one line SQL*Plus sees. */
export interface LogicalLine {
  readonly text: string
  /** Number of the first line, from 1. */
  readonly line: number
  readonly isJoined: boolean
}

/**
 * Takes a line and, as long as it ends in a hyphen, the next one: the hyphen goes and the line end becomes a blank
 * (that it becomes a blank and not nothing is assumed; the manual's own example, `200 -` and `100`, fits both).
 */
export const takeLogicalLine = (cursor: Cursor): LogicalLine => {
  const line = cursor.next + 1
  const parts = [takeLine(cursor)]
  while (parts.at(-1)?.endsWith("-") === true && !isAtEnd(cursor)) parts.push(takeLine(cursor))
  const text = parts.map((part, index) => (index + 1 < parts.length ? part.slice(0, -1) : part)).join(" ")
  if (text.endsWith("-"))
    report(cursor, "continuation-at-end", cursor.next, "The last line ends in a hyphen, so it waits for one more line.")
  return { text, line, isJoined: cursor.next > line }
}
