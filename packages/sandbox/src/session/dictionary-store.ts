// Rows of the dictionary in PostgreSQL: one table per base, made when a query first names one of its views, brought up to date for objects that changed.
import type { Backend } from "../backend/backend.ts"
import type { Catalog } from "../catalog/catalog.ts"
import type { Authority } from "../catalog/privileges.ts"
import { orderCells } from "../dictionary/columns.ts"
import { allRoots, canSeeView, dirtyRoots, generateRows, visibleRoots } from "../dictionary/rows.ts"
import type { BaseDefinition, DictionaryColumn, DictionaryView, LiveFacts } from "../dictionary/view.ts"
import { findDictionaryView } from "../dictionary/views.ts"
import { quoteText } from "../emit/emit-context.ts"
import type { DictionaryColumnOf, DictionaryRelation } from "../emit/dictionary-border.ts"
import type { OracleRelease } from "../sql/release.ts"
import { pgTypeOf } from "../types/value-type.ts"

const tableOf = (base: BaseDefinition): string => `x.${base.name.toLowerCase().replaceAll(/[^a-z0-9_]/g, "_")}`

const place = (column: { readonly place: number }): string => `v${String(column.place)}`

const columnsOf = (view: DictionaryView): ReadonlyArray<DictionaryColumnOf> =>
  view.columns.map((column) => ({
    name: column.name,
    type: column.type,
    isNullable: column.isNullable,
    column: place(column)
  }))

/** RAW cells are hexadecimal, as the catalog has them. */
const readCell = (type: DictionaryColumn["type"], text: string): string =>
  type.name === "RAW" ? `decode(${text}, 'hex')` : `${text}::${pgTypeOf(type)}`

/** `(r ->> 3)::numeric AS v3` for every column; empty texts are NULL. */
const readCells = (columns: ReadonlyArray<DictionaryColumn>): string =>
  columns.map(({ type }, at) => `${readCell(type, `nullif(r ->> ${String(at)}, '')`)} AS v${String(at)}`).join(", ")

type BaseView = DictionaryView & { readonly kind: "base" }

const names = (authority: Authority): string =>
  `ARRAY[${[authority.user, "PUBLIC", ...authority.roles].map((name) => quoteText(name)).join(", ")}]::text[]`

/** The rule of visibility as a condition; `visible` stands for the ids that the session may see. */
const visibility = ({ scope, base }: BaseView, authority: Authority, visible: () => string): string => {
  if (scope === "dba") return "true"
  const isOwn = `owner = ${quoteText(authority.user)}`
  const isNamed = `${quoteText(authority.user)} = ANY (names)`
  if (scope === "user") {
    if (base.rule === "everyone") return `(${isOwn} OR owner IS NULL)`
    return base.rule === "names" ? `(${isOwn} OR ${isNamed})` : isOwn
  }
  if (base.rule === "everyone") return "true"
  if (base.rule === "object") return `(${isOwn} OR root = ANY (${visible()}::bigint[]))`
  return `(${isOwn} OR names && ${names(authority)})`
}

interface LoadedBase {
  readonly base: BaseDefinition
  readonly dirty: Set<number>
}

/** What the store needs to know when it refreshes. */
export interface DictionarySite {
  readonly backend: Backend
  readonly release: OracleRelease
}

/** The dictionary's tables. Methods that touch the backend are called inside the queue, in an open transaction. */
export class DictionaryStore {
  readonly #site: DictionarySite
  readonly #loaded = new Map<string, LoadedBase>()
  /** Bases that were made or refreshed in the transaction that is open: a rollback undoes that. */
  readonly #unsure = new Set<string>()
  #visible: { readonly catalog: Catalog; readonly key: string; readonly text: string } | null = null

  constructor(site: DictionarySite) {
    this.#site = site
  }

