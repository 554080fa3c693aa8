import { nameBytes } from "@orapart/oracle-rules"
import {
  check,
  childForeignKey,
  foreignKey,
  index,
  notNull,
  primaryKey,
  schemaSnapshot,
  tableModel,
  trigger,
  unique,
  uniqueIndex
} from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { chooseNames, type NamesInput } from "../../src/names/choose-names.ts"
import { indexUsedNames } from "../../src/names/used-names.ts"

const choose = (
  source: NamesInput["source"],
  given: Omit<Partial<NamesInput>, "source"> & { readonly extra?: Parameters<typeof schemaSnapshot>[0] } = {}
) => {
  const { extra, ...rest } = given
  const snapshot = schemaSnapshot({ tables: [source], ...extra })
  return chooseNames({ source, limitBytes: 128, used: indexUsedNames(snapshot), ...rest })
}

const orders = tableModel({
  constraints: [primaryKey("ORDERS_PK", "ORDER_ID"), notNull("ORDERS_DATE_NN", "ORDER_DATE")],
  indexes: [index("ORDERS_DATE_IX", "ORDER_DATE")],
  triggers: [trigger("ORDERS_BI")],
  childForeignKeys: [
    childForeignKey({
      owner: "SALES",
      table: "ITEMS",
      name: "ITEMS_FK",
      columns: ["ORDER_ID"],
      referencedConstraint: "ORDERS_PK"
    })
  ]
})

describe("chooseNames", () => {
  it("names the interim table, the retained table and the ledger after the table", () => {
    const { findings, names } = choose(orders)
    expect(names).toMatchObject({ interim: "ORDERS_INT", retained: "ORDERS_OLD", ledger: "ORAPART_ORDERS" })
    expect(findings.filter((finding) => finding.severity === "error")).toEqual([])
  })

  it("gives every index, named constraint and trigger an interim and a retained name", () => {
    const { names } = choose(orders)
    expect(names.indexes).toEqual([
      { owner: "HR", name: "ORDERS_PK", interim: "ORDERS_PK_INT", retained: "ORDERS_PK_OLD" },
      { owner: "HR", name: "ORDERS_DATE_IX", interim: "ORDERS_DATE_IX_INT", retained: "ORDERS_DATE_IX_OLD" }
    ])
    expect(names.constraints.map((entry) => entry.name)).toEqual(["ORDERS_PK", "ORDERS_DATE_NN"])
    expect(names.triggers).toEqual([
      { owner: "HR", name: "ORDERS_BI", interim: "ORDERS_BI_INT", retained: "ORDERS_BI_OLD" }
    ])
  })

  it("gives a child's foreign key names that its own migration would not give", () => {
    const child = tableModel({
      owner: "SALES",
      name: "ITEMS",
      constraints: [foreignKey("ITEMS_FK", "ORDER_ID", { owner: "HR", table: "ORDERS" })]
    })
    const asChild = choose(orders).names.childForeignKeys[0]
    const asOwn = choose(child).names.constraints.find((entry) => entry.name === "ITEMS_FK")
    expect(asChild).toEqual({
      owner: "SALES",
      table: "ITEMS",
      name: "ITEMS_FK",
      interim: "ITEMS_FK_CHILD_INT",
      retained: "ITEMS_FK_CHILD_OLD"
    })
    expect([asOwn?.interim, asOwn?.retained]).toEqual(["ITEMS_FK_INT", "ITEMS_FK_OLD"])
  })

  it("does not give a child's foreign key the interim name of an own constraint", () => {
    const source = tableModel({
      constraints: [primaryKey("ORDERS_PK", "ORDER_ID"), check("ITEMS_FK_CHILD", `"ORDER_ID" > 0`)],
      childForeignKeys: [
        childForeignKey({ table: "ITEMS", name: "ITEMS_FK", columns: ["ORDER_ID"], referencedConstraint: "ORDERS_PK" })
      ]
    })
    const { names } = choose(source)
    expect(names.constraints[1]?.interim).toBe("ITEMS_FK_CHILD_INT")
    expect(names.childForeignKeys[0]?.interim).toBe("ITEMS_FK_CHILD_INT2")
  })

  it("takes the next number when a name is taken by any kind of object in the schema", () => {
    const { names } = choose(orders, {
      extra: { usedNames: { HR: { objects: ["ORDERS_INT", "ORDERS_INT2", "ORDERS_OLD"] } } }
    })
    expect([names.interim, names.retained, names.ledger]).toEqual(["ORDERS_INT3", "ORDERS_OLD2", "ORAPART_ORDERS"])
  })

  it("keeps namespaces apart: an index may have the name of a table or of a constraint", () => {
    const extra = { usedNames: { HR: { objects: ["ORDERS_PK_INT"], indexes: ["ORDERS_INT"] } } }
    const { names } = choose(orders, { extra })
    expect(names.interim).toBe("ORDERS_INT")
    expect(names.indexes[0]?.interim).toBe("ORDERS_PK_INT")
    expect(names.constraints[0]?.interim).toBe("ORDERS_PK_INT")
  })

  it("looks for an index in the schema of the index, not of the table", () => {
    const source = tableModel({ indexes: [index("ORDERS_IX", "ORDER_DATE", { owner: "IX" })] })
    const { names } = choose(source, {
      extra: { usedNames: { IX: { indexes: ["ORDERS_IX_INT"] }, HR: { indexes: ["ORDERS_IX_OLD"] } } }
    })
    expect(names.indexes).toEqual([
      { owner: "IX", name: "ORDERS_IX", interim: "ORDERS_IX_INT2", retained: "ORDERS_IX_OLD" }
    ])
  })

  it("shortens the base and keeps the suffix at 30 bytes", () => {
    const { names } = choose(tableModel({ name: "CUSTOMER_ORDER_HISTORY_ARCHIVE" }), { limitBytes: 30 })
    expect(names.interim).toMatch(/^CUSTOMER_ORDER_HIST_[0-9A-F]{6}_INT$/)
    expect(names.retained).toMatch(/_OLD$/)
    expect(names.ledger).toMatch(/^ORAPART_CUSTOMER_ORDER__[0-9A-F]{6}$/)
  })

  it("counts bytes, not characters", () => {
    const { names } = choose(tableModel({ name: "KUNDENAUFTRÄGE_ÜBERSICHT_ÄÖÜ" }), { limitBytes: 30 })
    expect(nameBytes(names.interim)).toBeLessThanOrEqual(30)
    expect(names.interim).toMatch(/_INT$/)
  })
})

