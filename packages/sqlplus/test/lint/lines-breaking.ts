// Asks one rule about one script: where does it fire?
import type { LintOptions, LintRule } from "@orapart/sqlplus"
import { lintScript } from "@orapart/sqlplus"

/** Lines of a script, each of which ends in a line feed. */
export const script = (...lines: ReadonlyArray<string>): string => lines.map((line) => `${line}\n`).join("")

/** The numbers of the lines on which the rule fires. */
export const linesBreaking = (
  rule: LintRule,
  text: string,
  options: Partial<LintOptions> = {}
): ReadonlyArray<number> =>
  lintScript(text, { file: "a.sql", ...options, rules: [rule] }).map((finding) => finding.line)
