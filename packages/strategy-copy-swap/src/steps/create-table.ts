// Step 10: the ledger, the interim table with what belongs to its columns, and the freeze when nothing may change during the copy.
import type { ColumnModel, JsonObject, JsonValue, Step, TableModel } from "@orapart/contract"
import { describePartitioning, quoteIdentifier, userColumns } from "@orapart/oracle-rules"
import { constraintsOf, interimConstraint, isAfterLoad, isLate } from "../migration.ts"
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

/** True when NULLABLE says N although no NOT NULL is known and neither the primary key nor DEFAULT ON NULL explains it. */
const isPlainlyRequired = (migration: Migration, column: ColumnModel): boolean => {
  const primaryKey = constraintsOf(migration.target, "primary-key")[0]?.body.columns ?? []
  // A primary key makes its columns NOT NULL by itself when it is added; declared here it would be one constraint more.
  return !column.nullable && !column.isDefaultOnNull && !column.isVirtual && !primaryKey.includes(column.name)
}

const columnData = (migration: Migration): ReadonlyArray<JsonValue> => {
  const notNulls = constraintsOf(migration.target, "not-null")
  const partitionKey = migration.target.partitioning?.columns ?? []
  return userColumns(migration.target).map((column) => {
    const declared = notNulls.find((constraint) => constraint.body.column === column.name)
    const early = declared === undefined || isLate(declared) || isAfterLoad(declared) ? undefined : declared
    const notNullName = early === undefined || early.isGeneratedName ? null : interimConstraint(migration, early.name)
    const isRequired = early !== undefined || (declared === undefined && isPlainlyRequired(migration, column))
    return {
      column: asData(column),
      identity: column.isIdentity && migration.target.identity !== null ? asData(migration.target.identity) : null,
      // An identity column is NOT NULL anyway: its constraint is written only to keep a name.
      isNotNull: column.isIdentity ? notNullName !== null : isRequired || partitionKey.includes(column.name),
      notNullName
    }
  })
}

const policyData = (migration: Migration): ReadonlyArray<JsonValue> =>
  migration.target.policies.flatMap((policy) =>
    policy.vpd === null
      ? []
      : [
          {
            name: quoteIdentifier(policy.name),
            functionOwner: quoteIdentifier(policy.vpd.functionOwner),
            function: [...(policy.vpd.package === null ? [] : [policy.vpd.package]), policy.vpd.function]
              .map(quoteIdentifier)
              .join("."),
            statementTypes: policy.vpd.statementTypes.join(","),
            updateCheck: writeBoolean(policy.vpd.isUpdateCheck),
            enable: writeBoolean(policy.isEnabled),
            policyType: policyTypes[policy.vpd.policyType] ?? "DBMS_RLS.DYNAMIC",
            longPredicate: writeBoolean(policy.vpd.isLongPredicate),
            relevantColumns:
              policy.vpd.relevantColumns.length === 0
                ? null
                : policy.vpd.relevantColumns.map(quoteIdentifier).join(","),
            relevantOption:
              policy.vpd.relevantColumns.length > 0 && policy.vpd.isColumnMasking === true ? "DBMS_RLS.ALL_ROWS" : null
          }
        ]
  )

/** Encryption is said once: where the column names its algorithm, the LOB's storage does not repeat it. */
const lobData = (target: TableModel): ReadonlyArray<JsonObject> =>
  target.lobs.map((lob) => {
    const column = target.columns.find(({ name }) => name === lob.column)
    return asData({ ...lob, isEncrypted: lob.isEncrypted && (column?.encryption ?? null) === null })
  })

/** What the template of step 10 writes down. */
const createTableData = (migration: Migration): JsonObject => {
  const { settings, target } = migration
  const supplementalLogs = target.supplementalLogs.map((log) => supplementalWords[log.kind] ?? "ALL")
  const policies = policyData(migration)
  const { extensions, preferences } = target.statistics
  const comments = userColumns(target).filter((column) => column.comment !== null)
  return {
    layout: describePartitioning(target.partitioning),
    ledgerTablespace: target.storage.tablespace,
    columns: columnData(migration),
    checks: constraintsOf(target, "check")
      .filter((constraint) => !isLate(constraint) && !isAfterLoad(constraint))
      .map((constraint) => ({
        name: interimConstraint(migration, constraint.name),
        condition: constraint.body.condition,
        state: stateClause(constraint.state)
      })),
    physical: physicalLines(target.storage, settings.nologging, settings.initialExtentBytes),
    lobs: lobData(target),
    partitioning: target.partitioning === null ? null : asData(target.partitioning),
    keyType: target.columns.find((column) => column.name === target.partitioning?.columns[0])?.dataType ?? "DATE",
    tail: tableTailLines(target.storage),
    tableComment: target.comment,
    columnComments: comments.map((column) => ({ column: column.name, text: column.comment })),
    hasAttachments: supplementalLogs.length + preferences.length + extensions.length + policies.length > 0,
    supplementalLogs,
    preferences: preferences.map(asData),
    extensions: extensions.map(asData),
    policies,
    freeze: migration.freezesInPrepare
  }
}

/** Step 10 of the reference: 10.1 to 10.3 and 10.5. */
export const planCreateTable = (migration: Migration): Step => {
  const { target, settings } = migration
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
      data: createTableData(migration)
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
        ? [
            {
              object: migration.table,
              mode: "exclusive" as const,
              duration: `an instant, waits ${settings.ddlLockTimeoutSeconds} s, lets others pass, tries again`
            }
          ]
        : [])
    ],
    needs: `owner ${quoteIdentifier(target.owner)} with CREATE TABLE and quota, or CREATE ANY TABLE, ALTER ANY TABLE and COMMENT ANY TABLE${target.policies.length > 0 ? ", EXECUTE ON DBMS_RLS" : ""}`,
    estimate: { seconds: 5, bytes: null },
    master: 1
  }
}