describe("chooseNames with names Oracle made", () => {
  const generated = tableModel({
    constraints: [
      check("SYS_C0099", `"ORDER_ID" > 0`),
      foreignKey("SYS_C0012", "ORDER_ID", { table: "BATCHES" }),
      primaryKey("SYS_C0077", "ORDER_ID"),
      unique("ORDERS_UK", "ORDER_DATE", { indexName: "SYS_C0055" })
    ],
    indexes: [uniqueIndex("SYS_C0055", "ORDER_DATE")]
  })

  it("numbers keys, checks and foreign keys by what they say, not by their SYS_C number", () => {
    const { finalNames } = choose(generated)
    expect(Object.fromEntries(finalNames.constraints)).toEqual({
      SYS_C0077: "ORDERS_C1",
      SYS_C0099: "ORDERS_C2",
      SYS_C0012: "ORDERS_C3"
    })
  })

  it("gives the same final names to the same table with other SYS_C numbers", () => {
    const elsewhere = tableModel({
      constraints: [
        primaryKey("SYS_C9001", "ORDER_ID"),
        check("SYS_C9000", `"ORDER_ID" > 0`),
        foreignKey("SYS_C9002", "ORDER_ID", { table: "BATCHES" })
      ]
    })
    const named = (source: NamesInput["source"]) =>
      choose(source)
        .names.constraints.map((entry) => entry.name)
        .filter((name) => name.startsWith("ORDERS_C"))
        .sort()
    expect(named(elsewhere)).toEqual(named(generated))
  })

  it("gives a key and its generated index one name, and free names beside it", () => {
    const { names } = choose(generated)
    const key = { name: "ORDERS_C1", interim: "ORDERS_C1_INT", retained: "ORDERS_C1_OLD" }
    expect(names.constraints).toContainEqual(key)
    expect(names.indexes).toContainEqual({ owner: generated.owner, ...key })
  })

  it("names the generated index of a named key after the key", () => {
    expect(choose(generated).finalNames.indexes.get("SYS_C0055")).toBe("ORDERS_UK")
  })

  it("gives a generated NOT NULL no name at all", () => {
    const { names } = choose(tableModel())
    expect(names.constraints).toEqual([])
  })

  it("tells which names are replaced in one note", () => {
    const notes = choose(generated).findings.filter((finding) => finding.code === "OP226")
    expect(notes).toHaveLength(1)
    expect(notes[0]?.what).toContain("SYS_C0077 -> ORDERS_C1")
    expect(notes[0]?.severity).toBe("info")
  })

  it("skips a number that is taken as constraint or, for a key, as index", () => {
    const extra = { usedNames: { HR: { constraints: ["ORDERS_C1"], indexes: ["ORDERS_C2"] } } }
    expect(choose(generated, { extra }).finalNames.constraints.get("SYS_C0077")).toBe("ORDERS_C3")
  })

  it("names a generated foreign key of a child after both tables", () => {
    const source = tableModel({
      constraints: [primaryKey("ORDERS_PK", "ORDER_ID")],
      childForeignKeys: [
        childForeignKey({ table: "ITEMS", name: "SYS_C0500", columns: ["ORDER_ID"], referencedConstraint: "ORDERS_PK" })
      ]
    })
    expect(choose(source).names.childForeignKeys).toEqual([
      {
        owner: "HR",
        table: "ITEMS",
        name: "ITEMS_ORDERS_F1",
        interim: "ITEMS_ORDERS_F1_CHILD_INT",
        retained: "ITEMS_ORDERS_F1_CHILD_OLD"
      }
    ])
  })

  it("treats a foreign key of the table on itself as its own constraint only", () => {
    const source = tableModel({
      constraints: [primaryKey("ORDERS_PK", "ORDER_ID"), foreignKey("ORDERS_SELF_FK", "ORDER_ID", { table: "ORDERS" })],
      childForeignKeys: [
        childForeignKey({
          table: "ORDERS",
          name: "ORDERS_SELF_FK",
          columns: ["ORDER_ID"],
          referencedConstraint: "ORDERS_PK"
        })
      ]
    })
    const { names } = choose(source)
    expect(names.childForeignKeys).toEqual([])
    expect(names.constraints.map((entry) => entry.name)).toEqual(["ORDERS_PK", "ORDERS_SELF_FK"])
  })
})

