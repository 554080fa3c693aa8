import { foreignKey, index, primaryKey, trigger, unique, uniqueIndex } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { planCreateIndexes } from "../../src/steps/create-indexes.ts"
import { linesOf, rowsOf, undoOf, valueOf } from "../read-data.ts"
import { migrationOf } from "../strategy-input.ts"
import type { GivenPlan, TableInput } from "../strategy-input.ts"

const step = (table: TableInput = {}, given: GivenPlan = {}) => planCreateIndexes(migrationOf(table, given))
const constraintsOf = (table: TableInput, given: GivenPlan = {}) => rowsOf(step(table, given).apply.data, "constraints")
const keyLines = (table: TableInput) => linesOf(constraintsOf(table)[0], "lines").map((line) => line.trim())

describe("planCreateIndexes", () => {
  it("is step 30 of the load phase with an undo that loses only time", () => {
    const built = step()
    expect(built).toMatchObject({
      id: "create-indexes",
      number: 30,
      file: "30_create_indexes.sql",
      phase: "load",
      restart: "resume",
      master: 1,
      apply: { template: "core:30_create_indexes.sql" }
    })
    expect(undoOf(built)).toMatchObject({
      file: "30_undo_create_indexes.sql",
      script: { template: "core:rollback/30_undo_create_indexes.sql" },
      loses: "nothing but the time of the builds"
    })
  })

  it("makes keys before foreign keys: a foreign key of the table to itself needs its key", () => {
    const constraints = [
      foreignKey("SELF_FK", "ORDER_ID", { table: "ORDERS" }),
      unique("ORDERS_UK", "ORDER_DATE"),
      primaryKey("ORDERS_PK", "ORDER_ID")
    ]
    expect(constraintsOf({ constraints }).map((row) => row["name"])).toEqual([
      "ORDERS_PK_INT",
      "ORDERS_UK_INT",
      "SELF_FK_INT"
    ])
  })
})

describe("planCreateIndexes, indexes", () => {
  it("builds each under its interim name with the planner's choice and reason", () => {
    const indexes = [index("ORDERS_DATE_IX", "ORDER_DATE", { partitioning: "local", degree: "        4" })]
    expect(rowsOf(step({ indexes }).apply.data, "indexes")).toEqual([
      {
        owner: "HR",
        name: "ORDERS_DATE_IX_INT",
        finalName: "ORDERS_DATE_IX",
        choice: "LOCAL",
        reason: "reason of ORDERS_DATE_IX",
        lines: [
          "CREATE INDEX HR.ORDERS_DATE_IX_INT",
          "  ON HR.ORDERS_INT (ORDER_DATE)",
          "  LOCAL",
          "  PCTFREE 10",
          "  INITRANS 2",
          "  LOGGING"
        ],
        degree: "PARALLEL 4",
        isLocal: true,
        isLogging: true
      }
    ])
  })

  it("gives the index of a generated key the planned name", () => {
    const rows = rowsOf(step({ constraints: [primaryKey("SYS_C0077", "ORDER_ID")] }).apply.data, "indexes")
    expect(rows).toMatchObject([{ name: "ORDERS_C0077_INT", finalName: "ORDERS_C0077" }])
  })

  it("builds in parallel and without redo when the plan says so, and knows which indexes log afterwards", () => {
    const indexes = [index("A_IX", "ORDER_DATE"), index("B_IX", "ORDER_ID", { isLogging: false })]
    const data = step({ indexes }, { settings: { nologging: true, parallelDegree: 8 } }).apply.data
    const lines = linesOf(rowsOf(data, "indexes")[0], "lines")
    expect(lines).toContain("  NOLOGGING")
    expect(lines).toContain("  PARALLEL 8")
    expect(rowsOf(data, "indexes").map((row) => row["degree"])).toEqual(["NOPARALLEL", "NOPARALLEL"])
    expect(valueOf(data, "loggingIndexes")).toEqual(["A_IX_INT"])
  })
})

