// Constraints that are not made with the table. Inside the freeze: inline in CREATE TABLE they would reject rows that the source
// holds (ORA-02290, ORA-01400). After the load: deferrable ones, which would make it serial.
import type { ConstraintModel } from "@orapart/contract"
import { nameLimitBytes, quoteIdentifier, shortenName } from "@orapart/oracle-rules"
import { interimConstraint, isAfterLoad, isLate } from "../migration.ts"
import type { Migration } from "../migration.ts"
import { stateClause } from "../sql/constraint-clauses.ts"

/** A constraint that is made later than its table: statement parts around a customer's condition, which the template lays out. */
export interface LateConstraint {
  readonly name: string
  readonly head: string
  readonly condition: string | null
  readonly tail: string
}

/** A NOT NULL without a name of its own gets one: the undo of the cutover has to find it again. */
const lateName = (migration: Migration, constraint: ConstraintModel, column: string): string =>
  constraint.isGeneratedName
    ? shortenName(`${migration.source.name}_${column}_NN`, nameLimitBytes(migration.database))
    : interimConstraint(migration, constraint.name)

/** A NOT NULL of the partition key stands in CREATE TABLE whatever its state: a second one is refused (ORA-01442). */
const isOfPartitionKey = (migration: Migration, { body }: ConstraintModel): boolean =>
  body.type === "not-null" && migration.target.partitioning?.columns.includes(body.column) === true

const writeConstraint = (migration: Migration, constraint: ConstraintModel): ReadonlyArray<LateConstraint> => {
  const { body, state } = constraint
  if (body.type === "check") {
    const name = interimConstraint(migration, constraint.name)
    const head = `ALTER TABLE ${migration.interim} ADD CONSTRAINT ${quoteIdentifier(name)} CHECK (`
    return [{ name, head, condition: body.condition, tail: `) ${stateClause(state)}` }]
  }
  if (body.type !== "not-null" || isOfPartitionKey(migration, constraint)) return []
  const name = lateName(migration, constraint, body.column)
  const head = `ALTER TABLE ${migration.interim} MODIFY (${quoteIdentifier(body.column)} CONSTRAINT ${quoteIdentifier(name)} NOT NULL `
  return [{ name, head, condition: null, tail: `${stateClause(state)})` }]
}

/** Statements of the constraints that are made in the freeze, in the order of the table's. */
export const lateConstraints = (migration: Migration): ReadonlyArray<LateConstraint> =>
  migration.target.constraints.filter(isLate).flatMap((constraint) => writeConstraint(migration, constraint))

/** Those that are made after the load. */
export const afterLoadConstraints = (migration: Migration): ReadonlyArray<LateConstraint> =>
  migration.target.constraints.filter(isAfterLoad).flatMap((constraint) => writeConstraint(migration, constraint))

/** The names that NOT NULLs with generated names get, because an undo has to find them: they must be free. */
export const generatedNotNullNames = (migration: Migration): ReadonlyArray<string> =>
  migration.target.constraints
    .filter((constraint) => isLate(constraint) || isAfterLoad(constraint))
    .flatMap((constraint) =>
      constraint.isGeneratedName && constraint.body.type === "not-null" && !isOfPartitionKey(migration, constraint)
        ? [lateName(migration, constraint, constraint.body.column)]
        : []
    )
