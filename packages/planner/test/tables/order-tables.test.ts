import type { TableConfig, TableModel } from "@orapart/contract"
import { childForeignKey, foreignKey, primaryKey, tableConfig, tableModel } from "@orapart/testkit/builders"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compareTables, orderTables, tableKey } from "../../src/tables/order-tables.ts"

type Priority = "HIGH" | "MEDIUM" | "LOW"

const config = (table_name: string, priority?: Priority, owner = "HR"): TableConfig =>
  tableConfig({ owner, table_name, migration_settings: priority === undefined ? {} : { priority } })

/** A table whose foreign keys point at the tables named. */
const model = (name: string, ...parents: ReadonlyArray<string>): TableModel =>
  tableModel({
    name,
    columns: ["ID NUMBER NOT NULL"],
    constraints: parents.map((parent) => foreignKey(`${name}_${parent}_FK`, "ID", { table: parent }))
  })

const order = (tables: ReadonlyArray<TableConfig>, models: ReadonlyArray<TableModel> = []) => {
  const { cycles, tables: ordered } = orderTables(tables, (owner, name) =>
    models.find((one) => one.owner === owner && one.name === name)
  )
  return { cycles, names: ordered.map((table) => table.table_name) }
}

describe("orderTables", () => {
  it("puts HIGH before MEDIUM before LOW, MEDIUM being the default", () => {
    expect(order([config("A", "LOW"), config("B"), config("C", "HIGH"), config("D", "MEDIUM")]).names).toEqual([
      "C",
      "B",
      "D",
      "A"
    ])
  })

  it("sorts the same priority by owner and name", () => {
    expect(order([config("B"), config("A", undefined, "SALES"), config("A")]).names).toEqual(["A", "B", "A"])
  })

  it("puts a referenced table before those that reference it, whatever the priorities say", () => {
    const models = [model("ORDERS", "CUSTOMERS"), model("CUSTOMERS", "REGIONS"), model("REGIONS")]
    const tables = [config("ORDERS", "HIGH"), config("CUSTOMERS", "MEDIUM"), config("REGIONS", "LOW")]
    expect(order(tables, models)).toEqual({ cycles: [], names: ["REGIONS", "CUSTOMERS", "ORDERS"] })
  })

  it("learns of a foreign key from the referenced table alone", () => {
    const parent = tableModel({
      name: "Z_PARENT",
      constraints: [primaryKey("Z_PK", "ORDER_ID")],
      childForeignKeys: [
        childForeignKey({ table: "A_CHILD", name: "FK", columns: ["ORDER_ID"], referencedConstraint: "Z_PK" })
      ]
    })
    expect(order([config("A_CHILD"), config("Z_PARENT")], [parent]).names).toEqual(["Z_PARENT", "A_CHILD"])
  })

  it("ignores references to tables outside the list and of a table to itself", () => {
    expect(order([config("A"), config("B")], [model("A", "A", "ELSEWHERE"), model("B")])).toEqual({
      cycles: [],
      names: ["A", "B"]
    })
  })

  it("keeps a circle together, ordered by priority and name, after what it references and before what references it", () => {
    const models = [model("A", "B"), model("B", "C", "BASE"), model("C", "A"), model("BASE"), model("LEAF", "C")]
    const tables = [config("LEAF", "HIGH"), config("A"), config("B"), config("C", "HIGH"), config("BASE", "LOW")]
    expect(order(tables, models)).toEqual({
      cycles: [["HR.C", "HR.A", "HR.B"]],
      names: ["BASE", "C", "A", "B", "LEAF"]
    })
  })

  it("keeps a table that stands twice twice", () => {
    expect(order([config("A"), config("A")]).names).toEqual(["A", "A"])
  })

  it("orders a chain of 5,000 tables without running out of stack", () => {
    const names = Array.from({ length: 5000 }, (_, n) => `T${String(n).padStart(4, "0")}`)
    const models = new Map(names.map((name, n) => [name, model(name, ...(n === 4999 ? [] : [names[n + 1] ?? ""]))]))
    const { tables } = orderTables(
      names.map((name) => config(name)),
      (_, name) => models.get(name)
    )
    expect(tables[0]?.table_name).toBe("T4999")
    expect(tables.at(-1)?.table_name).toBe("T0000")
  })
})

describe("any graph of foreign keys", () => {
  const letters = ["A", "B", "C", "D", "E", "F", "G"] as const
  const graph = fc.record({
    edges: fc.array(fc.tuple(fc.constantFrom(...letters), fc.constantFrom(...letters)), { maxLength: 14 }),
    priorities: fc.array(fc.constantFrom<Priority>("HIGH", "MEDIUM", "LOW"), { minLength: 7, maxLength: 7 })
  })
  const build = ({
    edges,
    priorities
  }: {
    edges: ReadonlyArray<readonly [string, string]>
    priorities: ReadonlyArray<Priority>
  }) => ({
    models: letters.map((name) => model(name, ...new Set(edges.filter(([from]) => from === name).map(([, to]) => to)))),
    tables: letters.map((name, n) => config(name, priorities[n]))
  })
  const reaches = (
    edges: ReadonlyArray<readonly [string, string]>,
    from: string,
    to: string,
    seen = new Set<string>()
  ): boolean =>
    edges.some(
      ([start, end]) => start === from && !seen.has(end) && (end === to || reaches(edges, end, to, seen.add(end)))
    )

  it("gives every table once, and every reference outside a circle points backwards", () => {
    fc.assert(
      fc.property(graph, (drawn) => {
        const { models, tables } = build(drawn)
        const { names } = order(tables, models)
        expect(names.toSorted()).toEqual([...letters])
        for (const [child, parent] of drawn.edges) {
          if (child === parent || reaches(drawn.edges, parent, child)) continue
          expect(names.indexOf(parent), `${parent} before ${child}`).toBeLessThan(names.indexOf(child))
        }
      })
    )
  })

  it("reports exactly the tables that reach each other as circles", () => {
    fc.assert(
      fc.property(graph, (drawn) => {
        const { models, tables } = build(drawn)
        const inCycles = order(tables, models).cycles.flat().toSorted()
        const expected = letters.filter((one) =>
          letters.some((other) => one !== other && reaches(drawn.edges, one, other) && reaches(drawn.edges, other, one))
        )
        expect(inCycles).toEqual(expected.map((name) => `HR.${name}`))
      })
    )
  })

  it("does not depend on the order of the config", () => {
    fc.assert(
      fc.property(graph, fc.shuffledSubarray([...letters], { minLength: 7 }), (drawn, shuffled) => {
        const { models, tables } = build(drawn)
        const moved = shuffled.flatMap((name) => tables.filter((table) => table.table_name === name))
        expect(order(moved, models)).toEqual(order(tables, models))
      })
    )
  })

  it("without references is the order by priority and name", () => {
    fc.assert(
      fc.property(graph, ({ priorities }) => {
        const { tables } = build({ edges: [], priorities })
        const expected = [...tables].sort(compareTables).map(tableKey)
        expect(order(tables).names.map((name) => `HR.${name}`)).toEqual(expected)
      })
    )
  })
})
