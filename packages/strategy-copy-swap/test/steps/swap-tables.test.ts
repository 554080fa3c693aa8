import {
  check,
  childForeignKey,
  constraintState,
  foreignKey,
  index,
  notNull,
  primaryKey,
  trigger
} from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { planSwapTables } from "../../src/steps/swap-tables.ts"
import { linesOf, rowsOf, undoOf, valueOf } from "../read-data.ts"
import { migrationOf } from "../strategy-input.ts"
import type { GivenPlan, TableInput } from "../strategy-input.ts"

const step = (table: TableInput = {}, given: GivenPlan = {}) => planSwapTables(migrationOf(table, given))
const dataOf = (table: TableInput = {}, given: GivenPlan = {}) => step(table, given).apply.data
const undoDataOf = (table: TableInput = {}, given: GivenPlan = {}) => undoOf(step(table, given)).script.data

const keyed: TableInput = { constraints: [primaryKey("ORDERS_PK", "ORDER_ID")] }
const timestamp: GivenPlan = { settings: { deltaSync: "timestamp", deltaColumn: "ORDER_DATE" } }
const child = (name: string, given: Partial<Parameters<typeof childForeignKey>[0]> = {}) =>
  childForeignKey({ table: "LINES", name, columns: ["ORDER_ID"], referencedConstraint: "ORDERS_PK", ...given })

describe("planSwapTables", () => {
  it("is step 50 of the change window, taken back before it is run again", () => {
    expect(step()).toMatchObject({
      id: "swap-tables",
      number: 50,
      file: "50_swap_tables.sql",
      phase: "cutover",
      title: "Cutover: HR.ORDERS_INT becomes HR.ORDERS",
      restart: "revert-first",
      master: 2,
      apply: { template: "core:50_swap_tables.sql" }
    })
    expect(undoOf(step())).toMatchObject({
      file: "50_undo_swap_tables.sql",
      script: { template: "core:rollback/50_undo_swap_tables.sql" },
      until: "step 70"
    })
  })

  it("swaps the names without a schema in front of the new one", () => {
    expect(dataOf()).toMatchObject({
      renameAway: "ALTER TABLE HR.ORDERS RENAME TO ORDERS_OLD",
      renameIn: "ALTER TABLE HR.ORDERS_INT RENAME TO ORDERS",
      renameBack: "ALTER TABLE HR.ORDERS_OLD RENAME TO ORDERS"
    })
    expect(undoDataOf()).toMatchObject({
      renameOut: "ALTER TABLE HR.ORDERS RENAME TO ORDERS_INT",
      renameBack: "ALTER TABLE HR.ORDERS_OLD RENAME TO ORDERS"
    })
  })

  it("locks both tables and every child, each under its own schema", () => {
    const locks = step({
      childForeignKeys: [child("A_FK", { owner: "SALES" }), child("B_FK", { table: "Notes" })]
    }).locks
    expect(locks.map(({ object, mode }) => `${object} ${mode}`)).toEqual([
      "HR.ORDERS exclusive",
      "HR.ORDERS_INT exclusive",
      "SALES.LINES exclusive",
      'HR."Notes" exclusive'
    ])
    expect(step({}, { settings: { ddlLockTimeoutSeconds: 3 } }).locks[0]?.duration).toContain("waits 3 s")
  })
})

describe("planSwapTables, the freeze", () => {
  it.each([
    ["delta_sync none", {}, {}, { isFrozen: true, frozenByPlan: true, opens: true }, "opened"],
    ["delta_sync timestamp", keyed, timestamp, { isFrozen: false, frozenByPlan: false, opens: true }, "always"],
    [
      "READ ONLY anyway",
      { storage: { isReadOnly: true } },
      {},
      { isFrozen: true, frozenByPlan: false, opens: false },
      "never"
    ]
  ] as const)("of %s", (_case, table, given, expected, thaws) => {
    expect(dataOf(table, given)).toMatchObject(expected)
    expect(valueOf(undoDataOf(table, given), "thaws")).toBe(thaws)
  })

  it("runs the last delta inside it, with timestamp only", () => {
    expect(valueOf(dataOf(keyed, timestamp), "delta")).toMatchObject({ column: "ORDER_DATE" })
    expect(valueOf(dataOf(keyed), "delta")).toBeNull()
  })
})

