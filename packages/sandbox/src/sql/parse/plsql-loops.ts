// LOOP, WHILE, FOR in its three forms, and FORALL.
import type { Identifier } from "../ast/node.ts"
import type { ForAll, Loop, LoopControl } from "../ast/plsql-statement.ts"
import { parseDelete, parseInsert, parseUpdate } from "./dml.ts"
import { parseMerge } from "./merge.ts"
import { parseIdentifier } from "./names.ts"
import { parseExecuteImmediate } from "./plsql-cursors.ts"
import type { TokenStream } from "./token-stream.ts"

const isQueryInParentheses = (stream: TokenStream): boolean => {
  let ahead = 0
  while (stream.isOperator("(", ahead)) ahead += 1
  return ahead > 0 && (stream.isWord("SELECT", ahead) || stream.isWord("WITH", ahead))
}

const parseFor = (stream: TokenStream): LoopControl => {
  const variable = parseIdentifier(stream, 6550)
  stream.expectWord("IN")
  const isReverse = stream.acceptWords("REVERSE")
  if (!isReverse && isQueryInParentheses(stream)) {
    stream.take()
    const query = stream.grammar.cursorQuery(stream)
    stream.expectClose()
    return { kind: "query", variable, query }
  }
  const low = stream.grammar.expression(stream)
  if (stream.acceptOperator(".."))
    return { kind: "range", variable, isReverse, low, high: stream.grammar.expression(stream) }
  if (isReverse || (low.kind !== "name" && low.kind !== "call")) throw stream.fail(6550, [".."])
  return { kind: "cursor", variable, cursor: low }
}

const readControl = (stream: TokenStream): LoopControl => {
  if (stream.acceptWords("WHILE")) return { kind: "while", condition: stream.grammar.expression(stream) }
  return stream.acceptWords("FOR") ? parseFor(stream) : { kind: "endless" }
}

/** A loop from LOOP, WHILE or FOR on. */
export const parseLoop = (stream: TokenStream, labels: ReadonlyArray<Identifier>): Loop => {
  const start = labels[0]?.start ?? stream.token.start
  const control = readControl(stream)
  stream.expectWord("LOOP")
  const statements = stream.grammar.statements(stream)
  stream.expectWords(["END", "LOOP"])
  if (!stream.isOperator(";")) parseIdentifier(stream, 6550)
  return { kind: "loop", labels, control, statements, ...stream.span(start) }
}

const parseBounds = (stream: TokenStream): ForAll["bounds"] => {
  if (stream.acceptWords("INDICES", "OF")) {
    const collection = stream.grammar.target(stream)
    if (stream.isWord("BETWEEN")) throw stream.refuse("INDICES OF ... BETWEEN")
    return { kind: "indices-of", collection }
  }
  if (stream.acceptWords("VALUES", "OF")) return { kind: "values-of", collection: stream.grammar.target(stream) }
  const low = stream.grammar.expression(stream)
  stream.expectOperator("..", 6550)
  return { kind: "range", low, high: stream.grammar.expression(stream) }
}

const parseRepeated = (stream: TokenStream): ForAll["statement"] => {
  if (stream.isWord("INSERT")) return parseInsert(stream)
  if (stream.isWord("UPDATE")) return parseUpdate(stream)
  if (stream.isWord("DELETE")) return parseDelete(stream)
  if (stream.isWord("MERGE")) return parseMerge(stream)
  if (stream.isWord("EXECUTE")) return parseExecuteImmediate(stream)
  throw stream.fail(6550, ["insert", "update", "delete", "merge", "execute"])
}

/** FORALL i IN ... [SAVE EXCEPTIONS] statement. */
export const parseForAll = (stream: TokenStream): ForAll => {
  const { start } = stream.take()
  const variable = parseIdentifier(stream, 6550)
  stream.expectWord("IN")
  const bounds = parseBounds(stream)
  const isSaveExceptions = stream.acceptWords("SAVE", "EXCEPTIONS")
  return { kind: "forall", variable, bounds, isSaveExceptions, statement: parseRepeated(stream), ...stream.span(start) }
}
