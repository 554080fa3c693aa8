// Reads a SQL*Plus script the way SQL*Plus cuts it up, without running, substituting or opening anything.
// Source of the rules: SQL*Plus User's Guide; where clients differ, the reading goes on and a problem says so.
import { readFirstWord } from "./commands.ts"
import type { Cursor } from "./cursor.ts"
import { isAtEnd, peekLine, report, takeLine } from "./cursor.ts"
import { quoteShort } from "./quote-short.ts"
import { beginsCommand, readCommand, readRunBuffer } from "./read-command.ts"
import { readBlockComment, readLineComment } from "./read-comment.ts"
import { readStatement } from "./read-statement.ts"
import type { ReaderSettings } from "./reader-settings.ts"
import { defaultReaderSettings } from "./reader-settings.ts"
import type { ScriptCall, ScriptReading } from "./script-item.ts"
import { splitLines } from "./split-lines.ts"
import { beginsStatement } from "./statement-kind.ts"

/** What a reading starts from. */
export interface ReadOptions {
  /** Settings that differ from a fresh SQL*Plus when the script begins. */
  readonly settings?: Partial<ReaderSettings>
  /** The file's name, for whoever reads the result. */
  readonly file?: string
  /**
   * Texts of scripts that may be called, by the name they are called with and its suffix: `_settings.sql`. Their SET
   * lines then take effect on what follows the call. Scripts that are not here change nothing.
   */
  readonly scripts?: ReadonlyMap<string, string>
  /** Finds a called script where its name alone does not tell, as in folders; asked before `scripts`. */
  readonly findScript?: FindScript
  /** Readings of called scripts, kept from one reading to the next: a script that many call is read once. */
  readonly readings?: Map<string, ScriptReading>
}

/** A call as it stands in the script `caller`; `caller` is null for a text without a file name. */
export interface CalledScript {
  readonly verb: ScriptCall["verb"]
  /** As written. */
  readonly file: string
  readonly caller: string | null
}

/** The text of a called script and the name it is known by; "missing" when there is none, null when nobody knows. */
export type FoundScript = { readonly file: string; readonly text: string } | "missing" | null

/** Finds a called script. */
export type FindScript = (call: CalledScript) => FoundScript

/** SQL*Plus nests scripts 20 deep (SP2-0309). */
const maximumDepth = 20

const readUnknown = (cursor: Cursor): void => {
  const { settings } = cursor
  const text = takeLine(cursor).trim()
  const line = cursor.next
  cursor.items.push({ kind: "unknown", line, endLine: line, settings, text })
  report(cursor, "unknown-command", line, `${quoteShort(text)} begins neither a command nor a statement (SP2-0734).`)
}

/** Reads what begins at the cursor while no statement is open. The order of the tests is SQL*Plus's. */
const readIdle = (cursor: Cursor): void => {
  const line = peekLine(cursor)
  const trimmed = line.trim()
  const firstWord = readFirstWord(line)
  if (trimmed === "") takeLine(cursor)
  else if (trimmed.startsWith("/*")) readBlockComment(cursor)
  else if (trimmed.startsWith("--")) readLineComment(cursor)
  else if (trimmed === "/") readRunBuffer(cursor, { text: takeLine(cursor), line: cursor.next, isJoined: false })
  else if (beginsStatement(firstWord, line)) readStatement(cursor)
  else if (beginsCommand(firstWord, line)) readCommand(cursor)
  else readUnknown(cursor)
}

/** The name of a called file with the suffix that SQL*Plus adds when there is none. */
export const withSuffix = (file: string): string => (/\.[^./\\]+$/.test(file) ? file : `${file}.sql`)

const describeTooDeep = (file: string, callers: ReadonlyArray<string>): string | null => {
  if (callers.includes(file))
    return `${quoteShort(file)} calls itself; SQL*Plus goes ${maximumDepth} deep and stops (SP2-0309).`
  return callers.length < maximumDepth
    ? null
    : `${quoteShort(file)} is called more than ${maximumDepth} scripts deep; SQL*Plus stops there (SP2-0309).`
}

type Internal = ReadOptions & Required<Pick<ReadOptions, "readings">>

const findCalled = (options: ReadOptions, call: CalledScript): FoundScript => {
  const found = options.findScript?.(call) ?? null
  if (found !== null) return found
  const file = withSuffix(call.file)
  const text = options.scripts?.get(file)
  return text === undefined ? null : { file, text }
}

const readCalledScript = (
  cursor: Cursor,
  call: CalledScript,
  options: Internal,
  callers: ReadonlyArray<string>
): ScriptReading | null => {
  const called = findCalled(options, call)
  if (called === null) return null
  if (called === "missing") {
    report(cursor, "script-missing", cursor.next, `There is no script ${quoteShort(withSuffix(call.file))} to call.`)
    return null
  }
  const { file, text } = called
  const tooDeep = describeTooDeep(file, callers)
  if (tooDeep !== null) {
    report(cursor, "nested-too-deep", cursor.next, tooDeep)
    return null
  }
  // The same text under the same settings reads the same. Without this, scripts that call each other twice, twenty
  // deep, would be read a million times.
  const key = `${file}\n${JSON.stringify(cursor.settings)}`
  const known = options.readings.get(key)
  if (known !== undefined) return known
  const reading = readWithCallers(text, { ...options, settings: cursor.settings, file }, [...callers, file])
  options.readings.set(key, reading)
  return reading
}

const readWithCallers = (text: string, options: Internal, callers: ReadonlyArray<string>): ScriptReading => {
  const { lines, problems } = splitLines(text)
  const caller = options.file ?? null
  const cursor: Cursor = {
    lines,
    next: 0,
    settings: { ...defaultReaderSettings, ...options.settings },
    items: [],
    problems: [...problems],
    buffer: null,
    readCalled: (at, verb, file) => readCalledScript(at, { verb, file, caller }, options, callers)
  }
  while (!isAtEnd(cursor)) readIdle(cursor)
  return {
    file: caller,
    statements: cursor.items,
    problems: cursor.problems.toSorted((left, right) => left.line - right.line),
    settings: cursor.settings
  }
}

/**
 * Reads a whole script into typed items. It never fails and skips no line that is not blank: what it does not know, or
 * what clients of SQL*Plus treat differently, is in `problems` with its line. Literals, `q'[..]'`, quoted names and
 * comments are followed across lines when it looks for `;`; `/`, `.` and blank lines count wherever they stand, as in
 * SQL*Plus.
 */
export const readScript = (text: string, options: ReadOptions = {}): ScriptReading =>
  readWithCallers(
    text,
    { ...options, readings: options.readings ?? new Map<string, ScriptReading>() },
    options.file === undefined ? [] : [options.file]
  )
