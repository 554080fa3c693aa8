// Codes of reading and structure: what can be wrong with the file before anybody asks what it means.
import type { Finding, JsonValue, Severity } from "@orapart/contract"
import type { CodeEntry } from "../code-entry.ts"

const codes = {
  OP100: { slug: "json-syntax", title: "The file is not JSON", severity: "error" },
  OP101: { slug: "empty-file", title: "The file holds nothing", severity: "error" },
  OP102: { slug: "not-an-object", title: "The file does not hold one JSON object", severity: "error" },
  OP103: { slug: "duplicate-key", title: "A key stands twice in one object", severity: "error" },
  OP104: { slug: "unknown-key", title: "A key that nobody reads", severity: "error" },
  OP105: { slug: "missing-key", title: "A key that has to be there is not", severity: "error" },
  OP106: { slug: "wrong-type", title: "A value is of another type than it has to be", severity: "error" },
  OP107: { slug: "value-not-allowed", title: "A value is not one of those allowed", severity: "error" },
  OP108: { slug: "value-out-of-range", title: "A value is too small, too large or of another form", severity: "error" },
  OP109: { slug: "action-not-loaded", title: "No loaded package brings the migration action", severity: "error" },
  OP110: { slug: "strategy-not-loaded", title: "No loaded package brings the strategy", severity: "error" },
  OP111: { slug: "duplicate-table", title: "A table stands twice in the config", severity: "error" },
  OP112: { slug: "snapshot-version", title: "The snapshot has another format number", severity: "error" },
  OP113: { slug: "no-enabled-table", title: "The config asks for nothing", severity: "warning" },
  OP114: { slug: "no-snapshot", title: "There is no snapshot to compare the wishes with", severity: "info" },
  OP115: { slug: "target-not-checked", title: "An action brings no compiled check of its keys", severity: "warning" },
  OP116: { slug: "check-crashed", title: "A check failed instead of answering", severity: "error" }
} as const satisfies { readonly [code: string]: Omit<CodeEntry, "code" | "rules"> }

/** A code of reading or structure. */
export type StructureCode = keyof typeof codes

/** The codes of reading and structure, in code order. */
export const structureCodes: ReadonlyArray<CodeEntry> = Object.entries(codes).map(([code, entry]) => ({
  code,
  rules: [],
  ...entry
}))

/** What a place in the reader has to say. */
export interface StructureReport {
  readonly severity?: Severity
  readonly subject: string
  readonly what: string
  readonly why?: string
  readonly advice?: string
  readonly evidence?: { readonly [name: string]: JsonValue }
  /** JSON pointer; absent when the file has no structure to point into. */
  readonly path?: string
}

/** Completes a report to a finding of the given code, still without a line and column. */
export const makeStructureFinding = (code: StructureCode, report: StructureReport): Finding => ({
  code,
  slug: codes[code].slug,
  severity: report.severity ?? codes[code].severity,
  subject: report.subject,
  what: report.what,
  why: report.why ?? "",
  advice: report.advice ?? "",
  evidence: report.evidence ?? {},
  ...(report.path === undefined ? {} : { path: report.path })
})
