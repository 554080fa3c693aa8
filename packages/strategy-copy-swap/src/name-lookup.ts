// Which interim and retained name an object has. The planner gave the names; here they are only looked up.
import type { RenamedObject } from "@orapart/contract"

/** The entry of a final name; undefined when the planner gave none. */
export const findName = (names: ReadonlyArray<RenamedObject>, name: string): RenamedObject | undefined =>
  names.find((entry) => entry.name === name)

/** The interim name of an object, or its own when it has none. */
export const interimName = (names: ReadonlyArray<RenamedObject>, name: string): string =>
  findName(names, name)?.interim ?? name