describe("planSwapTables, the reverse capture", () => {
  it("carries rows back by their key, all stored columns and no virtual ones", () => {
    const table = {
      columns: [
        "ORDER_ID NUMBER",
        "ORDER_DATE DATE NOT NULL",
        "NOTE VARCHAR2(9) INVISIBLE",
        'TWICE NUMBER GENERATED ALWAYS AS ("ORDER_ID" * 2) VIRTUAL'
      ],
      constraints: [primaryKey("ORDERS_PK", ["ORDER_ID", "ORDER_DATE"])]
    }
    expect(valueOf(dataOf(table), "capture")).toMatchObject({
      log: "ORAPART_ORDERS_LOG",
      trigger: "ORAPART_ORDERS_TRG",
      columns: ["ORDER_ID", "ORDER_DATE"],
      tablespace: "USERS"
    })
    expect(valueOf(undoDataOf(table), "capture")).toMatchObject({
      deleteStatement:
        "DELETE FROM HR.ORDERS_OLD WHERE (ORDER_ID, ORDER_DATE) IN (SELECT ORDER_ID, ORDER_DATE FROM HR.ORAPART_ORDERS_LOG)",
      insertLines: [
        "INSERT INTO HR.ORDERS_OLD (",
        "  ORDER_ID,",
        "  ORDER_DATE,",
        "  NOTE",
        ")",
        "SELECT",
        "  t.ORDER_ID,",
        "  t.ORDER_DATE,",
        "  t.NOTE",
        "  FROM HR.ORDERS t",
        " WHERE (t.ORDER_ID, t.ORDER_DATE) IN (SELECT ORDER_ID, ORDER_DATE FROM HR.ORAPART_ORDERS_LOG)"
      ]
    })
    expect(undoOf(step(table)).loses).toBe(
      "nothing: rows written after the opening are carried back by their key and compared"
    )
  })

  it("does not exist without a key, and the undo says what that costs", () => {
    expect(valueOf(dataOf(), "capture")).toBeNull()
    expect(valueOf(undoDataOf(), "capture")).toBeNull()
    expect(undoOf(step()).loses).toContain("cannot be carried back")
  })

  it("does not exist on a table that is READ ONLY anyway: nobody writes", () => {
    expect(valueOf(dataOf({ ...keyed, storage: { isReadOnly: true } }), "capture")).toBeNull()
  })

  it("does not promise a comparison of columns that cannot be compared", () => {
    const table = { ...keyed, columns: ["ORDER_ID NUMBER", "ORDER_DATE DATE NOT NULL", "DOC JSON"] }
    expect(undoOf(step(table)).loses).not.toContain("compared")
  })
})

describe("planSwapTables, names", () => {
  const table: TableInput = {
    constraints: [primaryKey("ORDERS_PK", "ORDER_ID")],
    indexes: [index("Date Ix", "ORDER_DATE", { owner: "IX" })],
    triggers: [trigger("ORDERS_BI", { owner: "LOGS" })]
  }

  it("go aside before the new ones take their place", () => {
    expect(valueOf(dataOf(table), "renames")).toEqual([
      "ALTER INDEX HR.ORDERS_PK RENAME TO ORDERS_PK_OLD",
      'ALTER INDEX IX."Date Ix" RENAME TO "Date Ix_OLD"',
      "ALTER TABLE HR.ORDERS RENAME CONSTRAINT ORDERS_PK TO ORDERS_PK_OLD",
      "ALTER TRIGGER LOGS.ORDERS_BI RENAME TO ORDERS_BI_OLD",
      "ALTER INDEX HR.ORDERS_PK_INT RENAME TO ORDERS_PK",
      'ALTER INDEX IX."Date Ix_INT" RENAME TO "Date Ix"',
      "ALTER TABLE HR.ORDERS_INT RENAME CONSTRAINT ORDERS_PK_INT TO ORDERS_PK",
      "ALTER TRIGGER LOGS.ORDERS_BI_INT RENAME TO ORDERS_BI"
    ])
  })

  it("that Oracle made stay on the old table; the new one gets the planned ones", () => {
    const generated = { constraints: [primaryKey("SYS_C0077", "ORDER_ID")] }
    expect(valueOf(dataOf(generated), "renames")).toEqual([
      "ALTER INDEX HR.ORDERS_C0077_INT RENAME TO ORDERS_C0077",
      "ALTER TABLE HR.ORDERS_INT RENAME CONSTRAINT ORDERS_C0077_INT TO ORDERS_C0077"
    ])
    expect(rowsOf(undoDataOf(generated), "constraintNames")).toMatchObject([
      { name: "ORDERS_C0077", isRetainedRenamed: false }
    ])
    expect(rowsOf(undoDataOf(generated), "indexNames")).toMatchObject([
      { name: "ORDERS_C0077", isRetainedRenamed: false }
    ])
  })

  it("are known to the undo with all three of each object", () => {
    const undo = undoDataOf(table)
    expect(rowsOf(undo, "constraintNames")).toEqual([
      { name: "ORDERS_PK", interim: "ORDERS_PK_INT", retained: "ORDERS_PK_OLD", isRetainedRenamed: true }
    ])
    expect(rowsOf(undo, "indexNames")[1]).toEqual({
      owner: "IX",
      name: "Date Ix",
      interim: "Date Ix_INT",
      retained: "Date Ix_OLD",
      isRetainedRenamed: true
    })
    expect(rowsOf(undo, "triggerNames")).toEqual([
      { owner: "LOGS", name: "ORDERS_BI", interim: "ORDERS_BI_INT", retained: "ORDERS_BI_OLD", isEnabled: true }
    ])
  })

  it("of generated NOT NULLs are touched nowhere", () => {
    expect(valueOf(dataOf(), "renames")).toEqual([])
    expect(valueOf(undoDataOf(), "constraintNames")).toEqual([])
  })
})

