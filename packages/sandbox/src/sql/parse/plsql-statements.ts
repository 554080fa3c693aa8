// Statements of PL/SQL: which one comes next. Loops, cursors and dynamic SQL are in files of their own.
import type { Identifier } from "../ast/node.ts"
import type { PlsqlStatement, StatementBranch } from "../ast/plsql-statement.ts"
import { parseDelete, parseInsert, parseUpdate } from "./dml.ts"
import { parseLockTable, parseMerge } from "./merge.ts"
import { parseIdentifier } from "./names.ts"
import { parseLabels } from "./plsql-block.ts"
import { parseClose, parseExecuteImmediate, parseFetch, parseOpen } from "./plsql-cursors.ts"
import { parseSelectInto } from "./query.ts"
import { expectSemicolon } from "./plsql-declarations.ts"
import { parseForAll, parseLoop } from "./plsql-loops.ts"
import { parseCommit, parseRollback, parseSavepoint, parseSetTransaction } from "./session.ts"
import type { TokenStream } from "./token-stream.ts"

const parseBranch = (stream: TokenStream, start: number): StatementBranch => {
  const when = stream.grammar.expression(stream)
  stream.expectWord("THEN")
  return { when, statements: stream.grammar.statements(stream), ...stream.span(start) }
}

const parseIf = (stream: TokenStream): PlsqlStatement => {
  const { start } = stream.take()
  const branches = [parseBranch(stream, start)]
  while (stream.isWord("ELSIF")) branches.push(parseBranch(stream, stream.take().start))
  const otherwise = stream.acceptWords("ELSE") ? stream.grammar.statements(stream) : []
  stream.expectWords(["END", "IF"])
  return { kind: "if", branches, otherwise, ...stream.span(start) }
}

const parseCaseStatement = (stream: TokenStream): PlsqlStatement => {
  const { start } = stream.take()
  const selector = stream.isWord("WHEN") ? null : stream.grammar.expression(stream)
  const branches: StatementBranch[] = []
  do branches.push(parseBranch(stream, stream.expectWord("WHEN").start))
  while (stream.isWord("WHEN"))
  const otherwise = stream.acceptWords("ELSE") ? stream.grammar.statements(stream) : null
  stream.expectWords(["END", "CASE"])
  if (!stream.isOperator(";")) parseIdentifier(stream, 6550)
  return { kind: "case-statement", selector, branches, otherwise, ...stream.span(start) }
}

const parseExit = (stream: TokenStream): PlsqlStatement => {
  const token = stream.take()
  const hasLabel = !stream.isOperator(";") && !stream.isWord("WHEN")
  const label = hasLabel ? parseIdentifier(stream, 6550) : null
  const when = stream.acceptWords("WHEN") ? stream.grammar.expression(stream) : null
  return { kind: token.value === "EXIT" ? "exit" : "continue", label, when, ...stream.span(token.start) }
}

const parseReturn = (stream: TokenStream): PlsqlStatement => {
  const { start } = stream.take()
  const value = stream.isOperator(";") ? null : stream.grammar.expression(stream)
  return { kind: "return", value, ...stream.span(start) }
}

const parseRaise = (stream: TokenStream): PlsqlStatement => {
  const { start } = stream.take()
  if (stream.isOperator(";")) return { kind: "raise", exception: null, ...stream.span(start) }
  const exception: Identifier[] = [parseIdentifier(stream, 6550)]
  while (stream.acceptOperator(".")) exception.push(parseIdentifier(stream, 6550))
  return { kind: "raise", exception, ...stream.span(start) }
}

const parseNull = (stream: TokenStream): PlsqlStatement => {
  const { start } = stream.take()
  return { kind: "null-statement", ...stream.span(start) }
}

/** SQL words mean SQL until the semicolon; something else before it is ORA-00933. */
const parseSql =
  (parse: (stream: TokenStream) => PlsqlStatement) =>
  (stream: TokenStream): PlsqlStatement =>
    stream.inLanguage("sql", () => {
      const statement = parse(stream)
      if (!stream.isOperator(";")) throw stream.fail(933)
      return statement
    })

const refuseGoto = (stream: TokenStream): PlsqlStatement => {
  throw stream.refuse("GOTO")
}

const parsers: Readonly<Record<string, (stream: TokenStream) => PlsqlStatement>> = {
  IF: parseIf,
  CASE: parseCaseStatement,
  EXIT: parseExit,
  CONTINUE: parseExit,
  RETURN: parseReturn,
  RAISE: parseRaise,
  NULL: parseNull,
  EXECUTE: parseExecuteImmediate,
  OPEN: parseOpen,
  FETCH: parseFetch,
  CLOSE: parseClose,
  FORALL: parseForAll,
  SELECT: parseSql(parseSelectInto),
  WITH: parseSql(parseSelectInto),
  INSERT: parseSql(parseInsert),
  UPDATE: parseSql(parseUpdate),
  DELETE: parseSql(parseDelete),
  MERGE: parseSql(parseMerge),
  LOCK: parseSql(parseLockTable),
  COMMIT: parseSql(parseCommit),
  ROLLBACK: parseSql(parseRollback),
  SAVEPOINT: parseSql(parseSavepoint),
  SET: parseSql(parseSetTransaction),
  GOTO: refuseGoto
}

const loopWords: ReadonlySet<string> = new Set(["LOOP", "WHILE", "FOR"])

const parseAssignmentOrCall = (stream: TokenStream): PlsqlStatement => {
  const { start } = stream.token
  const target = stream.grammar.target(stream)
  if (stream.acceptOperator(":="))
    return { kind: "assignment", target, value: stream.grammar.expression(stream), ...stream.span(start) }
  if (target.kind === "bind" || target.kind === "correlation-column") throw stream.fail(6550, [":="])
  return { kind: "call-statement", call: target, ...stream.span(start) }
}

/** Words like OPEN are not reserved: followed by `:=`, `.` or, for most, `(` they are names. */
const isUsedAsName = (stream: TokenStream): boolean => stream.isOperator(":=", 1) || stream.isOperator(".", 1)

const parseUnlabelled = (stream: TokenStream, labels: ReadonlyArray<Identifier>): PlsqlStatement => {
  const { kind, value } = stream.token
  if (kind !== "word" || isUsedAsName(stream)) return parseAssignmentOrCall(stream)
  if (value === "BEGIN" || value === "DECLARE") return stream.grammar.block(stream, labels)
  if (loopWords.has(value)) return parseLoop(stream, labels)
  if (value === "PIPE" && stream.isWord("ROW", 1)) throw stream.refuse("PIPE ROW")
  const parse = parsers[value]
  return parse === undefined ? parseAssignmentOrCall(stream) : parse(stream)
}

const parseStatement = (stream: TokenStream): PlsqlStatement =>
  stream.nested(() => {
    const statement = parseUnlabelled(stream, parseLabels(stream))
    expectSemicolon(stream)
    return statement
  })

const enders: ReadonlySet<string> = new Set(["END", "EXCEPTION", "ELSE", "ELSIF", "WHEN"])

/** Statements up to END, EXCEPTION, ELSE, ELSIF or WHEN: at least one (PLS-00103). */
export const parseStatements = (stream: TokenStream): ReadonlyArray<PlsqlStatement> => {
  const statements: PlsqlStatement[] = []
  do {
    if (stream.isEnd() || (stream.isOneOf(enders) && statements.length === 0)) throw stream.fail(6550, ["a statement"])
    statements.push(parseStatement(stream))
  } while (!stream.isOneOf(enders))
  return statements
}
