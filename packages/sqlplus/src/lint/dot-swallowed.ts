// OP738: `&name.log`: the dot ends the variable's name and disappears.
import type { LintRule, Violation } from "./lint-rule.ts"
import { findPlaces } from "./substitution-places.ts"

const suffix = /^(?:bad|csv|ctl|dat|dmp|html?|json|log|lst|out|par|sql|tsv|txt|xml|zip)\b/i
const fileCommands = new Set(["GET", "HOST", "SAVE", "SPOOL", "STORE"])

/** OP738 dot-swallowed: a dot between a variable and a file's suffix is taken for the end of the name. */
export const dotSwallowed: LintRule = {
  code: "OP738",
  slug: "dot-swallowed",
  severity: "warning",
  why: "The first dot after &name is the concatenation character and disappears: `&name.log` becomes `orderslog`.",
  advice: "Write two dots: &name..log.",
  check: (script) =>
    script.reading.statements.flatMap((item): ReadonlyArray<Violation> => {
      const isFile = item.kind === "call" || (item.kind === "command" && fileCommands.has(item.verb))
      if (!isFile) return []
      const { text, places } = findPlaces(script, item)
      return places.flatMap(({ name, start, end, line }) => {
        const isSwallowed = text[end - 1] === (item.settings.concat ?? "") && suffix.test(text.slice(end))
        const place = text.slice(start, end)
        return isSwallowed
          ? [
              {
                line: item.line + line - 1,
                what: `The dot of ${place}${suffix.exec(text.slice(end))?.[0] ?? ""} ends the name ${name.toLowerCase()} and disappears.`
              }
            ]
          : []
      })
    })
}
