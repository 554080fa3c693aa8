// Step 50: the cutover. Everything that can be undone for nothing comes before the opening, its last statement.
import type { JsonObject, Step } from "@orapart/contract"
import { describePartitioning, isComparable, quoteIdentifier, qualifyName, storedColumns } from "@orapart/oracle-rules"
import { compareLines } from "../sql/compare-lines.ts"
import { comparisonData } from "../sql/comparison.ts"
import { foreignKeyClause, validationStatement, withoutScanClause } from "../sql/constraint-clauses.ts"
import { deltaData } from "../sql/delta.ts"
import { grantRows } from "../sql/grants.ts"
import { identityData } from "../sql/identity.ts"
import { triggerData, triggerLines } from "../sql/triggers.ts"
import { findName, findOwned, isSameObject } from "../name-lookup.ts"
import {
  constraintsOf,
  interimConstraint,
  interimIndex,
  namedChildren,
  namedTriggers,
  renameTable
} from "../migration.ts"
import type { Migration } from "../migration.ts"
import { asData } from "../plan-data.ts"
import { lateConstraints } from "./late-constraints.ts"
import { plannedConstraints, plannedIndexes, plannedTriggers } from "./planned-objects.ts"

/** The old objects step aside first; generated names (SYS_Cn) stay, they collide with nothing. */
const renames = (migration: Migration): ReadonlyArray<string> => {
  const { source, target, names } = migration
  const oldIndexes = source.indexes.flatMap((index) => {
    const entry = findOwned(names.indexes, index)
    return entry === undefined || index.isGeneratedName
      ? []
      : [`ALTER INDEX ${qualifyName(index.owner, index.name)} RENAME TO ${quoteIdentifier(entry.retained)}`]
  })
  const oldConstraints = source.constraints.flatMap((constraint) => {
    const entry = findName(names.constraints, constraint.name)
    return entry === undefined || constraint.isGeneratedName
      ? []
      : [
          `ALTER TABLE ${migration.table} RENAME CONSTRAINT ${quoteIdentifier(constraint.name)} TO ${quoteIdentifier(entry.retained)}`
        ]
  })
  const triggers = namedTriggers(migration)
  return [
    ...oldIndexes,
    ...oldConstraints,
    ...triggers.map(
      ({ trigger, retained }) =>
        `ALTER TRIGGER ${qualifyName(trigger.owner, trigger.name)} RENAME TO ${quoteIdentifier(retained)}`
    ),
    ...target.indexes.map(
      (index) =>
        `ALTER INDEX ${qualifyName(index.owner, interimIndex(migration, index))} RENAME TO ${quoteIdentifier(index.name)}`
    ),
    ...target.constraints
      .filter((constraint) => !constraint.isGeneratedName && findName(names.constraints, constraint.name) !== undefined)
      .map(
        (constraint) =>
          `ALTER TABLE ${migration.interim} RENAME CONSTRAINT ${quoteIdentifier(interimConstraint(migration, constraint.name))} TO ${quoteIdentifier(constraint.name)}`
      ),
    ...triggers.map(
      ({ trigger, interim }) =>
        `ALTER TRIGGER ${qualifyName(trigger.owner, interim)} RENAME TO ${quoteIdentifier(trigger.name)}`
    )
  ]
}

const childData = (migration: Migration): ReadonlyArray<JsonObject> =>
  namedChildren(migration).map(({ key, name, current, interim }) => ({
    owner: key.owner,
    table: key.table,
    name,
    current,
    interim,
    clauseInterim: foreignKeyClause(key, migration.source.owner, migration.names.interim),
    clauseSource: foreignKeyClause(key, migration.source.owner, migration.source.name),
    stateNoValidate: withoutScanClause(key.state),
    status: key.state.isEnabled ? "ENABLED" : "DISABLED"
  }))

const enabledForeignKeys = (migration: Migration): ReadonlyArray<string> =>
  constraintsOf(migration.source, "foreign-key")
    .filter(({ state }) => state.isEnabled)
    .map(({ name }) => name)

const ownForeignKeys = (migration: Migration): ReadonlyArray<JsonObject> =>
  constraintsOf(migration.target, "foreign-key")
    .filter(({ state }) => state.isEnabled)
    .map(({ name }) => ({ name, interim: interimConstraint(migration, name) }))

const captureData = (migration: Migration): JsonObject | null => {
  const { capture } = migration
  if (capture === null) return null
  const keys = capture.columns.map(quoteIdentifier)
  const log = qualifyName(migration.source.owner, capture.log)
  const columns = storedColumns(migration.source).map((column) => quoteIdentifier(column.name))
  return {
    ...asData(capture),
    deleteStatement: `DELETE FROM ${migration.retained} WHERE (${keys.join(", ")}) IN (SELECT ${keys.join(", ")} FROM ${log})`,
    insertLines: [
      `INSERT INTO ${migration.retained} (`,
      columns.map((name) => `  ${name}`).join(",\n"),
      ")",
      "SELECT",
      columns.map((name) => `  t.${name}`).join(",\n"),
      `  FROM ${migration.table} t`,
      ` WHERE (${keys.map((name) => `t.${name}`).join(", ")}) IN (SELECT ${keys.join(", ")} FROM ${log})`
    ].flatMap((line) => line.split("\n"))
  }
}

const undoValidations = (migration: Migration): ReadonlyArray<JsonObject> => [
  ...constraintsOf(migration.source, "foreign-key")
    .filter(({ state }) => state.isEnabled && state.isValidated)
    .map(({ name, state }) => ({
      owner: migration.source.owner,
      name,
      statement: validationStatement(migration.table, name, state)
    })),
  ...namedChildren(migration)
    .filter(({ key }) => key.state.isValidated)
    .map(({ key, name }) => ({
      owner: key.owner,
      name,
      statement: validationStatement(qualifyName(key.owner, key.table), name, key.state)
    }))
]

