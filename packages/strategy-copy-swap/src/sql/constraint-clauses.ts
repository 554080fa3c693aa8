// Constraint DDL: what a constraint says and the state it is in, without its name.
import type { ConstraintBody, ConstraintState } from "@orapart/contract"
import { qualifyName, quoteIdentifier } from "@orapart/oracle-rules"

const columnList = (columns: ReadonlyArray<string>): string => columns.map(quoteIdentifier).join(", ")

/** What may not be changed later and what optimizers may trust: it stands before USING INDEX (CREATE TABLE, constraint_state). */
export const characterClause = (state: ConstraintState): string =>
  [
    ...(state.isDeferrable ? ["DEFERRABLE"] : []),
    ...(state.isDeferrable && state.isInitiallyDeferred ? ["INITIALLY DEFERRED"] : []),
    ...(state.isRely ? ["RELY"] : [])
  ].join(" ")

/** ENABLE or DISABLE with VALIDATE or NOVALIDATE as the dictionary has it: it stands after USING INDEX. */
export const enforcementClause = (state: ConstraintState): string =>
  `${state.isEnabled ? "ENABLE" : "DISABLE"} ${state.isValidated ? "VALIDATE" : "NOVALIDATE"}`

/** The whole state as the dictionary has it. */
export const stateClause = (state: ConstraintState): string =>
  `${characterClause(state)} ${enforcementClause(state)}`.trim()

/** The state without a scan: enabled or not as the dictionary has it, never validated. */
export const withoutScanClause = (state: ConstraintState): string => stateClause({ ...state, isValidated: false })

/** The state a foreign key waits in until the freeze: enabled it would break the application's deletes (ORA-02292). */
export const waitingClause = (state: ConstraintState): string =>
  stateClause({ ...state, isEnabled: false, isValidated: false })

/** Validates a foreign key. One that is validated but disabled forbids changes of its columns (ORA-25128): it comes as it was. */
export const validationStatement = (table: string, name: string, state: ConstraintState): string =>
  `ALTER TABLE ${table} MODIFY CONSTRAINT ${quoteIdentifier(name)} ${state.isEnabled ? "" : "DISABLE "}VALIDATE`

/** `FOREIGN KEY (A) REFERENCES O.P (B) ON DELETE CASCADE`. */
export const foreignKeyClause = (
  body: Pick<Extract<ConstraintBody, { type: "foreign-key" }>, "columns" | "referencedColumns" | "deleteRule">,
  referencedOwner: string,
  referencedTable: string
): string => {
  const onDelete = body.deleteRule === "NO ACTION" ? "" : ` ON DELETE ${body.deleteRule}`
  return `FOREIGN KEY (${columnList(body.columns)}) REFERENCES ${qualifyName(referencedOwner, referencedTable)} (${columnList(body.referencedColumns)})${onDelete}`
}

/** `PRIMARY KEY (A, B)` or `UNIQUE (A)`. */
export const keyClause = (type: "primary-key" | "unique", columns: ReadonlyArray<string>): string =>
  `${type === "primary-key" ? "PRIMARY KEY" : "UNIQUE"} (${columnList(columns)})`
