// Constraints of a table, and those of other tables that point at it.

/** The state of a constraint in the dictionary's own words. */
export interface ConstraintState {
  /** STATUS = ENABLED. */
  readonly isEnabled: boolean
  /** VALIDATED = VALIDATED. */
  readonly isValidated: boolean
  readonly isRely: boolean
  readonly isDeferrable: boolean
  readonly isInitiallyDeferred: boolean
}

/** What a key constraint or a check says, apart from its state. */
export type ConstraintBody =
  | { readonly type: "primary-key"; readonly columns: ReadonlyArray<string>; readonly indexName: string | null }
  | { readonly type: "unique"; readonly columns: ReadonlyArray<string>; readonly indexName: string | null }
  | { readonly type: "check"; readonly columns: ReadonlyArray<string>; readonly condition: string }
  /** A NOT NULL: stored by Oracle as a check of one column; written inline, never as a table check. */
  | { readonly type: "not-null"; readonly column: string }
  | {
      readonly type: "foreign-key"
      readonly columns: ReadonlyArray<string>
      readonly referencedOwner: string
      readonly referencedTable: string
      readonly referencedConstraint: string
      readonly referencedColumns: ReadonlyArray<string>
      readonly deleteRule: "NO ACTION" | "CASCADE" | "SET NULL"
    }

/** One constraint of the table. */
export interface ConstraintModel {
  readonly name: string
  /** GENERATED NAME: the name is SYS_Cn and must not be copied (ORA-02264). */
  readonly isGeneratedName: boolean
  readonly state: ConstraintState
  readonly body: ConstraintBody
}

/** A foreign key of another table (or of this one) that references this table. */
export interface ChildForeignKey {
  readonly owner: string
  readonly table: string
  readonly name: string
  readonly isGeneratedName: boolean
  readonly columns: ReadonlyArray<string>
  /** The primary or unique key of this table that it references. */
  readonly referencedConstraint: string
  readonly referencedColumns: ReadonlyArray<string>
  readonly deleteRule: "NO ACTION" | "CASCADE" | "SET NULL"
  readonly state: ConstraintState
}
