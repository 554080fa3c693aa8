// The sample rows of the dictionary book (6): three tables, 19c, owner SH, statistics gathered.
import { beforeAll, describe, expect, it } from "vitest"
import type { TestDatabase } from "../ddl/database.ts"
import { openSampleSchema } from "./sample-schema.ts"

let db: TestDatabase
beforeAll(async () => {
  db = await openSampleSchema()
})

const row = (view: string, filter: Readonly<Record<string, string>>): Readonly<Record<string, string | null>> =>
  db.view("SH", view).find((candidate) => Object.entries(filter).every(([name, value]) => candidate[name] === value)) ??
  {}

const pick = (
  view: string,
  filter: Readonly<Record<string, string>>,
  columns: string
): ReadonlyArray<string | null | undefined> => columns.split(" ").map((column) => row(view, filter)[column])

describe("ALL_TABLES", () => {
  const physical =
    "TABLESPACE_NAME STATUS PCT_FREE PCT_USED INI_TRANS MAX_TRANS INITIAL_EXTENT NEXT_EXTENT MIN_EXTENTS MAX_EXTENTS LOGGING COMPRESSION COMPRESS_FOR"
  const rest =
    "NUM_ROWS BLOCKS AVG_ROW_LEN DEGREE INSTANCES CACHE TABLE_LOCK PARTITIONED IOT_TYPE TEMPORARY NESTED SECONDARY ROW_MOVEMENT GLOBAL_STATS USER_STATS MONITORING READ_ONLY SEGMENT_CREATED DROPPED HAS_IDENTITY EXTERNAL HYBRID CLUSTERING DEFAULT_COLLATION RESULT_CACHE"

  it.each(["SALES_HIST", "EVENTS"])("leaves the physical attributes of %s to its partitions", (table) => {
    expect(pick("ALL_TABLES", { TABLE_NAME: table }, physical)).toEqual([
      null,
      "VALID",
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null
    ])
  })

  it("shows those of a plain table", () => {
    expect(pick("ALL_TABLES", { TABLE_NAME: "CUSTOMERS" }, physical)).toEqual([
      "USERS",
      "VALID",
      "10",
      null,
      "1",
      "255",
      "65536",
      "1048576",
      "1",
      "2147483645",
      "YES",
      "DISABLED",
      null
    ])
  })

  it("shows flags with their padding", () => {
    expect(pick("ALL_TABLES", { TABLE_NAME: "EVENTS" }, rest)).toEqual([
      "80000",
      "3024",
      "60",
      "         1",
      "         1",
      "    N",
      "ENABLED",
      "YES",
      null,
      "N",
      "NO",
      "N",
      "ENABLED",
      "YES",
      "NO",
      "YES",
      "N/A",
      "N/A",
      "NO",
      "NO",
      "NO",
      "NO",
      "NO",
      "USING_NLS_COMP",
      "DEFAULT"
    ])
    expect(
      pick("ALL_TABLES", { TABLE_NAME: "CUSTOMERS" }, "ROW_MOVEMENT READ_ONLY SEGMENT_CREATED DROPPED HAS_IDENTITY")
    ).toEqual(["DISABLED", "NO", "YES", "NO", "YES"])
  })
})

