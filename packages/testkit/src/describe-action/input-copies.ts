// Copies of plain data that show what an action does to its input, and whether it depends on an order that means nothing.
import type { SchemaSnapshot } from "@orapart/contract"

/** Freezes a value and all that it holds, and gives it back. */
export const freezeDeep = <A>(value: A): A => {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(freezeDeep)
  }
  return value
}

/** A copy with the keys of every object in reverse order. Lists keep theirs: the order of columns or keys has a meaning. */
export const turnKeys = <A>(value: A): A => {
  if (typeof value !== "object" || value === null) return value
  const turned = Array.isArray(value)
    ? value.map(turnKeys)
    : Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, one]) => [key, turnKeys(one)])
      )
  // Rebuilt part by part, so the type is still that of the value.
  return turned as A
}

/** A copy of the snapshot with every order reversed that nobody may rely on: of keys, tables, tablespaces and used names. */
export const turnSnapshot = (snapshot: SchemaSnapshot): SchemaSnapshot => {
  const turned = turnKeys(snapshot)
  const usedNames = Object.entries(turned.usedNames ?? {}).map(([owner, kinds]) => [
    owner,
    Object.fromEntries(Object.entries(kinds).map(([kind, names]) => [kind, [...names].toReversed()]))
  ])
  return {
    ...turned,
    tables: turned.tables.toReversed(),
    database: { ...turned.database, tablespaces: turned.database.tablespaces.toReversed() },
    ...(turned.usedNames === undefined ? {} : { usedNames: Object.fromEntries(usedNames) })
  }
}

/** JSON with sorted keys: two values are the same data when their texts are the same. */
export const writeSorted = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : one
  )
