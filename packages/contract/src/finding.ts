// What a check says: data with a stable code. Words are made from the fields at the edge.
import type { JsonValue } from "./json.ts"

/** error stops, warning is shown and goes on, info explains. */
export type Severity = "error" | "warning" | "info"

/** Where in a file a finding belongs; line and column count from 1. */
export interface FileLocation {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** One thing that is wrong, or worth knowing. */
export interface Finding {
  /** OPnnn. OP1xx config, OP2xx plan, OP3xx preflight, OP4xx run, OP5xx plugins, OP6xx comparison, OP7xx lint. */
  readonly code: string
  /** The code's short name, kebab-case. */
  readonly slug: string
  readonly severity: Severity
  /** What it is about: `HR.ORDERS.ORDER_DATE`, a file or a plugin. */
  readonly subject: string
  /** What is wrong, with the real names and numbers: one sentence or two. */
  readonly what: string
  /** Why it matters; empty when obvious. */
  readonly why: string
  /** What to do, as commands or values where possible; empty when there is nothing to do. */
  readonly advice: string
  /** The same facts as data, for --json. */
  readonly evidence: { readonly [name: string]: JsonValue }
  /** JSON pointer into the config, for example `/tables/0/target_configuration/partition_column`; absent outside configs. */
  readonly path?: string
  readonly location?: FileLocation
}

/** True when at least one finding is an error. */
export const hasErrors = (findings: ReadonlyArray<Finding>): boolean =>
  findings.some((finding) => finding.severity === "error")

const severityOrder: { readonly [severity in Severity]: number } = { error: 0, warning: 1, info: 2 }

/** The findings with errors first, keeping their order within a severity. */
export const sortFindings = (findings: ReadonlyArray<Finding>): ReadonlyArray<Finding> =>
  [...findings].sort((left, right) => severityOrder[left.severity] - severityOrder[right.severity])
