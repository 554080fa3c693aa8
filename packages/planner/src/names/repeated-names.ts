// New names of one plan against those of the others. Each plan is free of collisions with the snapshot; two plans could still meet.
import type { Finding, MigrationPlan } from "@orapart/contract"
import { makeFinding } from "../plan-codes.ts"

type NewName = readonly [namespace: string, owner: string, name: string]

const listNewNames = (plan: MigrationPlan): ReadonlyArray<NewName> => {
  const { names, owner, source } = plan
  const ownersOf = (kind: "indexes" | "triggers"): ReadonlyArray<string> => source[kind].map((object) => object.owner)
  const bothNames = (
    namespace: string,
    entries: MigrationPlan["names"]["indexes"],
    owners: ReadonlyArray<string>
  ): ReadonlyArray<NewName> =>
    entries.flatMap((entry, position) => {
      const schema = owners[position] ?? owner
      return [entry.interim, entry.retained].map((name): NewName => [namespace, schema, name])
    })
  return [
    ...[names.interim, names.retained, names.ledger].map((name): NewName => ["object", owner, name]),
    ...bothNames("index", names.indexes, ownersOf("indexes")),
    ...bothNames("trigger", names.triggers, ownersOf("triggers")),
    ...bothNames("constraint", names.constraints, []),
    ...bothNames(
      "constraint",
      names.childForeignKeys,
      names.childForeignKeys.map((key) => key.owner)
    )
  ]
}

const reportRepeated = (plan: MigrationPlan, [namespace, owner, name]: NewName, first: MigrationPlan): Finding =>
  makeFinding("OP236", {
    subject: `${plan.owner}.${plan.table}`,
    what: `The plans of ${first.owner}.${first.table} and ${plan.owner}.${plan.table} would both create ${namespace} ${owner}.${name}.`,
    why: "The second CREATE or RENAME would fail with ORA-00955 or ORA-02264 in the middle of a migration.",
    advice:
      "Migrate one table, run discover again, then plan the other; or choose the tables' names in migration_settings.names.",
    evidence: { namespace, owner, name, first: `${first.owner}.${first.table}` }
  })

/** The plans that give a name an earlier plan of the list gives, with the findings. */
export const findRepeatedNames = (
  plans: ReadonlyArray<MigrationPlan>
): ReadonlyMap<MigrationPlan, ReadonlyArray<Finding>> => {
  const givers = new Map<string, MigrationPlan>()
  const repeated = new Map<MigrationPlan, ReadonlyArray<Finding>>()
  for (const plan of plans) {
    const findings = listNewNames(plan).flatMap((name) => {
      const first = givers.get(name.join("\u0000"))
      return first === undefined || first === plan ? [] : [reportRepeated(plan, name, first)]
    })
    if (findings.length > 0) repeated.set(plan, findings)
    else for (const name of listNewNames(plan)) givers.set(name.join("\u0000"), plan)
  }
  return repeated
}