describe("planSwapTables, foreign keys", () => {
  const customers = (name: string, state: Parameters<typeof foreignKey>[3] = {}) =>
    foreignKey(name, "ORDER_ID", { table: "CUSTOMERS" }, state)

  it("of the table are enabled on the new one and disabled on the old one, if they were enabled", () => {
    const data = dataOf({
      constraints: [customers("ON_FK"), customers("OFF_FK", { isEnabled: false, isValidated: false })]
    })
    expect(valueOf(data, "ownForeignKeys")).toEqual([{ name: "ON_FK", interim: "ON_FK_INT" }])
    expect(valueOf(data, "sourceForeignKeys")).toEqual(["ON_FK"])
  })

  it("with generated names have the old name on the old table and the planned one on the new", () => {
    const data = dataOf({ constraints: [customers("SYS_C0031")] })
    expect(valueOf(data, "ownForeignKeys")).toEqual([{ name: "ORDERS_C0031", interim: "ORDERS_C0031_INT" }])
    expect(valueOf(data, "sourceForeignKeys")).toEqual(["SYS_C0031"])
  })

  it("of other schemas move to the new table without a scan", () => {
    const rows = rowsOf(
      dataOf({ childForeignKeys: [child("LINES_FK", { owner: "SALES", deleteRule: "CASCADE" })] }),
      "childForeignKeys"
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      owner: "SALES",
      table: "LINES",
      name: "LINES_FK",
      current: "LINES_FK",
      clauseInterim: "FOREIGN KEY (ORDER_ID) REFERENCES HR.ORDERS_INT (ORDER_ID) ON DELETE CASCADE",
      clauseSource: "FOREIGN KEY (ORDER_ID) REFERENCES HR.ORDERS (ORDER_ID) ON DELETE CASCADE",
      stateNoValidate: "ENABLE NOVALIDATE",
      status: "ENABLED"
    })
    expect(rows[0]?.["interim"]).not.toBe("LINES_FK")
  })

  it("of children keep DISABLE, DEFERRABLE and RELY", () => {
    const state = constraintState({ isEnabled: false, isValidated: false, isDeferrable: true, isRely: true })
    expect(rowsOf(dataOf({ childForeignKeys: [child("LINES_FK", { state })] }), "childForeignKeys")).toMatchObject([
      { stateNoValidate: "DEFERRABLE RELY DISABLE NOVALIDATE", status: "DISABLED" }
    ])
  })

  it("of children with generated names know the name they have and the one they get", () => {
    expect(rowsOf(dataOf({ childForeignKeys: [child("SYS_C0022")] }), "childForeignKeys")).toMatchObject([
      { current: "SYS_C0022", name: "LINES_C0022" }
    ])
  })

  it("of the table to itself are its own, not a child's", () => {
    const data = dataOf({
      constraints: [primaryKey("ORDERS_PK", "ORDER_ID"), foreignKey("SELF_FK", "ORDER_ID", { table: "ORDERS" })],
      childForeignKeys: [child("SELF_FK", { table: "ORDERS" })]
    })
    expect(valueOf(data, "childForeignKeys")).toEqual([])
    expect(valueOf(data, "ownForeignKeys")).toEqual([{ name: "SELF_FK", interim: "SELF_FK_INT" }])
  })

  it("are validated by the undo as they were: own ones under their old names, children under the new", () => {
    const undo = undoDataOf({
      constraints: [
        customers("A_FK"),
        customers("B_FK", { isValidated: false }),
        customers("C_FK", { isEnabled: false })
      ],
      childForeignKeys: [
        child("LINES_FK", { owner: "SALES" }),
        child("NOTES_FK", { table: "NOTES", state: constraintState({ isValidated: false }) })
      ]
    })
    expect(valueOf(undo, "validations")).toEqual([
      { owner: "HR", name: "A_FK", statement: "ALTER TABLE HR.ORDERS MODIFY CONSTRAINT A_FK VALIDATE" },
      { owner: "SALES", name: "LINES_FK", statement: "ALTER TABLE SALES.LINES MODIFY CONSTRAINT LINES_FK VALIDATE" }
    ])
  })
})

