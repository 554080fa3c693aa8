import {
  check,
  childForeignKey,
  column,
  dependent,
  foreignKey,
  grant,
  hashSubpartitioning,
  index,
  intervalPartitioning,
  intervalPartitions,
  partitioning,
  primaryKey,
  rangePartitions,
  schemaSnapshot,
  supplementalLog,
  synonym,
  tableModel,
  trigger,
  unique,
  vpdPolicy
} from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { readSnapshot } from "../src/read-snapshot.ts"

const rich = tableModel({
  columns: [
    "ORDER_ID NUMBER GENERATED ALWAYS AS IDENTITY",
    column("ORDER_DATE DATE NOT NULL", {
      statistics: { low: "2024-01-01 00:00:00", high: "2024-02-01 00:00:00", distinctCount: 31 }
    }),
    "DEPT_ID NUMBER",
    "DOC CLOB",
    "SECRET VARCHAR2(10) INVISIBLE",
    'TOTAL NUMBER GENERATED ALWAYS AS ("DEPT_ID" * 2) VIRTUAL'
  ],
  constraints: [
    primaryKey("PK", "ORDER_ID"),
    unique("UK", "DEPT_ID"),
    check("CK", '"DEPT_ID" > 0'),
    foreignKey("FK", "DEPT_ID", { table: "DEPTS" })
  ],
  childForeignKeys: [
    childForeignKey({ table: "LINES", name: "LINES_FK", columns: ["ORDER_ID"], referencedConstraint: "PK" })
  ],
  indexes: [
    index("IX", "ORDER_DATE DESC", { compression: { type: "prefix", length: 1 } }),
    index("LX", "ORDER_DATE", { partitioning: "local" })
  ],
  triggers: [trigger("TRG")],
  grants: [grant("APP", "SELECT")],
  synonyms: [synonym("ORDERS_SYN")],
  dependents: [dependent("V")],
  policies: [vpdPolicy("P", { function: "F" })],
  supplementalLogs: [supplementalLog()],
  partitioning: intervalPartitioning("ORDER_DATE", "DAY", "2024-01-01", {
    partitions: intervalPartitions("2024-01-01", "2024-01-04", "DAY"),
    subpartitioning: hashSubpartitioning("ORDER_ID", 4)
  }),
  segments: { tableBytes: 5 }
})
const ranged = tableModel({
  name: "RANGED",
  partitioning: partitioning("ORDER_DATE", { partitions: rangePartitions({ A: "2024-01-01", B: "MAXVALUE" }) })
})
const snapshot = schemaSnapshot({ tables: [rich, ranged] })

const read = (value: unknown) => readSnapshot(typeof value === "string" ? value : JSON.stringify(value), "s.json")

describe("readSnapshot", () => {
  it("reads back what was written, with every kind of attachment", () => {
    expect(read(snapshot)).toEqual({ snapshot, findings: [] })
  })

  it("lets keys of later additive versions through", () => {
    expect(read({ ...snapshot, notes: "x" }).snapshot).not.toBeNull()
  })

  it("refuses another format number as a whole", () => {
    const { findings, snapshot: none } = read({ ...snapshot, snapshotVersion: 2, tables: 7 })
    expect(none).toBeNull()
    expect(findings).toMatchObject([{ code: "OP112", path: "/snapshotVersion" }])
  })

  it("names table and place of a missing fact", () => {
    const { storage: _gone, ...broken } = ranged
    const { findings, snapshot: none } = read({ ...snapshot, tables: [rich, broken] })
    expect(none).toBeNull()
    expect(findings).toMatchObject([{ code: "OP105", subject: "HR.RANGED", path: "/tables/1" }])
  })

  it("asks of a bound what its kind needs", () => {
    const text = JSON.stringify(snapshot).replace('{"type":"maxvalue"}', '{"type":"number"}')
    expect(read(text).findings[0]?.what).toContain("has no key value")
    expect(read(text.replace('{"type":"number"}', '{"type":"forever"}')).findings[0]?.code).toBe("OP107")
  })

  it("tells the first places and counts the rest when everything is wrong", () => {
    const { findings } = read({ ...snapshot, tables: Array.from({ length: 50 }, () => ({})) })
    expect(findings).toHaveLength(21)
    expect(findings.at(-1)?.what).toMatch(/has \d+ more places/)
  })

  it("reports syntax and root like a config", () => {
    expect(read("").findings).toMatchObject([{ code: "OP101" }])
    expect(read("[]").findings).toMatchObject([{ code: "OP102" }])
    expect(read('{"snapshotVersion": 1,').findings).toMatchObject([{ code: "OP100" }])
  })
})
