// Transactions, SET, ALTER SESSION, ALTER SYSTEM.
import type { SyntaxCode } from "../errors/syntax-texts.ts"
import type {
  AlterSession,
  AlterSystem,
  Commit,
  Rollback,
  Savepoint,
  SessionSetting,
  SetConstraints,
  SetRole,
  SetTransaction,
  SettingValue
} from "../ast/session.ts"
import { parseIdentifier, parseInteger, parseObjectName, parseText } from "./names.ts"
import { parseRoleSet } from "./security.ts"
import type { TokenStream } from "./token-stream.ts"

/** True at the end of a statement: of the text, or at the semicolon inside PL/SQL. */
const isStatementEnd = (stream: TokenStream): boolean => stream.isEnd() || (stream.isUnit && stream.isOperator(";"))

/** COMMIT. Words other than WORK, COMMENT, WRITE and FORCE are ORA-02185. */
export const parseCommit = (stream: TokenStream): Commit => {
  const { start } = stream.take()
  stream.acceptWords("WORK")
  const comment = stream.acceptWords("COMMENT") ? parseText(stream, 2185) : null
  if (stream.acceptWords("WRITE")) {
    while (["IMMEDIATE", "BATCH", "WAIT", "NOWAIT"].some((word) => stream.acceptWords(word)));
  }
  if (stream.isWord("FORCE")) throw stream.refuse("COMMIT FORCE")
  if (!isStatementEnd(stream)) throw stream.fail(2185)
  return { kind: "commit", comment, ...stream.span(start) }
}

/** ROLLBACK. */
export const parseRollback = (stream: TokenStream): Rollback => {
  const { start } = stream.take()
  stream.acceptWords("WORK")
  if (stream.isWord("FORCE")) throw stream.refuse("ROLLBACK FORCE")
  let savepoint: Rollback["savepoint"] = null
  if (stream.acceptWords("TO")) {
    stream.acceptWords("SAVEPOINT")
    savepoint = parseIdentifier(stream, 2182)
  }
  if (!isStatementEnd(stream)) throw stream.fail(2181)
  return { kind: "rollback", savepoint, ...stream.span(start) }
}

/** SAVEPOINT. */
export const parseSavepoint = (stream: TokenStream): Savepoint => {
  const { start } = stream.take()
  return { kind: "savepoint", name: parseIdentifier(stream, 2182), ...stream.span(start) }
}

const readMode = (stream: TokenStream): SetTransaction["mode"] => {
  if (stream.acceptWords("READ")) {
    if (stream.acceptWords("ONLY")) return "read-only"
    stream.expectWord("WRITE", 2178)
    return "read-write"
  }
  if (stream.isWord("USE")) throw stream.refuse("USE ROLLBACK SEGMENT")
  if (!stream.acceptWords("ISOLATION")) return null
  stream.expectWord("LEVEL", 2179)
  if (stream.acceptWords("SERIALIZABLE")) return "serializable"
  stream.expectWords(["READ", "COMMITTED"], 2179)
  return "read-committed"
}

/** `SET TRANSACTION ...` from SET on. */
export const parseSetTransaction = (stream: TokenStream): SetTransaction => {
  const { start } = stream.take()
  stream.expectWord("TRANSACTION", 922)
  const mode = readMode(stream)
  const name = stream.acceptWords("NAME") ? parseText(stream, 1780) : null
  if (mode === null && name === null) throw stream.fail(900)
  return { kind: "set-transaction", mode, name, ...stream.span(start) }
}

const parseSetConstraints = (stream: TokenStream, start: number): SetConstraints => {
  const constraints = stream.acceptWords("ALL") ? null : stream.commaList(() => parseObjectName(stream, 2250))
  const isDeferred = stream.acceptWords("DEFERRED")
  if (!isDeferred) stream.expectWord("IMMEDIATE")
  return { kind: "set-constraints", constraints, mode: isDeferred ? "deferred" : "immediate", ...stream.span(start) }
}

/** SET TRANSACTION, SET ROLE, SET CONSTRAINTS. */
export const parseSet = (stream: TokenStream): SetTransaction | SetRole | SetConstraints => {
  if (stream.isWord("TRANSACTION", 1)) return parseSetTransaction(stream)
  const { start } = stream.take()
  if (stream.acceptWords("ROLE")) return { kind: "set-role", roles: parseRoleSet(stream), ...stream.span(start) }
  if (stream.acceptWords("CONSTRAINT") || stream.acceptWords("CONSTRAINTS")) return parseSetConstraints(stream, start)
  throw stream.fail(922)
}

const parseSettingValue = (stream: TokenStream): SettingValue => {
  const token = stream.token
  const isNegative = stream.acceptOperator("-")
  const { kind, value } = stream.token
  if (kind !== "string" && kind !== "number" && kind !== "word" && kind !== "quoted") throw stream.fail(2248)
  stream.take()
  const text = `${isNegative ? "-" : ""}${value}`
  return { kind: kind === "string" || kind === "number" ? kind : "word", text, ...stream.span(token.start) }
}

const parseSetting = (stream: TokenStream, code: SyntaxCode): SessionSetting => {
  const token = stream.token
  if (token.kind !== "word" && token.kind !== "quoted") throw stream.fail(code)
  stream.take()
  stream.expectOperator("=", 927)
  return { name: token.value, value: parseSettingValue(stream), ...stream.span(token.start) }
}