describe("planSwapTables, triggers", () => {
  const triggers = [
    trigger("A_TRG"),
    trigger("B_TRG", { isEnabled: false, ordering: [{ type: "FOLLOWS", owner: "HR", name: "A_TRG" }] })
  ]

  it("are enabled on the new table and disabled on the old one, if they were enabled", () => {
    const data = dataOf({ triggers })
    expect(valueOf(data, "triggers")).toEqual([
      { owner: "HR", interim: "A_TRG_INT", isEnabled: true },
      { owner: "HR", interim: "B_TRG_INT", isEnabled: false }
    ])
    expect(valueOf(data, "enabledTriggers")).toEqual([{ owner: "HR", name: "A_TRG" }])
  })

  it("with an order are written again under their final names, on the table that is still the interim one", () => {
    const rows = rowsOf(dataOf({ triggers }), "orderedTriggers")
    expect(rows).toHaveLength(1)
    const lines = linesOf(rows[0], "lines")
    expect(lines[0]).toBe("CREATE OR REPLACE TRIGGER HR.B_TRG")
    expect(lines[1]).toContain("ON HR.ORDERS_INT")
    expect(lines).toContain("  FOLLOWS HR.A_TRG")
    expect(lines).toContain("  DISABLE")
  })
})

describe("planSwapTables, late constraints and identity", () => {
  it("adds late constraints inside the freeze; the undo knows their names", () => {
    const constraints = [
      check("LEGACY_CK", '"ORDER_ID" > 0', { isValidated: false }),
      notNull("SYS_C0011", "ORDER_ID", { isValidated: false })
    ]
    const table = { columns: ["ORDER_ID NUMBER", "ORDER_DATE DATE"], constraints }
    expect(rowsOf(dataOf(table), "lateConstraints").map((row) => row["name"])).toEqual([
      "LEGACY_CK_INT",
      "ORDERS_ORDER_ID_NN"
    ])
    expect(valueOf(undoDataOf(table), "lateConstraintNames")).toEqual(["LEGACY_CK_INT", "ORDERS_ORDER_ID_NN"])
  })

  it("moves the identity forward on the new table, and on the old one in the undo", () => {
    const table = { columns: ["ORDER_ID NUMBER GENERATED ALWAYS AS IDENTITY", "ORDER_DATE DATE NOT NULL"] }
    expect(valueOf(dataOf(table), "identity")).toMatchObject({
      alterHead: expect.stringContaining("ALTER TABLE HR.ORDERS_INT")
    })
    expect(valueOf(undoDataOf(table), "identity")).toMatchObject({
      pushForwardHead: expect.stringContaining("ALTER TABLE HR.ORDERS_OLD")
    })
    expect(valueOf(dataOf(), "identity")).toBeNull()
  })

  it("compares the new table with the retained one before the undo gives it back", () => {
    const lines = linesOf(undoDataOf(), "compareLines").join("\n")
    expect(lines).toMatch(/FROM HR\.ORDERS t\n/u)
    expect(lines).toContain("FROM HR.ORDERS_OLD t")
  })
})
