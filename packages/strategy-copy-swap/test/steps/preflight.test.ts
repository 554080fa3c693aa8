import {
  check,
  childForeignKey,
  grant,
  index,
  intervalPartitioning,
  lob,
  notNull,
  partition,
  primaryKey,
  trigger,
  vpdPolicy
} from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { planPreflight } from "../../src/steps/preflight.ts"
import { objectOf, valueOf } from "../read-data.ts"
import { migrationOf, monthly } from "../strategy-input.ts"
import type { GivenPlan, TableInput } from "../strategy-input.ts"

const step = (table: TableInput = {}, given: GivenPlan = {}) => planPreflight(migrationOf(table, given))
const dataOf = (table: TableInput = {}, given: GivenPlan = {}) => step(table, given).apply.data
const namesOf = (table: TableInput, kind: string, given: GivenPlan = {}) =>
  valueOf(objectOf(dataOf(table, given), "newNames"), kind)

const sized = { segments: { tableBytes: 80_000_000 } } as const
const keyed: TableInput = { constraints: [primaryKey("ORDERS_PK", "ORDER_ID")] }
const child = (name: string, given: Partial<Parameters<typeof childForeignKey>[0]> = {}) =>
  childForeignKey({ table: "LINES", name, columns: ["ORDER_ID"], referencedConstraint: "ORDERS_PK", ...given })

describe("planPreflight", () => {
  it("is step 00, takes no locks and says why nothing takes it back", () => {
    expect(step()).toMatchObject({
      id: "preflight",
      number: 0,
      file: "00_preflight.sql",
      phase: "verify",
      restart: "run-again",
      master: 1,
      locks: [],
      apply: { template: "core:00_preflight.sql" },
      revert: { kind: "none", reason: "it only reads" }
    })
  })

  it("knows every fact whose drift would break the plan", () => {
    const data = dataOf({
      columns: ["ORDER_ID NUMBER(12)", "ORDER_DATE DATE NOT NULL", "NOTE VARCHAR2(9) INVISIBLE"],
      constraints: [primaryKey("ORDERS_PK", "ORDER_ID")],
      triggers: [trigger("ORDERS_BI")],
      childForeignKeys: [child("LINES_FK"), child("SELF_FK", { table: "ORDERS" })]
    })
    expect(valueOf(data, "columnNames")).toEqual(["ORDER_ID", "ORDER_DATE", "NOTE"])
    expect(valueOf(data, "columns")).toContainEqual({ name: "ORDER_DATE", dataType: "DATE", length: 7 })
    expect(valueOf(data, "indexNames")).toEqual(["ORDERS_PK"])
    expect(valueOf(data, "triggerNames")).toEqual(["ORDERS_BI"])
    expect(valueOf(data, "constraintNames")).toEqual(["ORDERS_PK"])
    // A foreign key of the table to itself is among its constraints, not among the children's.
    expect(valueOf(data, "childForeignKeys")).toEqual([{ owner: "HR", table: "LINES", name: "LINES_FK" }])
  })

  it("says whether every child foreign key could be seen", () => {
    expect(valueOf(dataOf(), "isForeignKeyCoverageFull")).toBe(true)
    const partly = { database: { coverage: { childForeignKeys: "all-partial" } } } as const
    expect(valueOf(dataOf({}, partly), "isForeignKeyCoverageFull")).toBe(false)
  })

  it("asks for policies, grants and logging where the plan has them", () => {
    expect(dataOf()).toMatchObject({ hasVpd: false, hasGrants: false, nologging: false })
    const full = dataOf(
      { policies: [vpdPolicy("P", { function: "F" })], grants: [grant("APP", "SELECT")] },
      { settings: { nologging: true } }
    )
    expect(full).toMatchObject({ hasVpd: true, hasGrants: true, nologging: true })
  })

  it.each([
    ["delta_sync is none", sized, {}, { isFrozen: true, isReadOnlyAnyway: false, loadSeconds: null }],
    [
      "the table is READ ONLY anyway",
      { ...sized, storage: { isReadOnly: true } },
      {},
      { isFrozen: true, isReadOnlyAnyway: true, loadSeconds: null }
    ],
    [
      "delta_sync is timestamp",
      sized,
      { settings: { deltaSync: "timestamp", validateData: false } },
      { isFrozen: false, isReadOnlyAnyway: false, loadSeconds: 2 }
    ]
  ] as const)("asks of undo only while rows may change during the load: %s", (_case, table, given, expected) => {
    expect(dataOf(table, given)).toMatchObject(expected)
  })
})

