// Reads the lines that SQL*Plus obeys itself: commands, calls of other scripts, and `/` between statements.
import { editsBuffer, findCommand, readArguments, readFirstWord, withoutSemicolon } from "./commands.ts"
import type { Cursor, LogicalLine } from "./cursor.ts"
import { report, takeLogicalLine } from "./cursor.ts"
import { quoteShort } from "./quote-short.ts"
import { applySet } from "./reader-settings.ts"
import type { ScriptCall } from "./script-item.ts"

const shellPrefix = /^\s*[!$]/

/** True when an idle SQL*Plus would take the line for one of its commands, a call or a shell line. */
export const beginsCommand = (firstWord: string, line: string): boolean =>
  findCommand(firstWord) !== null || line.trimStart().startsWith("@") || shellPrefix.test(line)

/** `/`, R or RUN: runs the buffer. */
export const readRunBuffer = (cursor: Cursor, { line }: LogicalLine): void => {
  const { buffer, settings } = cursor
  if (buffer === null) report(cursor, "nothing-to-run", line, "Nothing stands in the SQL buffer to be run (SP2-0103).")
  if (buffer === "unknown")
    report(cursor, "buffer-edited", line, "This runs a SQL buffer that an earlier command or script has changed.")
  const known = buffer === null || buffer === "unknown" ? null : buffer
  const statement = known === null ? null : { language: known.language, text: known.text }
  const isRepeat = known?.hasRun ?? false
  cursor.items.push({ kind: "run-buffer", line, endLine: cursor.next, settings, statement, isRepeat })
  if (known !== null) cursor.buffer = { ...known, hasRun: true }
}

const splitCallWords = (text: string): ReadonlyArray<string> =>
  (withoutSemicolon(text).match(/"[^"]*"?|'[^']*'?|\S+/g) ?? []).map((word) => word.replace(/^(["'])(.*)\1$/s, "$2"))

const readCall = (cursor: Cursor, logical: LogicalLine, verb: ScriptCall["verb"], rest: string): void => {
  const { settings } = cursor
  const text = logical.text.trim()
  const [file = "", ...args] = splitCallWords(rest)
  if (file === "") report(cursor, "call-without-file", logical.line, `${quoteShort(text)} names no file to run.`)
  const reading = file === "" ? null : cursor.readCalled(cursor, verb, file)
  const place = { line: logical.line, endLine: cursor.next, settings }
  cursor.items.push({ kind: "call", ...place, verb, file, args, text, reading })
  if (reading !== null) cursor.settings = reading.settings
  // The called script's last statement is now in the buffer; which one it is depends on that file.
  cursor.buffer = "unknown"
}

const obeySet = (cursor: Cursor, args: string, line: number): void => {
  const { settings, misunderstood } = applySet(cursor.settings, args)
  cursor.settings = settings
  for (const what of misunderstood) report(cursor, "set-not-understood", line, what)
}

const obey = (cursor: Cursor, verb: string, args: string, line: number): void => {
  if (verb === "SET") obeySet(cursor, args, line)
  if (verb === "CLEAR" && /^(buff(er)?|sql)$/i.test(args)) cursor.buffer = null
  if (!editsBuffer(verb)) return
  report(cursor, "buffer-edited", line, `${verb} changes the SQL buffer, which this reader does not follow.`)
  cursor.buffer = "unknown"
}

const readVerb = (text: string): { readonly verb: string; readonly length: number } => {
  if (shellPrefix.test(text)) return { verb: "HOST", length: 1 }
  const word = readFirstWord(text)
  return { verb: findCommand(word) ?? "", length: word.length }
}

const readLogicalCommand = (cursor: Cursor, logical: LogicalLine): void => {
  const text = logical.text.trim()
  const at = /^@{1,2}/.exec(text)?.[0]
  if (at !== undefined) return readCall(cursor, logical, at === "@@" ? "@@" : "@", text.slice(at.length))
  const { verb, length } = readVerb(text)
  const args = readArguments(verb, text, length)
  if (verb === "START") return readCall(cursor, logical, "START", args)
  if (verb === "RUN") return readRunBuffer(cursor, logical)
  const place = { line: logical.line, endLine: cursor.next, settings: cursor.settings }
  if (verb === "REMARK") cursor.items.push({ kind: "comment", ...place, style: "REM", text })
  else cursor.items.push({ kind: "command", ...place, verb, args, text })
  obey(cursor, verb, args, logical.line)
}

/** Reads the command, call or REMARK at the cursor with its continuation lines. The line must begin one. */
export const readCommand = (cursor: Cursor): void => readLogicalCommand(cursor, takeLogicalLine(cursor))

/** Reads a line that begins with the SQLPREFIX inside a statement: SQL*Plus obeys it at once and goes on with the statement. */
export const takePrefixedCommand = (cursor: Cursor): void => {
  const logical = takeLogicalLine(cursor)
  const text = logical.text.slice(cursor.settings.sqlPrefix?.length ?? 0)
  if (beginsCommand(readFirstWord(text), text)) return readLogicalCommand(cursor, { ...logical, text })
  const what = `${quoteShort(logical.text)} begins with the SQLPREFIX, but what follows is no SQL*Plus command.`
  report(cursor, "unknown-command", logical.line, what)
}
