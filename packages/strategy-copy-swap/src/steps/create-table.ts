// Step 10: the ledger, the interim table with what belongs to its columns, and the freeze when nothing may change during the copy.
import type { JsonValue, Step } from "@orapart/contract"
import { describePartitioning, quoteIdentifier, userColumns } from "@orapart/oracle-rules"
import { clientNeeds, constraintsOf, interimConstraint, isLate } from "../migration.ts"
import type { Migration } from "../migration.ts"
import { asData } from "../plan-data.ts"
import { stateClause } from "../sql/constraint-clauses.ts"

import { physicalLines, tableTailLines } from "../sql/physical.ts"

const supplementalWords: { readonly [kind: string]: string } = {
  "primary-key": "PRIMARY KEY",
  unique: "UNIQUE",
  "foreign-key": "FOREIGN KEY",
  all: "ALL"
}

const policyTypes: { readonly [type: string]: string } = {
  STATIC: "DBMS_RLS.STATIC",
  SHARED_STATIC: "DBMS_RLS.SHARED_STATIC",
  CONTEXT_SENSITIVE: "DBMS_RLS.CONTEXT_SENSITIVE",
  SHARED_CONTEXT_SENSITIVE: "DBMS_RLS.SHARED_CONTEXT_SENSITIVE"
}

const writeBoolean = (value: boolean): string => (value ? "TRUE" : "FALSE")

const columnData = (migration: Migration): ReadonlyArray<JsonValue> => {
  const notNulls = constraintsOf(migration.target, "not-null")
  const primaryKey = constraintsOf(migration.target, "primary-key")[0]?.body.columns ?? []
  const partitionKey = migration.target.partitioning?.columns ?? []
  const isNewlyRequired = (name: string): boolean => partitionKey.includes(name)
  return userColumns(migration.target).map((column) => {
    const early = notNulls.find((constraint) => constraint.body.column === column.name && !isLate(constraint))
    // A primary key makes its columns NOT NULL by itself when it is added; declared here it would be one constraint more.
    const isImplied = early === undefined && primaryKey.includes(column.name) && !isNewlyRequired(column.name)
    const isNotNull = early !== undefined || (!column.nullable && !isImplied && !column.isIdentity && !column.isDefaultOnNull) || isNewlyRequired(column.name)
    return {
      column: asData(column),
      identity: column.isIdentity && migration.target.identity !== null ? asData(migration.target.identity) : null,
      isNotNull: isNotNull && !column.isVirtual && !column.isIdentity,
      notNullName: early === undefined || early.isGeneratedName ? null : interimConstraint(migration, early.name)
    }
  })
}

const policyData = (migration: Migration): ReadonlyArray<JsonValue> =>
  migration.target.policies.flatMap((policy) =>
    policy.vpd === null
      ? []
      : [
          {
            name: policy.name,
            functionOwner: policy.vpd.functionOwner,
            function: policy.vpd.package === null ? policy.vpd.function : `${policy.vpd.package}.${policy.vpd.function}`,
            statementTypes: policy.vpd.statementTypes.join(","),
            updateCheck: writeBoolean(policy.vpd.isUpdateCheck),
            enable: writeBoolean(policy.isEnabled),
            policyType: policyTypes[policy.vpd.policyType] ?? "DBMS_RLS.DYNAMIC",
            longPredicate: writeBoolean(policy.vpd.isLongPredicate),
            relevantColumns: policy.vpd.relevantColumns.length === 0 ? null : policy.vpd.relevantColumns.join(",")
          }
        ]
  )

/** Step 10 of the reference: 10.1 to 10.3 and 10.5. */
export const planCreateTable = (migration: Migration): Step => {
  const { target, settings } = migration
  const supplementalLogs = target.supplementalLogs.map((log) => supplementalWords[log.kind] ?? "ALL")
  const policies = policyData(migration)
  const attachments = supplementalLogs.length + target.statistics.preferences.length + target.statistics.extensions.length + policies.length
  const comments = userColumns(target).filter((column) => column.comment !== null)
  return {
    id: "create-table",
    number: 10,
    file: "10_create_table.sql",
    phase: "prepare",
    title: `Create the interim table ${migration.interim}`,
    why: `a table cannot become ${describePartitioning(target.partitioning)} in place on every release: it is built beside the old one`,
    does: `creates the ledger and ${migration.interim}${migration.freezesInPrepare ? `, sets ${migration.table} READ ONLY` : ""}`,
    apply: {
      template: "core:10_create_table.sql",
      data: {
        layout: describePartitioning(target.partitioning),
        ledgerTablespace: target.storage.tablespace,
        columns: columnData(migration),
        checks: constraintsOf(target, "check")
          .filter((constraint) => !isLate(constraint))
          .map((constraint) => ({
            name: interimConstraint(migration, constraint.name),
            condition: constraint.body.condition,
            state: stateClause(constraint.state)
          })),
        physical: physicalLines(target.storage, settings.nologging, settings.initialExtentBytes),
        lobs: target.lobs.map(asData),
        partitioning: target.partitioning === null ? null : asData(target.partitioning),
        keyType: target.columns.find((column) => column.name === target.partitioning?.columns[0])?.dataType ?? "DATE",
        tail: tableTailLines(target.storage),
        tableComment: target.comment,
        columnComments: comments.map((column) => ({ column: column.name, text: column.comment })),
        hasAttachments: attachments > 0,
        supplementalLogs,
        preferences: target.statistics.preferences.map(asData),
        extensions: target.statistics.extensions.map(asData),
        policies,
        freeze: migration.freezesInPrepare
      }
    },
    revert: {
      kind: "script",
      file: "10_undo_create_table.sql",
      script: { template: "core:rollback/10_undo_create_table.sql", data: {} },
      does: `${migration.freezesInPrepare ? `sets ${migration.table} READ WRITE, ` : ""}drops ${migration.interim} and the ledger, each only if this plan made it`,
      until: "the cutover (step 50); after its undo again",
      loses: "nothing"
    },
    restart: "revert-first",
    locks: [
      { object: migration.interim, mode: "exclusive", duration: "while it is created; nobody knows it yet" },
      ...(migration.freezesInPrepare
        ? [{ object: migration.table, mode: "exclusive" as const, duration: `an instant, waits ${settings.ddlLockTimeoutSeconds} s, lets others pass, tries again` }]
        : [])
    ],
    needs: clientNeeds(
      migration,
      `owner ${quoteIdentifier(target.owner)} with CREATE TABLE and quota, or CREATE ANY TABLE, ALTER ANY TABLE and COMMENT ANY TABLE${policies.length > 0 ? ", EXECUTE ON DBMS_RLS" : ""}`
    ),
    estimate: { seconds: 5, bytes: null },
    master: 1
  }
}
