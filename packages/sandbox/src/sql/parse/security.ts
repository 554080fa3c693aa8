// Users, roles, GRANT and REVOKE.
import type { Identifier } from "../ast/node.ts"
import type {
  AlterUser,
  CreateRole,
  CreateUser,
  DefaultRole,
  Grant,
  GrantedPrivilege,
  Grantee,
  GrantTarget,
  Quota,
  Revoke,
  UserOptions
} from "../ast/security.ts"
import { identifierOf, isName, parseColumnList, parseIdentifier, parseObjectName, parseSize } from "./names.ts"
import type { TokenStream } from "./token-stream.ts"

/** A password keeps its case: a word is read from the text, not in upper case. */
const parsePassword = (stream: TokenStream): string => {
  const token = stream.token
  if (token.kind === "quoted") return stream.take().value
  if (token.kind !== "word") throw stream.fail(988)
  stream.take()
  return stream.text.slice(token.start, token.end)
}

const parseAuthentication = (stream: TokenStream): UserOptions["authentication"] => {
  if (stream.acceptWords("EXTERNALLY")) return { kind: "externally" }
  if (stream.isWord("GLOBALLY")) throw stream.refuse("global users")
  stream.expectWord("BY", 924)
  if (stream.acceptWords("VALUES")) {
    if (stream.token.kind !== "string") throw stream.fail(988)
    stream.take()
    return { kind: "values" }
  }
  const password = parsePassword(stream)
  if (stream.acceptWords("REPLACE")) parsePassword(stream)
  return { kind: "password", password }
}

const parseQuota = (stream: TokenStream, start: number): Quota => {
  const bytes = stream.acceptWords("UNLIMITED") ? Number.POSITIVE_INFINITY : parseSize(stream, 2187)
  stream.expectWord("ON", 969)
  return { tablespace: parseIdentifier(stream, 2216), bytes, ...stream.span(start) }
}

type OpenUser = { -readonly [K in Exclude<keyof UserOptions, "quotas">]: UserOptions[K] } & { quotas: Quota[] }

const readTablespace = (stream: TokenStream, user: OpenUser): boolean => {
  if (stream.acceptWords("DEFAULT", "TABLESPACE")) user.defaultTablespace = parseIdentifier(stream, 2216)
  else if (stream.acceptWords("TEMPORARY", "TABLESPACE")) user.temporaryTablespace = parseIdentifier(stream, 2216)
  else return false
  return true
}

const readAccount = (stream: TokenStream, user: OpenUser): boolean => {
  if (stream.acceptWords("ACCOUNT")) {
    user.isAccountLocked = stream.acceptWords("LOCK")
    if (!user.isAccountLocked) stream.expectWord("UNLOCK")
  } else if (stream.acceptWords("PASSWORD")) {
    stream.expectWord("EXPIRE")
    user.isPasswordExpired = true
  } else return false
  return true
}

const readUserOption = (stream: TokenStream, user: OpenUser): boolean => {
  const { start } = stream.token
  if (stream.acceptWords("IDENTIFIED")) user.authentication = parseAuthentication(stream)
  else if (stream.release >= 18 && stream.acceptWords("NO", "AUTHENTICATION")) user.authentication = { kind: "none" }
  else if (stream.acceptWords("QUOTA")) user.quotas.push(parseQuota(stream, start))
  else if (stream.acceptWords("PROFILE")) user.profile = parseIdentifier(stream, 922)
  else if (stream.isWord("ENABLE") || stream.isWord("CONTAINER")) throw stream.refuse(`${stream.token.value} of a user`)
  else return readTablespace(stream, user) || readAccount(stream, user)
  return true
}

const noOptions = (): OpenUser => ({
  authentication: null,
  defaultTablespace: null,
  temporaryTablespace: null,
  quotas: [],
  profile: null,
  isAccountLocked: null,
  isPasswordExpired: false
})

/** What follows `CREATE USER`. */
export const parseCreateUser = (stream: TokenStream, start: number): CreateUser => {
  const isIfNotExists = stream.release >= 23 && stream.acceptWords("IF", "NOT", "EXISTS")
  const name = parseIdentifier(stream, 1935)
  const options = noOptions()
  while (readUserOption(stream, options));
  if (!stream.isEnd() || options.authentication === null) throw stream.fail(922)
  return { kind: "create-user", name, isIfNotExists, options, ...stream.span(start) }
}

