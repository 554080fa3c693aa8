// OP748: Stored code that is created and never looked at.
import type { PlsqlBlock, ScriptItem } from "../script-item.ts"
import type { LintRule, Violation } from "./lint-rule.ts"
import { isCalled } from "./session.ts"

const unitHead =
  /^\s*create\s+(?:or\s+replace\s+)?(?:and\s+\w+\s+)?(?:(?:non)?editionable\s+)?(procedure|function|package(?:\s+body)?|trigger|type(?:\s+body)?)\s+(?:"?[\w$#]+"?\s*\.\s*)?"?([\w$#]+)/i

const isUnit = (item: ScriptItem): item is PlsqlBlock => item.kind === "plsql" && unitHead.test(item.text)

/** A query of the errors or of the status of objects. */
const looksAtAll = (item: ScriptItem): boolean =>
  "text" in item && /\b(?:user|all|dba)_(?:errors|objects)\b/i.test(item.text)

const isShowErrors = (item: ScriptItem): boolean =>
  item.kind === "command" && item.verb === "SHOW" && /^err/i.test(item.args)

/** The words of all SHOW ERRORS: the names of units among them. */
const readShown = (items: ReadonlyArray<ScriptItem>): ReadonlySet<string> =>
  new Set(
    items.flatMap((item) =>
      item.kind === "command" && isShowErrors(item) ? (item.args.toUpperCase().match(/[\w$#]+/g) ?? []) : []
    )
  )

/** True when SHOW ERRORS, or a call of a script that may look, stands between the unit and the next one. */
const isFollowedByLook = (items: ReadonlyArray<ScriptItem>, index: number): boolean => {
  for (let at = index + 1; at < items.length; at += 1) {
    const item = items[at]
    if (item === undefined || isUnit(item)) break
    // What a called script looks at is not known here.
    if (isShowErrors(item) || item.kind === "call") return true
  }
  return false
}

/** OP748 compile-errors-unseen: CREATE PROCEDURE, TRIGGER and the like without SHOW ERRORS or a query of the errors. */
export const compileErrorsUnseen: LintRule = {
  code: "OP748",
  slug: "compile-errors-unseen",
  severity: "warning",
  why: "A unit with compilation errors is created all the same: SQL*Plus prints a warning, WHENEVER SQLERROR does not notice.",
  advice: "SHOW ERRORS after each unit; in a job, query USER_ERRORS and RAISE_APPLICATION_ERROR when there are rows.",
  check: (script) => {
    const items = script.reading.statements
    const shown = readShown(items)
    const lastLook = items.findLastIndex(looksAtAll)
    return items.flatMap((item, index): ReadonlyArray<Violation> => {
      if (!isUnit(item)) return []
      const [, kind = "", name = ""] = unitHead.exec(item.text) ?? []
      if (lastLook > index || shown.has(name.toUpperCase()) || isFollowedByLook(items, index)) return []
      // The master that calls this script may look at all of them at its end.
      const severity = isCalled(script.entry) ? ("info" as const) : ("warning" as const)
      return [
        {
          line: item.line,
          severity,
          what: `Nothing looks for compilation errors of the ${kind.toLowerCase()} ${name}.`
        }
      ]
    })
  }
}
