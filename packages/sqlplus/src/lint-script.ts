// Runs the lint rules over one script and puts their words together. Knows no rule by name.
import type { LintedScript, LintFinding, LintRule, Violation } from "./lint/lint-rule.ts"
import { lintRules } from "./lint/lint-rules.ts"
import type { ReadOptions } from "./read-script.ts"
import { readScript } from "./read-script.ts"

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

const describe = (rule: LintRule, file: string, { line, what, severity, evidence }: Violation): LintFinding => ({
  code: rule.code,
  slug: rule.slug,
  severity: severity ?? rule.severity,
  subject: file,
  what,
  why: rule.why,
  advice: rule.advice,
  evidence: { line, ...evidence },
  location: { file, line, column: 1 },
  line,
  message: `${rule.code} ${rule.slug}: ${file} line ${line}: ${what} ${rule.why} ${rule.advice}`
})

/**
 * Every trap the rules find in a script, by line and then by code; empty for a script that every SQL*Plus from 11.2 on
 * reads as it is written. Pure: called scripts are followed only when `scripts` holds their text.
 */
export const lintScript = (text: string, options: LintOptions): ReadonlyArray<LintFinding> => {
  const script: LintedScript = {
    file: options.file,
    lines: text
      .replace(/\n$/, "")
      .split("\n")
      .map((line) => line.replace(/\r$/, "")),
    reading: readScript(text, options),
    definedVariables: new Set((options.definedVariables ?? []).map((name) => name.toUpperCase())),
    isNonAsciiAllowed: options.allowNonAscii ?? false
  }
  const rules = options.rules ?? lintRules
  return rules
    .flatMap((rule) => rule.check(script).map((violation) => describe(rule, options.file, violation)))
    .toSorted((left, right) => left.line - right.line || (left.code < right.code ? -1 : Number(left.code > right.code)))
}
