// DROP, TRUNCATE, RENAME, PURGE, FLASHBACK TABLE, ANALYZE.
import type { SyntaxCode } from "../errors/syntax-texts.ts"
import type { Analyze, DropObject, FlashbackTable, Purge, RenameObject, TruncateTable } from "../ast/schema-object.ts"
import type { DropRole, DropUser } from "../ast/security.ts"
import type { DropIndex } from "../ast/index-ddl.ts"
import type { DropTablespace } from "../ast/tablespace.ts"
import { parseDropTablespace } from "./tablespace.ts"
import { parseDropIndex } from "./alter-index.ts"
import { parseIdentifier, parseObjectName } from "./names.ts"
import type { TokenStream } from "./token-stream.ts"

const nameCodes: Readonly<Record<DropObject["type"], SyntaxCode>> = {
  TABLE: 903,
  VIEW: 999,
  SEQUENCE: 2277,
  SYNONYM: 995,
  TRIGGER: 4070,
  PROCEDURE: 4050,
  FUNCTION: 4050,
  PACKAGE: 4050,
  "PACKAGE BODY": 4050,
  "MATERIALIZED VIEW": 903,
  "MATERIALIZED VIEW LOG": 903,
  TYPE: 4050,
  "TYPE BODY": 4050
}

const readType = (stream: TokenStream): DropObject["type"] | null => {
  if (stream.acceptWords("MATERIALIZED", "VIEW", "LOG")) {
    stream.expectWord("ON", 969)
    return "MATERIALIZED VIEW LOG"
  }
  if (stream.acceptWords("MATERIALIZED", "VIEW")) return "MATERIALIZED VIEW"
  if (stream.acceptWords("PACKAGE", "BODY")) return "PACKAGE BODY"
  if (stream.acceptWords("TYPE", "BODY")) return "TYPE BODY"
  const word = stream.token.kind === "word" ? stream.token.value : ""
  const plain = ["TABLE", "VIEW", "SEQUENCE", "SYNONYM", "TRIGGER", "PROCEDURE", "FUNCTION", "PACKAGE", "TYPE"] as const
  const type = plain.find((candidate) => candidate === word)
  if (type === undefined) return null
  stream.take()
  return type
}

const refusedDrops: ReadonlySet<string> = new Set(
  "CLUSTER DATABASE DIRECTORY CONTEXT PROFILE LIBRARY OPERATOR INDEXTYPE DIMENSION OUTLINE EDITION JAVA ROLLBACK DISKGROUP RESTORE PLUGGABLE".split(
    " "
  )
)

const readIfExists = (stream: TokenStream): boolean => stream.release >= 23 && stream.acceptWords("IF", "EXISTS")

const readCascade = (stream: TokenStream, type: DropObject["type"]): boolean => {
  if ((type !== "TABLE" && type !== "VIEW") || !stream.acceptWords("CASCADE")) return false
  stream.expectWord("CONSTRAINTS")
  return true
}

const parseDropObject = (stream: TokenStream, start: number, isPublic: boolean): DropObject => {
  if (isPublic && !stream.isWord("SYNONYM")) {
    if (stream.isWord("DATABASE")) throw stream.refuse("database links")
    throw stream.fail(950)
  }
  const type = readType(stream)
  if (type === null) {
    if (stream.isOneOf(refusedDrops)) throw stream.refuse(`DROP ${stream.token.value}`)
    throw stream.fail(950)
  }
  const isIfExists = readIfExists(stream)
  const name = parseObjectName(stream, nameCodes[type])
  const isCascadeConstraints = readCascade(stream, type)
  const isPurge = type === "TABLE" && stream.acceptWords("PURGE")
  const isForce = (type === "SYNONYM" || type.startsWith("TYPE")) && stream.acceptWords("FORCE")
  return {
    kind: "drop-object",
    type,
    name,
    isIfExists,
    isPublic,
    isCascadeConstraints,
    isPurge,
    isForce,
    ...stream.span(start)
  }
}

const parseDropUser = (stream: TokenStream, start: number): DropUser => {
  const isIfExists = readIfExists(stream)
  const name = parseIdentifier(stream, 1935)
  return { kind: "drop-user", name, isCascade: stream.acceptWords("CASCADE"), isIfExists, ...stream.span(start) }
}

/** What follows DROP. */
export const parseDrop = (
  stream: TokenStream,
  start: number
): DropObject | DropIndex | DropUser | DropRole | DropTablespace => {
  if (stream.acceptWords("INDEX")) return parseDropIndex(stream, start)
  if (stream.acceptWords("USER")) return parseDropUser(stream, start)
  if (stream.acceptWords("TABLESPACE")) return parseDropTablespace(stream, start)
  if (stream.acceptWords("ROLE"))
    return { kind: "drop-role", name: parseIdentifier(stream, 1937), ...stream.span(start) }
  return parseDropObject(stream, start, stream.acceptWords("PUBLIC"))
}

