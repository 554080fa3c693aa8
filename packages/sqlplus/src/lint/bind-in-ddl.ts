// OP745: A bind variable in DDL, also in dynamic DDL.
import type { ScriptItem } from "../script-item.ts"
import { tokenizeSql } from "../tokenize-sql.ts"
import { findBinds } from "./bind-names.ts"
import { readWrittenTokens } from "./code-tokens.ts"
import type { LintRule, Violation } from "./lint-rule.ts"
import { isDdl } from "./statement-facts.ts"

const ddlText = /^\s*(?:alter\s+(?!session|system)|create|drop|truncate|grant|revoke|comment)\b/i

const describe = (name: string, line: number): Violation => ({ line, what: `DDL holds the bind variable :${name}.` })

/** The text of a trigger has :NEW and :OLD and is PL/SQL; it is left alone. */
const findInLiterals = (item: ScriptItem): ReadonlyArray<Violation> =>
  readWrittenTokens(item).flatMap(({ kind, value, line }) => {
    if (kind !== "literal" || !value.includes(":") || !ddlText.test(value) || /\b(?:trigger|json)/i.test(value))
      return []
    return findBinds(tokenizeSql(value)).map((name) => describe(name.text, line + name.line - 1))
  })

const findIn = (item: ScriptItem): ReadonlyArray<Violation> => {
  if (!("text" in item) || !item.text.includes(":")) return []
  if (item.kind === "sql" && isDdl(item) && !/\bjson/i.test(item.text))
    return findBinds(readWrittenTokens(item)).map(({ text, line }) => describe(text, line))
  const isBlock = item.kind === "plsql" || (item.kind === "command" && item.verb === "EXECUTE")
  return isBlock && /\bimmediate\b/i.test(item.text) ? findInLiterals(item) : []
}

/** OP745 bind-in-ddl: a bind variable in DDL. */
export const bindInDdl: LintRule = {
  code: "OP745",
  slug: "bind-in-ddl",
  severity: "error",
  why: "Bind variables are not allowed in data definition statements (ORA-01027).",
  advice:
    "Put the value into the text: build the statement with || and EXECUTE IMMEDIATE it, or use a substitution variable.",
  check: (script) => script.reading.statements.flatMap(findIn)
}
