// One statement: which kind comes next, and that nothing follows it.
import type { Statement } from "../ast/statement.ts"
import { parseCreate, parseAlter } from "./create.ts"
import { parseCall } from "./call-statement.ts"
import { parseDelete, parseInsert, parseUpdate } from "./dml.ts"
import { parseAnalyze, parseDrop, parseFlashback, parsePurge, parseRename, parseTruncate } from "./drop.ts"
import { parseLockTable, parseMerge } from "./merge.ts"
import { parseLabels } from "./plsql-block.ts"
import { parseComment } from "./schema-objects.ts"
import { parseGrant, parseRevoke } from "./security.ts"
import { parseCommit, parseRollback, parseSavepoint, parseSet } from "./session.ts"
import type { TokenStream } from "./token-stream.ts"

type Parser = (stream: TokenStream) => Statement

/** A statement of DDL: the verb is taken, binds are forbidden (ORA-01027). */
const ddl =
  (parse: (stream: TokenStream, start: number) => Statement): Parser =>
  (stream) => {
    stream.bindMeaning = "forbidden"
    const { start } = stream.take()
    return parse(stream, start)
  }

const query: Parser = (stream) => stream.grammar.cursorQuery(stream)

const block: Parser = (stream) => {
  const statement = stream.grammar.block(stream, parseLabels(stream))
  stream.expectOperator(";", 6550)
  return statement
}

const parsers: Readonly<Record<string, Parser>> = {
  SELECT: query,
  WITH: query,
  INSERT: parseInsert,
  UPDATE: parseUpdate,
  DELETE: parseDelete,
  MERGE: parseMerge,
  LOCK: parseLockTable,
  CREATE: ddl(parseCreate),
  ALTER: ddl(parseAlter),
  DROP: ddl(parseDrop),
  TRUNCATE: ddl(parseTruncate),
  RENAME: ddl(parseRename),
  COMMENT: ddl(parseComment),
  GRANT: ddl(parseGrant),
  REVOKE: ddl(parseRevoke),
  PURGE: ddl(parsePurge),
  FLASHBACK: ddl(parseFlashback),
  ANALYZE: ddl(parseAnalyze),
  COMMIT: parseCommit,
  ROLLBACK: parseRollback,
  SAVEPOINT: parseSavepoint,
  SET: parseSet,
  CALL: parseCall,
  DECLARE: block,
  BEGIN: block
}

const refused: ReadonlySet<string> = new Set("EXPLAIN AUDIT NOAUDIT ADMINISTER ASSOCIATE DISASSOCIATE".split(" "))

const isQueryInParentheses = (stream: TokenStream): boolean => {
  let ahead = 0
  while (stream.isOperator("(", ahead)) ahead += 1
  return ahead > 0 && (stream.isWord("SELECT", ahead) || stream.isWord("WITH", ahead))
}

const findParser = (stream: TokenStream): Parser => {
  if (stream.isOperator("<<")) return block
  if (isQueryInParentheses(stream)) return query
  if (stream.isOneOf(refused)) throw stream.refuse(stream.token.value)
  const parser = stream.token.kind === "word" ? parsers[stream.token.value] : undefined
  if (parser === undefined) throw stream.fail(900)
  return parser
}

/** The statement of the stream; anything after it is ORA-00933, in PL/SQL PLS-00103. */
export const parseWhole = (stream: TokenStream): Statement => {
  const statement = findParser(stream)(stream)
  if (!stream.isEnd()) throw stream.fail(933, ["end of file"])
  return statement
}
