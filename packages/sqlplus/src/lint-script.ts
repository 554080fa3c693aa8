// Runs the lint rules over one script and puts their words together. Knows no rule by name.
import type { Severity } from "@orapart/contract"
import type { LintedScript, LintFinding, LintRule, Violation } from "./lint/lint-rule.ts"
import { lintRules } from "./lint/lint-rules.ts"
import type { SessionFacts } from "./lint/session.ts"
import { startFacts } from "./lint/session.ts"
import type { ReadOptions } from "./read-script.ts"
import { readScript } from "./read-script.ts"
import type { ScriptReading } from "./script-item.ts"

/** How a script is linted. */
export interface LintOptions extends ReadOptions {
  /** The file's name, for the findings. */
  readonly file: string
  /** True for scripts that carry names or literals of a schema that are not ASCII; control characters stay findings. */
  readonly allowNonAscii?: boolean
  /** Substitution variables that whoever calls the script has defined, any case. */
  readonly definedVariables?: ReadonlyArray<string>
  /** The rules to apply; all of them by default. */
  readonly rules?: ReadonlyArray<LintRule>
}

/** Findings of one code that were counted and not put into words. */
export interface OmittedFindings {
  readonly code: string
  readonly slug: string
  readonly severity: Severity
  readonly count: number
}

/** What the linter says of one script, with a bound on how much it says. */
export interface LintReport {
  readonly file: string
  /** By line and then by code. */
  readonly findings: ReadonlyArray<LintFinding>
  /** Empty unless a code was found more often than was asked for. */
  readonly omitted: ReadonlyArray<OmittedFindings>
}

const firstVisible = (text: string): number => Math.max(0, text.search(/\S/)) + 1

const describe = (rule: LintRule, { file, lines }: LintedScript, violation: Violation): LintFinding => {
  const { what, severity, evidence } = violation
  const line = Math.min(Math.max(1, violation.line), Math.max(1, lines.length))
  const column = violation.column ?? firstVisible(lines[line - 1] ?? "")
  return {
    code: rule.code,
    slug: rule.slug,
    severity: severity ?? rule.severity,
    subject: file,
    what,
    why: rule.why,
    advice: rule.advice,
    evidence: { line, ...evidence },
    location: { file, line, column },
    line,
    message: `${rule.code} ${rule.slug}: ${file} line ${line}: ${what} ${rule.why} ${rule.advice}`
  }
}

const countOmitted = (rule: LintRule, violations: ReadonlyArray<Violation>): ReadonlyArray<OmittedFindings> => {
  const groups = Map.groupBy(violations, ({ severity }) => severity ?? rule.severity)
  return [...groups].map(([severity, group]) => ({ code: rule.code, slug: rule.slug, severity, count: group.length }))
}

const weights: { readonly [severity in Severity]: number } = { error: 0, warning: 1, info: 2 }

/** Errors first, so that a cut never hides one behind notes. */
const byWeight = (rule: LintRule, violations: ReadonlyArray<Violation>): ReadonlyArray<Violation> => {
  const weightOf = ({ severity }: Violation): number => weights[severity ?? rule.severity]
  return violations.toSorted((left, right) => weightOf(left) - weightOf(right) || left.line - right.line)
}

/** Applies rules to a script that has been read; at most `most` findings of each code are put into words. */
export const applyRules = (script: LintedScript, rules: ReadonlyArray<LintRule>, most: number): LintReport => {
  const findings: LintFinding[] = []
  const omitted: OmittedFindings[] = []
  for (const rule of rules) {
    const violations = byWeight(rule, rule.check(script))
    for (const violation of violations.slice(0, most)) findings.push(describe(rule, script, violation))
    if (violations.length > most) omitted.push(...countOmitted(rule, violations.slice(most)))
  }
  findings.sort(
    (left, right) => left.line - right.line || (left.code < right.code ? -1 : Number(left.code > right.code))
  )
  return { file: script.file, findings, omitted }
}

/** What rules look at. */
export const prepareScript = (
  text: string,
  reading: ScriptReading,
  options: { readonly file: string; readonly allowNonAscii?: boolean; readonly entry: SessionFacts }
): LintedScript => ({
  file: options.file,
  lines: text
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line)),
  reading,
  entry: options.entry,
  isNonAsciiAllowed: options.allowNonAscii ?? false
})

/**
 * Every trap the rules find in a script, by line and then by code; empty for a script that every SQL*Plus from 11.2 on
 * reads as it is written. Pure: called scripts are followed only when `scripts` or `findScript` gives their text.
 */
export const lintScript = (text: string, options: LintOptions): ReadonlyArray<LintFinding> => {
  const entry = startFacts(options.definedVariables)
  const script = prepareScript(text, readScript(text, options), { ...options, entry })
  return applyRules(script, options.rules ?? lintRules, Number.POSITIVE_INFINITY).findings
}
