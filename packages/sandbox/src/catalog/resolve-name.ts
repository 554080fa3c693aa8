// From a name in a statement to an object: own schema, then public synonyms; synonyms are followed. Whether the caller may see or use what
// was found is asked here, too, because Oracle answers ORA-00942 for both.
import { ora } from "../errors/ora.ts"
import type { Catalog } from "./catalog.ts"
import type { NamedObjectEntry, SynonymEntry } from "./entries.ts"
import type { Authority } from "./privileges.ts"
import { canSee } from "./privileges.ts"

/** A name as written: `schema` is null when none was. `offset` is where errors point. */
export interface WrittenName {
  readonly schema: string | null
  readonly name: string
  readonly offset: number | null
}

/** What a name means. */
export interface ResolvedName {
  readonly entry: Exclude<NamedObjectEntry, SynonymEntry>
  /** Synonyms on the way, first one first. */
  readonly synonyms: ReadonlyArray<SynonymEntry>
}

/** What cannot be found in the catalog but in the dictionary: `SYS.ALL_TABLES`, reached through a synonym or directly. */
export interface SystemName {
  readonly owner: string
  readonly name: string
  readonly synonyms: ReadonlyArray<SynonymEntry>
}

/** Either an object, or the name under which nothing was found. */
export type NameMeaning =
  | ({ readonly kind: "object" } & ResolvedName)
  /** Nothing of the catalog: perhaps a dictionary view; `owner` is null when no schema was written and no synonym led here. */
  | {
      readonly kind: "unknown"
      readonly owner: string | null
      readonly name: string
      readonly synonyms: ReadonlyArray<SynonymEntry>
    }

const findPlain = (
  catalog: Catalog,
  schema: string | null,
  currentSchema: string,
  name: string
): NamedObjectEntry | null => {
  const found = catalog.findObject(schema ?? currentSchema, name)
  if (found !== null && !("dropped" in found && found.dropped !== null)) return found
  return schema === null ? catalog.findObject("PUBLIC", name) : null
}

/** Follows a name to its object without asking for privileges. Fails with ORA-01775 when synonyms go in a circle. */
export const lookUpName = (catalog: Catalog, written: WrittenName, currentSchema: string): NameMeaning => {
  const synonyms: SynonymEntry[] = []
  let { schema, name } = written
  for (;;) {
    const found = findPlain(catalog, schema, currentSchema, name)
    if (found === null) return { kind: "unknown", owner: schema, name, synonyms }
    if (found.kind !== "synonym") return { kind: "object", entry: found, synonyms }
    if (synonyms.some(({ id }) => id === found.id)) throw ora(1775, [], written.offset)
    synonyms.push(found)
    schema = found.target.owner
    name = found.target.name
  }
}

/**
 * The object of a name that the authority may see. Fails with ORA-00942 when there is none, ORA-00980 when a synonym leads nowhere, ORA-01775 for
 * circles. What kinds are wanted is for the caller: a sequence named as a table is ORA-00942, too.
 */
export const resolveName = (
  catalog: Catalog,
  authority: Authority,
  written: WrittenName,
  currentSchema: string
): ResolvedName => {
  const meaning = lookUpName(catalog, written, currentSchema)
  if (meaning.kind === "unknown") throw ora(meaning.synonyms.length > 0 ? 980 : 942, [], written.offset)
  if (!canSee(catalog, authority, meaning.entry)) throw ora(942, [], written.offset)
  return meaning
}
