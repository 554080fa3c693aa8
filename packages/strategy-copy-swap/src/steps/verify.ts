// Step 65: the structure of the new table against the plan and against the retained table.
import type { ColumnModel, Step } from "@orapart/contract"
import { normalizeIntervalText, userColumns } from "@orapart/oracle-rules"
import type { Migration } from "../migration.ts"
import { plannedProperties } from "./planned-properties.ts"
import { plannedConstraints, plannedIndexes, plannedTriggers } from "./planned-objects.ts"

/** DEFAULT NULL is no default. */
const hasDefault = ({ dataDefault }: ColumnModel): boolean =>
  dataDefault !== null && !/^\s*(?:NULL\s*)?$/iu.test(dataDefault)

/** Step 65 of the reference. */
export const planVerify = (migration: Migration): Step => {
  const { target, settings } = migration
  const partitioning = target.partitioning
  return {
    id: "verify",
    number: 65,
    file: "65_verify.sql",
    phase: "verify",
    title: `Verify the structure of ${migration.table}`,
    why: "a success word needs a passed check: every column, constraint, index, trigger and comment is compared",
    does: "compares structure, states and comments with the plan and the retained table; changes nothing but its line in the ledger",
    apply: {
      template: "core:65_verify.sql",
      data: {
        intervalText: partitioning?.intervalText ?? "none",
        intervalCompact: normalizeIntervalText(partitioning?.intervalText ?? "")
          .replaceAll(" ", "")
          .toUpperCase(),
        subpartitionType: (partitioning?.subpartitioning?.type ?? "none").toUpperCase(),
        subpartitionCount: partitioning?.subpartitioning?.count ?? 0,
        keyColumns: partitioning?.columns ?? [],
        plannedConstraints: plannedConstraints(migration),
        plannedIndexes: plannedIndexes(migration),
        plannedTriggers: plannedTriggers(migration),
        loggingIndexes: target.indexes.filter((index) => index.isLogging).map((index) => index.name),
        defaultColumns: userColumns(target)
          .filter((column) => !column.isIdentity && hasDefault(column))
          .map((column) => column.name),
        validDependents: migration.source.dependents
          .filter((dependent) => dependent.isValid)
          .map(({ owner, name, type }) => ({ owner, name, type })),
        degree: target.storage.degree.trim(),
        policyCount: target.policies.length,
        properties: plannedProperties(migration),
        opens: migration.opens,
        retentionDays: settings.dropOldAfterDays
      }
    },
    revert: { kind: "none", reason: "it reads; only the ledger notes that it passed" },
    restart: "run-again",
    locks: [],
    needs: "owner, or SELECT_CATALOG_ROLE",
    estimate: { seconds: 10, bytes: null },
    master: 2
  }
}
