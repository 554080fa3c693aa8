// CREATE and ALTER: which object comes next. What Oracle can create and the sandbox cannot is refused by name.
import type { DdlStatement, ControlStatement } from "../ast/statement.ts"
import { parseAlterIndex } from "./alter-index.ts"
import { parseAlterTable } from "./alter-table.ts"
import { parseCreateIndex } from "./create-index.ts"
import { parseCreateTable } from "./create-table.ts"
import {
  parseAlterCompile,
  parseAlterSequence,
  parseCreateSequence,
  parseCreateSynonym,
  parseCreateView
} from "./schema-objects.ts"
import { parseAlterUser, parseCreateUser, parseRole } from "./security.ts"
import { parseAlterSession, parseAlterSystem } from "./session.ts"
import { readCreateTablespace } from "./tablespace.ts"
import { parseAlterTrigger, parseCreateTrigger, parseCreateUnit } from "./trigger.ts"
import type { TokenStream } from "./token-stream.ts"

const refusedObjects: ReadonlySet<string> = new Set(
  `MATERIALIZED TYPE CLUSTER DATABASE DIRECTORY CONTEXT LIBRARY TABLESPACE PROFILE OPERATOR INDEXTYPE DIMENSION OUTLINE EDITION JAVA ROLLBACK
DISKGROUP RESTORE PLUGGABLE CONTROLFILE PFILE SPFILE SCHEMA ANALYTIC ATTRIBUTE HIERARCHY LOCKDOWN INMEMORY ZONEMAP FLASHBACK AUDIT BIGFILE
SMALLFILE UNDO SHARDED DUPLICATED IMMUTABLE BLOCKCHAIN PRIVATE DOMAIN PROPERTY VECTOR RESOURCE`.split(/\s+/)
)

const refuseObject = (stream: TokenStream, verb: string): void => {
  if (stream.isOneOf(refusedObjects)) throw stream.refuse(`${verb} ${stream.token.value}`)
}

const replaceable: ReadonlySet<string> = new Set(
  "VIEW SYNONYM PUBLIC TRIGGER PROCEDURE FUNCTION PACKAGE TYPE LIBRARY JAVA DIRECTORY CONTEXT OUTLINE FORCE NO EDITIONABLE NONEDITIONABLE EDITIONING AND".split(
    " "
  )
)

const units: ReadonlySet<string> = new Set(["PROCEDURE", "FUNCTION", "PACKAGE"])

const readEditionable = (stream: TokenStream): boolean | null => {
  if (stream.acceptWords("EDITIONABLE")) return true
  return stream.acceptWords("NONEDITIONABLE") ? false : null
}

const readView = (stream: TokenStream, start: number, isOrReplace: boolean): DdlStatement | null => {
  const isForce = stream.acceptWords("FORCE")
  if (!isForce) stream.acceptWords("NO", "FORCE")
  if (stream.isWord("EDITIONING")) throw stream.refuse("editioning views")
  if (!isForce && !stream.isWord("VIEW")) return null
  stream.expectWord("VIEW", 901)
  return parseCreateView(stream, start, { isOrReplace, isForce })
}

const readTable = (stream: TokenStream, start: number): DdlStatement | null => {
  if (stream.acceptWords("GLOBAL", "TEMPORARY")) return parseCreateTable(stream, start, true)
  return stream.isWord("TABLE") ? parseCreateTable(stream, start, false) : null
}

const readIndex = (stream: TokenStream, start: number): DdlStatement | null => {
  if (!stream.isWord("INDEX") && !stream.isWord("UNIQUE") && !stream.isWord("BITMAP") && !stream.isWord("MULTIVALUE"))
    return null
  const statement = parseCreateIndex(stream, start)
  if (!stream.isEnd()) throw stream.fail(2158)
  return statement
}

const readPublic = (stream: TokenStream, start: number, isOrReplace: boolean): DdlStatement | null => {
  const isPublic = stream.acceptWords("PUBLIC")
  if (isPublic && stream.isWord("DATABASE")) throw stream.refuse("database links")
  if (!isPublic && !stream.isWord("SYNONYM")) return null
  stream.expectWord("SYNONYM", 901)
  return parseCreateSynonym(stream, start, { isOrReplace, isPublic })
}

const readAccount = (stream: TokenStream, start: number): DdlStatement | null => {
  if (stream.acceptWords("USER")) return parseCreateUser(stream, start)
  if (stream.acceptWords("ROLE")) return parseRole(stream, start, "create-role")
  return stream.acceptWords("SEQUENCE") ? parseCreateSequence(stream, start) : readCreateTablespace(stream, start)
}

/** What follows CREATE. */
export const parseCreate = (stream: TokenStream, start: number): DdlStatement => {
  const isOrReplace = stream.acceptWords("OR", "REPLACE")
  if (isOrReplace && !stream.isOneOf(replaceable)) throw stream.fail(stream.token.kind === "word" ? 922 : 901)
  const isEditionable = readEditionable(stream)
  const view = readView(stream, start, isOrReplace)
  if (view !== null) return view
  if (stream.isOneOf(units)) return parseCreateUnit(stream, start, isOrReplace)
  if (stream.acceptWords("TRIGGER")) return parseCreateTrigger(stream, start, { isOrReplace, isEditionable })
  const found =
    readTable(stream, start) ??
    readIndex(stream, start) ??
    readPublic(stream, start, isOrReplace) ??
    readAccount(stream, start)
  if (found !== null) return found
  refuseObject(stream, "CREATE")
  throw stream.fail(901)
}

const compilable = ["VIEW", "PROCEDURE", "FUNCTION", "PACKAGE", "TYPE", "SYNONYM"] as const

const readCompile = (stream: TokenStream, start: number): DdlStatement | null => {
  if (stream.acceptWords("MATERIALIZED", "VIEW")) {
    if (stream.isWord("LOG")) throw stream.refuse("materialized view logs")
    return parseAlterCompile(stream, start, "MATERIALIZED VIEW")
  }
  if (stream.areWords("PUBLIC", "SYNONYM")) {
    stream.acceptWords("PUBLIC", "SYNONYM")
    return parseAlterCompile(stream, start, "SYNONYM", true)
  }
  const type = compilable.find((word) => stream.acceptWords(word))
  return type === undefined ? null : parseAlterCompile(stream, start, type)
}

/** What follows ALTER. */
export const parseAlter = (stream: TokenStream, start: number): DdlStatement | ControlStatement => {
  if (stream.acceptWords("TABLE")) return parseAlterTable(stream, start)
  if (stream.acceptWords("INDEX")) return parseAlterIndex(stream, start)
  if (stream.acceptWords("SESSION")) return parseAlterSession(stream, start)
  if (stream.acceptWords("SYSTEM")) return parseAlterSystem(stream, start)
  if (stream.acceptWords("SEQUENCE")) return parseAlterSequence(stream, start)
  if (stream.acceptWords("TRIGGER")) return parseAlterTrigger(stream, start)
  if (stream.acceptWords("USER")) return parseAlterUser(stream, start)
  if (stream.acceptWords("ROLE")) return parseRole(stream, start, "alter-role")
  const compiled = readCompile(stream, start)
  if (compiled !== null) return compiled
  refuseObject(stream, "ALTER")
  throw stream.fail(940)
}
