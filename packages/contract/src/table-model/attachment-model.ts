// What hangs on a table and stays with the old one when it is renamed: triggers, grants, synonyms, policies, logs, dependents.

/** A trigger, taken apart so that it can be built again on another table. */
export interface TriggerModel {
  readonly owner: string
  readonly name: string
  /** TRIGGER_TYPE: `BEFORE EACH ROW`, `AFTER STATEMENT`, `COMPOUND`, ... */
  readonly type: string
  /** TRIGGERING_EVENT: `INSERT OR UPDATE`. */
  readonly event: string
  /** Columns of UPDATE OF; empty when the event has none. */
  readonly updateColumns: ReadonlyArray<string>
  /** REFERENCING_NAMES: `REFERENCING NEW AS NEW OLD AS OLD`; null when none. */
  readonly referencing: string | null
  /** WHEN_CLAUSE without the word WHEN and its parentheses; null when none. */
  readonly whenClause: string | null
  /** TRIGGER_BODY as stored. */
  readonly body: string
  readonly isEnabled: boolean
  readonly isCrossEdition: boolean
  /** FOLLOWS or PRECEDES, from ALL_TRIGGER_ORDERING. */
  readonly ordering: ReadonlyArray<{
    readonly type: "FOLLOWS" | "PRECEDES"
    readonly owner: string
    readonly name: string
  }>
}

/** One object or column grant. */
export interface GrantModel {
  readonly grantor: string
  readonly grantee: string
  readonly privilege: string
  /** null for the whole table; a column name for INSERT, UPDATE or REFERENCES on a column. */
  readonly column: string | null
  readonly isGrantable: boolean
  readonly isHierarchy: boolean
}

/** A synonym that resolves to the table by name: it finds the new table by itself. */
export interface SynonymModel {
  /** PUBLIC for public synonyms. */
  readonly owner: string
  readonly name: string
}

/** A view, PL/SQL unit or type that names the table and becomes invalid at the cutover. */
export interface DependentModel {
  readonly owner: string
  readonly name: string
  /** OBJECT_TYPE: VIEW, PACKAGE BODY, ... */
  readonly type: string
  /** Whether it was valid when the snapshot was taken: the baseline. */
  readonly isValid: boolean
}

/** A materialized view that reads the table. */
export interface MaterializedViewModel {
  readonly owner: string
  readonly name: string
  readonly refreshMethod: string
  readonly isPrebuilt: boolean
}

/** A policy that hides or watches rows. */
export interface PolicyModel {
  readonly kind: "vpd" | "fga" | "redaction" | "label-security" | "audit"
  readonly name: string
  readonly isEnabled: boolean
  /** DBMS_RLS.ADD_POLICY arguments for kind vpd; null otherwise. */
  readonly vpd: {
    readonly group: string
    readonly functionOwner: string
    readonly package: string | null
    readonly function: string
    /** SELECT, INSERT, UPDATE, DELETE, INDEX. */
    readonly statementTypes: ReadonlyArray<string>
    readonly isUpdateCheck: boolean
    readonly policyType: string
    readonly isLongPredicate: boolean
    readonly relevantColumns: ReadonlyArray<string>
    /** sec_relevant_cols_opt is DBMS_RLS.ALL_ROWS: values are hidden, rows stay visible; absent means false. */
    readonly isColumnMasking?: boolean
  } | null
}

/** Supplemental logging of a table: an unconditional kind of columns, or a named group. */
export interface SupplementalLogModel {
  readonly kind: "primary-key" | "unique" | "foreign-key" | "all" | "named-group"
  readonly groupName: string | null
  readonly columns: ReadonlyArray<string>
  readonly isAlways: boolean
}
