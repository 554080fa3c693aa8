// What a statement does to the database, judged by its words: rules weigh a script that changes something otherwise
// than a report. Nothing here knows the database.
import type { ScriptItem, ScriptReading } from "../script-item.ts"

const dmlVerbs = new Set(["DELETE", "INSERT", "MERGE", "UPDATE"])
const ddlVerbs = new Set(
  `ALTER ANALYZE ASSOCIATE AUDIT COMMENT CREATE DISASSOCIATE DROP FLASHBACK GRANT NOAUDIT PURGE RENAME REVOKE
  TRUNCATE`.split(/\s+/)
)

/** True for INSERT, UPDATE, DELETE and MERGE outside PL/SQL. */
export const isDml = (item: ScriptItem): boolean => item.kind === "sql" && dmlVerbs.has(item.verb)

/** True for statements before and after which the database commits; ALTER SESSION and ALTER SYSTEM are none. */
export const isDdl = (item: ScriptItem): boolean => {
  if (item.kind === "plsql") return item.verb === "CREATE"
  return item.kind === "sql" && ddlVerbs.has(item.verb) && !/^\s*alter\s+(?:session|system)\b/i.test(item.text)
}

/** True for a block that is run and forgotten: DECLARE, BEGIN or a label. */
export const isAnonymousBlock = (item: ScriptItem): boolean =>
  item.kind === "plsql" && /^(?:DECLARE|BEGIN|<<)$/.test(item.verb)

// Packages that change neither rows nor objects; a call of any other may.
const harmless =
  "application_info|assert|flashback|lob|lock|metadata|output|random|session|space|sqltune|system|utility|xplan"
const changingWord = new RegExp(
  `\\b(?:insert|update|delete|merge|execute\\s+immediate|commit|dbms_(?!(?:${harmless})\\b)\\w+\\s*\\.)`,
  "i"
)
const harmlessCall = new RegExp(`^\\s*(?::[\\w$#]+\\s*:=|dbms_(?:${harmless})\\s*\\.)`, "i")

/** True when the item may change rows or objects. */
export const changesDatabase = (item: ScriptItem): boolean => {
  if (item.kind === "run-buffer") return item.statement !== null && !/^\s*(?:select|with)\b/i.test(item.statement.text)
  if (item.kind === "command") return item.verb === "EXECUTE" && !harmlessCall.test(item.args)
  if (item.kind === "sql" && item.verb === "CALL") return true
  return isDml(item) || isDdl(item) || (isAnonymousBlock(item) && "text" in item && changingWord.test(item.text))
}

/** True when the database would have something to do: SQL, a block, EXECUTE or a `/`. */
export const isStatement = (item: ScriptItem): boolean =>
  ["sql", "plsql", "unfinished", "run-buffer"].includes(item.kind) ||
  (item.kind === "command" && item.verb === "EXECUTE")

/** True when the script, or one that it calls, has a statement. */
export const hasStatements = (reading: ScriptReading): boolean =>
  reading.statements.some((item) => isStatement(item) || item.kind === "call")
