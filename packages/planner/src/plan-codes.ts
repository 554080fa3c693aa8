// The findings the planner itself can make: one code, one slug, one page in docs/reference/checks.
import type { Finding, JsonValue, Severity } from "@orapart/contract"

/** A code with what a reader needs to find its page. */
export interface PlannerCode {
  readonly code: string
  readonly slug: string
  readonly title: string
  readonly severity: Severity
}

const codes = {
  OP220: { slug: "unknown-action", title: "No loaded plugin brings the action", severity: "error" },
  OP221: { slug: "unknown-strategy", title: "No loaded plugin brings the strategy", severity: "error" },
  OP222: { slug: "table-not-in-snapshot", title: "The snapshot does not hold the table", severity: "error" },
  OP223: {
    slug: "delta-sync-not-available",
    title: "The way of following changes is not available",
    severity: "error"
  },
  OP224: { slug: "chosen-name-not-usable", title: "A name chosen in the config cannot be used", severity: "error" },
  OP225: {
    slug: "used-names-unknown",
    title: "New names could not be compared with the whole schema",
    severity: "warning"
  },
  OP226: {
    slug: "generated-name-replaced",
    title: "A name made by Oracle is replaced by a planned one",
    severity: "info"
  },
  OP227: {
    slug: "override-of-unknown-index",
    title: "An index override names an index the table does not have",
    severity: "error"
  },
  OP228: {
    slug: "index-override-not-possible",
    title: "Oracle refuses the index the override asks for",
    severity: "error"
  },
  OP229: {
    slug: "index-not-possible",
    title: "Oracle allows the index in no form on the new layout",
    severity: "error"
  },
  OP230: { slug: "unusable-index-rebuilt", title: "An unusable index becomes usable", severity: "info" },
  OP231: { slug: "partition-key-becomes-not-null", title: "The partition key becomes NOT NULL", severity: "warning" },
  OP232: {
    slug: "key-beyond-last-partition",
    title: "Known rows lie beyond the last partition Oracle allows",
    severity: "error"
  },
  OP233: { slug: "foreign-key-cycle", title: "Tables reference each other in a circle", severity: "info" },
  OP234: { slug: "step-conflict", title: "Two steps claim the same place", severity: "error" },
  OP235: { slug: "database-too-old", title: "The database is older than the scripts need", severity: "error" },
  OP236: { slug: "name-planned-twice", title: "Two plans give the same new name", severity: "error" },
  OP520: { slug: "plugin-crashed", title: "A plugin failed where it had to answer", severity: "error" }
} as const satisfies { readonly [code: string]: Omit<PlannerCode, "code"> }

/** The planner's codes. */
export type PlannerCodeId = keyof typeof codes

/** Every finding the planner can make, in code order. */
export const plannerCodes: ReadonlyArray<PlannerCode> = Object.entries(codes).map(([code, entry]) => ({
  code,
  ...entry
}))

/** What a place in the planner has to say; code, slug and severity come from the table above. */
export interface PlannerReport {
  /** `HR.ORDERS` or longer. */
  readonly subject: string
  readonly what: string
  readonly why?: string
  readonly advice?: string
  readonly evidence?: { readonly [name: string]: JsonValue }
}

/** Completes a report to a finding of the given code. */
export const makeFinding = (code: PlannerCodeId, report: PlannerReport): Finding => ({
  code,
  slug: codes[code].slug,
  severity: codes[code].severity,
  subject: report.subject,
  what: report.what,
  why: report.why ?? "",
  advice: report.advice ?? "",
  evidence: report.evidence ?? {}
})
