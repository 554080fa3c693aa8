// OP744: A bind variable that no VARIABLE command has declared.
import type { ScriptItem } from "../script-item.ts"
import { findBinds } from "./bind-names.ts"
import { readWrittenTokens } from "./code-tokens.ts"
import type { LintRule, Violation } from "./lint-rule.ts"
import { isDeclared, unknownCall, walkSession } from "./session.ts"
import { isDdl } from "./statement-facts.ts"

interface Use {
  readonly name: string
  readonly line: number
}

const readNames = (args: string, pattern: RegExp, line: number): ReadonlyArray<Use> =>
  [...args.matchAll(pattern)].map(([, name = ""]) => ({ name, line }))

/** EXPLAIN PLAN takes any bind; DDL takes none and has a rule of its own; JSON has colons of its own. */
const isLookedAt = (item: ScriptItem): boolean => {
  if (item.kind === "command") return item.verb === "EXECUTE" && item.args.includes(":")
  if (item.kind !== "sql" && item.kind !== "plsql") return false
  return item.text.includes(":") && item.verb !== "EXPLAIN" && !isDdl(item) && !/\bjson_/i.test(item.text)
}

const findUses = (item: ScriptItem): ReadonlyArray<Use> => {
  if (item.kind === "command" && item.verb === "PRINT") return readNames(item.args, /:?([\w$#]+)/g, item.line)
  if (item.kind === "command" && /^(?:EXIT|QUIT|WHENEVER)$/.test(item.verb))
    return readNames(item.args, /:([\w$#]+)/g, item.line)
  return isLookedAt(item) ? findBinds(readWrittenTokens(item)).map(({ value, line }) => ({ name: value, line })) : []
}

/** OP744 bind-not-declared: a bind variable is used that VARIABLE has not declared. */
export const bindNotDeclared: LintRule = {
  code: "OP744",
  slug: "bind-not-declared",
  severity: "error",
  why: "SQL*Plus prints SP2-0552 and does not send the statement; WHENEVER SQLERROR does not notice.",
  advice: "VARIABLE name NUMBER (or VARCHAR2(4000), REFCURSOR ...) before its first use.",
  check: (script) => {
    const violations: Violation[] = []
    const told = new Set<string>()
    walkSession(script, (item, facts) => {
      if (unknownCall(facts) !== null) return
      for (const { name, line } of findUses(item)) {
        if (told.has(name.toUpperCase()) || isDeclared(facts, name)) continue
        told.add(name.toUpperCase())
        violations.push({ line, what: `No VARIABLE ${name} stands before :${name}.` })
      }
    })
    return violations
  }
}