describe("planPreflight, privileges", () => {
  it("asks for triggers when the table has some or the reverse capture needs one", () => {
    expect(valueOf(dataOf(), "ownerPrivileges")).toEqual(["CREATE TABLE"])
    expect(valueOf(dataOf(), "otherPrivileges")).not.toContain("CREATE ANY TRIGGER")
    for (const table of [keyed, { triggers: [trigger("T")] }]) {
      expect(valueOf(dataOf(table), "ownerPrivileges")).toEqual(["CREATE TABLE", "CREATE TRIGGER"])
      expect(valueOf(dataOf(table), "otherPrivileges")).toContain("CREATE ANY TRIGGER")
    }
  })
})

describe("planPreflight, names that must be free", () => {
  it("are the interim and retained table, the ledger and the reverse capture", () => {
    expect(namesOf({}, "objects")).toEqual(["ORDERS_INT", "ORDERS_OLD", "ORAPART_ORDERS"])
    expect(namesOf(keyed, "objects")).toEqual(["ORDERS_INT", "ORDERS_OLD", "ORAPART_ORDERS", "ORAPART_ORDERS_LOG"])
    expect(namesOf(keyed, "triggers")).toEqual(["ORAPART_ORDERS_TRG"])
  })

  it("are interim and retained names, not the names that the objects have now", () => {
    const table = {
      constraints: [primaryKey("ORDERS_PK", "ORDER_ID")],
      indexes: [index("A_IX", "ORDER_DATE")],
      triggers: [trigger("T")]
    }
    expect(namesOf(table, "constraints")).toEqual(["ORDERS_PK_INT", "ORDERS_PK_OLD"])
    expect(namesOf(table, "indexes")).toEqual(["ORDERS_PK_INT", "ORDERS_PK_OLD", "A_IX_INT", "A_IX_OLD"])
    expect(namesOf(table, "triggers")).toEqual(["T_INT", "T_OLD", "ORAPART_ORDERS_TRG"])
  })

  it("are the final names too where Oracle made the old ones", () => {
    const generated = { constraints: [primaryKey("SYS_C0077", "ORDER_ID")] }
    expect(namesOf(generated, "constraints")).toContain("ORDERS_C0077")
    expect(namesOf(generated, "constraints")).not.toContain("SYS_C0077")
    expect(namesOf(generated, "indexes")).toContain("ORDERS_C0077")
  })

  it("are the names that late NOT NULLs without a name get", () => {
    const table = {
      columns: ["ORDER_ID NUMBER", "ORDER_DATE DATE"],
      constraints: [notNull("SYS_C0011", "ORDER_ID", { isValidated: false })]
    }
    expect(namesOf(table, "constraints")).toContain("ORDERS_ORDER_ID_NN")
  })

  it("are interim names of child foreign keys in the child's schema, and final ones of generated", () => {
    const interim = (name: string, owner: string, given = {}) =>
      namesOf({ childForeignKeys: [child(name, { owner, ...given })] }, "childConstraints") as ReadonlyArray<unknown>
    expect(interim("LINES_FK", "SALES")).toEqual([{ owner: "SALES", name: "LINES_FK_INT" }])
    expect(interim("SYS_C0022", "SALES")).toEqual([
      { owner: "SALES", name: "LINES_C0022_INT" },
      { owner: "SALES", name: "LINES_C0022" }
    ])
  })
})

describe("planPreflight, the key", () => {
  it("is bounded by the anchor and by the last partition that can exist", () => {
    const partitioning = intervalPartitioning("ORDER_DATE", "MINUTE", "2024-01-01", {
      subpartitioning: monthly().subpartitioning
    })
    const key = objectOf(dataOf({}, { target: { partitioning } }), "key")
    expect(key).toMatchObject({ column: "ORDER_DATE", isNullable: false })
    expect(key["anchor"]).toContain("2024-01-01")
    // 1,048,575 partitions in four subpartitions each: 262,143 minutes after the beginning of 2024 is half a year later.
    expect(key["last"]).toContain("2024-07-01")
  })

  it("has no last partition where the calendar ends first", () => {
    expect(objectOf(dataOf(), "key")).toMatchObject({ anchor: expect.stringContaining("2024-01-01"), last: null })
  })

  it("may be NULL in the source, which the preflight then counts", () => {
    expect(objectOf(dataOf({ columns: ["ORDER_ID NUMBER", "ORDER_DATE DATE"] }), "key")["isNullable"]).toBe(true)
  })

  it("is anchored at the highest explicit partition", () => {
    const partitions = [
      partition("P1", { bound: { type: "datetime", value: "2023-01-01 00:00:00" } }),
      partition("P2", { bound: { type: "datetime", value: "2025-07-01 00:00:00" } })
    ]
    expect(objectOf(dataOf({}, { target: { partitioning: monthly({ partitions }) } }), "key")["anchor"]).toContain(
      "2025-07-01"
    )
  })

  it("is not asked of a target without an interval", () => {
    expect(valueOf(dataOf({}, { target: { partitioning: null } }), "key")).toBeNull()
    expect(valueOf(dataOf({}, { target: { partitioning: monthly({ interval: null }) } }), "key")).toBeNull()
  })
})

