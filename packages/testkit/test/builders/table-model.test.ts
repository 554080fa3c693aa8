// A built table must look as Oracle would have left it, so that no test rests on a table that cannot exist.
import {
  check,
  childForeignKey,
  column,
  foreignKey,
  grant,
  index,
  lob,
  notNull,
  primaryKey,
  tableModel,
  trigger,
  unique,
  vpdPolicy
} from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"

const names = (parts: ReadonlyArray<{ readonly name: string }>) => parts.map(({ name }) => name)

describe("tableModel", () => {
  it("is HR.ORDERS with two columns, unanalyzed, when nothing is told", () => {
    const table = tableModel()
    expect([table.owner, table.name, names(table.columns)]).toEqual(["HR", "ORDERS", ["ORDER_ID", "ORDER_DATE"]])
    expect(table.statistics).toMatchObject({ rowCount: null, lastAnalyzed: null })
    expect(table.segments).toBeNull()
  })

  it("survives a round trip through JSON unchanged", () => {
    const table = tableModel({
      columns: ["ID NUMBER GENERATED ALWAYS AS IDENTITY", "DOC CLOB"],
      indexes: [index("I", "ID DESC")]
    })
    expect(JSON.parse(JSON.stringify(table))).toEqual(table)
  })

  it("gives every unnamed NOT NULL its own SYS_C constraint, the same in every run", () => {
    const first = tableModel().constraints
    expect(first.map(({ body }) => body)).toEqual([
      { type: "not-null", column: "ORDER_ID" },
      { type: "not-null", column: "ORDER_DATE" }
    ])
    expect(first.every(({ name, isGeneratedName }) => isGeneratedName && /^SYS_C\d{7}$/.test(name))).toBe(true)
    expect(new Set(names(first)).size).toBe(2)
    expect(tableModel().constraints).toEqual(first)
    expect(names(tableModel({ name: "OTHER" }).constraints)).not.toEqual(names(first))
  })

  it("adds no second NOT NULL beside a named one", () => {
    const table = tableModel({ columns: ["A DATE NOT NULL"], constraints: [notNull("A_NN", "A")] })
    expect(names(table.constraints)).toEqual(["A_NN"])
  })

  it("calls a column nullable while its NOT NULL is disabled or not validated", () => {
    const withState = (state: object) =>
      tableModel({ columns: ["A DATE"], constraints: [notNull("A_NN", "A", state)] }).columns[0]?.nullable
    expect(withState({})).toBe(false)
    expect(withState({ isEnabled: false })).toBe(true)
    expect(withState({ isValidated: false })).toBe(true)
  })

  it("makes primary key columns mandatory and adds the key's unique index", () => {
    const table = tableModel({ columns: ["A NUMBER", "B NUMBER"], constraints: [primaryKey("T_PK", ["A", "B"])] })
    expect(table.columns.map(({ nullable }) => nullable)).toEqual([false, false])
    expect(table.indexes).toMatchObject([
      { name: "T_PK", isUnique: true, owner: "HR", keys: [{ column: "A" }, { column: "B" }] }
    ])
    expect(names(table.constraints)).toEqual(["T_PK"])
  })

  it("uses the index that a key names instead of adding one", () => {
    const table = tableModel({
      constraints: [unique("O_UK", "ORDER_ID", { indexName: "O_IX" })],
      indexes: [index("O_IX", "ORDER_ID")]
    })
    expect(names(table.indexes)).toEqual(["O_IX"])
  })

  it("gives a disabled key no index and a deferrable one a non-unique index", () => {
    expect(
      tableModel({ constraints: [primaryKey("P", "ORDER_ID", { isEnabled: false, isValidated: false })] }).indexes
    ).toEqual([])
    const deferrable = tableModel({ constraints: [unique("U", "ORDER_ID", { isDeferrable: true })] })
    expect(deferrable.indexes).toMatchObject([{ name: "U", isUnique: false }])
  })

  it("hides one virtual column per expression or descending key part", () => {
    const table = tableModel({
      columns: ["NAME VARCHAR2(30)", "AT DATE"],
      indexes: [
        index("U_IX", 'UPPER("NAME")'),
        index("D_IX", ["NAME", "AT DESC"]),
        index("U2_IX", ['UPPER("NAME")', "AT"])
      ]
    })
    expect(table.columns.slice(2)).toMatchObject([
      {
        name: "SYS_NC00003$",
        dataDefault: 'UPPER("NAME")',
        dataType: "VARCHAR2",
        lengthBytes: 30,
        isHidden: true,
        isUserGenerated: false
      },
      { name: "SYS_NC00004$", dataDefault: '"AT"', dataType: "RAW", lengthBytes: 12, isVirtual: true, position: null }
    ])
  })

  it("numbers visible columns for COLUMN_ID and all for INTERNAL_COLUMN_ID", () => {
    const { columns } = tableModel({ columns: ["A DATE", "B DATE INVISIBLE", "C DATE"] })
    expect(columns.map(({ position, internalPosition }) => [position, internalPosition])).toEqual([
      [1, 1],
      [null, 2],
      [2, 3]
    ])
  })

  it("adds SecureFile storage in the table's tablespace for LOB columns that are not described", () => {
    const table = tableModel({
      columns: ["A CLOB", "B BLOB"],
      lobs: [lob("B", { isInRow: false })],
      storage: { tablespace: "DATA" }
    })
    expect(table.lobs).toMatchObject([
      { column: "A", tablespace: "DATA", isInRow: true },
      { column: "B", tablespace: "USERS", isInRow: false }
    ])
  })

  it("describes the identity sequence and the default that calls it", () => {
    const table = tableModel({
      columns: [column("ID NUMBER GENERATED BY DEFAULT AS IDENTITY")],
      identity: { lastNumber: "50021" }
    })
    expect(table.identity).toMatchObject({
      column: "ID",
      generation: "BY DEFAULT",
      isOnNull: false,
      lastNumber: "50021",
      cacheSize: 20
    })
    expect(table.columns[0]?.dataDefault).toBe(`"HR"."${table.identity?.sequenceName ?? ""}".nextval`)
    expect(tableModel().identity).toBeNull()
  })

  it("gives parts without an owner the table's and leaves told owners alone", () => {
    const table = tableModel({
      owner: "SALES",
      indexes: [index("A", "ORDER_ID"), index("B", "ORDER_DATE", { owner: "HR" })],
      triggers: [trigger("T")],
      grants: [grant("APP", "SELECT"), grant("APP", "UPDATE", { grantor: "HR" })],
      constraints: [
        primaryKey("O_PK", "ORDER_ID"),
        foreignKey("F", "ORDER_ID", { table: "X" }),
        foreignKey("G", "ORDER_ID", { owner: "HR", table: "X" })
      ],
      childForeignKeys: [
        childForeignKey({ table: "L", name: "L_FK", columns: ["ORDER_ID"], referencedConstraint: "O_PK" }),
        childForeignKey({ owner: "HR", table: "L", name: "L_FK", columns: ["ORDER_ID"], referencedConstraint: "O_PK" })
      ],
      policies: [vpdPolicy("P", { function: "F" })]
    })
    expect(table.indexes.map(({ owner }) => owner)).toEqual(["SALES", "SALES", "HR"])
    expect(table.triggers[0]?.owner).toBe("SALES")
    expect(table.grants.map(({ grantor }) => grantor)).toEqual(["SALES", "HR"])
    expect(table.childForeignKeys.map(({ owner }) => owner)).toEqual(["SALES", "HR"])
    expect(table.policies[0]?.vpd?.functionOwner).toBe("SALES")
    const referenced = table.constraints.flatMap(({ body }) =>
      body.type === "foreign-key" ? [body.referencedOwner] : []
    )
    expect(referenced).toEqual(["SALES", "HR"])
  })

  it("names every column that a part asks for and the table lacks", () => {
    const build = () =>
      tableModel({ indexes: [index("I", ["ORDER_NO", "ORDER_ID"])], constraints: [check("C", '"STATUS" IN (1,2)')] })
    expect(build).toThrow(
      "tableModel HR.ORDERS names columns it does not have: STATUS, ORDER_NO. It has ORDER_ID, ORDER_DATE."
    )
  })

  it("dates statistics as soon as a row count is told", () => {
    expect(tableModel({ statistics: { rowCount: 5 } }).statistics.lastAnalyzed).toBe("2026-01-31 22:00:05")
  })
})

describe("index", () => {
  it("reads columns, quoted names, directions and expressions", () => {
    expect(index("I", ["order_date DESC", '"Mixed Name"', 'TRUNC("AT")', "A ASC"]).keys).toEqual([
      { column: "ORDER_DATE", expression: null, isDescending: true },
      { column: "Mixed Name", expression: null, isDescending: false },
      { column: null, expression: 'TRUNC("AT")', isDescending: false },
      { column: "A", expression: null, isDescending: false }
    ])
  })

  it("leaves the tablespace of a local index to the table's partitions", () => {
    expect(index("I", "A", { partitioning: "local" })).toMatchObject({
      partitioning: { type: "local" },
      tablespace: null
    })
    expect(index("I", "A").tablespace).toBe("USERS")
  })
})

describe("foreignKey", () => {
  it("references the primary key and the same columns of the other table unless told", () => {
    expect(foreignKey("F", "DEPT_ID", { table: "DEPARTMENTS" }).body).toMatchObject({
      referencedConstraint: "DEPARTMENTS_PK",
      referencedColumns: ["DEPT_ID"],
      deleteRule: "NO ACTION"
    })
  })
})
