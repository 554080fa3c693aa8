import { beforeEach, describe, expect, it } from "vitest"
import { authorityOf } from "../../src/catalog/privileges.ts"
import { canSeeView, dirtyRoots, generateRows } from "../../src/dictionary/rows.ts"
import { dictionaryBases, dictionaryViews, findDictionaryView } from "../../src/dictionary/views.ts"
import { openDatabase } from "../ddl/database.ts"
import type { TestDatabase } from "../ddl/database.ts"

const columnsOf = (name: string, release: 11.2 | 12.1 | 19 = 19): ReadonlyArray<string> =>
  findDictionaryView(null, name, release)?.columns.map((column) => column.name) ?? []

describe("dictionary views", () => {
  it.each([
    "ALL_SEGMENTS",
    "ALL_EXTENTS",
    "ALL_FREE_SPACE",
    "ALL_TABLESPACES",
    "ALL_TS_QUOTAS",
    "ALL_DATA_FILES",
    "USER_DATA_FILES",
    "ALL_RECYCLEBIN",
    "ALL_REDEFINITION_OBJECTS",
    "USER_REDEFINITION_STATUS",
    "V_$SESSION"
  ])("do not include %s", (name) => {
    expect(findDictionaryView(null, name, 19)).toBeNull()
  })

  it("are found under SYS and by their short names, and not under another schema", () => {
    expect(findDictionaryView("SYS", "ALL_TABLES", 19)?.name).toBe("ALL_TABLES")
    expect(findDictionaryView("SYS", "V_$SESSION", 19)?.name).toBe("V$SESSION")
    expect(findDictionaryView(null, "RECYCLEBIN", 19)?.name).toBe("USER_RECYCLEBIN")
    expect(findDictionaryView("HR", "ALL_TABLES", 19)).toBeNull()
  })

  it("have the columns of their release", () => {
    expect(columnsOf("ALL_TABLES", 11.2).at(-1)).toBe("RESULT_CACHE")
    expect(columnsOf("ALL_TABLES", 11.2)).not.toContain("HAS_IDENTITY")
    expect(columnsOf("ALL_TABLES", 12.1)).toContain("HAS_IDENTITY")
    expect(columnsOf("ALL_TABLES", 12.1)).not.toContain("EXTERNAL")
    expect(columnsOf("ALL_TABLES").slice(-2)).toEqual(["DATA_LINK_DML_ENABLED", "LOGICAL_REPLICATION"])
    expect(findDictionaryView(null, "ALL_TAB_IDENTITY_COLS", 11.2)).toBeNull()
  })

  it("call the owner as the book does, and leave it out of USER_ views", () => {
    const first = (name: string): string | undefined => columnsOf(name)[0]
    expect(
      [
        "ALL_TAB_PARTITIONS",
        "ALL_IND_PARTITIONS",
        "ALL_SUBPARTITION_TEMPLATES",
        "ALL_SEQUENCES",
        "ALL_TAB_PRIVS",
        "DBA_TAB_PRIVS",
        "ALL_PART_INDEXES"
      ].map(first)
    ).toEqual(["TABLE_OWNER", "INDEX_OWNER", "USER_NAME", "SEQUENCE_OWNER", "GRANTOR", "GRANTEE", "OWNER"])
    expect(
      ["USER_TAB_PARTITIONS", "USER_IND_COLUMNS", "USER_SEQUENCES", "USER_CONSTRAINTS", "USER_SYS_PRIVS"].map(first)
    ).toEqual(["TABLE_NAME", "INDEX_NAME", "SEQUENCE_NAME", "OWNER", "USERNAME"])
    expect(columnsOf("ALL_PART_INDEXES")).not.toContain("TABLE_OWNER")
    expect(columnsOf("USER_INDEXES")).toContain("TABLE_OWNER")
  })

  it("tag LONG columns", () => {
    const longs = [...dictionaryViews(19).values()].flatMap(({ name, columns }) =>
      columns.filter(({ type }) => type.name === "LONG").map((column) => `${name}.${column.name}`)
    )
    expect(longs).toEqual(
      expect.arrayContaining([
        "ALL_TAB_COLS.DATA_DEFAULT",
        "ALL_TAB_PARTITIONS.HIGH_VALUE",
        "ALL_CONSTRAINTS.SEARCH_CONDITION",
        "ALL_IND_EXPRESSIONS.COLUMN_EXPRESSION",
        "ALL_TRIGGERS.TRIGGER_BODY",
        "ALL_VIEWS.TEXT",
        "ALL_SUBPARTITION_TEMPLATES.HIGH_BOUND",
        "ALL_MVIEWS.QUERY"
      ])
    )
  })
})