const readStorage = (stream: TokenStream): TruncateTable["storage"] => {
  if (stream.acceptWords("REUSE")) {
    stream.expectWord("STORAGE", 3291)
    return "reuse"
  }
  if (!stream.acceptWords("DROP")) return "drop"
  const isAll = stream.acceptWords("ALL")
  stream.expectWord("STORAGE", 3291)
  return isAll ? "drop-all" : "drop"
}

/** What follows TRUNCATE. */
export const parseTruncate = (stream: TokenStream, start: number): TruncateTable => {
  if (stream.isWord("CLUSTER")) throw stream.refuse("clusters")
  stream.expectWord("TABLE", 3290)
  const name = parseObjectName(stream)
  if (stream.isWord("PRESERVE") || stream.isWord("PURGE")) throw stream.refuse("materialized view logs")
  const storage = readStorage(stream)
  const isCascade = stream.release >= 12.1 && stream.acceptWords("CASCADE")
  if (!stream.isEnd()) throw stream.fail(3291)
  return { kind: "truncate-table", name, storage, isCascade, ...stream.span(start) }
}

/** What follows RENAME. */
export const parseRename = (stream: TokenStream, start: number): RenameObject => {
  const from = parseIdentifier(stream, 903)
  if (stream.isOperator(".")) throw stream.fail(1765)
  stream.expectWord("TO", 946)
  const to = parseIdentifier(stream, 903)
  if (stream.isOperator(".")) throw stream.fail(1765)
  return { kind: "rename", from, to, ...stream.span(start) }
}

const readPurge = (stream: TokenStream): Purge["what"] => {
  if (stream.acceptWords("TABLE")) return { kind: "table", name: parseObjectName(stream) }
  if (stream.acceptWords("INDEX")) return { kind: "index", name: parseObjectName(stream, 953) }
  if (stream.acceptWords("RECYCLEBIN")) return { kind: "recyclebin" }
  if (stream.acceptWords("DBA_RECYCLEBIN")) return { kind: "dba-recyclebin" }
  stream.expectWord("TABLESPACE", 38302)
  const tablespace = parseIdentifier(stream, 2216)
  return { kind: "tablespace", tablespace, user: stream.acceptWords("USER") ? parseIdentifier(stream, 1935) : null }
}

/** What follows PURGE. */
export const parsePurge = (stream: TokenStream, start: number): Purge => ({
  kind: "purge",
  what: readPurge(stream),
  ...stream.span(start)
})

const readFlashbackTarget = (stream: TokenStream): FlashbackTable["to"] => {
  if (stream.acceptWords("BEFORE")) {
    stream.expectWord("DROP")
    const isRenamed = stream.acceptWords("RENAME")
    if (isRenamed) stream.expectWord("TO", 946)
    return { kind: "before-drop", renameTo: isRenamed ? parseIdentifier(stream, 903) : null }
  }
  if (stream.acceptWords("RESTORE", "POINT")) return { kind: "restore-point", name: parseIdentifier(stream, 905) }
  const kind = stream.acceptWords("TIMESTAMP") ? "timestamp" : "scn"
  if (kind === "scn") stream.expectWord("SCN")
  const value = stream.grammar.expression(stream)
  if (stream.acceptWords("ENABLE", "TRIGGERS") || stream.acceptWords("DISABLE", "TRIGGERS")) return { kind, value }
  return { kind, value }
}

/** What follows FLASHBACK. */
export const parseFlashback = (stream: TokenStream, start: number): FlashbackTable => {
  if (stream.isWord("DATABASE") || stream.isWord("PLUGGABLE") || stream.isWord("STANDBY"))
    throw stream.refuse("FLASHBACK DATABASE")
  stream.expectWord("TABLE")
  const tables = stream.commaList(() => parseObjectName(stream))
  stream.expectWord("TO", 946)
  const to = readFlashbackTarget(stream)
  return { kind: "flashback-table", tables, to, ...stream.span(start) }
}

const readAnalysis = (stream: TokenStream): Analyze["action"] => {
  if (stream.acceptWords("VALIDATE")) {
    stream.expectWord("STRUCTURE")
    stream.acceptWords("CASCADE")
    return "validate-structure"
  }
  const word = ["COMPUTE", "ESTIMATE", "DELETE"].find((candidate) => stream.acceptWords(candidate))
  if (word === undefined) throw stream.fail(905)
  stream.expectWord("STATISTICS")
  return word === "COMPUTE" ? "compute-statistics" : word === "ESTIMATE" ? "estimate-statistics" : "delete-statistics"
}

/** What follows ANALYZE. */
export const parseAnalyze = (stream: TokenStream, start: number): Analyze => {
  const isTable = stream.acceptWords("TABLE")
  if (!isTable) stream.expectWord("INDEX")
  const name = parseObjectName(stream, isTable ? 903 : 953)
  return {
    kind: "analyze",
    type: isTable ? "table" : "index",
    name,
    action: readAnalysis(stream),
    ...stream.span(start)
  }
}
