// New names of one plan against those of the others. Each plan is free of collisions with the snapshot; two plans could still meet.
import type { Finding, MigrationPlan, RenamedObject } from "@orapart/contract"
import { makeFinding } from "../plan-codes.ts"

type NewName = readonly [namespace: string, owner: string, name: string]

const listNewNames = (plan: MigrationPlan): ReadonlyArray<NewName> => {
  const { names, owner } = plan
  const bothNames = (
    namespace: string,
    entries: ReadonlyArray<RenamedObject & { readonly owner?: string }>
  ): ReadonlyArray<NewName> =>
    entries.flatMap((entry) =>
      [entry.interim, entry.retained].map((name): NewName => [namespace, entry.owner ?? owner, name])
    )
  return [
    ...[names.interim, names.retained, names.ledger].map((name): NewName => ["object", owner, name]),
    ...bothNames("index", names.indexes),
    ...bothNames("trigger", names.triggers),
    ...bothNames("constraint", names.constraints),
    ...bothNames("constraint", names.childForeignKeys)
  ]
}

const reportRepeated = (plan: MigrationPlan, [namespace, owner, name]: NewName, first: string): Finding =>
  makeFinding("OP236", {
    subject: `${plan.owner}.${plan.table}`,
    what: `The plans of ${first} and ${plan.owner}.${plan.table} would both create ${namespace} ${owner}.${name}.`,
    why: "The second CREATE or RENAME would fail with ORA-00955 or ORA-02264 in the middle of a migration.",
    advice:
      "Migrate one table, run discover again, then plan the other; or choose the tables' names in migration_settings.names.",
    evidence: { namespace, owner, name, first }
  })

/** The names that the plans of one run give. It keeps texts and no plans: a run may have thousands of them. */
export interface NewNameRegister {
  /** Takes the names of a plan; when earlier ones have some of them it takes none and gives a finding for each. */
  readonly take: (plan: MigrationPlan) => ReadonlyArray<Finding>
}

/** An empty register for one run. */
export const openNewNames = (): NewNameRegister => {
  const givers = new Map<string, string>()
  return {
    take: (plan) => {
      const names = listNewNames(plan)
      const findings = names.flatMap((name) => {
        const first = givers.get(name.join("\u0000"))
        return first === undefined ? [] : [reportRepeated(plan, name, first)]
      })
      const giver = `${plan.owner}.${plan.table}`
      if (findings.length === 0) for (const name of names) givers.set(name.join("\u0000"), giver)
      return findings
    }
  }
}