const parseRoles = (stream: TokenStream): ReadonlyArray<Identifier> =>
  stream.commaList(() => parseIdentifier(stream, 1937))

/** `ALL [EXCEPT a, b] | NONE | a, b`; passwords of roles are refused. */
export const parseRoleSet = (stream: TokenStream): DefaultRole => {
  if (stream.acceptWords("NONE")) return { kind: "none" }
  if (stream.acceptWords("ALL")) return { kind: "all", except: stream.acceptWords("EXCEPT") ? parseRoles(stream) : [] }
  const roles = parseRoles(stream)
  if (stream.isWord("IDENTIFIED")) throw stream.refuse("passwords of roles")
  return { kind: "roles", roles }
}

/** What follows `ALTER USER`. */
export const parseAlterUser = (stream: TokenStream, start: number): AlterUser => {
  const name = parseIdentifier(stream, 1935)
  const options = noOptions()
  let defaultRole: DefaultRole | null = null
  for (;;) {
    if (stream.acceptWords("DEFAULT", "ROLE")) defaultRole = parseRoleSet(stream)
    else if (stream.isWord("GRANT") || stream.isWord("REVOKE")) throw stream.refuse("proxy users")
    else if (!readUserOption(stream, options)) break
  }
  if (!stream.isEnd()) throw stream.fail(922)
  return { kind: "alter-user", name, options, defaultRole, ...stream.span(start) }
}

/** What follows `CREATE ROLE` and `ALTER ROLE`. */
export const parseRole = (stream: TokenStream, start: number, kind: CreateRole["kind"]): CreateRole => {
  const name = parseIdentifier(stream, 1937)
  let password: string | null = null
  if (stream.acceptWords("NOT")) stream.expectWord("IDENTIFIED", 922)
  else if (stream.acceptWords("IDENTIFIED")) {
    stream.expectWord("BY", 924)
    password = parsePassword(stream)
  } else if (kind === "alter-role") throw stream.fail(922)
  return { kind, name, password, ...stream.span(start) }
}

const endOfPrivilege: ReadonlySet<string> = new Set(["ON", "TO", "FROM"])

/** `SELECT`, `CREATE ANY TABLE`, `ALL PRIVILEGES`, `UPDATE (a, b)`, a role. */
const parsePrivilege = (stream: TokenStream): GrantedPrivilege => {
  const { start } = stream.token
  if (stream.token.kind === "quoted")
    return { name: stream.take().value, isQuoted: true, columns: [], ...stream.span(start) }
  const words: string[] = []
  // ON COMMIT REFRESH is the one privilege with ON in it; the sandbox does not know it.
  while (stream.token.kind === "word" && !stream.isOneOf(endOfPrivilege)) words.push(stream.take().value)
  if (words.length === 0) throw stream.fail(990)
  const columns = stream.isOperator("(") ? parseColumnList(stream) : []
  const name =
    words[0] === "ALL" && words.length <= 2 && (words[1] ?? "PRIVILEGES") === "PRIVILEGES" ? "ALL" : words.join(" ")
  return { name, isQuoted: false, columns, ...stream.span(start) }
}

const readTarget = (stream: TokenStream): GrantTarget | null => {
  if (!stream.acceptWords("ON")) return null
  if (stream.acceptWords("DIRECTORY")) return { kind: "directory", name: parseIdentifier(stream, 903) }
  if (stream.acceptWords("USER")) return { kind: "user", name: parseIdentifier(stream, 1935) }
  if (stream.isWord("EDITION") || stream.isWord("JAVA") || stream.isWord("MINING"))
    throw stream.refuse(`GRANT ON ${stream.token.value}`)
  return { kind: "object", name: parseObjectName(stream) }
}

/** Privileges on objects: anything else with ON is ORA-00990. */
const objectPrivileges: ReadonlySet<string> = new Set([
  ..."ALL ALTER DEBUG DELETE EXECUTE FLASHBACK INDEX INSERT READ REFERENCES SELECT UPDATE WRITE UNDER".split(" "),
  "FLASHBACK ARCHIVE",
  "QUERY REWRITE",
  "INHERIT PRIVILEGES",
  "KEEP SEQUENCE",
  "MERGE VIEW"
])

