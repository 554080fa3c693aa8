import type { TableModel } from "@orapart/contract"
import { describeIdentifierProblem } from "@orapart/oracle-rules"
import { defineRefusal } from "../refusal.ts"

/** Every name that a script writes, with what it is the name of. */
const writtenNames = (source: TableModel): ReadonlyArray<readonly [string, string]> => [
  ["owner", source.owner],
  ["table", source.name],
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
  ...source.dependents.flatMap(({ owner, name }) => [owner, name].map((one) => ["dependent", one] as const)),
  ...source.materializedViews.flatMap(({ owner, name }) =>
    [owner, name].map((one) => ["materialized view", one] as const)
  )
]

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const controlCharacter = /[\u0000-\u001F\u007F]/u

const describeProblem = (name: string): string | null =>
  describeIdentifierProblem(name, Number.MAX_SAFE_INTEGER) ??
  (controlCharacter.test(name) ? "contains a control character, which a script cannot carry" : null)

/** SQL*Plus reads a script line by line: a line break inside a quoted name would make a new line of its own. */
export const nameNotCarried = defineRefusal({
  code: "OP250",
  slug: "name-not-carried",
  title: "A name cannot stand in a SQL*Plus script",
  severity: "error",
  find: ({ source }) => {
    const seen = new Set<string>()
    return writtenNames(source).flatMap(([kind, name]) => {
      const problem = describeProblem(name)
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
