// Short questions to an action, for what describeAction cannot know: which codes here, which layout there. Knows no test framework.
import type { ActionInput, Finding, MigrationAction, TableModel } from "@orapart/contract"
import * as Effect from "effect/Effect"
import { databaseInfo } from "../builders/schema-snapshot.ts"
import { tableConfig } from "../builders/table-config.ts"
import type { Wishes } from "./action-case.ts"

/** The questions. Wishes are laid over `intervalTarget()`; a key set to undefined is left out. */
export interface TriedAction {
  readonly findings: (source: TableModel, wishes?: Wishes) => ReadonlyArray<Finding>
  /** The codes of the findings, in their order. */
  readonly codes: (source: TableModel, wishes?: Wishes) => ReadonlyArray<string>
  /** The table to reach. Throws when the action fails. */
  readonly reach: (source: TableModel, wishes?: Wishes) => TableModel
}

/** Opens an action for questions, on Oracle 19c. It answers synchronously, so actions that wait for something cannot be tried. */
export const tryAction = (action: MigrationAction): TriedAction => {
  const input = (source: TableModel, wishes: Wishes = {}): ActionInput => ({
    table: tableConfig({
      owner: source.owner,
      table_name: source.name,
      migration_action: action.id,
      target_configuration: wishes
    }),
    source,
    database: databaseInfo()
  })
  const findings: TriedAction["findings"] = (source, wishes) => Effect.runSync(action.applies(input(source, wishes)))
  return {
    findings,
    codes: (source, wishes) => findings(source, wishes).map(({ code }) => code),
    reach: (source, wishes) => Effect.runSync(action.target(input(source, wishes)))
  }
}
