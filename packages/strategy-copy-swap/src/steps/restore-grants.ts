// Step 60: what may take its time after the opening: grants proved, dependents compiled, foreign keys validated, materialized views refreshed.
import type { DependentModel, JsonValue, Step } from "@orapart/contract"
import { qualifyName, quoteIdentifier } from "@orapart/oracle-rules"
import { constraintsOf, namedChildren } from "../migration.ts"
import type { Migration } from "../migration.ts"
import { validationStatement } from "../sql/constraint-clauses.ts"
import { grantRows, grantStatements } from "../sql/grants.ts"

/** PL/SQL keeps the parameters it was compiled with (PLSQL_CCFLAGS and others): a plain COMPILE would take the session's. */
const compileStatement = (dependent: DependentModel): string => {
  const name = qualifyName(dependent.owner, dependent.name)
  switch (dependent.type) {
    case "PACKAGE BODY":
      return `ALTER PACKAGE ${name} COMPILE BODY REUSE SETTINGS`
    case "TYPE BODY":
      return `ALTER TYPE ${name} COMPILE BODY REUSE SETTINGS`
    case "VIEW":
    case "MATERIALIZED VIEW":
      return `ALTER ${dependent.type} ${name} COMPILE`
    default:
      return `ALTER ${dependent.type} ${name} COMPILE REUSE SETTINGS`
  }
}

const compilable = new Set([
  "VIEW",
  "PROCEDURE",
  "FUNCTION",
  "PACKAGE",
  "PACKAGE BODY",
  "TRIGGER",
  "TYPE",
  "TYPE BODY",
  "MATERIALIZED VIEW"
])

/** Steps 60.1 to 60.3 of the reference. */
export const planRestoreGrants = (migration: Migration): Step => {
  const { source, target } = migration
  const dependents = source.dependents.filter((dependent) => dependent.isValid && compilable.has(dependent.type))
  const validatedOwn = constraintsOf(target, "foreign-key").filter(({ state }) => state.isValidated)
  const validatedChildren = namedChildren(migration).filter(({ key }) => key.state.isValidated)
  const validations: ReadonlyArray<JsonValue> = [
    ...validatedOwn.map(({ name, state }) => validationStatement(migration.table, name, state)),
    ...validatedChildren.map(({ key, name }) => validationStatement(qualifyName(key.owner, key.table), name, key.state))
  ]
  return {
    id: "restore-grants",
    number: 60,
    file: "60_restore_grants.sql",
    phase: "cutover",
    title: `Grants, dependents and foreign keys of ${migration.table}`,
    why: "what reads the table by its name became invalid with the rename, and foreign keys were enabled without a scan",
    does: `proves ${target.grants.length} grants, compiles ${dependents.length} dependents, validates ${validations.length} foreign keys`,
    apply: {
      template: "core:60_restore_grants.sql",
      data: {
        opens: migration.opens,
        grants: grantStatements(target.owner, target.grants),
        grantRows: grantRows(target.grants),
        dependents: dependents.map(compileStatement),
        validDependents: dependents.map(({ owner, name, type }) => ({ owner, name, type })),
        validations,
        validatedKeys: [
          ...validatedOwn.map(({ name }) => ({ owner: target.owner, name })),
          ...validatedChildren.map(({ key, name }) => ({ owner: key.owner, name }))
        ],
        refreshes: source.materializedViews.map(
          (view) => `${quoteIdentifier(view.owner)}.${quoteIdentifier(view.name)}`
        )
      }
    },
    revert: {
      kind: "none",
      reason: "it only mends and proves; the undo of step 50 takes grants and foreign keys back with the table"
    },
    restart: "run-again",
    locks: [
      {
        object: migration.table,
        mode: "library",
        duration: "an instant per grant; VALIDATE scans without stopping changes"
      }
    ],
    needs: "owner, or GRANT ANY OBJECT PRIVILEGE, ALTER ANY TABLE; the owners of dependents, or ALTER ANY PROCEDURE",
    estimate: { seconds: 30, bytes: null },
    master: 2
  }
}
