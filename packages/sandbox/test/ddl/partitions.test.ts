import { beforeEach, describe, expect, it } from "vitest"
import { addIntervalPartitions } from "../../src/partitions/add-interval-partitions.ts"
import { openDatabase } from "./database.ts"
import type { TestDatabase } from "./database.ts"

let db: TestDatabase
beforeEach(async () => {
  db = await openDatabase()
})

const monthly = `CREATE TABLE m (id NUMBER, d DATE) PARTITION BY RANGE (d) INTERVAL (NUMTOYMINTERVAL(1,'MONTH')) (PARTITION p0 VALUES LESS THAN (DATE '2026-01-01'))`

const insert = (table: string, ...keys: ReadonlyArray<string>): void => {
  const entry = db.catalog().findObject("HR", table)
  if (entry === null) throw new RangeError(table)
  db.change((change) =>
    addIntervalPartitions(
      change,
      entry.id,
      keys.map((key) => [key]),
      "2026-02-01 00:00:00"
    )
  )
}

const partitions = (table: string): ReadonlyArray<ReadonlyArray<string | null | undefined>> =>
  db
    .view("HR", "USER_TAB_PARTITIONS")
    .filter((row) => row["TABLE_NAME"] === table)
    .map((row) => [
      row["PARTITION_NAME"],
      row["HIGH_VALUE"]?.replace(/^TO_DATE\(' ([\d-]+) .*$/u, "$1"),
      row["INTERVAL"]
    ])

describe("PARTITION BY", () => {
  it.each([
    [14030, "CREATE TABLE t (a NUMBER) PARTITION BY HASH (b) PARTITIONS 2"],
    [14031, "CREATE TABLE t (a NUMBER, l LONG) PARTITION BY HASH (a) PARTITIONS 2"],
    [14135, "CREATE TABLE t (a CLOB) PARTITION BY HASH (a) PARTITIONS 2"],
    [
      3001,
      "CREATE TABLE t (a TIMESTAMP WITH TIME ZONE) PARTITION BY RANGE (a) INTERVAL (NUMTODSINTERVAL(1,'DAY')) (PARTITION p VALUES LESS THAN (TIMESTAMP '2026-01-01 00:00:00'))"
    ],
    [14751, "CREATE TABLE t (a VARCHAR2(5)) PARTITION BY RANGE (a) INTERVAL (1) (PARTITION p VALUES LESS THAN ('B'))"],
    [
      14752,
      "CREATE TABLE t (a NUMBER) PARTITION BY RANGE (a) INTERVAL (NUMTODSINTERVAL(1,'DAY')) (PARTITION p VALUES LESS THAN (1))"
    ],
    [
      14752,
      "CREATE TABLE t (a DATE) PARTITION BY RANGE (a) INTERVAL (1) (PARTITION p VALUES LESS THAN (DATE '2026-01-01'))"
    ],
    [14754, "CREATE TABLE t (a NUMBER) PARTITION BY RANGE (a) INTERVAL (0) (PARTITION p VALUES LESS THAN (1))"],
    [
      1760,
      "CREATE TABLE t (a DATE) PARTITION BY RANGE (a) INTERVAL (NUMTODSINTERVAL(1,'WEEK')) (PARTITION p VALUES LESS THAN (DATE '2026-01-01'))"
    ],
    [
      14767,
      "CREATE TABLE t (a DATE) PARTITION BY RANGE (a) INTERVAL (NUMTOYMINTERVAL(1,'MONTH')) (PARTITION p VALUES LESS THAN (DATE '2026-01-31'))"
    ],
    [14761, "CREATE TABLE t (a NUMBER) PARTITION BY RANGE (a) INTERVAL (1) (PARTITION p VALUES LESS THAN (MAXVALUE))"],
    [
      14750,
      "CREATE TABLE t (a NUMBER, b NUMBER) PARTITION BY RANGE (a, b) INTERVAL (1) (PARTITION p VALUES LESS THAN (1, 1))"
    ],
    [
      14037,
      "CREATE TABLE t (a NUMBER) PARTITION BY RANGE (a) (PARTITION p VALUES LESS THAN (2), PARTITION q VALUES LESS THAN (1))"
    ],
    [14036, "CREATE TABLE t (a NUMBER(2)) PARTITION BY RANGE (a) (PARTITION p VALUES LESS THAN (100))"],
    [14312, "CREATE TABLE t (a NUMBER) PARTITION BY LIST (a) (PARTITION p VALUES (1, 2), PARTITION q VALUES (2))"],
    [14318, "CREATE TABLE t (a NUMBER) PARTITION BY LIST (a) (PARTITION p VALUES (DEFAULT), PARTITION q VALUES (2))"],
    [
      14120,
      "CREATE TABLE t (a DATE) PARTITION BY RANGE (a) (PARTITION p VALUES LESS THAN (TO_DATE('26-01-01', 'YY-MM-DD')))"
    ],
    [14299, "CREATE TABLE t (a NUMBER) PARTITION BY HASH (a) PARTITIONS 1048576"],
    [14335, "CREATE TABLE t (a NUMBER) PARTITION BY HASH (a) PARTITIONS 125001"],
    [
      14159,
      "CREATE TABLE t (a NUMBER) PARTITION BY HASH (a) SUBPARTITION BY HASH (a) SUBPARTITION TEMPLATE (SUBPARTITION s, SUBPARTITION s) PARTITIONS 2"
    ]
  ])("fails with ORA-%i: %s", async (code, sql) => {
    const got = await db.fail("HR", sql)
    expect(code === 14299 ? [14299, 14335, 14152].includes(got) : got === code, String(got)).toBe(true)
  })

  it("names subpartitions of a template after the partition, and SYS_SUBPn for an interval table", async () => {
    const template = "SUBPARTITION BY HASH (b) SUBPARTITION TEMPLATE (SUBPARTITION x TABLESPACE ts1, SUBPARTITION y)"
    await db.run(
      "HR",
      `CREATE TABLE r (a NUMBER, b NUMBER) PARTITION BY RANGE (a) ${template} (PARTITION p VALUES LESS THAN (1))`
    )
    await db.run(
      "HR",
      `CREATE TABLE i (a NUMBER, b NUMBER) PARTITION BY RANGE (a) INTERVAL (1) ${template} (PARTITION p VALUES LESS THAN (1))`
    )
    const rows = db.view("HR", "USER_TAB_SUBPARTITIONS")
    expect(
      rows.filter((row) => row["TABLE_NAME"] === "R").map((row) => [row["SUBPARTITION_NAME"], row["TABLESPACE_NAME"]])
    ).toEqual([
      ["P_X", "TS1"],
      ["P_Y", "USERS"]
    ])
    expect(rows.filter((row) => row["TABLE_NAME"] === "I").map((row) => row["SUBPARTITION_NAME"])).toEqual([
      expect.stringMatching(/^SYS_SUBP\d+$/u),
      expect.stringMatching(/^SYS_SUBP\d+$/u)
    ])
    expect(db.view("HR", "USER_SUBPARTITION_TEMPLATES").map((row) => row["SUBPARTITION_NAME"])).toEqual([
      "X",
      "Y",
      "X",
      "Y"
    ])
  })
})

describe("interval partitions", () => {
  it("come where their bound belongs, with names in the order of their making", async () => {
    await db.run("HR", monthly)
    insert("M", "2026-04-15 10:00:00", "2026-02-01 00:00:00")
    insert("M", "2026-03-31 23:59:59")
    expect(partitions("M")).toEqual([
      ["P0", "2026-01-01", "NO"],
      ["SYS_P302", "2026-03-01", "YES"],
      ["SYS_P303", "2026-04-01", "YES"],
      ["SYS_P301", "2026-05-01", "YES"]
    ])
  })

  it("refuse ADD PARTITION and become range partitions with SET INTERVAL ()", async () => {
    await db.run("HR", monthly)
    insert("M", "2026-04-15 10:00:00")
    expect(await db.fail("HR", "ALTER TABLE m ADD PARTITION p VALUES LESS THAN (DATE '2027-01-01')")).toBe(14760)
    await db.run("HR", "ALTER TABLE m SET INTERVAL ()")
    expect(partitions("M").map(([, , interval]) => interval)).toEqual(["NO", "NO"])
    expect(await db.fail("HR", "ALTER TABLE m SET INTERVAL ()")).toBe(14757)
    expect(await db.fail("HR", "ALTER TABLE m ADD PARTITION p VALUES LESS THAN (DATE '2026-05-01')")).toBe(14074)
    await db.run(
      "HR",
      "ALTER TABLE m ADD PARTITION p VALUES LESS THAN (DATE '2026-05-17')",
      "ALTER TABLE m SET INTERVAL (NUMTODSINTERVAL(7,'DAY'))"
    )
    expect(db.view("HR", "USER_PART_TABLES")[0]?.["INTERVAL"]).toBe("NUMTODSINTERVAL(7,'DAY')")
  })

  it("let the last range partition go from 12.2 on, when an interval partition can follow it", async () => {
    await db.run("HR", monthly)
    expect(await db.fail("HR", "ALTER TABLE m DROP PARTITION p0")).toBe(14083)
    insert("M", "2026-04-15 10:00:00")
    db.settings.release = 12.1
    expect(await db.fail("HR", "ALTER TABLE m DROP PARTITION p0")).toBe(14758)
    db.settings.release = 19
    await db.run("HR", "ALTER TABLE m DROP PARTITION p0")
    expect(partitions("M")).toEqual([["SYS_P301", "2026-05-01", "NO"]])
  })

  it("fail with ORA-14759 where an interval cannot be set", async () => {
    await db.run("HR", "CREATE TABLE x (a NUMBER) PARTITION BY RANGE (a) (PARTITION p VALUES LESS THAN (MAXVALUE))")
    expect(await db.fail("HR", "ALTER TABLE x SET INTERVAL (1)")).toBe(14759)
    expect(await db.fail("HR", "ALTER TABLE x SET SUBPARTITION TEMPLATE 4")).toBe(14602)
  })
})

describe("partition maintenance", () => {
  beforeEach(async () => {
    await db.run("HR", monthly, "CREATE INDEX ix_local ON m (d) LOCAL", "CREATE INDEX ix_global ON m (id)")
    insert("M", "2026-04-15 10:00:00")
  })

  it("removes the rows of a partition and leaves global indexes unusable unless told otherwise", async () => {
    db.recorded.filled.add("M")
    await db.run("HR", "ALTER TABLE m TRUNCATE PARTITION sys_p301 UPDATE INDEXES")
    const status = (): unknown => db.view("HR", "USER_INDEXES").map((row) => [row["INDEX_NAME"], row["STATUS"]])
    expect(status()).toEqual([
      ["IX_LOCAL", "N/A"],
      ["IX_GLOBAL", "VALID"]
    ])
    await db.run("HR", "ALTER TABLE m DROP PARTITION FOR (DATE '2026-04-20')")
    expect(db.recorded.calls.filter((call) => call.startsWith("deleteRange"))).toEqual([
      "deleteRange M between",
      "deleteRange M between"
    ])
    expect(status()).toEqual([
      ["IX_LOCAL", "N/A"],
      ["IX_GLOBAL", "UNUSABLE"]
    ])
    await db.run("HR", "ALTER INDEX ix_global REBUILD")
    expect(status()).toEqual([
      ["IX_LOCAL", "N/A"],
      ["IX_GLOBAL", "VALID"]
    ])
  })

  it("renames a partition and leaves the names of local index partitions", async () => {
    await db.run("HR", "ALTER TABLE m RENAME PARTITION FOR (DATE '2026-04-20') TO p_2026_04")
    expect(partitions("M").map(([name]) => name)).toEqual(["P0", "P_2026_04"])
    expect(db.view("HR", "USER_IND_PARTITIONS").map((row) => row["PARTITION_NAME"])).toEqual(["P0", "SYS_P301"])
    expect(await db.fail("HR", "ALTER TABLE m RENAME PARTITION p0 TO p0")).toBe(14081)
    expect(await db.fail("HR", "ALTER TABLE m RENAME PARTITION p0 TO p_2026_04")).toBe(14082)
  })

  it.each([
    [2149, "ALTER TABLE m DROP PARTITION missing"],
    [2149, "ALTER TABLE m TRUNCATE PARTITION FOR (DATE '2026-07-01')"],
    [14763, "ALTER TABLE m TRUNCATE PARTITION FOR (DATE '2026-07-01', 1)"],
    [14251, "ALTER TABLE m TRUNCATE SUBPARTITION s"],
    [14501, "ALTER TABLE plain DROP PARTITION p"],
    [14255, "ALTER TABLE hashed DROP PARTITION p"],
    [14086, "ALTER INDEX ix_local REBUILD"],
    [3001, "ALTER TABLE m MERGE PARTITIONS p0, sys_p301 INTO PARTITION x"],
    [3001, "ALTER TABLE m EXCHANGE PARTITION p0 WITH TABLE plain"]
  ])("fails with ORA-%i: %s", async (code, sql) => {
    await db.run(
      "HR",
      "CREATE TABLE plain (id NUMBER, d DATE)",
      "CREATE TABLE hashed (a NUMBER) PARTITION BY HASH (a) (PARTITION p, PARTITION q)"
    )
    expect(await db.fail("HR", sql)).toBe(code)
  })
})
