// Blocks: DECLARE, BEGIN, EXCEPTION, END. Declarations and statements are in files of their own.
import type { Identifier } from "../ast/node.ts"
import type { Block, Declaration, ExceptionHandler } from "../ast/plsql.ts"
import { parseIdentifier } from "./names.ts"
import { parseDeclarations } from "./plsql-declarations.ts"
import type { TokenStream } from "./token-stream.ts"

const parseExceptionName = (stream: TokenStream): ReadonlyArray<Identifier> => {
  const path = [parseIdentifier(stream, 6550)]
  while (stream.acceptOperator(".")) path.push(parseIdentifier(stream, 6550))
  return path
}

const parseHandler = (stream: TokenStream): ExceptionHandler => {
  const { start } = stream.expectWord("WHEN")
  if (stream.acceptWords("OTHERS")) {
    stream.expectWord("THEN")
    return { exceptions: "others", statements: stream.grammar.statements(stream), ...stream.span(start) }
  }
  const exceptions = [parseExceptionName(stream)]
  while (stream.acceptWords("OR")) exceptions.push(parseExceptionName(stream))
  stream.expectWord("THEN")
  return { exceptions, statements: stream.grammar.statements(stream), ...stream.span(start) }
}

const parseHandlers = (stream: TokenStream): ReadonlyArray<ExceptionHandler> => {
  if (!stream.acceptWords("EXCEPTION")) return []
  const handlers = [parseHandler(stream)]
  while (stream.isWord("WHEN")) handlers.push(parseHandler(stream))
  const others = handlers.findIndex(({ exceptions }) => exceptions === "others")
  const misplaced = others >= 0 && others < handlers.length - 1 ? handlers[others] : undefined
  if (misplaced !== undefined)
    throw stream.plsqlError(
      "PLS-00370: OTHERS handler must be last among the exception handlers of a block",
      misplaced.start
    )
  return handlers
}

/** The name after END; it must be the one the block has (PLS-00113). */
const readEndName = (stream: TokenStream, expected: Identifier | null): void => {
  if (stream.isOperator(";") || stream.isEnd()) return
  const found = parseIdentifier(stream, 6550)
  if (expected !== null && found.value !== expected.value)
    throw stream.plsqlError(`PLS-00113: END identifier '${found.value}' must match '${expected.value}'`, found.start)
}

/** `BEGIN ... [EXCEPTION ...] END [name]`. */
const parseBody = (
  stream: TokenStream,
  head: {
    readonly start: number
    readonly labels: ReadonlyArray<Identifier>
    readonly name: Identifier | null
    readonly endWords?: ReadonlyArray<string>
  },
  declarations: ReadonlyArray<Declaration>
): Block => {
  stream.expectWord("BEGIN")
  const statements = stream.grammar.statements(stream)
  const handlers = parseHandlers(stream)
  stream.expectWord("END")
  if (head.endWords === undefined) readEndName(stream, head.name)
  else stream.expectWords(head.endWords)
  return { kind: "block", labels: head.labels, declarations, statements, handlers, ...stream.span(head.start) }
}

/** `<<label>>`, any number of them. */
export const parseLabels = (stream: TokenStream): ReadonlyArray<Identifier> => {
  const labels: Identifier[] = []
  while (stream.acceptOperator("<<")) {
    labels.push(parseIdentifier(stream, 6550))
    stream.expectOperator(">>", 6550)
  }
  return labels
}

/** A block from DECLARE or BEGIN on. */
export const parseBlock = (stream: TokenStream, labels: ReadonlyArray<Identifier> = []): Block =>
  stream.nested(() => {
    const start = labels[0]?.start ?? stream.token.start
    const declarations = stream.acceptWords("DECLARE") ? parseDeclarations(stream) : []
    return parseBody(stream, { start, labels, name: labels.at(-1) ?? null }, declarations)
  })

/** A section of a compound trigger: it ends with END and its own words. */
export const parseSectionBody = (stream: TokenStream, endWords: ReadonlyArray<string>): Block =>
  stream.nested(() => {
    const { start } = stream.token
    return parseBody(stream, { start, labels: [], name: null, endWords }, parseDeclarations(stream))
  })

/** The body of a subprogram: declarations without DECLARE, then BEGIN. */
export const parseSubprogramBody = (stream: TokenStream, name: Identifier): Block =>
  stream.nested(() => {
    const { start } = stream.token
    return parseBody(stream, { start, labels: [], name }, parseDeclarations(stream))
  })
