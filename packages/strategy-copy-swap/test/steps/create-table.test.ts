import { check, column, lob, notNull, primaryKey, supplementalLog, vpdPolicy } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { planCreateTable } from "../../src/steps/create-table.ts"
import { objectOf, rowsOf, undoOf, valueOf } from "../read-data.ts"
import { migrationOf, monthly } from "../strategy-input.ts"
import type { GivenPlan, TableInput } from "../strategy-input.ts"

const step = (table: TableInput = {}, given: GivenPlan = {}) => planCreateTable(migrationOf(table, given))
const dataOf = (table: TableInput = {}, given: GivenPlan = {}) => step(table, given).apply.data
const columnOf = (table: TableInput, name: string, given: GivenPlan = {}) => {
  const found = rowsOf(dataOf(table, given), "columns").find((row) => objectOf(row, "column")["name"] === name)
  if (found === undefined) throw new Error(`step 10 does not write ${name}`)
  return found
}

const columns = ["ORDER_ID NUMBER(12)", "ORDER_DATE DATE NOT NULL", "STATUS VARCHAR2(9)"]

describe("planCreateTable", () => {
  it("is step 10 of the prepare phase and says what it makes", () => {
    expect(step()).toMatchObject({
      id: "create-table",
      number: 10,
      file: "10_create_table.sql",
      phase: "prepare",
      title: "Create the interim table HR.ORDERS_INT",
      restart: "revert-first",
      master: 1,
      apply: { template: "core:10_create_table.sql" }
    })
  })

  it("writes user columns in order, virtual and invisible ones too, and none that Oracle made", () => {
    const made = column("SYS_NC00009$ NUMBER", { isHidden: true, isUserGenerated: false })
    const table = {
      columns: [
        "ORDER_ID NUMBER INVISIBLE",
        "ORDER_DATE DATE NOT NULL",
        'TWICE NUMBER GENERATED ALWAYS AS ("ORDER_ID" * 2) VIRTUAL',
        made
      ]
    }
    const names = rowsOf(dataOf(table), "columns").map((row) => objectOf(row, "column")["name"])
    expect(names).toEqual(["ORDER_DATE", "TWICE", "ORDER_ID"])
  })

  it("has an undo that thaws and drops what it made and loses nothing", () => {
    const undo = undoOf(step())
    expect(undo.file).toBe("10_undo_create_table.sql")
    expect(undo.script.template).toBe("core:rollback/10_undo_create_table.sql")
    expect(undo.does).toContain("sets HR.ORDERS READ WRITE, drops HR.ORDERS_INT and the ledger")
    expect(undo.loses).toBe("nothing")
  })
})

describe("planCreateTable, the freeze", () => {
  it("sets the table READ ONLY when delta_sync is none, and locks it for an instant", () => {
    const frozen = step({}, { settings: { ddlLockTimeoutSeconds: 3 } })
    expect(frozen.apply.data["freeze"]).toBe(true)
    expect(frozen.does).toContain("sets HR.ORDERS READ ONLY")
    expect(frozen.locks.map(({ object, mode }) => `${object} ${mode}`)).toEqual([
      "HR.ORDERS_INT exclusive",
      "HR.ORDERS exclusive"
    ])
    expect(frozen.locks[1]?.duration).toContain("waits 3 s")
  })

  it.each([
    ["delta_sync is timestamp", {}, { settings: { deltaSync: "timestamp", deltaColumn: "ORDER_DATE" } }],
    ["the table is READ ONLY anyway", { storage: { isReadOnly: true } }, {}]
  ] as const)("leaves the table alone when %s", (_case, table, given) => {
    const open = step(table, given)
    expect(open.apply.data["freeze"]).toBe(false)
    expect(open.does).not.toContain("READ ONLY")
    expect(open.locks.map(({ object }) => object)).toEqual(["HR.ORDERS_INT"])
    expect(undoOf(open).does).not.toContain("READ WRITE")
  })
})

