// Builds constraints in the state that a plain ADD CONSTRAINT leaves them in: enabled, validated, not deferrable.
import type { ChildForeignKey, ConstraintBody, ConstraintModel, ConstraintState } from "@orapart/contract"
import { defaultOwner, markUnowned } from "./default-owner.ts"

/** What may differ from a plain constraint. */
export interface ConstraintExtras extends Partial<ConstraintState> {
  /** A name that Oracle gave. Default: true for names such as SYS_C0012345. */
  readonly isGeneratedName?: boolean
}

type ForeignKeyBody = Extract<ConstraintBody, { readonly type: "foreign-key" }>

/** One name or several. */
export type Names = string | ReadonlyArray<string>

/** One name or several, as a list. */
export const listNames = (names: Names): ReadonlyArray<string> => (typeof names === "string" ? [names] : names)

/** True for names as Oracle makes them: SYS_C and digits. */
export const isSystemName = (name: string): boolean => /^SYS_C\d+$/.test(name)

/** The state of a constraint; enabled, validated, not deferrable and without RELY unless told. */
export const constraintState = (given: Partial<ConstraintState> = {}): ConstraintState => ({
  isEnabled: given.isEnabled ?? true,
  isValidated: given.isValidated ?? true,
  isRely: given.isRely ?? false,
  isDeferrable: given.isDeferrable ?? false,
  isInitiallyDeferred: given.isInitiallyDeferred ?? false
})

const constraint = (name: string, body: ConstraintBody, extras: ConstraintExtras): ConstraintModel => ({
  name,
  isGeneratedName: extras.isGeneratedName ?? isSystemName(name),
  state: constraintState(extras),
  body
})

/** What may differ from a plain key. */
export interface KeyExtras extends ConstraintExtras {
  /** The key's own name unless told; null for a disabled key, which has no index. */
  readonly indexName?: string | null
}

const keyIndex = (name: string, { indexName, isEnabled }: KeyExtras): string | null =>
  indexName === undefined ? (isEnabled === false ? null : name) : indexName

/** A primary key. Its index has the key's name unless told; tableModel adds the index and makes the columns NOT NULL. */
export const primaryKey = (name: string, columns: Names, extras: KeyExtras = {}): ConstraintModel => {
  return constraint(
    name,
    { type: "primary-key", columns: listNames(columns), indexName: keyIndex(name, extras) },
    extras
  )
}

/** A unique key. Its index has the key's name unless told; tableModel adds the index. */
export const unique = (name: string, columns: Names, extras: KeyExtras = {}): ConstraintModel => {
  return constraint(name, { type: "unique", columns: listNames(columns), indexName: keyIndex(name, extras) }, extras)
}

/** A check. The columns are those its condition names in double quotes, unless told. */
export const check = (
  name: string,
  condition: string,
  extras: ConstraintExtras & { readonly columns?: ReadonlyArray<string> } = {}
): ConstraintModel => {
  const quoted = [...condition.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? "")
  return constraint(name, { type: "check", columns: extras.columns ?? [...new Set(quoted)], condition }, extras)
}

/** A NOT NULL with a name. Unnamed ones need no builder: tableModel makes them from the declarations. */
export const notNull = (name: string, column: string, extras: ConstraintExtras = {}): ConstraintModel =>
  constraint(name, { type: "not-null", column }, extras)

/** What a foreign key points at. The owner is the table's own unless told. */
export interface Reference {
  readonly owner?: string
  readonly table: string
  /** The referenced key: `<table>_PK` unless told. */
  readonly constraint?: string
  /** The referenced columns: those of the foreign key unless told. */
  readonly columns?: Names
}

/** A foreign key of the table under test, with delete rule NO ACTION unless told. */
export const foreignKey = (
  name: string,
  columns: Names,
  references: Reference,
  extras: ConstraintExtras & { readonly deleteRule?: ForeignKeyBody["deleteRule"] } = {}
): ConstraintModel => {
  const body: ForeignKeyBody = {
    type: "foreign-key",
    columns: listNames(columns),
    referencedOwner: references.owner ?? defaultOwner,
    referencedTable: references.table,
    referencedConstraint: references.constraint ?? `${references.table}_PK`,
    referencedColumns: listNames(references.columns ?? columns),
    deleteRule: extras.deleteRule ?? "NO ACTION"
  }
  return markUnowned(constraint(name, body, extras), references.owner)
}

/** A foreign key of another table that points here. The referenced columns have the child's names unless told. */
export const childForeignKey = (
  given: Pick<ChildForeignKey, "table" | "name" | "columns" | "referencedConstraint"> & Partial<ChildForeignKey>
): ChildForeignKey => {
  const child = {
    owner: defaultOwner,
    isGeneratedName: isSystemName(given.name),
    referencedColumns: given.columns,
    deleteRule: "NO ACTION" as const,
    state: constraintState(),
    ...given
  }
  return markUnowned(child, given.owner)
}