describe("names wished for in the config", () => {
  it("are used as they are", () => {
    const wishes = { interim: "ORDERS_NEU", retained: "Orders Alt", ledger: "MIG_LOG" }
    const { findings, names } = choose(orders, { wishes })
    expect(names).toMatchObject(wishes)
    expect(findings).toEqual([])
  })

  it("are refused when too long, impossible or taken, all at once", () => {
    const wishes = { interim: "X".repeat(31), retained: `A"B`, ledger: "ORDERS" }
    const errors = choose(orders, { wishes, limitBytes: 30 }).findings.filter((finding) => finding.severity === "error")
    expect(errors.map((finding) => finding.code)).toEqual(["OP224", "OP224", "OP224"])
    expect(errors.map((finding) => finding.what)).toEqual([
      expect.stringContaining("31 bytes"),
      expect.stringContaining("double quote"),
      expect.stringContaining("taken in that schema")
    ])
  })

  it("are refused when two of them are the same", () => {
    const { findings } = choose(orders, { wishes: { interim: "SAME", retained: "SAME" } })
    expect(findings.map((finding) => finding.evidence["role"])).toEqual(["retained"])
  })

  it("are not given away to another role", () => {
    const { names } = choose(orders, { wishes: { retained: "ORDERS_INT" } })
    expect(names.interim).toBe("ORDERS_INT2")
  })
})

describe("a snapshot without the names of a schema", () => {
  it("is said in a warning for each schema that gets new names", () => {
    const used = indexUsedNames({ tables: [orders] })
    const { findings } = chooseNames({ source: orders, limitBytes: 128, used })
    expect(findings.map((finding) => [finding.code, finding.severity, finding.subject])).toEqual([
      ["OP225", "warning", "HR"],
      ["OP225", "warning", "SALES"]
    ])
  })

  it("still keeps clear of the snapshot's other tables", () => {
    const used = indexUsedNames({ tables: [orders, tableModel({ name: "ORDERS_INT" })] })
    expect(chooseNames({ source: orders, limitBytes: 128, used }).names.interim).toBe("ORDERS_INT2")
  })
})
