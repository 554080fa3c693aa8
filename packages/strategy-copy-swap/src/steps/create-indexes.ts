// Step 30: indexes, keys, foreign keys that wait, triggers that wait.
import type { JsonValue, Step } from "@orapart/contract"
import { qualifyName, quoteIdentifier } from "@orapart/oracle-rules"
import { indexSeconds } from "../estimates.ts"
import { constraintsOf, interimConstraint, interimIndex, isSelfReference, namedTriggers } from "../migration.ts"
import type { Migration } from "../migration.ts"
import {
  characterClause,
  enforcementClause,
  foreignKeyClause,
  keyClause,
  waitingClause
} from "../sql/constraint-clauses.ts"
import { afterLoadConstraints } from "./late-constraints.ts"
import { indexLines } from "../sql/index-lines.ts"
import { parallelClause } from "../sql/physical.ts"
import { triggerData, triggerLines } from "../sql/triggers.ts"

const indexData = (migration: Migration): ReadonlyArray<JsonValue> =>
  migration.target.indexes.map((index, place) => {
    // Decisions stand in the order of the indexes; two schemas may have an index of one name.
    const beside = migration.indexDecisions[place]
    const decision =
      beside?.index === index.name ? beside : migration.indexDecisions.find((one) => one.index === index.name)
    const name = interimIndex(migration, index)
    return {
      owner: index.owner,
      name,
      finalName: index.name,
      choice: decision?.choice ?? "GLOBAL",
      reason: decision?.reason ?? "the table's partitioning leaves no other place",
      lines: indexLines(index, name, migration.target.owner, migration.names.interim, {
        parallelDegree: migration.settings.parallelDegree,
        nologging: migration.settings.nologging
      }),
      degree: parallelClause(index.degree),
      isLocal: index.partitioning.type === "local",
      isLogging: index.isLogging
    }
  })

/** Keys first: foreign keys of the table to itself need them. A key over a unique index is validated by it, a scan only for NOT NULL. */
const keyData = (migration: Migration): ReadonlyArray<JsonValue> =>
  [...constraintsOf(migration.target, "primary-key"), ...constraintsOf(migration.target, "unique")].map(
    (constraint) => {
      const name = interimConstraint(migration, constraint.name)
      const named = migration.target.indexes.filter((one) => one.name === constraint.body.indexName)
      const index = named.find((one) => one.owner === migration.target.owner) ?? named[0]
      return {
        name,
        status: constraint.state.isEnabled ? "ENABLED" : "DISABLED",
        lines: [
          `ALTER TABLE ${migration.interim} ADD CONSTRAINT ${quoteIdentifier(name)}`,
          `  ${keyClause(constraint.body.type, constraint.body.columns)} ${characterClause(constraint.state)}`.trimEnd(),
          ...(index === undefined || !constraint.state.isEnabled
            ? []
            : [`  USING INDEX ${quoteIdentifier(index.owner)}.${quoteIdentifier(interimIndex(migration, index))}`]),
          `  ${enforcementClause(constraint.state)}`
        ]
      }
    }
  )

const foreignKeyData = (migration: Migration): ReadonlyArray<JsonValue> =>
  constraintsOf(migration.target, "foreign-key").map((constraint) => {
    const { body } = constraint
    const name = interimConstraint(migration, constraint.name)
    const isSelf = isSelfReference(migration.source, body)
    return {
      name,
      status: "DISABLED",
      lines: [
        `ALTER TABLE ${migration.interim} ADD CONSTRAINT ${quoteIdentifier(name)}`,
        `  ${foreignKeyClause(body, body.referencedOwner, isSelf ? migration.names.interim : body.referencedTable)}`,
        `  ${waitingClause(constraint.state)}`
      ]
    }
  })

/** Text as it is: a condition may end in a comment, so the parenthesis has a line of its own. */
const checkData = (migration: Migration): ReadonlyArray<JsonValue> =>
  afterLoadConstraints(migration).map(({ name, head, condition, tail }) => ({
    name,
    status: "ENABLED",
    lines: [head, ...(condition === null ? [] : [condition]), tail]
  }))

const parentLocks = (migration: Migration): Step["locks"] => {
  const bodies = constraintsOf(migration.target, "foreign-key").map(({ body }) => body)
  const parents = bodies.filter((body) => !isSelfReference(migration.source, body))
  return [...new Set(parents.map((body) => qualifyName(body.referencedOwner, body.referencedTable)))].map((object) => ({
    object,
    mode: "share" as const,
    duration: "an instant each while a foreign key is added"
  }))
}

/** Steps 30.1 to 30.4 of the reference. */
export const planCreateIndexes = (migration: Migration): Step => {
  const triggers = namedTriggers(migration)
  return {
    id: "create-indexes",
    number: 30,
    file: "30_create_indexes.sql",
    phase: "load",
    title: `Indexes, keys, foreign keys and triggers of ${migration.interim}`,
    why: "built after the load they cost one scan each, and direct path needs a table without triggers and foreign keys",
    does: `builds ${migration.target.indexes.length} indexes under interim names, adds keys; foreign keys and triggers wait DISABLED`,
    apply: {
      template: "core:30_create_indexes.sql",
      data: {
        indexes: indexData(migration),
        loggingIndexes: migration.target.indexes
          .filter((index) => index.isLogging)
          .map((index) => interimIndex(migration, index)),
        constraints: [...keyData(migration), ...checkData(migration), ...foreignKeyData(migration)],
        triggers: triggers.map(({ trigger, interim }) =>
          // FOLLOWS and PRECEDES would name interim triggers: they are written at the cutover, under the final names.
          triggerData(
            triggerLines(trigger, interim, migration.target.owner, migration.names.interim, {
              isEnabled: false,
              ordering: []
            })
          )
        )
      }
    },
    revert: {
      kind: "script",
      file: "30_undo_create_indexes.sql",
      script: {
        template: "core:rollback/30_undo_create_indexes.sql",
        data: { checks: afterLoadConstraints(migration).map(({ name }) => name) }
      },
      does: `drops triggers, keys, foreign keys and indexes of ${migration.interim}`,
      until: "the cutover (step 50); after its undo again",
      loses: "nothing but the time of the builds"
    },
    restart: "resume",
    locks: [{ object: migration.interim, mode: "exclusive", duration: "per index build" }, ...parentLocks(migration)],
    needs: "owner, or CREATE ANY INDEX, ALTER ANY TABLE, CREATE ANY TRIGGER; TEMP for the sorts",
    estimate: { seconds: indexSeconds(migration), bytes: migration.source.segments?.indexBytes ?? null },
    master: 1
  }
}
