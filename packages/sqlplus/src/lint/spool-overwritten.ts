// OP732: A SPOOL that writes over a file without saying so.
import type { LintRule, Violation } from "./lint-rule.ts"

const mode = /^(?:cre(?:a(?:te?)?)?|rep(?:l(?:a(?:ce?)?)?)?|app(?:e(?:nd?)?)?)$/i

const judge = (args: string, line: number, files: Map<string, number>): Violation | null => {
  const words = args.split(/\s+/)
  const last = words.at(-1) ?? ""
  const word = words.length > 1 && mode.test(last) ? last : ""
  const file = words
    .slice(0, word === "" ? undefined : -1)
    .join(" ")
    .toUpperCase()
  const before = files.get(file)
  files.set(file, line)
  const isAppended = /^app/i.test(word)
  // The same name with a variable in it may be another file.
  if (before !== undefined && !isAppended && !file.includes("&"))
    return { line, severity: "warning", what: `SPOOL ${args} writes over what line ${before} has put into the file.` }
  return word === ""
    ? { line, what: `SPOOL ${args} does not say CREATE, REPLACE or APPEND: an old file is replaced.` }
    : null
}

/** OP732 spool-overwritten: SPOOL without CREATE, REPLACE or APPEND, or twice into the same file. */
export const spoolOverwritten: LintRule = {
  code: "OP732",
  slug: "spool-overwritten",
  severity: "info",
  why: "The log of the run before, or of the step before, is gone.",
  advice: "Put the step or the time into the name and write REPLACE, or APPEND to go on with a log.",
  check: (script) => {
    const files = new Map<string, number>()
    return script.reading.statements.flatMap((item) => {
      if (item.kind !== "command" || item.verb !== "SPOOL" || /^(?:off|out)?$/i.test(item.args)) return []
      return judge(item.args, item.line, files) ?? []
    })
  }
}