describe("planCreateIndexes, keys", () => {
  it("adds a key over its index, enabled and validated", () => {
    expect(constraintsOf({ constraints: [primaryKey("ORDERS_PK", "ORDER_ID")] })).toEqual([
      {
        name: "ORDERS_PK_INT",
        status: "ENABLED",
        lines: [
          "ALTER TABLE HR.ORDERS_INT ADD CONSTRAINT ORDERS_PK_INT",
          "  PRIMARY KEY (ORDER_ID)",
          "  USING INDEX HR.ORDERS_PK_INT",
          "  ENABLE VALIDATE"
        ]
      }
    ])
  })

  it("names the index that enforces it, also when it has another name and owner", () => {
    const indexes = [uniqueIndex("ORDERS_ID_IX", "ORDER_ID", { owner: "Ix" })]
    const constraints = [unique("ORDERS_UK", "ORDER_ID", { indexName: "ORDERS_ID_IX" })]
    expect(keyLines({ constraints, indexes })).toContain('USING INDEX "Ix".ORDERS_ID_IX_INT')
  })

  it("adds a disabled key without an index", () => {
    const constraints = [primaryKey("ORDERS_PK", "ORDER_ID", { isEnabled: false, isValidated: false })]
    expect(constraintsOf({ constraints })[0]?.["status"]).toBe("DISABLED")
    expect(keyLines({ constraints }).slice(1)).toEqual(["PRIMARY KEY (ORDER_ID)", "DISABLE NOVALIDATE"])
  })

  it("adds a disabled key without an index also where one serves its columns", () => {
    const state = { isEnabled: false, isValidated: false, indexName: "ID_IX" }
    const table = {
      constraints: [unique("ORDERS_UK", "ORDER_ID", state)],
      indexes: [uniqueIndex("ID_IX", "ORDER_ID")]
    }
    expect(keyLines(table).slice(1)).toEqual(["UNIQUE (ORDER_ID)", "DISABLE NOVALIDATE"])
  })

  it("puts DEFERRABLE and RELY in front of USING INDEX and NOVALIDATE behind it", () => {
    const state = { isDeferrable: true, isInitiallyDeferred: true, isRely: true, isValidated: false }
    const lines = keyLines({ constraints: [unique("ORDERS_UK", "ORDER_ID", state)] })
    expect(lines.slice(1)).toEqual([
      "UNIQUE (ORDER_ID) DEFERRABLE INITIALLY DEFERRED RELY",
      "USING INDEX HR.ORDERS_UK_INT",
      "ENABLE NOVALIDATE"
    ])
  })
})

describe("planCreateIndexes, foreign keys", () => {
  it("wait DISABLED NOVALIDATE, with their delete rule", () => {
    const constraints = [
      foreignKey("CUST_FK", "ORDER_ID", { owner: "CRM", table: "CUSTOMERS", columns: "ID" }, { deleteRule: "CASCADE" })
    ]
    expect(constraintsOf({ constraints })).toEqual([
      {
        name: "CUST_FK_INT",
        status: "DISABLED",
        lines: [
          "ALTER TABLE HR.ORDERS_INT ADD CONSTRAINT CUST_FK_INT",
          "  FOREIGN KEY (ORDER_ID) REFERENCES CRM.CUSTOMERS (ID) ON DELETE CASCADE",
          "  DISABLE NOVALIDATE"
        ]
      }
    ])
  })

  it("keep DEFERRABLE and RELY, which cannot be added later", () => {
    const state = { isDeferrable: true, isRely: true }
    const constraints = [foreignKey("CUST_FK", "ORDER_ID", { table: "CUSTOMERS" }, state)]
    expect(keyLines({ constraints }).at(-1)).toBe("DEFERRABLE RELY DISABLE NOVALIDATE")
  })

  it("of the table to itself point at the interim table", () => {
    const constraints = [foreignKey("PARENT_FK", "ORDER_ID", { table: "ORDERS" })]
    expect(keyLines({ constraints })[1]).toBe("FOREIGN KEY (ORDER_ID) REFERENCES HR.ORDERS_INT (ORDER_ID)")
  })

  it("to a table of the same name in another schema point there", () => {
    const constraints = [foreignKey("PARENT_FK", "ORDER_ID", { owner: "ARCHIVE", table: "ORDERS" })]
    expect(keyLines({ constraints })[1]).toBe("FOREIGN KEY (ORDER_ID) REFERENCES ARCHIVE.ORDERS (ORDER_ID)")
  })

  it("lock each parent once", () => {
    const constraints = [
      foreignKey("A_FK", "ORDER_ID", { owner: "CRM", table: "CUSTOMERS" }),
      foreignKey("B_FK", "ORDER_DATE", { owner: "CRM", table: "CUSTOMERS" })
    ]
    expect(step({ constraints }).locks.map(({ object, mode }) => `${object} ${mode}`)).toEqual([
      "HR.ORDERS_INT exclusive",
      "CRM.CUSTOMERS share"
    ])
  })
})

describe("planCreateIndexes, triggers", () => {
  it("wait DISABLED under interim names, without an order that would name interim triggers", () => {
    const triggers = [trigger("ORDERS_BI", { ordering: [{ type: "FOLLOWS", owner: "HR", name: "ORDERS_A" }] })]
    const lines = linesOf(rowsOf(step({ triggers }).apply.data, "triggers")[0], "lines")
    expect(lines[0]).toBe("CREATE OR REPLACE TRIGGER HR.ORDERS_BI_INT")
    expect(lines).toContain("  DISABLE")
    expect(lines.join("\n")).not.toContain("FOLLOWS")
  })
})