describe("ALL_PART_TABLES", () => {
  const columns =
    "PARTITIONING_TYPE SUBPARTITIONING_TYPE PARTITION_COUNT DEF_SUBPARTITION_COUNT PARTITIONING_KEY_COUNT SUBPARTITIONING_KEY_COUNT STATUS DEF_TABLESPACE_NAME DEF_PCT_FREE DEF_PCT_USED DEF_INI_TRANS DEF_MAX_TRANS DEF_INITIAL_EXTENT DEF_MAX_SIZE DEF_LOGGING DEF_COMPRESSION DEF_COMPRESS_FOR DEF_BUFFER_POOL REF_PTN_CONSTRAINT_NAME INTERVAL AUTOLIST AUTOLIST_SUBPARTITION INTERVAL_SUBPARTITION IS_NESTED DEF_SEGMENT_CREATION DEF_INDEXING DEF_READ_ONLY DEF_INMEMORY"
  const common = ["VALID", "USERS", "10", null, "1", "255", "DEFAULT", "DEFAULT", "NONE", "NONE", null, "DEFAULT", null]

  it("shows what the book shows", () => {
    expect(pick("ALL_PART_TABLES", { TABLE_NAME: "SALES_HIST" }, columns)).toEqual([
      "RANGE",
      "NONE",
      "1048575",
      "0",
      "1",
      "0",
      ...common,
      "NUMTOYMINTERVAL(1,'MONTH')",
      "NO",
      "NO",
      null,
      "NO",
      "NONE",
      "ON",
      "NO",
      "NONE"
    ])
    expect(pick("ALL_PART_TABLES", { TABLE_NAME: "EVENTS" }, columns)).toEqual([
      "RANGE",
      "HASH",
      "1048575",
      "4",
      "1",
      "1",
      ...common,
      "NUMTODSINTERVAL(1,'DAY')",
      "NO",
      "NO",
      null,
      "NO",
      "NONE",
      "ON",
      "NO",
      "NONE"
    ])
    expect(row("ALL_PART_TABLES", { TABLE_NAME: "CUSTOMERS" })).toEqual({})
  })

  it("lists keys of tables and local indexes", () => {
    const keys = db
      .view("SH", "ALL_PART_KEY_COLUMNS")
      .map((key) => [key["NAME"], key["OBJECT_TYPE"], key["COLUMN_NAME"], key["COLUMN_POSITION"]])
    expect(keys).toEqual(
      expect.arrayContaining([
        ["SALES_HIST", "TABLE", "SOLD_AT", "1"],
        ["SALES_HIST_TIME_IX", "INDEX", "SOLD_AT", "1"],
        ["EVENTS", "TABLE", "TS", "1"]
      ])
    )
    expect(
      pick("ALL_SUBPART_KEY_COLUMNS", { NAME: "EVENTS" }, "OWNER OBJECT_TYPE COLUMN_NAME COLUMN_POSITION")
    ).toEqual(["SH", "TABLE", "DEVICE_ID", "1"])
  })
})

describe("ALL_TAB_PARTITIONS", () => {
  const columns =
    "COMPOSITE SUBPARTITION_COUNT HIGH_VALUE HIGH_VALUE_LENGTH PARTITION_POSITION INTERVAL TABLESPACE_NAME PCT_FREE INI_TRANS MAX_TRANS INITIAL_EXTENT NEXT_EXTENT LOGGING COMPRESSION COMPRESS_FOR SEGMENT_CREATED INDEXING READ_ONLY IS_NESTED PARENT_TABLE_PARTITION MEMOPTIMIZE_READ MEMOPTIMIZE_WRITE"

  it("shows simple partitions", () => {
    const high = (date: string): string =>
      `TO_DATE(' ${date} 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN')`
    const rows = db.view("SH", "ALL_TAB_PARTITIONS").filter((one) => one["TABLE_NAME"] === "SALES_HIST")
    const tail = ["USERS", "10", "1", "255", "8388608", "1048576", "YES", "DISABLED", null]
    const flags = ["ON", "NO", "NO", null, "DISABLED", "DISABLED"]
    expect(rows.map((one) => columns.split(" ").map((name) => one[name]))).toEqual([
      ["NO", "0", high("2026-01-01"), "83", "1", "NO", ...tail, "NO", ...flags],
      ["NO", "0", high("2026-03-01"), "83", "2", "YES", ...tail, "YES", ...flags],
      ["NO", "0", high("2026-05-01"), "83", "3", "YES", ...tail, "YES", ...flags]
    ])
    expect(rows.map((one) => one["PARTITION_NAME"])).toEqual([
      "P0",
      expect.stringMatching(/^SYS_P\d+$/u),
      expect.stringMatching(/^SYS_P\d+$/u)
    ])
  })

  it("shows composite partitions", () => {
    const rows = db.view("SH", "ALL_TAB_PARTITIONS").filter((one) => one["TABLE_NAME"] === "EVENTS")
    expect(columns.split(" ").map((name) => rows[0]?.[name])).toEqual([
      "YES",
      "4",
      "TIMESTAMP' 2026-01-01 00:00:00'",
      "31",
      "1",
      "NO",
      "USERS",
      "10",
      "1",
      "255",
      null,
      null,
      "NONE",
      "NONE",
      null,
      "NONE",
      "NONE",
      "NONE",
      "N/A",
      "N/A",
      "N/A",
      "N/A"
    ])
    expect(rows.map((one) => [one["HIGH_VALUE"], one["INTERVAL"]])).toEqual([
      ["TIMESTAMP' 2026-01-01 00:00:00'", "NO"],
      ["TIMESTAMP' 2026-01-03 00:00:00'", "YES"],
      ["TIMESTAMP' 2026-01-06 00:00:00'", "YES"]
    ])
  })

  it("numbers subpartitions after their partition from one sequence", () => {
    const rows = db.view("SH", "ALL_TAB_SUBPARTITIONS")
    expect(
      rows
        .map((one) => [
          one["PARTITION_POSITION"],
          one["SUBPARTITION_POSITION"],
          one["HIGH_VALUE"],
          one["HIGH_VALUE_LENGTH"],
          one["INTERVAL"]
        ])
        .slice(3, 6)
    ).toEqual([
      ["1", "4", null, "0", "NO"],
      ["2", "1", null, "0", "YES"],
      ["2", "2", null, "0", "YES"]
    ])
    const number = (text: string | null | undefined): number => Number(text?.replace(/\D/gu, ""))
    const second = db.view("SH", "ALL_TAB_PARTITIONS").filter((one) => one["TABLE_NAME"] === "EVENTS")[1]
    expect(number(rows[4]?.["SUBPARTITION_NAME"])).toBe(number(second?.["PARTITION_NAME"]) + 1)
  })
})

