// The names that a plan gives and that must be free before it begins, each with the view that would show it taken.
import type { JsonObject, OwnedRename, RenamedObject } from "@orapart/contract"
import type { Migration } from "../migration.ts"

/** Names that the table's objects do not have yet. An object with a generated name (SYS_Cn) keeps it when it is retained. */
const plannedNames = (entries: ReadonlyArray<RenamedObject>, existing: ReadonlyArray<string>): ReadonlyArray<string> =>
  entries.flatMap((entry) => [entry.interim, entry.retained, entry.name].filter((name) => !existing.includes(name)))

interface Owned {
  readonly owner: string
  readonly name: string
}

/** The names of the indexes or triggers that lie in one schema. */
const namesIn = (
  owner: string,
  entries: ReadonlyArray<OwnedRename>,
  existing: ReadonlyArray<Owned>
): ReadonlyArray<string> => {
  const isThere = (one: Owned): boolean => one.owner === owner
  return plannedNames(
    entries.filter(isThere),
    existing.filter(isThere).map(({ name }) => name)
  )
}

/** Indexes and triggers of the table in other schemas: their names are taken there and not in the table's. */
const namesElsewhere = ({ names, source }: Migration): ReadonlyArray<JsonObject> =>
  (["indexes", "triggers"] as const).flatMap((kind) => {
    const owners = [...new Set(names[kind].map(({ owner }) => owner))].filter((owner) => owner !== source.owner)
    return owners.flatMap((owner) =>
      namesIn(owner, names[kind], source[kind]).map((name) => ({
        owner,
        type: kind === "indexes" ? "INDEX" : "TRIGGER",
        name
      }))
    )
  })

/** Names that must be free; `lateNames` are those of NOT NULLs that the cutover names itself. */
export const newNames = (migration: Migration, lateNames: ReadonlyArray<string>): JsonObject => {
  const { capture, names, source } = migration
  return {
    objects: [names.interim, names.retained, names.ledger, ...(capture === null ? [] : [capture.log])],
    indexes: namesIn(source.owner, names.indexes, source.indexes),
    constraints: [
      ...plannedNames(
        names.constraints,
        source.constraints.map((one) => one.name)
      ),
      ...lateNames
    ],
    triggers: [
      ...namesIn(source.owner, names.triggers, source.triggers),
      ...(capture === null ? [] : [capture.trigger])
    ],
    elsewhere: namesElsewhere(migration),
    childConstraints: names.childForeignKeys.flatMap(({ owner, name, interim }) =>
      [interim, name]
        .filter((one) => !source.childForeignKeys.some((key) => key.owner === owner && key.name === one))
        .map((one) => ({ owner, name: one }))
    )
  }
}
