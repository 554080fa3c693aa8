// The front door of the parser: a text in, a tree or a DatabaseError out. Pure: no catalog, no session.
import type { Statement } from "./ast/statement.ts"
import type { Token } from "./lex/token.ts"
import { tokenize } from "./lex/tokenize.ts"
import { parseNamed } from "./parse/calls.ts"
import { parseBoolean, parseCondition, parseExpression } from "./parse/condition.ts"
import type { Grammar } from "./parse/grammar.ts"
import { parseOperand } from "./parse/operand.ts"
import { parseBlock, parseSectionBody, parseSubprogramBody } from "./parse/plsql-block.ts"
import { parseStatements } from "./parse/plsql-statements.ts"
import { parseCursorQuery, parseOrderItems, parseQuery, parseQueryAfter, parseSubquery } from "./parse/query.ts"
import { parseWhole } from "./parse/statement.ts"
import { TokenStream } from "./parse/token-stream.ts"
import type { OracleRelease } from "./release.ts"
import { defaultRelease, identifierLimitBytes } from "./release.ts"

/** What a text is parsed as. */
export interface ParseOptions {
  /** Refuses what this release does not know. 19 unless another is given. */
  readonly version?: OracleRelease
}

const grammar: Grammar = {
  expression: parseExpression,
  boolean: parseBoolean,
  condition: parseCondition,
  target: (stream) => (stream.token.kind === "bind" ? parseOperand(stream) : parseNamed(stream)),
  orderItems: parseOrderItems,
  query: parseQuery,
  cursorQuery: parseCursorQuery,
  subquery: parseSubquery,
  queryAfter: parseQueryAfter,
  block: parseBlock,
  subprogramBody: parseSubprogramBody,
  sectionBody: parseSectionBody,
  statements: parseStatements
}

/** True when the text is PL/SQL as a whole: DECLARE, BEGIN or a label comes first. */
const beginsBlock = (token: Token | undefined): boolean =>
  token !== undefined &&
  ((token.kind === "word" && (token.value === "DECLARE" || token.value === "BEGIN")) ||
    (token.kind === "operator" && token.value === "<<"))

const openStream = (text: string, release: OracleRelease): TokenStream => {
  const tokens = tokenize(text, { nameLimitBytes: identifierLimitBytes(release) })
  return new TokenStream({ text, release, grammar, isUnit: beginsBlock(tokens[0]), tokens })
}

/**
 * The tree of one statement, without terminator in SQL and with it in PL/SQL. Throws a DatabaseError and nothing else: the number that Oracle gives for this
 * mistake with the offset of the place, ORA-03001 for what Oracle knows and the sandbox does not.
 */
export const parseStatement = (text: string, options: ParseOptions = {}): Statement =>
  parseWhole(openStream(text, options.version ?? defaultRelease))
