// What an author says of an action under test: the tables it is tried on and where its files lie. Types only.
import type {
  DatabaseInfo,
  MigrationAction,
  MigrationSettings,
  MigrationStrategy,
  SchemaSnapshot,
  TableConfig,
  TableModel
} from "@orapart/contract"

/** The content of an entry's target_configuration. */
export type Wishes = TableConfig["target_configuration"]

/** One table with wishes, and what the action has to say to them. */
export interface ActionCase {
  /** Part of a sentence, once per action: `a heap table by day`. It names the folder of the golden files. */
  readonly name: string
  readonly source: TableModel
  readonly wishes: Wishes
  readonly settings?: MigrationSettings
  /** Default: Oracle 19c, `databaseInfo()`. Ignored when a snapshot is given. */
  readonly database?: DatabaseInfo
  /** The whole snapshot where other tables matter; it has to hold `source`. Default: one of `source` alone. */
  readonly snapshot?: SchemaSnapshot
  /** `refused` lists the codes of all errors, whoever finds them: the action, its checks, the planner or the strategy. */
  readonly expected: "accepted" | { readonly refused: ReadonlyArray<string> }
  /** Codes of the warnings and notes of the action itself. Default: none. */
  readonly notes?: ReadonlyArray<string>
}

/** Everything around an action that its test needs. Folders are URLs or absolute paths. */
export interface ActionSetup {
  /** The strategies that its cases are planned with; the action's default strategy is one of them. */
  readonly strategies: ReadonlyArray<MigrationStrategy>
  /** Folders of the templates that these strategies use: `templatesDirectory` of @orapart/templates for copy_swap. */
  readonly strategyTemplates: ReadonlyArray<URL | string>
  /** The action's own template folder, the one that package.json names; absent when it brings no step of its own. */
  readonly templates?: URL | string
  /** Folder of the golden files: one folder per accepted case. `vitest -u` writes them. */
  readonly golden: URL | string
  /** The action's page, Markdown. */
  readonly page: URL | string
  /** Wishes that the target schema has to refuse, by what is wrong with them; at least one. */
  readonly misshapen: { readonly [fault: string]: Wishes }
  /** At least one accepted and one refused case. */
  readonly cases: ReadonlyArray<ActionCase>
}

/** An action with all that its test needs. */
export interface ActionSubject {
  readonly action: MigrationAction
  readonly setup: ActionSetup
}
