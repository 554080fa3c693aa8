// EXECUTE IMMEDIATE, OPEN, FETCH, CLOSE.
import type { CloseCursor, ExecuteImmediate, FetchCursor, OpenCursor, UsingArgument } from "../ast/plsql-statement.ts"
import type { IntoClause } from "../ast/query.ts"
import { parseInto } from "./select.ts"
import type { TokenStream } from "./token-stream.ts"

const readMode = (stream: TokenStream): UsingArgument["mode"] => {
  const isIn = stream.acceptWords("IN")
  const isOut = stream.acceptWords("OUT")
  if (isIn && isOut) return "in out"
  return isOut ? "out" : "in"
}

const parseUsingArgument = (stream: TokenStream): UsingArgument => {
  const { start } = stream.token
  const mode = readMode(stream)
  return { mode, value: stream.grammar.expression(stream), ...stream.span(start) }
}

const readUsing = (stream: TokenStream): ReadonlyArray<UsingArgument> =>
  stream.acceptWords("USING") ? stream.commaList(() => parseUsingArgument(stream)) : []

const readReturningInto = (stream: TokenStream): IntoClause | null => {
  if (!stream.acceptWords("RETURNING") && !stream.acceptWords("RETURN")) return null
  const into = parseInto(stream)
  if (into === null) throw stream.fail(925, ["into"])
  return into
}

/** EXECUTE IMMEDIATE from EXECUTE on. */
export const parseExecuteImmediate = (stream: TokenStream): ExecuteImmediate => {
  const { start } = stream.take()
  stream.expectWord("IMMEDIATE")
  const text = stream.grammar.expression(stream)
  const into = parseInto(stream)
  const using = readUsing(stream)
  const returningInto = readReturningInto(stream)
  return { kind: "execute-immediate", text, into, using, returningInto, ...stream.span(start) }
}

const readOpenSource = (stream: TokenStream): OpenCursor["source"] => {
  if (!stream.acceptWords("FOR")) return { kind: "declared" }
  if (stream.isWord("SELECT") || stream.isWord("WITH"))
    return { kind: "query", query: stream.grammar.cursorQuery(stream) }
  const text = stream.grammar.expression(stream)
  return { kind: "dynamic", text, using: readUsing(stream) }
}

/** OPEN c, OPEN c(...), OPEN c FOR ... */
export const parseOpen = (stream: TokenStream): OpenCursor => {
  const { start } = stream.take()
  const cursor = stream.grammar.target(stream)
  return { kind: "open", cursor, source: readOpenSource(stream), ...stream.span(start) }
}

/** FETCH c [BULK COLLECT] INTO ... [LIMIT n]. */
export const parseFetch = (stream: TokenStream): FetchCursor => {
  const { start } = stream.take()
  const cursor = stream.grammar.target(stream)
  const into = parseInto(stream)
  if (into === null) throw stream.fail(925, ["into", "bulk"])
  const limit = stream.acceptWords("LIMIT") ? stream.grammar.expression(stream) : null
  return { kind: "fetch", cursor, into, limit, ...stream.span(start) }
}

/** CLOSE c. */
export const parseClose = (stream: TokenStream): CloseCursor => {
  const { start } = stream.take()
  return { kind: "close", cursor: stream.grammar.target(stream), ...stream.span(start) }
}
