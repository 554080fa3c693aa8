// The plan: data that says every step with its undo beside it. Rendering writes down what a step says and decides nothing.
import type { DatabaseInfo } from "./database-info.ts"
import type { Finding } from "./finding.ts"
import type { JsonObject } from "./json.ts"
import type { TableModel } from "./table-model.ts"

/** The four parts of a migration, in order. `verify` only reads. */
export type StepPhase = "prepare" | "load" | "cutover" | "verify" | "cleanup"

/** A template with the data it needs. The template's id is namespaced: `core:10_create_table`. */
export interface Script {
  readonly template: string
  readonly data: JsonObject
}

/** How a step is taken back. */
export type Revert =
  | {
      readonly kind: "script"
      /** File name inside rollback/, same number as the step: `10_undo_create_table.sql`. */
      readonly file: string
      readonly script: Script
      /** What the undo does, one line. */
      readonly does: string
      /** Until when it can be done, one line. */
      readonly until: string
      /** What is lost by it; `nothing` when nothing. */
      readonly loses: string
    }
  | { readonly kind: "none"; readonly reason: string }
  | { readonly kind: "impossible"; readonly reason: string; readonly advice: string }

/** What to do when a step stopped midway and the master is run again. */
export type RestartRule =
  /** The step continues where it stopped: finished parts are skipped. */
  | "resume"
  /** The step can be run any number of times. */
  | "run-again"
  /** The step's undo runs first, then the step. */
  | "revert-first"

/** One object lock that a step takes. */
export interface StepLock {
  readonly object: string
  /** `exclusive`, `share`, `row`, `library` or `none`. */
  readonly mode: "exclusive" | "share" | "row" | "library"
  /** How long and what waits, in words. */
  readonly duration: string
}

/** What a step is expected to cost; null where the snapshot does not know. */
export interface StepEstimate {
  readonly seconds: number | null
  readonly bytes: number | null
}

/** One numbered step: one script, its undo, its reasons. */
export interface Step {
  /** Stable within the plan: `create-table`. */
  readonly id: string
  /** 0 to 99; gaps of ten leave room for plugins' steps (25). */
  readonly number: number
  /** File name of the step's script: `10_create_table.sql`. */
  readonly file: string
  readonly phase: StepPhase
  readonly title: string
  readonly why: string
  /** What it does, one line for the README's table. */
  readonly does: string
  readonly apply: Script
  readonly revert: Revert
  readonly restart: RestartRule
  readonly locks: ReadonlyArray<StepLock>
  /** Privileges needed beyond ownership, one line. */
  readonly needs: string
  readonly estimate: StepEstimate
  /** Which master calls it: 1 without outage pressure, 2 in the change window, null none (70). */
  readonly master: 1 | 2 | null
}

/** Names that the plan gives; every one within the database's limit and free of collisions. */
export interface PlanNames {
  readonly interim: string
  readonly retained: string
  readonly ledger: string
  readonly indexes: ReadonlyArray<OwnedRename>
  readonly constraints: ReadonlyArray<RenamedObject>
  readonly triggers: ReadonlyArray<OwnedRename>
  readonly childForeignKeys: ReadonlyArray<OwnedRename & { readonly table: string }>
}

/** An object that exists twice for a while: under its final name on the old table, under the interim name on the new one. */
export interface RenamedObject {
  readonly name: string
  readonly interim: string
  readonly retained: string
}

/** The same for an object that may lie in another schema than the table: two schemas may use one name. */
export interface OwnedRename extends RenamedObject {
  readonly owner: string
}

/** Why an index of the new table is LOCAL or GLOBAL. */
export interface IndexDecision {
  readonly index: string
  readonly choice: "LOCAL" | "GLOBAL" | "GLOBAL HASH"
  readonly reason: string
  readonly isOverride: boolean
}

/** What `plan` shows of the layout to come. */
export interface LayoutPreview {
  /** `NUMTOYMINTERVAL(1,'MONTH')`. */
  readonly interval: string
  /** Partitions that the known rows will make; null when min and max of the key are unknown. */
  readonly partitions: number | null
  readonly subpartitionsPerPartition: number
  /** Mean rows per partition; null when unknown. */
  readonly rowsPerPartition: number | null
  /** First and last partition's lower bounds as text; null when unknown. */
  readonly from: string | null
  readonly to: string | null
  /** Position of the last known key against 1,048,575, subpartitions counted; null when unknown. */
  readonly positionsUsed: number | null
  /** Largest subpartition over the mean when ids 1..n are hashed; null without hash or when not computed. */
  readonly hashMaxOverMean: number | null
  /** Rows per partition where existing partitions tell; empty when unknown. */
  readonly histogram: ReadonlyArray<{ readonly from: string; readonly rows: number }>
}

/** Settings of the config with their defaults filled in. */
export interface PlanSettings {
  readonly priority: "HIGH" | "MEDIUM" | "LOW"
  readonly estimatedHours: number | null
  readonly validateData: boolean
  readonly dropOldAfterDays: number
  readonly deltaSync: "none" | "timestamp"
  readonly deltaColumn: string | null
  readonly ddlLockTimeoutSeconds: number
  readonly chunkRows: number | null
  readonly nologging: boolean
  readonly parallelDegree: number
  /** INITIAL extent of new table segments in bytes; null leaves the tablespace's own (8 MB for partitions since 11.2.0.2). */
  readonly initialExtentBytes: number | null
}

/** The whole migration of one table. */
export interface MigrationPlan {
  readonly contract: number
  /** Hash of everything else in the plan except madeBy, hexadecimal. */
  readonly digest: string
  readonly madeBy: string
  readonly owner: string
  readonly table: string
  readonly action: { readonly id: string; readonly title: string }
  readonly strategy: { readonly id: string; readonly title: string }
  readonly database: Pick<DatabaseInfo, "version" | "compatible" | "characterSet">
  /** The oldest release the scripts are valid for, `12.1`. */
  readonly minimumVersion: string
  readonly settings: PlanSettings
  readonly names: PlanNames
  /** The table as the snapshot has it: facts that the guards and the undo rely on. */
  readonly source: TableModel
  /** The table as it will be. */
  readonly target: TableModel
  readonly indexDecisions: ReadonlyArray<IndexDecision>
  readonly preview: LayoutPreview
  readonly space: { readonly neededBytes: number | null; readonly basis: string }
  /** Seconds; null when sizes are unknown. */
  readonly estimatedSeconds: number | null
  readonly outage: string
  /** What the client must be set to before it runs a script of this plan, in words; empty when nothing. */
  readonly client: string
  /** Warnings and notes the reader must see. No errors: a table with errors has no plan. */
  readonly notes: ReadonlyArray<Finding>
  readonly steps: ReadonlyArray<Step>
  /** Id of the step that cannot be undone. */
  readonly pointOfNoReturn: string
}
