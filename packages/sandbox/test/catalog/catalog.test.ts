import fc from "fast-check"
import { beforeEach, describe, expect, it } from "vitest"
import { CatalogChange } from "../../src/catalog/catalog-change.ts"
import { loadCatalog, newCatalog } from "../../src/catalog/load-catalog.ts"
import { PersistentMap } from "../../src/catalog/persistent-map.ts"
import { authorityOf } from "../../src/catalog/privileges.ts"
import { lookUpName, resolveName } from "../../src/catalog/resolve-name.ts"
import { addIntervalPartitions } from "../../src/partitions/add-interval-partitions.ts"
import { openDatabase } from "../ddl/database.ts"
import type { TestDatabase } from "../ddl/database.ts"

let db: TestDatabase
beforeEach(async () => {
  db = await openDatabase()
  await db.run(
    "HR",
    "CREATE TABLE t (id NUMBER PRIMARY KEY, d DATE) PARTITION BY RANGE (d) INTERVAL (NUMTODSINTERVAL(1,'DAY')) (PARTITION p VALUES LESS THAN (DATE '2026-01-01'))",
    "CREATE SYNONYM s FOR t"
  )
})

describe("PersistentMap", () => {
  it("behaves as a Map, and old versions stay as they were", () => {
    const commands = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 3000 }), fc.integer()))
    fc.assert(
      fc.property(commands, (list) => {
        let map = PersistentMap.empty<number, number>()
        const model = new Map<number, number>()
        for (const [isSet, key, value] of list) {
          const before = map
          const old = before.get(key)
          map = isSet ? map.set(key, value) : map.delete(key)
          if (isSet) model.set(key, value)
          else model.delete(key)
          expect(before.get(key)).toBe(old)
        }
        expect(map.size).toBe(model.size)
        expect(new Set(map.values())).toEqual(new Set(model.values()))
      })
    )
  })
})

describe("CatalogChange", () => {
  it("leaves the catalog it began with as it was", () => {
    const before = db.catalog()
    const change = new CatalogChange(before)
    const table = before.findObject("HR", "T")
    if (table === null) throw new RangeError("no table")
    change.remove(table.id)
    expect(before.findObject("HR", "T")).toBe(table)
    expect(before.childrenOf(table.id, "constraint").length).toBe(1)
    expect(change.catalog.findObject("HR", "T")).toBeNull()
    expect(change.catalog.version).toBeGreaterThan(before.version)
  })

  it("writes what it touched: rows for what is there, deletes for what was", () => {
    const before = db.catalog()
    const change = new CatalogChange(before)
    const table = before.findObject("HR", "T")
    if (table?.kind !== "table") throw new RangeError("no table")
    change.update(table, { isReadOnly: true })
    addIntervalPartitions(change, table.id, [["2026-05-05 00:00:00"]], "2026-01-01 00:00:00")
    expect(
      change
        .rows()
        .upserts.map(({ kind }) => kind)
        .toSorted((a, b) => a.localeCompare(b))
    ).toEqual(["counters", "partition", "table"])
    expect(change.dirty.has(table.id)).toBe(true)
    change.remove(table.id)
    const { upserts, deletes } = change.rows()
    expect(upserts.map(({ kind }) => kind)).toEqual(["counters"])
    expect(deletes).toContain(table.id)
    expect(deletes.length).toBe(4)
  })

  it("never gives a number twice", () => {
    const change = new CatalogChange(newCatalog("2026-01-01 00:00:00"))
    const names = [change.takePartitionName(), change.takeSubpartitionName(), change.takePartitionName()].map((name) =>
      name.replace(/\D/gu, "")
    )
    expect(new Set(names).size).toBe(3)
    expect(change.takeObjectId()).not.toBe(change.takeObjectId())
  })
})

describe("reading back", () => {
  it("gives the same catalog from its rows in any order, partitions in the order of their bounds", () => {
    const table = db.catalog().findObject("HR", "T")
    if (table === null) throw new RangeError("no table")
    db.change((change) =>
      addIntervalPartitions(
        change,
        table.id,
        [["2026-05-05 00:00:00"], ["2026-02-02 00:00:00"], ["2026-03-03 00:00:00"]],
        "2026-01-01 00:00:00"
      )
    )
    const rows = Array.from(db.catalog().entries(), (entry) => ({ body: JSON.stringify(entry) }))
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }), (shuffled) => {
        const back = loadCatalog(shuffled)
        expect(back.childrenOf(table.id, "partition")).toEqual(db.catalog().childrenOf(table.id, "partition"))
        expect(back.counters).toEqual(db.catalog().counters)
        expect(back.findObject("HR", "T")).toEqual(db.catalog().findObject("HR", "T"))
        expect(back.findAccount("APP")).toEqual(db.catalog().findAccount("APP"))
      }),
      { numRuns: 20 }
    )
  })
})

describe("names", () => {
  const resolve = (user: string, name: string, schema: string | null = null): string => {
    const written = { schema, name, offset: null }
    try {
      return resolveName(db.catalog(), authorityOf(db.catalog(), user), written, user).entry.name
    } catch (error) {
      return String((error as { code: number }).code)
    }
  }

  it("lead through private and public synonyms to what the user may see", async () => {
    await db.run("SYSTEM", "CREATE PUBLIC SYNONYM pub FOR hr.s")
    expect([resolve("HR", "S"), resolve("HR", "PUB"), resolve("APP", "PUB"), resolve("APP", "T", "HR")]).toEqual([
      "T",
      "T",
      "942",
      "942"
    ])
    await db.run("HR", "GRANT SELECT ON t TO app")
    expect([resolve("APP", "PUB"), resolve("APP", "S", "HR"), resolve("APP", "T")]).toEqual(["T", "T", "942"])
  })

  it("are ORA-00980 when a synonym leads nowhere and ORA-01775 when it leads back", async () => {
    await db.run("HR", "CREATE SYNONYM dangling FOR missing", "CREATE SYNONYM a FOR b", "CREATE SYNONYM b FOR a")
    expect([resolve("HR", "DANGLING"), resolve("HR", "A"), resolve("HR", "MISSING")]).toEqual(["980", "1775", "942"])
    expect(lookUpName(db.catalog(), { schema: null, name: "ALL_TABLES", offset: null }, "HR")).toEqual({
      kind: "unknown",
      owner: null,
      name: "ALL_TABLES",
      synonyms: []
    })
  })
})
