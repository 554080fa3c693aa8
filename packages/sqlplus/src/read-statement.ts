// Reads one SQL statement or PL/SQL block: what SQL*Plus does with lines once it is in SQL or PL/SQL mode.
// The tests are made line by line as SQL*Plus makes them; only the `;` test looks at quotes, and says where that matters.
import type { Cursor } from "./cursor.ts"
import { isAtEnd, peekLine, report, takeLine, takeLogicalLine } from "./cursor.ts"
import { quoteShort } from "./quote-short.ts"
import { takePrefixedCommand } from "./read-command.ts"
import type { UnfinishedStatement } from "./script-item.ts"
import type { StatementInput } from "./statement-input.ts"
import { appendLine, inputText, startInput } from "./statement-input.ts"
import { isOpaqueUnit } from "./statement-kind.ts"
import { isOperator, withoutComments } from "./token.ts"
import type { Token } from "./token.ts"
import { tokenizeSql } from "./tokenize-sql.ts"

type Ending = { readonly run: string } | { readonly endedBy: UnfinishedStatement["endedBy"] }

/** A line that ends the input by itself, before it becomes part of it. */
const readEndingLine = (cursor: Cursor, input: StatementInput): Ending | null => {
  const trimmed = peekLine(cursor).trim()
  if (trimmed === "/") return { run: "/" }
  if (trimmed === cursor.settings.blockTerminator) return { endedBy: "block-terminator" }
  const endsByBlank = trimmed === "" && input.language !== "plsql" && !cursor.settings.sqlBlankLines
  return endsByBlank ? { endedBy: "blank-line" } : null
}

const reportEnclosedTerminator = (cursor: Cursor, ending: "in-literal" | "in-comment", text: string): void => {
  const place = ending === "in-literal" ? "literal" : "comment"
  const slug = ending === "in-literal" ? "terminator-in-literal" : "terminator-in-comment"
  const what = `${quoteShort(text)} ends in a terminator inside a ${place}; SQL*Plus may end the statement there.`
  report(cursor, slug, cursor.next, what)
}

/** Takes one line into the statement; true when it ends and runs it. */
const takeStatementLine = (cursor: Cursor, input: StatementInput): boolean => {
  const raw = peekLine(cursor)
  const isPlsql = input.language === "plsql"
  if (raw.trimStart().startsWith("@")) {
    const what = `${quoteShort(raw)} stands inside a statement; SQL*Plus reads that file into the statement.`
    report(cursor, "call-inside-statement", cursor.next + 1, what)
  }
  const logical = isPlsql ? { text: takeLine(cursor), line: cursor.next, isJoined: false } : takeLogicalLine(cursor)
  const ending = appendLine(input, logical.text, logical.line, cursor.settings.sqlTerminator)
  if (logical.isJoined || (isPlsql && raw.endsWith("-"))) {
    const what = `${quoteShort(raw)} ends in a hyphen, which SQL*Plus ${isPlsql ? "may drop" : "drops"} to join the next line.`
    report(cursor, "hyphen-joins-lines", logical.line, what)
  }
  if (ending === "in-literal" || ending === "in-comment") reportEnclosedTerminator(cursor, ending, logical.text)
  return ending === "terminated"
}

const isPrefixed = (cursor: Cursor): boolean =>
  cursor.settings.sqlPrefix !== null && peekLine(cursor).startsWith(cursor.settings.sqlPrefix)

const readUntilEnding = (cursor: Cursor, input: StatementInput): Ending => {
  while (!isAtEnd(cursor)) {
    const isFirst = input.lines.length === 0
    const ending = isFirst ? null : readEndingLine(cursor, input)
    if (ending !== null) {
      takeLine(cursor)
      return ending
    }
    if (isPrefixed(cursor)) takePrefixedCommand(cursor)
    else if (takeStatementLine(cursor, input)) return { run: cursor.settings.sqlTerminator ?? "" }
  }
  return { endedBy: "end-of-file" }
}

const reportText = (cursor: Cursor, input: StatementInput, ending: Ending, line: number, text: string): void => {
  const isPlsql = input.language === "plsql"
  const tokens = isPlsql ? tokenizeSql(text) : []
  const last = tokens.at(-1)
  const isOpen = isPlsql ? last?.isClosed === false && !isOpaqueUnit(withoutComments(tokens)) : input.open !== ""
  if (isOpen) {
    const openLine = isPlsql ? line + (last?.line ?? 1) - 1 : input.openLine
    report(
      cursor,
      "open-literal",
      openLine,
      "A literal, comment or quoted name opens here and is open when the statement ends."
    )
  }
  if (isPlsql) return
  const own = "run" in ending && ending.run === ";" ? 1 : 0
  if (input.firstSemicolon !== null && input.semicolons > own) reportStray(cursor, input.firstSemicolon)
}

const reportStray = (cursor: Cursor, stray: Token): void => {
  const what =
    "Text follows a `;` on its line, so the `;` does not end the statement and is sent along with what follows."
  report(cursor, "text-after-terminator", stray.line, what)
}

const notRunReasons: { readonly [endedBy in UnfinishedStatement["endedBy"]]: string } = {
  "blank-line": "a blank line ends it (SQLBLANKLINES is OFF)",
  "block-terminator": "the block terminator ends it",
  "end-of-file": "the file ends"
}

const reportNotRun = (cursor: Cursor, item: UnfinishedStatement): void => {
  const slug = item.endedBy === "blank-line" ? "blank-line-ends-statement" : "statement-not-run"
  const line = item.endedBy === "end-of-file" ? item.line : item.endLine
  const what = `The statement of line ${item.line} (${quoteShort(item.text)}) is not run: ${notRunReasons[item.endedBy]}.`
  report(cursor, slug, line, what)
}

/** Reads the statement that begins at the cursor, up to its terminator, the line that ends it, or the end of the file. */
export const readStatement = (cursor: Cursor): void => {
  const { settings } = cursor
  const line = cursor.next + 1
  const input = startInput()
  const ending = readUntilEnding(cursor, input)
  const language = input.language ?? "sql"
  const isRun = "run" in ending
  const text = inputText(input, isRun && ending.run !== "/" ? ending.run : null)
  reportText(cursor, input, ending, line, text)
  // `(SELECT ...)` is a SELECT, `<<label>>` has no verb but its brackets.
  const first = input.head[0]
  const verb = (isOperator(first, "(") ? input.head.find(({ kind }) => kind === "word") : first)?.value ?? ""
  const place = { line, endLine: cursor.next, settings, verb, text }
  if (!isRun) {
    const item: UnfinishedStatement = { kind: "unfinished", ...place, language, endedBy: ending.endedBy }
    cursor.items.push(item)
    reportNotRun(cursor, item)
  } else if (language === "plsql") cursor.items.push({ kind: "plsql", ...place, terminator: "/" })
  else cursor.items.push({ kind: "sql", ...place, terminator: ending.run })
  cursor.buffer = { language, text, hasRun: isRun }
}