describe("planCreateTable, NOT NULL", () => {
  it("writes a validated one inline, under its interim name", () => {
    const table = { columns: [...columns, "CODE VARCHAR2(2)"], constraints: [notNull("CODE_NN", "CODE")] }
    expect(columnOf(table, "CODE")).toMatchObject({ isNotNull: true, notNullName: "CODE_NN_INT" })
  })

  it("writes a generated one without a name", () => {
    expect(columnOf({ columns: [...columns, "CODE VARCHAR2(2) NOT NULL"] }, "CODE")).toMatchObject({
      isNotNull: true,
      notNullName: null
    })
  })

  it.each([{ isValidated: false }, { isEnabled: false, isValidated: false }, { isRely: true }, { isDeferrable: true }])(
    "leaves one in state %o to the cutover",
    (state) => {
      const table = { columns: [...columns, "CODE VARCHAR2(2)"], constraints: [notNull("CODE_NN", "CODE", state)] }
      expect(columnOf(table, "CODE")).toMatchObject({ isNotNull: false, notNullName: null })
    }
  )

  it("writes it on the partition key, whatever its state", () => {
    const table = {
      columns: ["ORDER_ID NUMBER", "ORDER_DATE DATE"],
      constraints: [notNull("DATE_NN", "ORDER_DATE", { isValidated: false })]
    }
    expect(columnOf(table, "ORDER_DATE")).toMatchObject({ isNotNull: true })
  })

  it("leaves it to the primary key on the key's columns", () => {
    expect(columnOf({ columns, constraints: [primaryKey("PK", "ORDER_ID")] }, "ORDER_ID")).toMatchObject({
      isNotNull: false,
      notNullName: null
    })
  })

  it("writes a declared one on a column of the primary key too, because it is a constraint of its own", () => {
    const constraints = [primaryKey("PK", "ORDER_ID"), notNull("ID_NN", "ORDER_ID")]
    expect(columnOf({ columns, constraints }, "ORDER_ID")).toMatchObject({ isNotNull: true, notNullName: "ID_NN_INT" })
  })

  it("writes it where the dictionary says N and no constraint explains it", () => {
    const odd = column("CODE VARCHAR2(2)", { nullable: false })
    const target = { columns: [column("ORDER_ID NUMBER"), column("ORDER_DATE DATE"), odd], constraints: [] }
    expect(columnOf({}, "CODE", { target })).toMatchObject({ isNotNull: true, notNullName: null })
  })

  it("leaves it to DEFAULT ON NULL", () => {
    const odd = column("CODE VARCHAR2(2) DEFAULT ON NULL 'X'")
    const target = { columns: [column("ORDER_ID NUMBER"), column("ORDER_DATE DATE"), odd], constraints: [] }
    expect(columnOf({}, "CODE", { target })).toMatchObject({ isNotNull: false })
  })
})

describe("planCreateTable, the identity column", () => {
  const identity = { columns: ["ORDER_ID NUMBER GENERATED ALWAYS AS IDENTITY", "ORDER_DATE DATE NOT NULL"] }

  it("comes with its sequence's options and without a NOT NULL of its own", () => {
    expect(columnOf(identity, "ORDER_ID")).toMatchObject({
      identity: { column: "ORDER_ID", generation: "ALWAYS" },
      isNotNull: false,
      notNullName: null
    })
    expect(columnOf(identity, "ORDER_DATE")["identity"]).toBeNull()
  })

  it("keeps the name of a named NOT NULL", () => {
    const named = { ...identity, constraints: [notNull("ID_NN", "ORDER_ID")] }
    expect(columnOf(named, "ORDER_ID")).toMatchObject({ isNotNull: true, notNullName: "ID_NN_INT" })
  })
})

describe("planCreateTable, checks", () => {
  it("writes those in force inline with name, condition and state, and leaves the others to steps 30 and 50", () => {
    const constraints = [
      check("STATUS_CK", `"STATUS" IN ('NEW','OLD')`),
      check("RELY_CK", '"ORDER_ID" > 0', { isRely: true }),
      check("DEFERRABLE_CK", '"ORDER_ID" > 1', { isDeferrable: true }),
      check("LEGACY_CK", '"ORDER_ID" < 10', { isValidated: false }),
      check("OFF_CK", '"ORDER_ID" < 20', { isEnabled: false, isValidated: false })
    ]
    expect(valueOf(dataOf({ columns, constraints }), "checks")).toEqual([
      { name: "STATUS_CK_INT", condition: `"STATUS" IN ('NEW','OLD')`, state: "ENABLE VALIDATE" },
      { name: "RELY_CK_INT", condition: '"ORDER_ID" > 0', state: "RELY ENABLE VALIDATE" }
    ])
  })

  it("gives a check with a generated name the planned one", () => {
    const constraints = [check("SYS_C0099", '"ORDER_ID" > 0')]
    expect(valueOf(dataOf({ columns, constraints }), "checks")).toMatchObject([{ name: "ORDERS_C0099_INT" }])
  })
})

describe("planCreateTable, encrypted LOBs", () => {
  it("says encryption once: by the column's algorithm where it has one, else in the storage", () => {
    const encryption = { algorithm: "AES 256 bits key", salt: true, integrity: "SHA-1" }
    const lobs = valueOf(
      dataOf({
        columns: [...columns, column("A CLOB", { encryption }), "B CLOB"],
        lobs: [lob("A", { isEncrypted: true }), lob("B", { isEncrypted: true })]
      }),
      "lobs"
    )
    expect(lobs).toMatchObject([
      { column: "A", isEncrypted: false },
      { column: "B", isEncrypted: true }
    ])
  })
})