describe("indexes", () => {
  const columns =
    "INDEX_TYPE UNIQUENESS PARTITIONED STATUS TABLESPACE_NAME LOGGING DEGREE INSTANCES GENERATED VISIBILITY INDEXING SEGMENT_CREATED FUNCIDX_STATUS"

  it.each([
    [
      "SALES_HIST_TIME_IX",
      ["NORMAL", "NONUNIQUE", "YES", "N/A", null, null, "1", "1", "N", "VISIBLE", "FULL", "N/A", null]
    ],
    [
      "SALES_HIST_PK",
      ["NORMAL", "UNIQUE", "NO", "VALID", "USERS", "YES", "1", "1", "N", "VISIBLE", "FULL", "YES", null]
    ],
    [
      "CUSTOMERS_NAME_IX",
      [
        "FUNCTION-BASED NORMAL",
        "NONUNIQUE",
        "NO",
        "VALID",
        "USERS",
        "YES",
        "1",
        "1",
        "N",
        "VISIBLE",
        "FULL",
        "YES",
        "ENABLED"
      ]
    ]
  ])("show %s as the book does", (name, expected) => {
    expect(pick("ALL_INDEXES", { INDEX_NAME: name }, columns)).toEqual(expected)
  })

  it("have partitions and subpartitions named as the table's, with the status at the lowest level", () => {
    expect(
      pick(
        "ALL_PART_INDEXES",
        { INDEX_NAME: "SALES_HIST_TIME_IX" },
        "PARTITIONING_TYPE SUBPARTITIONING_TYPE PARTITION_COUNT LOCALITY ALIGNMENT DEF_TABLESPACE_NAME"
      )
    ).toEqual(["RANGE", "NONE", "1048575", "LOCAL", "PREFIXED", null])
    const rows = db.view("SH", "ALL_IND_PARTITIONS").filter((one) => one["INDEX_NAME"] === "EVENTS_IX")
    expect(
      rows.map((one) => [one["COMPOSITE"], one["STATUS"], one["SEGMENT_CREATED"], one["ORPHANED_ENTRIES"]])
    ).toEqual(Array.from({ length: 3 }, () => ["YES", "N/A", "N/A", "N/A"]))
    const names = (view: string): unknown => db.view("SH", view).map((one) => one["SUBPARTITION_NAME"])
    expect(names("ALL_IND_SUBPARTITIONS")).toEqual(names("ALL_TAB_SUBPARTITIONS"))
  })
})