describe("dictionary rows", () => {
  let db: TestDatabase
  beforeEach(async () => {
    db = await openDatabase()
    await db.run(
      "HR",
      "CREATE TABLE t (id NUMBER GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_t PRIMARY KEY, c CLOB, v AS (id) VIRTUAL, x NUMBER INVISIBLE) PARTITION BY RANGE (id) SUBPARTITION BY LIST (x) SUBPARTITION TEMPLATE (SUBPARTITION a VALUES (1, NULL), SUBPARTITION b VALUES (DEFAULT)) (PARTITION p VALUES LESS THAN (10), PARTITION q VALUES LESS THAN (MAXVALUE)) ENABLE ROW MOVEMENT",
      "ALTER TABLE t ADD SUPPLEMENTAL LOG DATA (ALL) COLUMNS",
      "CREATE VIEW w AS SELECT id FROM t",
      "CREATE PROCEDURE pr IS BEGIN NULL; END;",
      "CREATE OR REPLACE TRIGGER tr AFTER UPDATE OF id ON t FOR EACH ROW BEGIN NULL; END;",
      "GRANT SELECT ON t TO app",
      "GRANT UPDATE (x) ON t TO app",
      "CREATE SYNONYM s FOR t"
    )
  })

  it("name only columns that their view has", () => {
    for (const base of dictionaryBases)
      for (const entry of db.catalog().entries())
        for (const { cells } of base.generate({ catalog: db.catalog(), release: 19 }, entry)) {
          const known = new Set(base.columns.map(({ name }) => name))
          const unknown = Object.keys(cells).filter((name) => !known.has(name) && cells[name] !== undefined)
          const allowed = [
            "HIDDEN_COLUMN",
            "VIRTUAL_COLUMN",
            "SEGMENT_COLUMN_ID",
            "INTERNAL_COLUMN_ID",
            "QUALIFIED_COL_NAME",
            "USER_GENERATED",
            "SENSITIVE_COLUMN"
          ]
          const shared = [
            "USERS",
            "PRIVS",
            "SEQUENCES",
            "TAB_COLUMNS",
            "TAB_COLS",
            "IND_",
            "TAB_COL_STATISTICS",
            "PARTITIONS",
            "LOBS"
          ]
          if (!shared.some((part) => base.name.includes(part)))
            expect([base.name, unknown.filter((name) => !allowed.includes(name))]).toEqual([base.name, []])
        }
  })

  it("never leave a NOT NULL column empty", () => {
    const source = { catalog: db.catalog(), release: 19 as const }
    for (const base of dictionaryBases)
      for (const { id } of db.catalog().entries())
        for (const row of generateRows(source, base, id))
          for (const [at, column] of base.columns.entries())
            if (!column.isNullable && column.since <= 19)
              expect([base.name, column.name, row.values[at] === null]).toEqual([base.name, column.name, false])
  })

  it("fit the length of their columns", () => {
    const source = { catalog: db.catalog(), release: 19 as const }
    for (const base of dictionaryBases)
      for (const { id } of db.catalog().entries())
        for (const row of generateRows(source, base, id))
          for (const [at, { name, type }] of base.columns.entries())
            if (type.charUnit !== null)
              expect([base.name, name, Buffer.byteLength(row.values[at] ?? "") <= type.lengthBytes]).toEqual([
                base.name,
                name,
                true
              ])
  })

  it("are open to those who may see the object, DBA_ and V$ to those who may read the dictionary", () => {
    const catalog = db.catalog()
    const seen = (user: string, name: string): boolean => {
      const view = findDictionaryView(null, name, 19)
      return view !== null && canSeeView(catalog, authorityOf(catalog, user), view)
    }
    expect(
      ["DBA_TABLES", "V$SESSION", "ALL_TABLES", "V$VERSION", "SESSION_PRIVS"].map((name) => seen("APP", name))
    ).toEqual([false, false, true, true, true])
    expect(["DBA_TABLES", "V$SESSION"].map((name) => seen("SYSTEM", name))).toEqual([true, true])
    expect(db.view("APP", "ALL_TAB_PARTITIONS").length).toBe(2)
    expect(db.view("APP", "ALL_SYNONYMS")).toEqual([])
    expect(db.view("APP", "USER_TABLES")).toEqual([])
    expect(db.view("APP", "ALL_TAB_PRIVS").map((row) => row["PRIVILEGE"])).toEqual(["SELECT"])
    expect(db.view("APP", "ALL_COL_PRIVS").map((row) => [row["PRIVILEGE"], row["COLUMN_NAME"]])).toEqual([
      ["UPDATE", "X"]
    ])
  })

  it("print list bounds and leave LOB indexes to USER_INDEXES", () => {
    expect(db.view("HR", "USER_TAB_SUBPARTITIONS").map((row) => [row["SUBPARTITION_NAME"], row["HIGH_VALUE"]])).toEqual(
      [
        ["P_A", "1, NULL"],
        ["P_B", "DEFAULT"],
        ["Q_A", "1, NULL"],
        ["Q_B", "DEFAULT"]
      ]
    )
    expect(db.view("HR", "USER_TAB_PARTITIONS").map((row) => row["HIGH_VALUE"])).toEqual(["10", "MAXVALUE"])
    const types = (view: string): unknown => db.view("HR", view).map((row) => row["INDEX_TYPE"])
    expect(types("USER_INDEXES")).toEqual(["NORMAL", "LOB"])
    expect(types("ALL_INDEXES")).toEqual(["NORMAL"])
  })

  it("hide the recycle bin in the views that filter it and show it in the others", async () => {
    await db.run("HR", "DROP TABLE t")
    for (const name of [
      "USER_TABLES",
      "USER_INDEXES",
      "USER_LOBS",
      "USER_TRIGGERS",
      "USER_TAB_STATISTICS",
      "USER_TAB_COLS"
    ])
      expect([name, db.view("HR", name).filter((row) => row["TABLE_NAME"] !== "W")]).toEqual([name, []])
    for (const name of [
      "USER_PART_TABLES",
      "USER_TAB_PARTITIONS",
      "USER_TAB_SUBPARTITIONS",
      "USER_CONSTRAINTS",
      "USER_CONS_COLUMNS",
      "USER_IND_COLUMNS",
      "USER_TAB_COMMENTS",
      "USER_TAB_IDENTITY_COLS",
      "USER_LOG_GROUPS"
    ])
      expect([name, db.view("HR", name).some((row) => row["TABLE_NAME"]?.startsWith("BIN$") === true)]).toEqual([
        name,
        true
      ])
  })

  it("are made again for the object that changed, its parents and the synonyms", () => {
    const table = db.catalog().findObject("HR", "T")
    const synonym = db.catalog().findObject("HR", "S")
    const index = db.catalog().find("index", "HR", "PK_T")
    expect(dirtyRoots(db.catalog(), [index?.id ?? 0])).toEqual(new Set([table?.id, synonym?.id]))
  })
})
