// OP730: A query of LONG or CLOB values while LONG has its default of 80.
import type { ScriptItem } from "../script-item.ts"
import type { Token } from "../token.ts"
import { isOperator, isWord } from "../token.ts"
import { readWrittenTokens } from "./code-tokens.ts"
import type { LintRule, Violation } from "./lint-rule.ts"
import { settingOf, unknownFact, walkSession } from "./session.ts"

/** Columns of the dictionary and functions of packages whose values are LONG or CLOB and seldom short. */
const longNames = new Set(
  `COLUMN_EXPRESSION DATA_DEFAULT GET_DDL GET_DEPENDENT_DDL GET_GRANTED_DDL GET_XML HIGH_VALUE REPORT_SQL_MONITOR
  REPORT_TUNING_TASK SEARCH_CONDITION SQL_FULLTEXT TRIGGER_BODY`.split(/\s+/)
)
const mayBeLong = new RegExp(`\\b(?:${[...longNames].join("|")})\\b`, "i")

/** The first long value of a select list outside brackets: SUBSTR(SQL_FULLTEXT, 1, 60) is cut on purpose. */
const findLong = (tokens: ReadonlyArray<Token>): Token | null => {
  let [depth, isInList] = [0, false]
  for (const token of tokens) {
    if (isOperator(token, "(")) depth += 1
    else if (isOperator(token, ")")) depth -= 1
    else if (depth === 0 && isWord(token, "SELECT")) isInList = true
    else if (depth === 0 && isWord(token, "FROM")) isInList = false
    else if (depth === 0 && isInList && token.kind === "word" && longNames.has(token.value)) return token
  }
  return null
}

const findInItem = (item: ScriptItem): Token | null => {
  const isQuery = item.kind === "sql" && (item.verb === "SELECT" || item.verb === "WITH")
  return isQuery && mayBeLong.test(item.text) ? findLong(readWrittenTokens(item)) : null
}

const isShort = (setting: string | null): boolean => setting !== unknownFact && Number(setting ?? 80) <= 80

/** OP730 long-truncated: a LONG or CLOB value is selected while LONG is 80. */
export const longTruncated: LintRule = {
  code: "OP730",
  slug: "long-truncated",
  severity: "warning",
  why: "SQL*Plus shows the first 80 characters of LONG, CLOB and XMLTYPE values and drops the rest without a word.",
  advice: "SET LONG 2000000 LONGCHUNKSIZE 32767 before the query.",
  check: (script) => {
    const violations: Violation[] = []
    walkSession(script, (item, facts) => {
      const found = isShort(settingOf(facts, "LONG")) ? findInItem(item) : null
      if (found === null) return
      violations.push({
        line: found.line,
        what: `${found.value} is cut after 80 characters, because LONG has not been set.`
      })
    })
    return violations
  }
}