describe("columns, constraints, triggers", () => {
  it("show the columns of CUSTOMERS", () => {
    const columns =
      "DATA_TYPE DATA_LENGTH DATA_PRECISION DATA_SCALE NULLABLE CHAR_LENGTH CHAR_USED IDENTITY_COLUMN VIRTUAL_COLUMN SEGMENT_COLUMN_ID"
    expect(pick("ALL_TAB_COLS", { COLUMN_NAME: "CUST_ID", TABLE_NAME: "CUSTOMERS" }, columns)).toEqual([
      "NUMBER",
      "22",
      null,
      null,
      "N",
      "0",
      null,
      "YES",
      "NO",
      "1"
    ])
    expect(pick("ALL_TAB_COLS", { COLUMN_NAME: "NAME" }, columns)).toEqual([
      "VARCHAR2",
      "120",
      null,
      null,
      "N",
      "30",
      "C",
      "NO",
      "NO",
      "2"
    ])
    expect(pick("ALL_TAB_COLS", { COLUMN_NAME: "BALANCE" }, columns)).toEqual([
      "NUMBER",
      "22",
      "12",
      "2",
      "Y",
      "0",
      null,
      "NO",
      "NO",
      "4"
    ])
    expect(pick("ALL_TAB_COLS", { COLUMN_NAME: "FULL_NAME" }, "VIRTUAL_COLUMN SEGMENT_COLUMN_ID DATA_DEFAULT")).toEqual(
      ["YES", null, 'UPPER("NAME")']
    )
    expect(pick("ALL_TAB_COLS", { COLUMN_NAME: "TS" }, "DATA_TYPE DATA_LENGTH DATA_SCALE")).toEqual([
      "TIMESTAMP(6)",
      "11",
      "6"
    ])
  })

  it("show keys, NOT NULL and foreign keys", () => {
    expect(
      pick(
        "ALL_CONSTRAINTS",
        { CONSTRAINT_NAME: "CUSTOMERS_PK" },
        "CONSTRAINT_TYPE GENERATED INDEX_NAME STATUS VALIDATED"
      )
    ).toEqual(["P", "USER NAME", "CUSTOMERS_PK", "ENABLED", "VALIDATED"])
    expect(pick("ALL_CONSTRAINTS", { SEARCH_CONDITION: '"NAME" IS NOT NULL' }, "CONSTRAINT_TYPE GENERATED")).toEqual([
      "C",
      "GENERATED NAME"
    ])
    expect(
      pick("ALL_CONSTRAINTS", { CONSTRAINT_NAME: "SALES_CUST_FK" }, "R_OWNER R_CONSTRAINT_NAME DELETE_RULE")
    ).toEqual(["SH", "CUSTOMERS_PK", "NO ACTION"])
    expect(
      pick(
        "ALL_TRIGGERS",
        { TRIGGER_NAME: "CUST_BIU" },
        "TRIGGER_TYPE TRIGGERING_EVENT BASE_OBJECT_TYPE STATUS ACTION_TYPE FIRE_ONCE"
      )
    ).toEqual(["BEFORE EACH ROW", "INSERT OR UPDATE", "TABLE", "ENABLED", "PL/SQL     ", "YES"])
  })

  it("show segments where there are some", () => {
    const segments = db.view("SH", "USER_SEGMENTS").map((one) => [one["SEGMENT_NAME"], one["SEGMENT_TYPE"]])
    expect(segments).toEqual(
      expect.arrayContaining([
        ["CUSTOMERS", "TABLE"],
        ["SALES_HIST", "TABLE PARTITION"],
        ["EVENTS", "TABLE SUBPARTITION"]
      ])
    )
    expect(db.view("SH", "USER_SEGMENTS").some((one) => one["PARTITION_NAME"] === "P0")).toBe(false)
  })
})
