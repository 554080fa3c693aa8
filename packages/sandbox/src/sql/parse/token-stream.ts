// The cursor of the parser: where it is, what comes next, how it fails. It knows the difference between SQL and PL/SQL errors and no grammar.
import type { SyntaxCode } from "../errors/syntax-texts.ts"
import { DatabaseError } from "../../engine/engine.ts"
import type { Span } from "../ast/node.ts"
import { compileError, syntaxError, unsupported } from "../errors/syntax-error.ts"
import type { Token } from "../lex/token.ts"
import { tokenize } from "../lex/tokenize.ts"
import type { OracleRelease } from "../release.ts"
import { identifierLimitBytes } from "../release.ts"
import type { Grammar } from "./grammar.ts"

/** Whether the words mean SQL or PL/SQL at this place. */
export type Language = "sql" | "plsql"

/**
 * How deep expressions, queries and blocks may be nested: beyond it a statement is refused instead of exhausting the stack. 160 levels of the
 * heaviest kind need less than half of the stack that Node gives by default.
 */
export const nestingLimit = 160

/** How long a chain of operators, joins or elements may be: its tree is as deep as it is long, and whoever reads it must come to its end. */
export const chainLimit = 2000

/** What binds are at this place: values, forbidden (DDL), or the correlation names of a trigger's body. */
export type BindMeaning = "value" | "forbidden" | "correlation"

/** A text being parsed. */
export class TokenStream {
  readonly text: string
  readonly release: OracleRelease
  readonly grammar: Grammar
  readonly tokens: ReadonlyArray<Token>
  /** The statement as a whole is PL/SQL: an anonymous block or the body of a stored unit. */
  readonly isUnit: boolean
  language: Language
  bindMeaning: BindMeaning = "value"
  /** A name is one bind however often it stands there: PL/SQL and CALL. */
  areBindsDistinct: boolean
  private at = 0
  private depth = 0
  private bindNames: Map<string, number> | null = null

  constructor(input: {
    readonly text: string
    readonly release: OracleRelease
    readonly grammar: Grammar
    readonly isUnit: boolean
    readonly tokens?: ReadonlyArray<Token>
  }) {
    this.text = input.text
    this.release = input.release
    this.grammar = input.grammar
    this.isUnit = input.isUnit
    this.language = input.isUnit ? "plsql" : "sql"
    this.areBindsDistinct = input.isUnit
    this.tokens = input.tokens ?? tokenize(input.text, { nameLimitBytes: identifierLimitBytes(input.release) })
  }

  /** The token that comes next. */
  get token(): Token {
    return this.peek(0)
  }

  /** The token `ahead` places after the next one; the last one when there are not that many. */
  peek(ahead: number): Token {
    const token = this.tokens[this.at + ahead] ?? this.tokens.at(-1)
    if (token === undefined) throw syntaxError(900, 0)
    return token
  }

  /** Where the last token that was taken ended. */
  get previousEnd(): number {
    return this.at === 0 ? 0 : (this.tokens[this.at - 1]?.end ?? 0)
  }

  /** The place in the list of tokens; `rewind` goes back to it. */
  mark(): number {
    return this.at
  }

  /** Goes back to a place that `mark` gave. */
  rewind(mark: number): void {
    this.at = mark
  }

  /** Nothing comes next. */
  isEnd(): boolean {
    return this.token.kind === "end"
  }

  /** Takes everything that is left. */
  toEnd(): void {
    this.at = this.tokens.length - 1
  }

  /** Takes the next token. */
  take(): Token {
    const token = this.token
    if (token.kind !== "end") this.at += 1
    return token
  }