const systemVerbs: ReadonlySet<string> = new Set(
  `ADMINISTER ADVISOR ALTER ANALYZE AUDIT BACKUP BECOME CHANGE COMMENT CREATE DEBUG DELETE DEQUEUE DROP ENQUEUE EXECUTE EXEMPT EXPORT FLASHBACK
FORCE GLOBAL GRANT IMPORT INHERIT INSERT KEEP LOCK LOGMINING MANAGE MERGE ON PURGE QUERY READ REDEFINE RESTRICTED RESUMABLE SELECT SET SYSDBA
SYSOPER TRANSLATE UNDER UNLIMITED UPDATE USE`.split(/\s+/)
)

/** Names of several words are system privileges: those begin with one of few verbs. A single word may be a role. */
const isSystemPrivilege = (name: string): boolean => {
  const [verb = "", ...rest] = name.split(" ")
  return rest.length === 0 || systemVerbs.has(verb)
}

const checkPrivileges = (
  stream: TokenStream,
  privileges: ReadonlyArray<GrantedPrivilege>,
  on: GrantTarget | null
): void => {
  for (const { name, columns, start, isQuoted } of privileges) {
    if (isQuoted) continue
    const isOfObject = objectPrivileges.has(name)
    if (on !== null && !isOfObject) throw stream.place(990, start)
    if (on === null && columns.length > 0) throw stream.place(990, start)
    if (on === null && !isSystemPrivilege(name)) throw stream.place(990, start)
    if (on === null && isOfObject && name !== "ALL") throw stream.place(990, start)
    const isByColumn = name === "INSERT" || name === "UPDATE" || name === "REFERENCES"
    if (columns.length > 0 && !isByColumn) throw stream.place(969, start)
  }
}

const parseGrantee = (stream: TokenStream): Grantee => {
  const { start } = stream.token
  if (!stream.isWord("PUBLIC") && !isName(stream, stream.token)) throw stream.fail(987)
  const name = identifierOf(stream.take())
  if (!stream.acceptWords("IDENTIFIED")) return { name, password: null, ...stream.span(start) }
  stream.expectWord("BY", 924)
  return { name, password: parsePassword(stream), ...stream.span(start) }
}

type OpenGrant = { -readonly [K in "isWithGrantOption" | "isWithAdminOption" | "isWithHierarchyOption"]: boolean }

const readOptions = (stream: TokenStream): OpenGrant => {
  const options: OpenGrant = { isWithGrantOption: false, isWithAdminOption: false, isWithHierarchyOption: false }
  while (stream.acceptWords("WITH")) {
    if (stream.acceptWords("ADMIN")) options.isWithAdminOption = true
    else if (stream.acceptWords("HIERARCHY")) options.isWithHierarchyOption = true
    else {
      stream.expectWord("GRANT", 993)
      options.isWithGrantOption = true
    }
    stream.expectWord("OPTION", 994)
  }
  return options
}

/** What follows GRANT. */
export const parseGrant = (stream: TokenStream, start: number): Grant => {
  const privileges = stream.commaList(() => parsePrivilege(stream))
  const on = readTarget(stream)
  stream.expectWord("TO")
  checkPrivileges(stream, privileges, on)
  const grantees = stream.commaList(() => parseGrantee(stream))
  return { kind: "grant", privileges, on, grantees, ...readOptions(stream), ...stream.span(start) }
}

/** What follows REVOKE. */
export const parseRevoke = (stream: TokenStream, start: number): Revoke => {
  const privileges = stream.commaList(() => parsePrivilege(stream))
  const on = readTarget(stream)
  stream.expectWord("FROM")
  checkPrivileges(stream, privileges, on)
  const byColumn = privileges.find(({ columns }) => columns.length > 0)
  if (byColumn !== undefined) throw stream.place(1750, byColumn.start)
  const grantees = stream.commaList(() => parseGrantee(stream))
  const isCascadeConstraints = stream.acceptWords("CASCADE", "CONSTRAINTS")
  const isForce = stream.acceptWords("FORCE")
  return { kind: "revoke", privileges, on, grantees, isCascadeConstraints, isForce, ...stream.span(start) }
}
