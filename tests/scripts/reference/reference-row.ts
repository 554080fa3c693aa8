// The reference sequence of a copy and swap, row by row: what must stand in which file in which order, and what takes it back.
import type { ConstraintModel, MigrationPlan, RenamedObject } from "../../../packages/contract/src/index.ts"
import { qualifyName, quoteIdentifier } from "../../../packages/oracle-rules/src/index.ts"
import type { ScriptSet } from "../script-sets.ts"

/** A place in a file: the patterns follow each other. */
export interface Place {
  readonly file: string
  readonly patterns: ReadonlyArray<RegExp>
}

/** One row. `undo` null where the reference has none. `applies` false where the table has nothing of the kind. */
export interface ReferenceRow {
  readonly row: string
  readonly what: string
  readonly applies: boolean
  readonly does: Place
  readonly undo: Place | null
}

/** The names of a plan as they stand in its scripts. What the table does not have is undefined. */
export interface Subject {
  readonly plan: MigrationPlan
  readonly table: string
  readonly interim: string
  readonly retained: string
  readonly ledger: string
  readonly log: string
  readonly capture: string
  readonly ownKey: ConstraintModel | undefined
  readonly child: MigrationPlan["names"]["childForeignKeys"][number] | undefined
  readonly childTable: string
  readonly trigger: RenamedObject | undefined
  readonly index: RenamedObject | undefined
  readonly constraint: RenamedObject | undefined
  /** A check that is not validated. */
  readonly late: ConstraintModel | undefined
  readonly interimOf: (name: string) => string
}

/** Reads the names of a set's plan. */
export const describeSubject = ({ plan }: ScriptSet): Subject => {
  const { names, source, target } = plan
  const own = (name: string): string => qualifyName(plan.owner, name)
  const [child] = names.childForeignKeys
  return {
    plan,
    table: own(plan.table),
    interim: own(names.interim),
    retained: own(names.retained),
    ledger: own(names.ledger),
    log: own(`${names.ledger}_LOG`),
    capture: own(`${names.ledger}_TRG`),
    ownKey: source.constraints.find(({ body }) => body.type === "foreign-key"),
    child,
    childTable: child === undefined ? "" : qualifyName(child.owner, child.table),
    trigger: names.triggers[0],
    index: names.indexes[0],
    constraint: names.constraints[0],
    late: target.constraints.find(({ body, state }) => body.type === "check" && !state.isValidated),
    interimOf: (name) => quoteIdentifier(names.constraints.find((one) => one.name === name)?.interim ?? name)
  }
}

/** A text as part of a pattern. */
export const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&")

/** Patterns that match exactly these texts. */
export const exactly = (...texts: ReadonlyArray<string>): ReadonlyArray<RegExp> =>
  texts.map((text) => new RegExp(escape(text), "u"))

/** The undo script of a step. */
export const undoFiles = {
  10: "rollback/10_undo_create_table.sql",
  20: "rollback/20_undo_data_load.sql",
  30: "rollback/30_undo_create_indexes.sql",
  40: "rollback/40_undo_delta_load.sql",
  50: "rollback/50_undo_swap_tables.sql"
} as const
