// Which interim and retained name an object has. The planner gave the names; here they are only looked up.
import type { OwnedRename, RenamedObject } from "@orapart/contract"

/** An index or trigger: it may lie in another schema than its table, and two schemas may use one name. */
export interface OwnedObject {
  readonly owner: string
  readonly name: string
}

/** The entry of a final name in the table's own schema; undefined when the planner gave none. */
export const findName = (names: ReadonlyArray<RenamedObject>, name: string): RenamedObject | undefined =>
  names.find((entry) => entry.name === name)

/** The entry of an index or trigger; undefined when the planner gave none. */
export const findOwned = (names: ReadonlyArray<OwnedRename>, { owner, name }: OwnedObject): OwnedRename | undefined =>
  names.find((entry) => entry.owner === owner && entry.name === name)

/** True for the same object of the same schema. */
export const isSameObject = (left: OwnedObject, right: OwnedObject): boolean =>
  left.owner === right.owner && left.name === right.name

/** The interim name of a constraint, or its own when it has none. */
export const interimName = (names: ReadonlyArray<RenamedObject>, name: string): string =>
  findName(names, name)?.interim ?? name