describe("planPreflight, space", () => {
  it("asks for quota in every tablespace that the new table uses, once", () => {
    const table = {
      columns: ["ORDER_ID NUMBER", "ORDER_DATE DATE", "DOC CLOB"],
      lobs: [lob("DOC", { tablespace: "LOBS" })],
      indexes: [index("A_IX", "ORDER_ID", { tablespace: "IX" }), index("B_IX", "ORDER_DATE", { partitioning: "local" })]
    }
    const partitioning = monthly({
      storeIn: ["TS1", "TS2"],
      subpartitioning: { type: "hash", columns: ["ORDER_ID"], count: 4, storeIn: ["TS2", "TS3"] }
    })
    expect(valueOf(dataOf(table, { target: { partitioning } }), "tablespaces")).toEqual([
      "USERS",
      "TS1",
      "TS2",
      "TS3",
      "LOBS",
      "IX"
    ])
  })

  it("knows the largest index, which sorts in TEMP", () => {
    const indexes = [
      index("A_IX", "ORDER_ID", { bytes: 5 }),
      index("B_IX", "ORDER_DATE", { bytes: 9 }),
      index("C_IX", "ORDER_ID")
    ]
    expect(valueOf(dataOf({ indexes }), "largestIndexBytes")).toBe(9)
    expect(valueOf(dataOf(), "largestIndexBytes")).toBe(0)
  })
})

describe("planPreflight, objects in other schemas", () => {
  const table = {
    indexes: [index("A_IX", "ORDER_ID"), index("A_IX", "ORDER_DATE", { owner: "IX" })],
    triggers: [trigger("T", { owner: "AUDITOR" })]
  }

  it("are known with their schema, so that equal names are two objects", () => {
    expect(valueOf(dataOf(table), "indexNames")).toEqual(["A_IX", "IX.A_IX"])
    expect(valueOf(dataOf(table), "triggerNames")).toEqual(["AUDITOR.T"])
  })

  it("need free names there and not in the table's schema", () => {
    expect(namesOf(table, "indexes")).toEqual(["A_IX_INT", "A_IX_OLD"])
    expect(namesOf(table, "triggers")).toEqual([])
    expect(namesOf(table, "elsewhere")).toEqual([
      { owner: "IX", type: "INDEX", name: "A_IX_INT" },
      { owner: "IX", type: "INDEX", name: "A_IX_OLD" },
      { owner: "AUDITOR", type: "TRIGGER", name: "T_INT" },
      { owner: "AUDITOR", type: "TRIGGER", name: "T_OLD" }
    ])
  })

  it("need ANY privileges of the table's owner", () => {
    expect(valueOf(dataOf(table), "ownerPrivileges")).toEqual([
      "CREATE TABLE",
      "CREATE TRIGGER",
      "CREATE ANY INDEX",
      "ALTER ANY INDEX",
      "DROP ANY INDEX",
      "CREATE ANY TRIGGER",
      "ALTER ANY TRIGGER",
      "DROP ANY TRIGGER"
    ])
  })

  it("make the owner ask for ALTER on each child table of another schema, once", () => {
    const childForeignKeys = [
      child("OWN_FK"),
      child("A_FK", { owner: "SALES", table: "ITEMS" }),
      child("B_FK", { owner: "SALES", table: "ITEMS" })
    ]
    expect(valueOf(dataOf({ ...keyed, childForeignKeys }), "foreignChildTables")).toEqual([
      { owner: "SALES", table: "ITEMS" }
    ])
  })
})

describe("planPreflight, constraints with names made by Oracle", () => {
  const table: TableInput = {
    columns: ["ORDER_ID NUMBER", "ORDER_DATE DATE NOT NULL", "CODE VARCHAR2(9)"],
    constraints: [
      primaryKey("SYS_C0011", "ORDER_ID"),
      check("SYS_C0012", '"ORDER_ID" > 0'),
      check("SYS_C0013", '"ORDER_ID" < 9'),
      notNull("SYS_C0014", "CODE", { isEnabled: false, isValidated: false })
    ]
  }

  it("are counted by type, NOT NULLs aside", () => {
    expect(valueOf(dataOf(table), "generatedConstraints")).toEqual([
      { type: "P", count: 1 },
      { type: "C", count: 2 }
    ])
  })

  it("are known by column where they are NOT NULLs, whatever their state", () => {
    expect(valueOf(dataOf(table), "requiredColumns")).toEqual(["ORDER_ID", "ORDER_DATE", "CODE"])
  })
})
