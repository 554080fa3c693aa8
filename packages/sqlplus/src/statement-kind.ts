// Tells SQL from PL/SQL by the first words, as SQL*Plus does: PL/SQL mode is left by `/` alone, SQL mode by `;`.
import type { Token } from "./token.ts"
import { isOperator, isWord } from "./token.ts"

/** The two modes of SQL*Plus input. */
export type StatementLanguage = "sql" | "plsql"

const sqlVerbs = new Set(
  `ADMINISTER ALTER ANALYZE ASSOCIATE AUDIT CALL COMMENT COMMIT CREATE DELETE DISASSOCIATE DROP EXPLAIN FLASHBACK GRANT
  INSERT LOCK MERGE NOAUDIT PURGE RENAME REVOKE ROLLBACK SAVEPOINT SELECT TRUNCATE UPDATE WITH`.split(/\s+/)
)

const plsqlUnits = new Set("FUNCTION PROCEDURE PACKAGE TRIGGER TYPE LIBRARY JAVA".split(" "))

/** SET ROLE, SET TRANSACTION and SET CONSTRAINT[S] are SQL, although they begin like the SQL*Plus command. */
const isSqlSet = (line: string): boolean => /^\s*set\s+(role|transaction|constraints?)\b/i.test(line)

/** `(SELECT ...) MINUS (SELECT ...)`: SQL*Plus takes an opening bracket for SQL (assumed: only before a query). */
const isBracketedQuery = (line: string): boolean => /^\s*\([\s(]*(?:select|with)\b/i.test(line)

/** True when an idle SQL*Plus would take the line for the beginning of a SQL statement or PL/SQL block. */
export const beginsStatement = (firstWord: string, line: string): boolean => {
  const word = firstWord.toUpperCase()
  if (word === "DECLARE" || word === "BEGIN" || sqlVerbs.has(word)) return true
  return isSqlSet(line) || line.trimStart().startsWith("<<") || isBracketedQuery(line)
}

/** Steps over the words between CREATE and the kind of object; ends on the deciding word or after the last token. */
const skipCreateOptions = (tokens: ReadonlyArray<Token>): number => {
  const optional = ["OR", "REPLACE", "AND", "RESOLVE", "COMPILE", "NOFORCE", "EDITIONABLE", "NONEDITIONABLE"]
  const tolerated = new Set([...optional, "IF", "NOT", "EXISTS"])
  let index = 1
  while (tokens[index]?.kind === "word" && tolerated.has(tokens[index]?.value ?? "")) index += 1
  return index
}

const classifyCreate = (tokens: ReadonlyArray<Token>): StatementLanguage | null => {
  const index = skipCreateOptions(tokens)
  const unit = tokens[index]
  if (unit === undefined) return null
  if (plsqlUnits.has(unit.value) && unit.kind === "word") return "plsql"
  if (!isWord(unit, "MLE")) return "sql"
  return tokens[index + 1] === undefined ? null : isWord(tokens[index + 1], "MODULE") ? "plsql" : "sql"
}

/** True when PL/SQL is declared from `from` on: WITH FUNCTION f ... does; WITH function AS (...) only names a subquery. */
export const declaresFunction = (tokens: ReadonlyArray<Token>, from: number): boolean => {
  for (let index = from; index + 2 < tokens.length; index += 1) {
    if (!isWord(tokens[index], "WITH")) continue
    const isUnit = isWord(tokens[index + 1], "FUNCTION") || isWord(tokens[index + 1], "PROCEDURE")
    const name = tokens[index + 2]
    if (isUnit && !isWord(name, "AS") && !isOperator(name, "(")) return true
  }
  return false
}

/**
 * SQL or PL/SQL, judged by the words read so far (tokens without comments); null while they do not tell yet
 * (`CREATE OR REPLACE`). `from` is the first word that was not there at the last call, so that a long statement is
 * not searched again for WITH FUNCTION. A text may turn from SQL to PL/SQL when more of it is read, never back.
 */
export const classifyStatement = (words: ReadonlyArray<Token>, from = 0): StatementLanguage | null => {
  const [first] = words
  if (first === undefined) return null
  if (isWord(first, "DECLARE") || isWord(first, "BEGIN") || isOperator(first, "<<")) return "plsql"
  const created = isWord(first, "CREATE") ? classifyCreate(words) : "sql"
  if (created !== "sql") return created
  return declaresFunction(words, Math.max(0, from - 2)) ? "plsql" : "sql"
}

/** True for units whose inside is not PL/SQL text: Java, MLE modules and wrapped code. */
export const isOpaqueUnit = (words: ReadonlyArray<Token>): boolean => {
  if (!isWord(words[0], "CREATE")) return false
  const unit = words[skipCreateOptions(words)]
  return isWord(unit, "JAVA") || isWord(unit, "MLE") || words.slice(0, 12).some((word) => isWord(word, "WRAPPED"))
}
