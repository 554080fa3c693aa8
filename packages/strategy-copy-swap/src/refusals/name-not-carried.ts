import type { TableModel } from "@orapart/contract"
import { describeIdentifierProblem } from "@orapart/oracle-rules"
import { defineRefusal } from "../refusal.ts"
import { usedTablespaces } from "../used-tablespaces.ts"

/** Every name that a script writes, with what it is the name of. */
const writtenNames = (source: TableModel, target: TableModel): ReadonlyArray<readonly [string, string]> => [
  ["owner", source.owner],
  ["table", source.name],
  ...(source.identity === null ? [] : [["sequence", source.identity.sequenceName] as const]),
  ...source.columns.filter((column) => column.isUserGenerated).map(({ name }) => ["column", name] as const),
  ...source.constraints.map(({ name }) => ["constraint", name] as const),
  ...source.constraints.flatMap(({ body }) =>
    body.type === "foreign-key"
      ? [body.referencedOwner, body.referencedTable, ...body.referencedColumns].map((name) => ["parent", name] as const)
      : []
  ),
  ...source.childForeignKeys.flatMap((key) =>
    [key.owner, key.table, key.name, ...key.columns].map((name) => ["child", name] as const)
  ),
  ...source.indexes.flatMap((index) => [index.owner, index.name].map((name) => ["index", name] as const)),
  ...source.triggers.flatMap((trigger) => [trigger.owner, trigger.name].map((name) => ["trigger", name] as const)),
  ...source.grants.map(({ grantee }) => ["grantee", grantee] as const),
  ...source.policies.map(({ name }) => ["policy", name] as const),
  ...source.policies.flatMap(({ vpd }) =>
    vpd === null
      ? []
      : [vpd.functionOwner, vpd.package, vpd.function, ...vpd.relevantColumns].flatMap((name) =>
          name === null ? [] : [["policy function", name] as const]
        )
  ),
  ...source.triggers.flatMap(({ ordering }) =>
    ordering.flatMap(({ owner, name }) => [owner, name].map((one) => ["trigger", one] as const))
  ),
  ...(target.partitioning?.partitions ?? []).map(({ name }) => ["partition", name] as const),
  ...usedTablespaces(target).map((name) => ["tablespace", name] as const),
  ...source.dependents.flatMap(({ owner, name }) => [owner, name].map((one) => ["dependent", one] as const)),
  ...source.materializedViews.flatMap(({ owner, name }) =>
    [owner, name].map((one) => ["materialized view", one] as const)
  )
]

// The longest name of any release: what exists already may be longer than a new name could be here.
const LONGEST_NAME_BYTES = 128

/** SQL*Plus reads a script line by line: a line break inside a quoted name would make a new line of its own. */
export const nameNotCarried = defineRefusal({
  code: "OP250",
  slug: "name-not-carried",
  title: "A name cannot stand in a SQL*Plus script",
  severity: "error",
  find: ({ source, target }) => {
    const seen = new Set<string>()
    return writtenNames(source, target).flatMap(([kind, name]) => {
      const problem = describeIdentifierProblem(name, LONGEST_NAME_BYTES)
      if (problem === null || seen.has(`${kind} ${name}`)) return []
      seen.add(`${kind} ${name}`)
      return [
        {
          what: `The name of a ${kind} of ${source.owner}.${source.name}, ${JSON.stringify(name)}, ${problem}.`,
          why: "SQL*Plus reads a script line by line and takes such a line for its own, also inside quotes.",
          advice:
            "Rename the object before the migration (ALTER TABLE ... RENAME COLUMN, RENAME CONSTRAINT, ALTER INDEX ... RENAME TO).",
          evidence: { kind, name }
        }
      ]
    })
  }
})
