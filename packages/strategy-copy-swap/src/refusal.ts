// A refusal is one reason why copy_swap would lose something of a table: one file, one code, one page, one test.
import type { Finding, JsonValue, Severity, StrategyInput } from "@orapart/contract"

/** What a refusal found; code, slug and subject are filled in. */
export interface RefusalReport {
  readonly subject?: string
  readonly what: string
  readonly why?: string
  readonly advice?: string
  readonly evidence?: { readonly [name: string]: JsonValue }
}

/** One reason with its code. Severity `error` refuses the table; `warning` and `info` become notes of the plan. */
export interface Refusal {
  readonly code: string
  readonly slug: string
  readonly title: string
  readonly severity: Severity
  readonly find: (input: StrategyInput) => ReadonlyArray<RefusalReport>
}

/** Declares a refusal: returns it unchanged, typed. */
export const defineRefusal = (refusal: Refusal): Refusal => refusal

/** Runs one refusal and completes its reports to findings. */
export const runRefusal = (refusal: Refusal, input: StrategyInput): ReadonlyArray<Finding> =>
  refusal.find(input).map((report) => ({
    code: refusal.code,
    slug: refusal.slug,
    severity: refusal.severity,
    subject: report.subject ?? `${input.source.owner}.${input.source.name}`,
    what: report.what,
    why: report.why ?? "",
    advice: report.advice ?? "",
    evidence: report.evidence ?? {}
  }))