  /** The view of a name as a relation; null when there is none for this authority. */
  find(
    owner: string | null,
    name: string,
    catalog: Catalog,
    authority: Authority,
    facts: () => LiveFacts
  ): DictionaryRelation | null {
    const view = findDictionaryView(owner, name, this.#site.release)
    if (view === null || !canSeeView(catalog, authority, view)) return null
    if (view.kind === "live") {
      const { live } = view
      return {
        name: view.name,
        columns: columnsOf(view),
        emit: (add) => {
          const rows = live.generate(facts()).map((cells) => orderCells(live.columns, cells))
          return `(SELECT ${readCells(live.columns)} FROM jsonb_array_elements(${add({ kind: "value", text: JSON.stringify(rows) })}::jsonb) AS j(r))`
        }
      }
    }
    return {
      name: view.name,
      columns: columnsOf(view),
      emit: (add) => {
        const condition = visibility(view, authority, () =>
          add({ kind: "value", text: this.#visibleIds(catalog, authority) })
        )
        return `(SELECT ${view.columns.map((column) => place(column)).join(", ")} FROM ${tableOf(view.base)} WHERE ${condition})`
      }
    }
  }

  #visibleIds(catalog: Catalog, authority: Authority): string {
    const key = `${authority.user} ${[...authority.roles].toSorted().join(" ")}`
    if (this.#visible?.catalog !== catalog || this.#visible.key !== key)
      this.#visible = { catalog, key, text: `{${[...visibleRoots(catalog, authority)].join(",")}}` }
    return this.#visible.text
  }

  /** Notes what a change of the catalog touched. */
  note(catalog: Catalog, dirty: Iterable<number>): void {
    const roots = dirtyRoots(catalog, dirty)
    for (const { dirty: waiting } of this.#loaded.values()) for (const id of roots) waiting.add(id)
  }

  /** Something was rolled back: what was refreshed since is made again. */
  forget(): void {
    for (const name of this.#unsure) this.#loaded.delete(name)
    this.#unsure.clear()
  }

  /** The transaction was committed: what was refreshed in it stays. */
  keep(): void {
    this.#unsure.clear()
  }

  /** Brings the bases of these views up to date. */
  async refresh(views: ReadonlySet<string>, catalog: Catalog): Promise<void> {
    for (const name of views) {
      const view = findDictionaryView(null, name, this.#site.release)
      if (view?.kind === "base") await this.#refreshBase(view.base, catalog)
    }
  }

  async #refreshBase(base: BaseDefinition, catalog: Catalog): Promise<void> {
    const { backend } = this.#site
    const loaded = this.#loaded.get(base.name)
    if (loaded === undefined) {
      const cells = base.columns.map(({ type }, at) => `v${String(at)} ${pgTypeOf(type)}`)
      await backend.run(
        `DROP TABLE IF EXISTS ${tableOf(base)}; CREATE UNLOGGED TABLE ${tableOf(base)} (root bigint, owner text, names text[], ${cells.join(", ")}) WITH (autovacuum_enabled = false)`
      )
      backend.forgetPlans()
      this.#loaded.set(base.name, { base, dirty: new Set() })
      this.#unsure.add(base.name)
      await this.#insert(base, catalog, allRoots(catalog))
      await backend.run(`CREATE INDEX ON ${tableOf(base)} (root)`)
      return
    }
    if (loaded.dirty.size === 0) return
    const roots = [...loaded.dirty]
    loaded.dirty.clear()
    this.#unsure.add(base.name)
    await backend.query(`DELETE FROM ${tableOf(base)} WHERE root = ANY ($1::bigint[])`, [`{${roots.join(",")}}`])
    await this.#insert(base, catalog, roots)
  }

  async #insert(base: BaseDefinition, catalog: Catalog, roots: ReadonlyArray<number>): Promise<void> {
    const source = { catalog, release: this.#site.release }
    const rows = roots
      .flatMap((id) => generateRows(source, base, id))
      .map(({ rootId, owner, names: who, values }) => [rootId, owner, who, values])
    if (rows.length === 0) return
    await this.#site.backend.query(
      `INSERT INTO ${tableOf(base)} SELECT (j.e ->> 0)::bigint, j.e ->> 1, ARRAY(SELECT jsonb_array_elements_text(j.e -> 2)), ${readCells(base.columns).replaceAll("r ->>", "j.e -> 3 ->>")} FROM jsonb_array_elements($1::jsonb) AS j(e)`,
      [JSON.stringify(rows)]
    )
  }
}
