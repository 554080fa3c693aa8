// The findings of the five core actions. They share them, because they share the target: one code, one page, whoever says it.
import type { Finding, JsonValue, Severity, TableModel } from "@orapart/contract"

/** A code with what a reader needs to find its page. */
export interface ActionCode {
  readonly code: string
  readonly slug: string
  readonly title: string
  readonly severity: Severity
}

const codes = {
  OP200: {
    slug: "table-kind-cannot-be-partitioned",
    title: "Oracle does not partition this kind of table by interval",
    severity: "error"
  },
  OP201: {
    slug: "action-needs-heap-table",
    title: "The action takes tables that are not partitioned",
    severity: "error"
  },
  OP202: {
    slug: "action-needs-interval-table",
    title: "The action takes interval tables without subpartitions",
    severity: "error"
  },
  OP203: {
    slug: "action-needs-partitioned-table",
    title: "The action takes tables that are partitioned in another way",
    severity: "error"
  },
  OP204: { slug: "layout-already-reached", title: "The table already has the layout asked for", severity: "warning" },
  OP205: { slug: "partitioning-not-convertible", title: "No core action takes this partitioning", severity: "error" },
  OP206: { slug: "wish-contradicts-kept-layout", title: "A wish contradicts what the action keeps", severity: "error" },
  OP207: { slug: "key-column-missing", title: "A key column is not a column of the table", severity: "error" },
  OP208: { slug: "interval-key-refused", title: "Oracle refuses the column as interval key", severity: "error" },
  OP209: { slug: "hash-key-refused", title: "Oracle refuses the column as hash key", severity: "error" },
  OP210: { slug: "layout-incomplete", title: "The wishes do not say enough for a layout", severity: "error" },
  OP211: {
    slug: "too-many-fragments-at-once",
    title: "The new table would begin with too many partitions",
    severity: "error"
  },
  OP212: {
    slug: "interval-refused",
    title: "Oracle refuses the interval with this key or first bound",
    severity: "error"
  },
  OP213: { slug: "range-section-kept", title: "The source's explicit partitions are kept", severity: "info" }
} as const satisfies { readonly [code: string]: Omit<ActionCode, "code"> }

/** The codes of the core actions. */
export type ActionCodeId = keyof typeof codes

/** Every finding a core action can make, in code order. */
export const actionCodes: ReadonlyArray<ActionCode> = Object.entries(codes).map(([code, entry]) => ({ code, ...entry }))

/** What an action has to say; code, slug, severity and subject are filled in. */
export interface ActionReport {
  /** Column or other part of the table, without the table's own name. */
  readonly part?: string
  readonly what: string
  readonly why?: string
  readonly advice?: string
  readonly evidence?: { readonly [name: string]: JsonValue }
}

/** Completes a report about a table to a finding of the given code. */
export const makeActionFinding = (
  code: ActionCodeId,
  source: Pick<TableModel, "owner" | "name">,
  report: ActionReport
): Finding => ({
  code,
  slug: codes[code].slug,
  severity: codes[code].severity,
  subject: [source.owner, source.name, ...(report.part === undefined ? [] : [report.part])].join("."),
  what: report.what,
  why: report.why ?? "",
  advice: report.advice ?? "",
  evidence: report.evidence ?? {}
})
