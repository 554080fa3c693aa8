// The Oracle grammar that we did not write, behind two questions: which tokens, and is it a statement?
// It knows neither scripts nor verdicts nor waivers.
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import PlSqlLexer from "@griffithswaite/ts-plsql-parser/antlr/PlSqlLexer.js"
import PlSqlParser from "@griffithswaite/ts-plsql-parser/antlr/PlSqlParser.js"
import { CharStream, CommonTokenStream } from "antlr4"
import type { ErrorListener, Recognizer, Token } from "antlr4"

/** How a statement must end: `sql` without a semicolon, `plsql` (blocks and stored units) with exactly one. */
export type StatementForm = "sql" | "plsql"

/** A place in a statement that the grammar does not take. */
export interface Refusal {
  /** Line in the statement, from 1. */
  readonly line: number
  /** Column, from 1. */
  readonly column: number
  /** Offset of the first character; null when the characters are no token at all. */
  readonly start: number | null
  readonly message: string
}

const require = createRequire(import.meta.url)

const versionOf = (name: string): string => {
  const manifest = join(dirname(require.resolve(name)), "..", "package.json")
  return `${name} ${(JSON.parse(readFileSync(manifest, "utf8")) as { readonly version: string }).version}`
}

/** The packages that judge, with their versions: `@griffithswaite/ts-plsql-parser 1.1.1, antlr4 4.13.0`. */
export const grammarVersion = `${versionOf("@griffithswaite/ts-plsql-parser")}, ${versionOf("antlr4")}`

/** Every keyword of the grammar, in upper case. */
export const grammarKeywords: ReadonlySet<string> = new Set(
  PlSqlLexer.literalNames.flatMap((name) => (name !== null && /^'\w+'$/.test(name) ? [name.slice(1, -1)] : []))
)

/** Name of a token type, as the grammar calls it: `REGULAR_ID`. */
export const nameTokenType = (type: number): string => PlSqlLexer.symbolicNames[type] ?? String(type)

/** True for keywords, false for names, literals and signs. */
export const isKeywordType = (type: number): boolean =>
  grammarKeywords.has((PlSqlLexer.literalNames[type] ?? "").slice(1, -1))

const defaultChannel = 0
const endOfText = -1

/** Thrown by the listener to stop at the first error; it never leaves this file. */
class RefusedStatement extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

const refuse: ErrorListener = {
  syntaxError: (_recognizer, offending, line, column, message) => {
    throw new RefusedStatement({ line, column: column + 1, start: offending?.start ?? null, message })
  },
  reportAmbiguity: () => undefined,
  reportAttemptingFullContext: () => undefined,
  reportContextSensitivity: () => undefined
}

const listenTo = <A extends Recognizer>(recognizer: A): A => {
  recognizer.removeErrorListeners()
  recognizer.addErrorListener(refuse)
  return recognizer
}

const createLexer = (text: string): PlSqlLexer => listenTo(new PlSqlLexer(new CharStream(text)))

const findRefusal = (run: () => void): Refusal | null => {
  try {
    run()
    return null
  } catch (error) {
    if (error instanceof RefusedStatement) return error.refusal
    throw error
  }
}

/** The tokens that the parser will see (no comments), or the place where the text is no Oracle token. */
export const lexStatement = (
  text: string
): { readonly tokens: ReadonlyArray<Token>; readonly refusal: Refusal | null } => {
  let tokens: ReadonlyArray<Token> = []
  const refusal = findRefusal(() => {
    tokens = createLexer(text)
      .getAllTokens()
      .filter(({ channel }) => channel === defaultChannel)
  })
  return { tokens, refusal }
}

const fastPrediction = 0
const fullPrediction = 1

const demand = (parser: PlSqlParser, stream: CommonTokenStream, type: number): void => {
  const next = stream.LT(1)
  if (next.type !== type)
    refuse.syntaxError(parser, next, next.line, next.column, `'${next.text}' stands where the statement should end`)
  if (type !== endOfText) parser.consume()
}

const parseOnce = (text: string, form: StatementForm, predictionMode: number): Refusal | null =>
  findRefusal(() => {
    const stream = new CommonTokenStream(createLexer(text))
    const parser = listenTo(new PlSqlParser(stream))
    parser._interp.predictionMode = predictionMode
    parser.buildParseTrees = false
    parser.unit_statement()
    if (form === "plsql") demand(parser, stream, PlSqlParser.SEMICOLON)
    demand(parser, stream, endOfText)
  })

/**
 * Parses one whole statement; null when the grammar takes it. ANTLR's fast prediction (SLL) goes first, because what it
 * takes the full one takes too; what it refuses is parsed again with the full one (LL), whose word counts.
 */
export const parseStatement = (text: string, form: StatementForm): Refusal | null => {
  const isTaken = parseOnce(text, form, fastPrediction) === null
  return isTaken ? null : parseOnce(text, form, fullPrediction)
}
