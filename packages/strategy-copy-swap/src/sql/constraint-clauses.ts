// Constraint DDL: what a constraint says and the state it is in, without its name.
import type { ConstraintBody, ConstraintState } from "@orapart/contract"
import { qualifyName, quoteIdentifier } from "@orapart/oracle-rules"

const columnList = (columns: ReadonlyArray<string>): string => columns.map(quoteIdentifier).join(", ")

const deferrableClause = (state: ConstraintState): string => {
  if (!state.isDeferrable) return ""
  return state.isInitiallyDeferred ? " DEFERRABLE INITIALLY DEFERRED" : " DEFERRABLE"
}

/** ENABLE or DISABLE with VALIDATE or NOVALIDATE as the dictionary has it, DEFERRABLE and RELY in front. */
export const stateClause = (state: ConstraintState): string =>
  `${deferrableClause(state)}${state.isRely ? " RELY" : ""} ${state.isEnabled ? "ENABLE" : "DISABLE"} ${state.isValidated ? "VALIDATE" : "NOVALIDATE"}`.trim()

/** The state a foreign key waits in until the freeze: enabled it would break the application's deletes (ORA-02292). */
export const waitingClause = (state: ConstraintState): string =>
  `${deferrableClause(state)}${state.isRely ? " RELY" : ""} DISABLE NOVALIDATE`.trim()

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
