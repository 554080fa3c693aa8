// What every step of copy_swap needs to know, worked out once from the strategy's input.
import type {
  ChildForeignKey,
  ConstraintBody,
  ConstraintModel,
  StrategyInput,
  TableModel,
  TriggerModel
} from "@orapart/contract"
import { nameLimitBytes, qualifyName, quoteIdentifier, shortenName } from "@orapart/oracle-rules"
import { deltaKey } from "./delta-key.ts"
import { findOwned, interimName } from "./name-lookup.ts"
import type { OwnedObject } from "./name-lookup.ts"

/** The input with the facts that several steps share. */
export interface Migration extends StrategyInput {
  /** `HR.ORDERS`, quoted where needed. */
  readonly table: string
  readonly interim: string
  readonly retained: string
  /** The table is READ ONLY from step 10 on, because the plan made it so. */
  readonly freezesInPrepare: boolean
  /** The table is READ ONLY during load and cutover, by the plan or because it always was. */
  readonly isFrozen: boolean
  /** The new table is set READ WRITE at the end of the cutover. */
  readonly opens: boolean
  /** Table and trigger that note changes after the cutover; null without a key. */
  readonly capture: Capture | null
}

/** The reverse capture. */
export interface Capture {
  readonly log: string
  readonly trigger: string
  readonly columns: ReadonlyArray<string>
  readonly tablespace: string | null
}

const planCapture = (input: StrategyInput): Capture | null => {
  const columns = deltaKey(input.source)
  if (columns === null) return null
  const limit = nameLimitBytes(input.database)
  return {
    log: shortenName(`${input.names.ledger}_LOG`, limit),
    trigger: shortenName(`${input.names.ledger}_TRG`, limit),
    columns,
    tablespace: input.target.storage.tablespace
  }
}

/** Works out the shared facts. */
export const describeMigration = (input: StrategyInput): Migration => {
  const isReadOnlyAnyway = input.source.storage.isReadOnly
  const isNone = input.settings.deltaSync === "none"
  return {
    ...input,
    table: qualifyName(input.source.owner, input.source.name),
    interim: qualifyName(input.source.owner, input.names.interim),
    retained: qualifyName(input.source.owner, input.names.retained),
    freezesInPrepare: isNone && !isReadOnlyAnyway,
    isFrozen: isNone || isReadOnlyAnyway,
    opens: !isReadOnlyAnyway,
    capture: isReadOnlyAnyway ? null : planCapture(input)
  }
}

/** A constraint with a body of the given type. */
export type ConstraintOf<Type extends ConstraintBody["type"]> = ConstraintModel & {
  readonly body: Extract<ConstraintBody, { type: Type }>
}

/** The table's constraints of one type. */
export const constraintsOf = <Type extends ConstraintBody["type"]>(
  table: TableModel,
  type: Type
): ReadonlyArray<ConstraintOf<Type>> =>
  table.constraints.filter((constraint): constraint is ConstraintOf<Type> => constraint.body.type === type)

const isCheckLike = ({ body }: ConstraintModel): boolean => body.type === "check" || body.type === "not-null"

const isInForce = ({ state }: ConstraintModel): boolean => state.isEnabled && state.isValidated

/** True for a check or NOT NULL that is made after the last delta: it would reject rows that the source holds. */
export const isLate = (constraint: ConstraintModel): boolean => isCheckLike(constraint) && !isInForce(constraint)

/**
 * True for a check or NOT NULL in force that is made after the load, with the keys: parallel DML refuses a table with deferrable
 * constraints and would load it serially without a word, and a column's definition does not say RELY.
 */
export const isAfterLoad = (constraint: ConstraintModel): boolean =>
  isCheckLike(constraint) &&
  isInForce(constraint) &&
  (constraint.state.isDeferrable || (constraint.body.type === "not-null" && constraint.state.isRely))

/** True when a foreign key of the table points to the table itself. */
export const isSelfReference = (table: TableModel, body: Extract<ConstraintBody, { type: "foreign-key" }>): boolean =>
  body.referencedOwner === table.owner && body.referencedTable === table.name

/** Foreign keys of other tables; the table's own self references are among its constraints. */
export const foreignChildren = (table: TableModel): ReadonlyArray<ChildForeignKey> =>
  table.childForeignKeys.filter((key) => key.owner !== table.owner || key.table !== table.name)

/** A child foreign key with its names: `name` is the final one, `current` the one it has now (SYS_Cn when generated). */
export interface NamedChild {
  readonly key: ChildForeignKey
  readonly name: string
  readonly current: string
  readonly interim: string
}

/** The child foreign keys with the planner's names. The planner lists them in the order of the source. */
export const namedChildren = (migration: Migration): ReadonlyArray<NamedChild> =>
  foreignChildren(migration.source).flatMap((key) => {
    const candidates = migration.names.childForeignKeys.filter(
      (entry) => entry.owner === key.owner && entry.table === key.table
    )
    const direct = candidates.find((entry) => entry.name === key.name)
    const sameTable = foreignChildren(migration.source).filter(
      (other) => other.owner === key.owner && other.table === key.table
    )
    const entry = direct ?? candidates[sameTable.indexOf(key)]
    return entry === undefined ? [] : [{ key, name: entry.name, current: key.name, interim: entry.interim }]
  })

/** Interim name of a constraint of the target. */
export const interimConstraint = (migration: Migration, name: string): string =>
  interimName(migration.names.constraints, name)

/** Interim name of an index of the target. */
export const interimIndex = (migration: Migration, index: OwnedObject): string =>
  findOwned(migration.names.indexes, index)?.interim ?? index.name

/** The trigger with its interim and retained names. */
export const namedTriggers = (
  migration: Migration
): ReadonlyArray<{ readonly trigger: TriggerModel; readonly interim: string; readonly retained: string }> =>
  migration.target.triggers.map((trigger) => {
    const entry = findOwned(migration.names.triggers, trigger)
    return { trigger, interim: entry?.interim ?? trigger.name, retained: entry?.retained ?? trigger.name }
  })

/** `ALTER TABLE o.t RENAME TO n`: the new name stands alone, a schema in front raises ORA-14047. */
export const renameTable = (from: string, to: string): string => `ALTER TABLE ${from} RENAME TO ${quoteIdentifier(to)}`

/** What every script of the table needs of its client: a word on NLS_LANG when names or texts are not ASCII, else nothing. */
export const clientNeeds = ({ source }: Pick<Migration, "source">): string =>
  // eslint-disable-next-line no-control-regex -- ASCII is exactly this range
  /[^\u0000-\u007F]/u.test(JSON.stringify(source))
    ? "names or texts are not ASCII: set NLS_LANG=AMERICAN_AMERICA.AL32UTF8 before sqlplus"
    : ""
