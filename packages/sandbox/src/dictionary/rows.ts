// From catalog to rows: which objects have to be made again, what their rows are, and who sees them.
import type { Catalog } from "../catalog/catalog.ts"
import type { Entry } from "../catalog/entries.ts"
import type { Authority } from "../catalog/privileges.ts"
import { canReadDictionary, canSee } from "../catalog/privileges.ts"
import { orderCells } from "./columns.ts"
import type { BaseDefinition, DictionaryRow, DictionarySource, DictionaryView, LiveFacts } from "./view.ts"

const rootKinds: ReadonlySet<Entry["kind"]> = new Set([
  "table",
  "view",
  "sequence",
  "synonym",
  "unit",
  "user",
  "role",
  "tablespace"
])

/** Objects whose rows depend on others by name: synonyms on their target. They are made again whenever an object came, went or was renamed. */
const isNameBound = (entry: Entry): boolean => entry.kind === "synonym"

/** Ids of the objects whose rows are to be made again for the entries that a change touched; removed objects are among them. */
export const dirtyRoots = (catalog: Catalog, dirty: Iterable<number>): ReadonlySet<number> => {
  const roots = new Set<number>()
  for (const id of dirty) {
    const entry = catalog.get(id)
    if (entry === null || rootKinds.has(entry.kind)) roots.add(id)
    else if (entry.parentId !== null) roots.add(entry.parentId)
  }
  if (roots.size > 0) for (const entry of catalog.all("synonym")) if (isNameBound(entry)) roots.add(entry.id)
  return roots
}

/** All objects that can have rows. */
export const allRoots = (catalog: Catalog): ReadonlyArray<number> =>
  Array.from(catalog.entries())
    .filter(({ kind }) => rootKinds.has(kind))
    .map(({ id }) => id)

/** The rows of one object in a base; none when the object is gone. */
export const generateRows = (
  source: DictionarySource,
  base: BaseDefinition,
  rootId: number
): ReadonlyArray<DictionaryRow> => {
  const root = source.catalog.get(rootId)
  if (root === null || !rootKinds.has(root.kind)) return []
  return base.generate(source, root).map(({ owner, names, cells }) => ({
    rootId,
    owner,
    names: names ?? [],
    values: orderCells(base.columns, cells)
  }))
}

/** Objects that an authority may see: what ALL_ views with the rule `object` show beside the own ones. */
export const visibleRoots = (catalog: Catalog, authority: Authority): ReadonlySet<number> => {
  const visible = new Set<number>()
  for (const entry of catalog.entries())
    if (rootKinds.has(entry.kind) && canSee(catalog, authority, entry)) visible.add(entry.id)
  return visible
}

/** True when the view exists for the authority; otherwise it is ORA-00942. */
export const canSeeView = (catalog: Catalog, authority: Authority, view: DictionaryView): boolean => {
  if (view.kind === "live") return !view.isProtected || canReadDictionary(catalog, authority)
  return view.scope !== "dba" || canReadDictionary(catalog, authority)
}

/** Whether a stored row belongs into a view for an authority. The same as SQL is for the emitter to write. */
export const isRowVisible = (
  view: DictionaryView & { readonly kind: "base" },
  row: Pick<DictionaryRow, "rootId" | "owner" | "names">,
  authority: Authority,
  visible: ReadonlySet<number>
): boolean => {
  if (view.scope === "dba") return true
  const isOwn = row.owner === authority.user
  const isNamed = (name: string): boolean => name === authority.user
  if (view.scope === "user")
    return (
      isOwn ||
      (view.base.rule === "everyone" && row.owner === null) ||
      (view.base.rule === "names" && row.names.some(isNamed))
    )
  if (view.base.rule === "everyone") return true
  if (view.base.rule === "object") return isOwn || visible.has(row.rootId)
  return isOwn || row.names.some((name) => isNamed(name) || name === "PUBLIC" || authority.roles.has(name))
}

/** All rows of a view for an authority, in the order of its columns: for tests and small dictionaries. */
export const readView = (
  source: DictionarySource,
  view: DictionaryView,
  authority: Authority,
  facts: LiveFacts | null = null
): ReadonlyArray<Readonly<Record<string, string | null>>> => {
  const places = view.columns.map(({ name, place }) => ({ name, place }))
  const named = (values: ReadonlyArray<string | null>): Readonly<Record<string, string | null>> =>
    Object.fromEntries(places.map(({ name, place }) => [name, values[place] ?? null]))
  if (view.kind === "live") {
    if (facts === null) return []
    return view.live.generate(facts).map((cells) => named(orderCells(view.live.columns, cells)))
  }
  const visible = visibleRoots(source.catalog, authority)
  return allRoots(source.catalog)
    .flatMap((id) => generateRows(source, view.base, id))
    .filter((row) => isRowVisible(view, row, authority, visible))
    .map(({ values }) => named(values))
}