describe("planCreateTable, what belongs to the table", () => {
  it("writes physical attributes with logging of the load and first extents of the plan", () => {
    const physical = valueOf(dataOf({}, { settings: { nologging: true, initialExtentBytes: 65_536 } }), "physical")
    expect(physical).toContain("NOLOGGING")
    expect(physical).toContain("STORAGE (INITIAL 64K NEXT 1M)")
    expect(valueOf(dataOf(), "physical")).toContain("LOGGING")
  })

  it("writes the layout, the key's type and the tail of the target", () => {
    const data = dataOf({
      columns: ["ORDER_ID NUMBER", "ORDER_DATE TIMESTAMP(6) NOT NULL"],
      storage: { isRowMovementEnabled: true }
    })
    expect(valueOf(data, "partitioning")).toEqual(monthly())
    expect(valueOf(data, "keyType")).toBe("TIMESTAMP(6)")
    expect(valueOf(data, "tail")).toEqual(["ENABLE ROW MOVEMENT"])
    expect(valueOf(data, "ledgerTablespace")).toBe("USERS")
  })

  it("carries LOB storage", () => {
    const lobs = [lob("DOC", { tablespace: "LOBS", compression: "HIGH" })]
    expect(valueOf(dataOf({ columns: [...columns, "DOC CLOB"], lobs }), "lobs")).toEqual(lobs)
  })

  it("carries comments of the table and of its columns, those without none", () => {
    const commented = column("STATUS VARCHAR2(9)", { comment: "it's new" })
    const data = dataOf({ columns: ["ORDER_ID NUMBER", "ORDER_DATE DATE", commented], comment: "orders" })
    expect(valueOf(data, "tableComment")).toBe("orders")
    expect(valueOf(data, "columnComments")).toEqual([{ column: "STATUS", text: "it's new" }])
  })

  it("carries supplemental logging, statistics preferences and extensions", () => {
    const preferences = [{ name: "INCREMENTAL", value: "TRUE" }]
    const extensions = [{ name: "SYS_STU1", expression: '("ORDER_ID","STATUS")' }]
    const data = dataOf({
      columns,
      supplementalLogs: (["primary-key", "unique", "foreign-key", "all"] as const).map((kind) =>
        supplementalLog({ kind })
      ),
      statistics: { preferences, extensions }
    })
    expect(valueOf(data, "supplementalLogs")).toEqual(["PRIMARY KEY", "UNIQUE", "FOREIGN KEY", "ALL"])
    expect(valueOf(data, "preferences")).toEqual(preferences)
    expect(valueOf(data, "extensions")).toEqual(extensions)
    expect(valueOf(data, "hasAttachments")).toBe(true)
    expect(valueOf(dataOf(), "hasAttachments")).toBe(false)
  })

  it("writes a VPD policy with every argument of ADD_POLICY", () => {
    const policy = vpdPolicy("Tenant Rows", {
      function: "ONLY_OWN",
      functionOwner: "SEC",
      package: "TENANTS",
      statementTypes: ["SELECT", "UPDATE"],
      isUpdateCheck: true,
      policyType: "SHARED_STATIC",
      isLongPredicate: true,
      relevantColumns: ["STATUS", "Mixed Name"],
      isColumnMasking: true
    })
    const secured = step({ columns, policies: [{ ...policy, isEnabled: false }] })
    expect(valueOf(secured.apply.data, "policies")).toEqual([
      {
        name: '"Tenant Rows"',
        functionOwner: "SEC",
        function: "TENANTS.ONLY_OWN",
        statementTypes: "SELECT,UPDATE",
        updateCheck: "TRUE",
        enable: "FALSE",
        policyType: "DBMS_RLS.SHARED_STATIC",
        longPredicate: "TRUE",
        relevantColumns: 'STATUS,"Mixed Name"',
        relevantOption: "DBMS_RLS.ALL_ROWS"
      }
    ])
    expect(secured.needs).toContain("EXECUTE ON DBMS_RLS")
    expect(step().needs).not.toContain("DBMS_RLS")
  })

  it("leaves the rows hidden as a whole where the policy does not mask columns only", () => {
    const policies = [vpdPolicy("P", { function: "F", relevantColumns: ["STATUS"] })]
    expect(valueOf(dataOf({ policies }), "policies")).toMatchObject([
      { relevantColumns: "STATUS", relevantOption: null }
    ])
  })

  it("writes a plain VPD policy as DYNAMIC, enabled, for all columns", () => {
    const policies = [vpdPolicy("P", { function: "F" })]
    expect(valueOf(dataOf({ policies }), "policies")).toMatchObject([
      {
        function: "F",
        policyType: "DBMS_RLS.DYNAMIC",
        enable: "TRUE",
        updateCheck: "FALSE",
        longPredicate: "FALSE",
        relevantColumns: null,
        relevantOption: null
      }
    ])
  })
})
