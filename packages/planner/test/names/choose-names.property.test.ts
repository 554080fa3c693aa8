import type { TableModel } from "@orapart/contract"
import { nameBytes } from "@orapart/oracle-rules"
import { check, childForeignKey, index, primaryKey, tableModel, trigger } from "@orapart/testkit/builders"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { chooseNames, type ChosenNames } from "../../src/names/choose-names.ts"
import { indexUsedNames } from "../../src/names/used-names.ts"

// Short alphabets and long names on purpose: beginnings that are alike, and names that already end in our suffixes.
const name = fc
  .tuple(
    fc.string({ unit: fc.constantFrom("A", "B", "_", "Ä", "漢"), minLength: 1, maxLength: 28 }),
    fc.constantFrom("", "_INT", "_OLD", "_C1", "_INT2")
  )
  .map(([stem, ending]) => `T${stem}`.slice(0, 24) + ending)
  .filter((text) => nameBytes(text) <= 30)

const names = fc.uniqueArray(name, { maxLength: 6 })

const table = fc
  .record({
    table: name,
    indexes: names,
    checks: names,
    triggers: names,
    children: names,
    keyName: fc.constantFrom("SYS_C0001", "T_PK")
  })
  .map(({ checks, children, indexes, keyName, table: tableName, triggers }) => {
    const constraintNames = checks.filter((text) => text !== keyName)
    return tableModel({
      name: tableName,
      constraints: [
        primaryKey(keyName, "ORDER_ID"),
        ...constraintNames.map((text, n) => check(n % 2 === 0 ? text : `SYS_C10${n}`, `"ORDER_ID" > ${n}`))
      ],
      indexes: indexes.filter((text) => text !== keyName).map((text) => index(text, "ORDER_DATE")),
      triggers: triggers.map((text) => trigger(text)),
      childForeignKeys: children
        .filter((text) => !constraintNames.includes(text) && text !== keyName)
        .map((text) =>
          childForeignKey({ table: "CHILD", name: text, columns: ["ORDER_ID"], referencedConstraint: keyName })
        )
    })
  })

const used = fc.record({ objects: names, indexes: names, constraints: names, triggers: names })

const newNames = ({ names: chosen }: ChosenNames, source: TableModel) => ({
  objects: [chosen.interim, chosen.retained, chosen.ledger],
  indexes: chosen.indexes.flatMap((entry) => [entry.interim, entry.retained]),
  constraints: [...chosen.constraints, ...chosen.childForeignKeys].flatMap((entry) => [entry.interim, entry.retained]),
  triggers: chosen.triggers.flatMap((entry) => [entry.interim, entry.retained]),
  finals: [...chosen.constraints.map((entry) => entry.name), ...source.childForeignKeys.map((key) => key.name)]
})

const chooseFor = (
  source: TableModel,
  taken: { [kind in "objects" | "indexes" | "constraints" | "triggers"]: ReadonlyArray<string> },
  limitBytes: 30 | 128
) => chooseNames({ source, limitBytes, used: indexUsedNames({ tables: [source], usedNames: { HR: taken } }) })

describe("new names of any table", () => {
  it("never exceed the limit in bytes", () => {
    fc.assert(
      fc.property(table, used, (source, taken) => {
        const { finals, ...chosen } = newNames(chooseFor(source, taken, 30), source)
        for (const text of [...Object.values(chosen).flat(), ...finals])
          expect(nameBytes(text), text).toBeLessThanOrEqual(30)
      })
    )
  })

  it("never meet a name in use, nor each other, in their namespace", () => {
    fc.assert(
      fc.property(table, used, fc.constantFrom(30 as const, 128 as const), (source, taken, limitBytes) => {
        const chosen = newNames(chooseFor(source, taken, limitBytes), source)
        const existing = {
          objects: [...taken.objects, source.name],
          indexes: [...taken.indexes, ...source.indexes.map((one) => one.name)],
          constraints: [...taken.constraints, ...chosen.finals],
          triggers: [...taken.triggers, ...source.triggers.map((one) => one.name)]
        }
        for (const kind of ["objects", "indexes", "constraints", "triggers"] as const) {
          expect(new Set(chosen[kind]).size, kind).toBe(chosen[kind].length)
          expect(
            chosen[kind].filter((text) => existing[kind].includes(text)),
            kind
          ).toEqual([])
        }
      })
    )
  })

  it("are the same for the same input", () => {
    fc.assert(
      fc.property(table, used, (source, taken) => {
        const again = structuredClone(source)
        expect(chooseFor(again, taken, 30).names).toEqual(chooseFor(source, taken, 30).names)
      }),
      { numRuns: 30 }
    )
  })

  it("do not depend on the order of the names in use", () => {
    fc.assert(
      fc.property(table, used, (source, taken) => {
        const reversed = {
          objects: taken.objects.toReversed(),
          indexes: taken.indexes.toReversed(),
          constraints: taken.constraints.toReversed(),
          triggers: taken.triggers.toReversed()
        }
        expect(chooseFor(source, reversed, 30).names).toEqual(chooseFor(source, taken, 30).names)
      }),
      { numRuns: 30 }
    )
  })
})
