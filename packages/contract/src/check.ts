// A check is one question with a code, a page and a test. Config checks are pure: facts come from the snapshot.
import type { DatabaseInfo } from "./database-info.ts"
import type { Finding, Severity } from "./finding.ts"
import type { JsonValue } from "./json.ts"
import type { MigrationConfig, TableConfig } from "./migration-config.ts"
import type { SchemaSnapshot, TableModel } from "./table-model.ts"

/** What a config check may look at. */
export interface CheckContext {
  readonly config: MigrationConfig
  readonly table: TableConfig
  /** JSON pointer of the table's entry: `/tables/3`. */
  readonly path: string
  /** The table's facts; null when there is no snapshot or it does not hold the table. */
  readonly source: TableModel | null
  /** null when there is no snapshot. */
  readonly database: DatabaseInfo | null
  /** The whole snapshot, for questions beyond the table: other tables, names in use. Absent or null when there is none. */
  readonly snapshot?: SchemaSnapshot | null
}

/** What a check reports; code, slug, severity and subject are filled in from the check where absent. */
export interface CheckReport {
  readonly severity?: Severity
  /** `HR.ORDERS` or longer; the table when absent. */
  readonly subject?: string
  /** True for what concerns the whole file and is said with one table only: the path is then the file's root. Default false. */
  readonly isAboutFile?: boolean
  /** Path below the table's entry, for example `/target_configuration/partition_column`. */
  readonly at?: string
  readonly what: string
  readonly why?: string
  readonly advice?: string
  readonly evidence?: { readonly [name: string]: JsonValue }
}

/** One semantic check of a table's config. */
export interface ConfigCheck {
  readonly code: string
  readonly slug: string
  readonly title: string
  readonly severity: Severity
  /** Numbers of the validator rules it covers: `V04`. */
  readonly rules: ReadonlyArray<string>
  readonly run: (context: CheckContext) => ReadonlyArray<CheckReport>
}

/** Declares a check: returns it unchanged, typed. */
export const defineCheck = (check: ConfigCheck): ConfigCheck => check

/** Runs one check on one table and completes its reports to findings. */
export const runCheck = (check: ConfigCheck, context: CheckContext): ReadonlyArray<Finding> => {
  const reports = check.run(context)
  // Fifty checks look at each of thousands of tables, and nearly all have nothing to report.
  return reports.length === 0 ? nothing : reports.map((report) => completeReport(check, context, report))
}

const nothing: ReadonlyArray<Finding> = []

const completeReport = (check: ConfigCheck, context: CheckContext, report: CheckReport): Finding => ({
  code: check.code,
  slug: check.slug,
  severity: report.severity ?? check.severity,
  subject: report.subject ?? `${context.table.owner}.${context.table.table_name}`,
  what: report.what,
  why: report.why ?? "",
  advice: report.advice ?? "",
  evidence: report.evidence ?? {},
  path: report.isAboutFile === true ? "" : context.path + (report.at ?? "")
})
