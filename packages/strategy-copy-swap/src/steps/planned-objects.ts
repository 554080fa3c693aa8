// What the new table must have after the cutover, as rows for the proofs of steps 50 and 65.
import type { ConstraintModel, JsonValue } from "@orapart/contract"
import type { Migration } from "../migration.ts"

/** CONSTRAINT_TYPE of the dictionary by what a constraint says. */
export const constraintTypes: { readonly [type: string]: string } = {
  "primary-key": "P",
  unique: "U",
  check: "C",
  "not-null": "C",
  "foreign-key": "R"
}

const isNamed = (constraint: ConstraintModel): boolean => !constraint.isGeneratedName

/** Named constraints with type, status and validation. `isBeforeValidation`: foreign keys are validated only in step 60. */
export const plannedConstraints = (migration: Migration): ReadonlyArray<JsonValue> =>
  migration.target.constraints.filter(isNamed).map((constraint) => ({
    name: constraint.name,
    type: constraintTypes[constraint.body.type] ?? "C",
    status: constraint.state.isEnabled ? "ENABLED" : "DISABLED",
    validated: constraint.state.isValidated ? "VALIDATED" : "NOT VALIDATED"
  }))

/** Indexes with place, uniqueness, visibility and degree. */
export const plannedIndexes = (migration: Migration): ReadonlyArray<JsonValue> =>
  migration.target.indexes.map((index) => ({
    name: index.name,
    uniqueness: index.isUnique ? "UNIQUE" : "NONUNIQUE",
    locality: index.partitioning.type === "local" ? "LOCAL" : "GLOBAL",
    visibility: index.isVisible ? "VISIBLE" : "INVISIBLE",
    degree: index.degree.trim()
  }))

/** Triggers with their status, the one of the reverse capture among them. */
export const plannedTriggers = (migration: Migration): ReadonlyArray<JsonValue> => [
  ...migration.target.triggers.map((trigger) => ({
    owner: trigger.owner,
    name: trigger.name,
    status: trigger.isEnabled ? "ENABLED" : "DISABLED"
  })),
  ...(migration.capture === null
    ? []
    : [{ owner: migration.source.owner, name: migration.capture.trigger, status: "ENABLED" }])
]