/** `a = 1 b = 2`: settings stand beside each other without commas. */
const parseSettings = (stream: TokenStream, code: SyntaxCode): ReadonlyArray<SessionSetting> => {
  const settings = [parseSetting(stream, code)]
  while (stream.token.kind === "word" && stream.isOperator("=", 1)) settings.push(parseSetting(stream, code))
  return settings
}

const readParallelOf = (stream: TokenStream): "dml" | "ddl" | "query" => {
  if (stream.acceptWords("DML")) return "dml"
  if (stream.acceptWords("DDL")) return "ddl"
  stream.expectWord("QUERY", 2248)
  return "query"
}

const parseResumable = (stream: TokenStream, isEnabled: boolean): AlterSession["action"] => {
  const timeoutSeconds = isEnabled && stream.acceptWords("TIMEOUT") ? parseInteger(stream, 2248) : null
  const name = isEnabled && stream.acceptWords("NAME") ? parseText(stream, 1780) : null
  return { kind: "resumable", isEnabled, timeoutSeconds, name }
}

const parseSwitch = (stream: TokenStream): AlterSession["action"] => {
  const mode = stream.acceptWords("ENABLE") ? "enable" : stream.acceptWords("DISABLE") ? "disable" : "force"
  if (mode === "force") stream.expectWord("FORCE", 2248)
  if (stream.acceptWords("PARALLEL")) {
    const of = readParallelOf(stream)
    const degree = mode === "force" && stream.acceptWords("PARALLEL") ? parseInteger(stream, 2248) : null
    return { kind: "parallel", mode, of, degree }
  }
  if (mode === "force") throw stream.fail(2248)
  const isEnabled = mode === "enable"
  if (stream.acceptWords("RESUMABLE")) return parseResumable(stream, isEnabled)
  if (stream.acceptWords("GUARD")) return { kind: "guard", isEnabled }
  stream.expectWords(["COMMIT", "IN", "PROCEDURE"], 2248)
  return { kind: "commit-in-procedure", isEnabled }
}

const parseRowArchival = (stream: TokenStream): AlterSession["action"] => {
  stream.expectOperator("=", 927)
  const isAll = stream.acceptWords("ALL")
  if (!isAll) stream.expectWord("ACTIVE", 2248)
  return { kind: "row-archival-visibility", isAll }
}

const parseSessionAction = (stream: TokenStream): AlterSession["action"] => {
  if (stream.acceptWords("SET", "ROW", "ARCHIVAL", "VISIBILITY")) return parseRowArchival(stream)
  if (stream.acceptWords("SET")) return { kind: "set", settings: parseSettings(stream, 2248) }
  if (stream.isWord("CLOSE") || stream.isWord("ADVISE")) throw stream.refuse(`ALTER SESSION ${stream.token.value}`)
  return parseSwitch(stream)
}

/** What follows `ALTER SESSION`. */
export const parseAlterSession = (stream: TokenStream, start: number): AlterSession => {
  const action = parseSessionAction(stream)
  if (!stream.isEnd()) throw stream.fail(2248)
  return { kind: "alter-session", action, ...stream.span(start) }
}

const parseSystemSet = (stream: TokenStream): AlterSystem["action"] => {
  const settings = [parseSetting(stream, 2065)]
  for (;;) {
    if (stream.acceptWords("DEFERRED")) continue
    if (stream.token.kind !== "word" || !stream.isOperator("=", 1)) break
    settings.push(parseSetting(stream, 2065))
  }
  return { kind: "set", settings }
}

const parseKill = (stream: TokenStream): AlterSystem["action"] => {
  const kind = stream.take().value === "KILL" ? "kill-session" : "disconnect-session"
  stream.expectWord("SESSION", 2065)
  const session = parseText(stream, 26)
  stream.acceptWords("POST_TRANSACTION")
  return { kind, session, isImmediate: stream.acceptWords("IMMEDIATE") }
}

const parseSystemAction = (stream: TokenStream): AlterSystem["action"] => {
  if (stream.acceptWords("SET")) return parseSystemSet(stream)
  if (stream.isWord("KILL") || stream.isWord("DISCONNECT")) return parseKill(stream)
  if (stream.acceptWords("CHECKPOINT")) return { kind: "checkpoint" }
  if (stream.acceptWords("SWITCH", "LOGFILE")) return { kind: "switch-logfile" }
  if (stream.acceptWords("ARCHIVE", "LOG", "CURRENT")) return { kind: "archive-log-current" }
  if (stream.acceptWords("FLUSH", "SHARED_POOL")) return { kind: "flush", what: "shared_pool" }
  if (stream.acceptWords("FLUSH", "BUFFER_CACHE")) return { kind: "flush", what: "buffer_cache" }
  if (stream.acceptWords("ENABLE", "RESTRICTED", "SESSION")) return { kind: "restricted-session", isEnabled: true }
  if (stream.acceptWords("DISABLE", "RESTRICTED", "SESSION")) return { kind: "restricted-session", isEnabled: false }
  throw stream.fail(2065)
}

/** What follows `ALTER SYSTEM`. */
export const parseAlterSystem = (stream: TokenStream, start: number): AlterSystem => {
  const action = parseSystemAction(stream)
  if (!stream.isEnd()) throw stream.fail(2065)
  return { kind: "alter-system", action, ...stream.span(start) }
}