const undoData = (migration: Migration): JsonObject => {
  const { source, target, names } = migration
  return {
    capture: captureData(migration),
    identity: identityData(target.identity, migration.interim, migration.retained),
    compareLines: compareLines(target, migration.table, migration.retained),
    renameOut: renameTable(migration.table, names.interim),
    renameBack: renameTable(migration.retained, source.name),
    childForeignKeys: childData(migration),
    indexNames: target.indexes.map((index) => ({
      owner: index.owner,
      name: index.name,
      interim: interimIndex(migration, index),
      retained: findOwned(names.indexes, index)?.retained ?? index.name,
      isRetainedRenamed: source.indexes.some((one) => isSameObject(one, index) && !one.isGeneratedName)
    })),
    constraintNames: target.constraints
      .filter((constraint) => !constraint.isGeneratedName && findName(names.constraints, constraint.name) !== undefined)
      .map((constraint) => ({
        name: constraint.name,
        interim: interimConstraint(migration, constraint.name),
        retained: findName(names.constraints, constraint.name)?.retained ?? constraint.name,
        isRetainedRenamed: source.constraints.some((one) => one.name === constraint.name && !one.isGeneratedName)
      })),
    triggerNames: namedTriggers(migration).map(({ trigger, interim, retained }) => ({
      owner: trigger.owner,
      name: trigger.name,
      interim,
      retained,
      isEnabled: trigger.isEnabled
    })),
    ownForeignKeys: ownForeignKeys(migration),
    sourceForeignKeys: enabledForeignKeys(migration),
    lateConstraintNames: lateConstraints(migration).map(({ name }) => name),
    thaws: !migration.opens ? "never" : migration.freezesInPrepare ? "opened" : "always",
    validations: undoValidations(migration)
  }
}

const swapData = (migration: Migration): JsonObject => {
  const { source, target, names } = migration
  const triggers = namedTriggers(migration)
  return {
    isFrozen: migration.isFrozen,
    frozenByPlan: migration.freezesInPrepare,
    opens: migration.opens,
    layout: describePartitioning(target.partitioning),
    delta: deltaData(migration),
    compare: migration.settings.validateData,
    comparison: comparisonData(target),
    capture: migration.capture === null ? null : asData(migration.capture),
    identity: identityData(target.identity, migration.interim, migration.retained),
    lateConstraints: lateConstraints(migration).map(asData),
    ownForeignKeys: ownForeignKeys(migration),
    childForeignKeys: childData(migration),
    triggers: triggers.map(({ trigger, interim }) => ({ owner: trigger.owner, interim, isEnabled: trigger.isEnabled })),
    sourceForeignKeys: enabledForeignKeys(migration),
    enabledTriggers: source.triggers.filter((trigger) => trigger.isEnabled).map(({ owner, name }) => ({ owner, name })),
    renames: renames(migration),
    orderedTriggers: triggers
      .filter(({ trigger }) => trigger.ordering.length > 0)
      .map(({ trigger }) =>
        triggerData(
          triggerLines(trigger, trigger.name, target.owner, names.interim, {
            isEnabled: trigger.isEnabled,
            ordering: trigger.ordering
          })
        )
      ),
    renameAway: renameTable(migration.table, names.retained),
    renameIn: renameTable(migration.interim, source.name),
    renameBack: renameTable(migration.retained, source.name),
    plannedConstraints: plannedConstraints(migration),
    plannedIndexes: plannedIndexes(migration),
    plannedTriggers: plannedTriggers(migration),
    grantRows: grantRows(target.grants),
    policyCount: target.policies.length
  }
}

/** Steps 50.1 to 50.14 of the reference. */
export const planSwapTables = (migration: Migration): Step => {
  const hasAllColumns = storedColumns(migration.target).every(isComparable)
  const loses =
    migration.capture === null
      ? "rows written after the opening cannot be carried back: the undo compares and refuses as long as any differ"
      : `nothing: rows written after the opening are carried back by their key${hasAllColumns ? " and compared" : ""}`
  return {
    id: "swap-tables",
    number: 50,
    file: "50_swap_tables.sql",
    phase: "cutover",
    title: `Cutover: ${migration.interim} becomes ${migration.table}`,
    why: "the application must find the partitioned table under the old name",
    does: `moves foreign keys, triggers and names, swaps the tables, proves the result, opens ${migration.table}`,
    apply: { template: "core:50_swap_tables.sql", data: swapData(migration) },
    revert: {
      kind: "script",
      file: "50_undo_swap_tables.sql",
      script: { template: "core:rollback/50_undo_swap_tables.sql", data: undoData(migration) },
      does: `gives ${migration.table} its old table back with all names, foreign keys and triggers`,
      until: "step 70",
      loses
    },
    restart: "revert-first",
    locks: [
      {
        object: migration.table,
        mode: "exclusive",
        duration: `milliseconds per statement, waits ${migration.settings.ddlLockTimeoutSeconds} s at most`
      },
      { object: migration.interim, mode: "exclusive", duration: "milliseconds per statement" },
      ...namedChildren(migration).map(({ key }) => ({
        object: qualifyName(key.owner, key.table),
        mode: "exclusive" as const,
        duration: "an instant each while its foreign key moves"
      }))
    ],
    needs: "owner, or ALTER ANY TABLE, ALTER ANY INDEX, ALTER ANY TRIGGER; REFERENCES for owners of child tables",
    estimate: { seconds: 15, bytes: null },
    master: 2
  }
}
