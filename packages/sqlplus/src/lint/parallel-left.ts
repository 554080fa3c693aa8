// OP753: A degree of parallelism that stays after the work it was for.
import type { ScriptItem, SqlStatement } from "../script-item.ts"
import type { Token } from "../token.ts"
import { isOperator, isWord } from "../token.ts"
import { readWrittenTokens } from "./code-tokens.ts"
import type { LintRule, Violation } from "./lint-rule.ts"

const force = /^\s*alter\s+session\s+(force|enable|disable)\s+parallel\s+(ddl|dml|query)\b/i

/** The object that a statement is about: `TABLE APP.ORDERS`. */
const readTarget = (text: string): string | null => {
  const [, kind, name] =
    /^\s*(?:create|alter|drop)\s+(?:unique\s+|bitmap\s+)?(table|index)\s+((?:"[^"]+"|[\w$#]+)(?:\s*\.\s*(?:"[^"]+"|[\w$#]+))?)/i.exec(
      text
    ) ?? []
  return kind === undefined || name === undefined ? null : `${kind} ${name.replaceAll(/\s/g, "")}`.toUpperCase()
}

/** PARALLEL with a degree other than 1, outside brackets. */
const hasDegree = (tokens: ReadonlyArray<Token>): boolean => {
  let depth = 0
  return tokens.some((token, index) => {
    if (isOperator(token, "(")) depth += 1
    if (isOperator(token, ")")) depth -= 1
    return depth === 0 && isWord(token, "PARALLEL") && tokens[index + 1]?.value !== "1"
  })
}

/** An index, a filled table or a rebuilt one; an empty table is given a degree on purpose. */
const isForTheWork = ({ verb, text }: SqlStatement): boolean =>
  (verb === "CREATE" && (/\bindex\b/i.test(text) || /\bas\s+select\b/i.test(text))) ||
  (verb === "ALTER" && /\b(?:rebuild|move)\b/i.test(text))

const findObjects = (items: ReadonlyArray<ScriptItem>): ReadonlyArray<Violation> => {
  const open = new Map<string, Violation>()
  for (const item of items) {
    const target = item.kind === "sql" ? readTarget(item.text) : null
    if (target === null || item.kind !== "sql") continue
    const isParallel = /\bparallel\b/i.test(item.text) && hasDegree(readWrittenTokens(item))
    if (!isParallel && (item.verb !== "ALTER" || /\b(?:no)?parallel\b/i.test(item.text))) open.delete(target)
    if (isParallel && isForTheWork(item))
      open.set(target, { line: item.line, what: `The ${target.toLowerCase()} keeps its parallel degree.` })
  }
  return [...open.values()]
}

const findSessions = (items: ReadonlyArray<ScriptItem>): ReadonlyArray<Violation> => {
  const forced = new Map<string, number>()
  return items.flatMap((item) => {
    const [, action = "", what = ""] = item.kind === "sql" ? (force.exec(item.text) ?? []) : []
    if (action === "") return []
    const key = what.toUpperCase()
    const before = forced.get(key)
    if (/^force$/i.test(action)) forced.set(key, item.line)
    else forced.delete(key)
    const isAgain = /^force$/i.test(action) && before !== undefined
    return isAgain
      ? [{ line: item.line, what: `PARALLEL ${key} is forced again, as on line ${before}; it is not reset.` }]
      : []
  })
}

/** OP753 parallel-left: PARALLEL of an index or copied table is never taken back, or a session forces it twice. */
export const parallelLeft: LintRule = {
  code: "OP753",
  slug: "parallel-left",
  severity: "warning",
  why: "The degree stays in the dictionary: later queries of the table run in parallel and take the whole machine.",
  advice: "ALTER INDEX ... NOPARALLEL after the build; ALTER SESSION DISABLE PARALLEL DDL after the work.",
  check: ({ reading: { statements } }) => [...findObjects(statements), ...findSessions(statements)]
}