  /** The next token is this word, not quoted. */
  isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.kind === "word" && token.value === word
  }

  /** The next tokens are these words. */
  areWords(...words: ReadonlyArray<string>): boolean {
    return words.every((word, ahead) => this.isWord(word, ahead))
  }

  /** The next token is one of these words. */
  isOneOf(words: ReadonlySet<string>, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.kind === "word" && words.has(token.value)
  }

  /** The next token is this operator. */
  isOperator(operator: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.kind === "operator" && token.value === operator
  }

  /** Takes the words when they come next. */
  acceptWords(...words: ReadonlyArray<string>): boolean {
    if (!this.areWords(...words)) return false
    this.at += words.length
    return true
  }

  /** Takes the operator when it comes next. */
  acceptOperator(operator: string): boolean {
    if (!this.isOperator(operator)) return false
    this.at += 1
    return true
  }

  /** Takes the word or fails with the number. */
  expectWord(word: string, code: SyntaxCode = 905): Token {
    if (!this.isWord(word)) throw this.fail(code, [word.toLowerCase()])
    return this.take()
  }

  /** Takes the words one after the other or fails with the number at the one that is missing. */
  expectWords(words: ReadonlyArray<string>, code: SyntaxCode = 905): void {
    for (const word of words) this.expectWord(word, code)
  }

  /** Takes the operator or fails with the number. */
  expectOperator(operator: string, code: SyntaxCode): Token {
    if (!this.isOperator(operator)) throw this.fail(code, [operator])
    return this.take()
  }

  /** `(`, or ORA-00906. */
  expectOpen(code: SyntaxCode = 906): Token {
    return this.expectOperator("(", code)
  }

  /** `)`, or ORA-00907. */
  expectClose(code: SyntaxCode = 907): Token {
    return this.expectOperator(")", code)
  }

  /** The span from `start` to the end of the last token taken. */
  span(start: number): Span {
    return { start, end: Math.max(start, this.previousEnd) }
  }

  /** Items separated by commas. */
  commaList<T>(parse: () => T): T[] {
    const items = [parse()]
    while (this.acceptOperator(",")) items.push(parse())
    return items
  }

  /** `( item, item )`. */
  parenthesizedList<T>(parse: () => T, openCode: SyntaxCode = 906): T[] {
    this.expectOpen(openCode)
    const items = this.commaList(parse)
    this.expectClose()
    return items
  }

  /** Runs `parse` one level deeper; too deep is refused. */
  nested<T>(parse: () => T): T {
    this.depth += 1
    if (this.depth > nestingLimit) throw unsupported(`nesting deeper than ${nestingLimit} levels`, this.token.start)
    const result = parse()
    this.depth -= 1
    return result
  }

  /** Refuses the link of a chain that makes it too long; `length` counts from 1. */
  checkChain(length: number): void {
    if (length > chainLimit) throw unsupported(`chains longer than ${chainLimit} operators`, this.token.start)
  }

  /** Runs `parse` in the other language and comes back. */
  inLanguage<T>(language: Language, parse: () => T): T {
    const before = this.language
    this.language = language
    const result = parse()
    this.language = before
    return result
  }

  /** Conditions are values here: PL/SQL, and SQL from release 23 on. */
  get hasBooleans(): boolean {
    return this.language === "plsql" || this.release >= 23
  }

  /** The index of a bind: its occurrence in SQL, its name's first occurrence in PL/SQL. */
  bindIndexOf(token: Token): number {
    if (!this.areBindsDistinct) return token.bindIndex
    this.bindNames ??= new Map()
    const known = this.bindNames.get(token.value)
    if (known !== undefined) return known
    const index = this.bindNames.size
    this.bindNames.set(token.value, index)
    return index
  }

  /**
   * The error for something unexpected at the next token: `code` in SQL, PLS-00103 in PL/SQL. An unreadable token gives its own error instead.
   * Throw what it returns.
   */
  fail(code: SyntaxCode, expected: ReadonlyArray<string> = [], token: Token = this.token): DatabaseError {
    if (token.error !== null) return this.place(token.error, token.start)
    if (this.language === "plsql") return this.failPlsql(expected, token)
    const isForeign = token.kind === "operator" && (token.value === "%" || (token.value === ";" && this.release < 12.2))
    return this.place(isForeign && !this.isUnit ? 911 : code, token.start)
  }

  /** An error with a number at an offset; wrapped in ORA-06550 when it stands in PL/SQL. */
  place(code: SyntaxCode, offset: number, detail = ""): DatabaseError {
    const error = syntaxError(code, offset, detail)
    if (!this.isUnit) return error
    if (this.language === "sql") return compileError(this.text, offset, `PL/SQL: ${error.message}`)
    if (code === 972) return compileError(this.text, offset, "PLS-00114: identifier is too long")
    if (code === 911 || code === 1756 || code === 1742) return this.unreadable(offset)
    return compileError(this.text, offset, `PL/SQL: ${error.message}`)
  }

  private unreadable(offset: number): DatabaseError {
    const symbol = this.text.slice(offset, offset + 30).split("\n", 1)[0] ?? ""
    return compileError(this.text, offset, `PLS-00103: Encountered the symbol "${symbol}"`)
  }

  private failPlsql(expected: ReadonlyArray<string>, token: Token): DatabaseError {
    const symbol = token.kind === "end" ? "end-of-file" : token.value
    const list = expected.length === 0 ? "" : ` when expecting one of the following:\n\n   ${expected.join(" ")}`
    return compileError(this.text, token.start, `PLS-00103: Encountered the symbol "${symbol}"${list}`)
  }

  /** A PLS error at an offset. */
  plsqlError(message: string, offset: number): DatabaseError {
    return compileError(this.text, offset, message)
  }

  /** ORA-03001 for what Oracle knows and the sandbox does not. */
  refuse(feature: string, token: Token = this.token): DatabaseError {
    return unsupported(feature, token.start)
  }
}
