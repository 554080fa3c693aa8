// Reads comments between statements. Comments inside a statement are part of it and are read there.
import type { Cursor } from "./cursor.ts"
import { isAtEnd, peekLine, report, takeLine } from "./cursor.ts"
import { quoteShort } from "./quote-short.ts"

/** Reads a `--` line. */
export const readLineComment = (cursor: Cursor): void => {
  const { settings } = cursor
  const text = takeLine(cursor).trim()
  cursor.items.push({ kind: "comment", line: cursor.next, endLine: cursor.next, settings, style: "--", text })
}

/** What follows the comment on its last line is read as a line of its own, because clients differ there. */
const keepRest = (cursor: Cursor, rest: string): void => {
  if (rest.trim() === "") return
  const what = `${quoteShort(rest)} follows a comment on its line; put it on a line of its own.`
  report(cursor, "text-after-comment", cursor.next, what)
  cursor.next -= 1
  cursor.lines[cursor.next] = rest
}

/** Reads a block comment over as many lines as it has. */
export const readBlockComment = (cursor: Cursor): void => {
  const { settings } = cursor
  const line = cursor.next + 1
  const first = peekLine(cursor).trimStart()
  if (!/^\/\*(\s|$)/.test(first)) {
    const what = `${quoteShort(first)} has no blank after "/*"; SQL*Plus may take the "/" for an order to run the buffer.`
    report(cursor, "comment-without-blank", line, what)
  }
  const lines = [takeLine(cursor).trimStart()]
  let isClosed = first.includes("*/", 2)
  while (!isClosed && !isAtEnd(cursor)) {
    const next = takeLine(cursor)
    lines.push(next)
    isClosed = next.includes("*/")
  }
  // Joining copies, and a line may hold a thousand comments.
  const text = isClosed && lines.length === 1 ? (lines[0] ?? "") : lines.join("\n")
  const close = text.indexOf("*/", 2)
  const end = close < 0 ? text.length : close + 2
  if (close < 0) report(cursor, "comment-not-closed", line, "This comment is not closed before the file ends.")
  const place = { line, endLine: cursor.next, settings }
  cursor.items.push({ kind: "comment", ...place, style: "/*", text: text.slice(0, end) })
  keepRest(cursor, text.slice(end))
}
