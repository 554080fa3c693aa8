import type { ColumnModel } from "@orapart/contract"
import { describe, expect, it } from "vitest"
import { dataTypeFamily, describeColumn, renderDataType, storedColumns, userColumns } from "../src/data-types.ts"
import type { DataTypeFamily } from "../src/data-types.ts"
import { column, table } from "./builders.ts"

/** Every row of the dictionary book's table of DATA_TYPE strings: facts, DDL, family. */
const dictionaryRows: ReadonlyArray<readonly [string, Partial<ColumnModel>, string, DataTypeFamily]> = [
  ["VARCHAR2", { lengthBytes: 30, charLength: 30, charUsed: "B" }, "VARCHAR2(30 BYTE)", "character"],
  ["VARCHAR2", { lengthBytes: 120, charLength: 30, charUsed: "C" }, "VARCHAR2(30 CHAR)", "character"],
  ["VARCHAR2", { lengthBytes: 32767, charLength: 32767, charUsed: "B" }, "VARCHAR2(32767 BYTE)", "character"],
  ["NVARCHAR2", { lengthBytes: 60, charLength: 30, charUsed: "C" }, "NVARCHAR2(30)", "national-character"],
  ["CHAR", { lengthBytes: 1, charLength: 1, charUsed: "B" }, "CHAR(1 BYTE)", "character"],
  ["CHAR", { lengthBytes: 8, charLength: 2, charUsed: "C" }, "CHAR(2 CHAR)", "character"],
  ["NCHAR", { lengthBytes: 20, charLength: 10, charUsed: "C" }, "NCHAR(10)", "national-character"],
  ["NUMBER", {}, "NUMBER", "number"],
  ["NUMBER", { precision: 8, scale: 2 }, "NUMBER(8,2)", "number"],
  ["NUMBER", { precision: 12, scale: 0 }, "NUMBER(12)", "number"],
  ["NUMBER", { precision: 5, scale: -2 }, "NUMBER(5,-2)", "number"],
  ["NUMBER", { scale: 0 }, "NUMBER(*,0)", "number"],
  ["NUMBER", { scale: 4 }, "NUMBER(*,4)", "number"],
  ["FLOAT", { precision: 126 }, "FLOAT(126)", "float"],
  ["FLOAT", { precision: 63 }, "FLOAT(63)", "float"],
  ["BINARY_FLOAT", { lengthBytes: 4 }, "BINARY_FLOAT", "binary-float"],
  ["BINARY_DOUBLE", { lengthBytes: 8 }, "BINARY_DOUBLE", "binary-float"],
  ["DATE", { lengthBytes: 7 }, "DATE", "date"],
  ["TIMESTAMP(6)", { lengthBytes: 11, scale: 6 }, "TIMESTAMP(6)", "timestamp"],
  ["TIMESTAMP(3)", { lengthBytes: 11, scale: 3 }, "TIMESTAMP(3)", "timestamp"],
  ["TIMESTAMP(0)", { lengthBytes: 7, scale: 0 }, "TIMESTAMP(0)", "timestamp"],
  ["TIMESTAMP(6) WITH TIME ZONE", { lengthBytes: 13, scale: 6 }, "TIMESTAMP(6) WITH TIME ZONE", "timestamp-tz"],
  ["TIMESTAMP(6) WITH LOCAL TIME ZONE", { scale: 6 }, "TIMESTAMP(6) WITH LOCAL TIME ZONE", "timestamp-ltz"],
  ["INTERVAL YEAR(2) TO MONTH", { precision: 2, scale: 0 }, "INTERVAL YEAR(2) TO MONTH", "interval"],
  ["INTERVAL DAY(2) TO SECOND(6)", { precision: 2, scale: 6 }, "INTERVAL DAY(2) TO SECOND(6)", "interval"],
  ["RAW", { lengthBytes: 16 }, "RAW(16)", "raw"],
  ["LONG", { lengthBytes: 0 }, "LONG", "long"],
  ["LONG RAW", { lengthBytes: 0 }, "LONG RAW", "long"],
  ["CLOB", { lengthBytes: 4000 }, "CLOB", "lob"],
  ["NCLOB", { lengthBytes: 4000 }, "NCLOB", "lob"],
  ["BLOB", { lengthBytes: 4000 }, "BLOB", "lob"],
  ["BFILE", { lengthBytes: 530 }, "BFILE", "bfile"],
  ["ROWID", { lengthBytes: 10 }, "ROWID", "rowid"],
  ["UROWID", { lengthBytes: 4000 }, "UROWID(4000)", "rowid"],
  ["XMLTYPE", { lengthBytes: 2000, dataTypeOwner: "PUBLIC" }, "XMLTYPE", "xmltype"],
  ["XMLTYPE", { lengthBytes: 2000, dataTypeOwner: "SYS" }, "XMLTYPE", "xmltype"],
  ["ADDRESS_T", { dataTypeOwner: "HR" }, "HR.ADDRESS_T", "object"],
  ["Address", { dataTypeOwner: "HR" }, 'HR."Address"', "object"],
  ["SDO_GEOMETRY", { lengthBytes: 1, dataTypeOwner: "MDSYS" }, "MDSYS.SDO_GEOMETRY", "object"],
  ["JSON", { lengthBytes: 8200 }, "JSON", "json"],
  ["BOOLEAN", { lengthBytes: 1 }, "BOOLEAN", "boolean"],
  ["VECTOR", { lengthBytes: 8200 }, "VECTOR", "vector"],
  ["UNDEFINED", {}, "UNDEFINED", "unknown"],
  ["NCHAR VARYING", {}, "NCHAR VARYING", "unknown"],
  ["VARCHAR", {}, "VARCHAR", "unknown"]
]

describe("renderDataType", () => {
  it.each(dictionaryRows)("writes DATA_TYPE %s with %j as %s", (dataType, facts, ddl) => {
    expect(renderDataType(column("C", dataType, facts))).toBe(ddl)
  })

  it("falls back to the length in bytes where CHAR_LENGTH is not known", () => {
    expect(renderDataType(column("C", "VARCHAR2", { lengthBytes: 30 }))).toBe("VARCHAR2(30 BYTE)")
    expect(renderDataType(column("C", "NVARCHAR2", { lengthBytes: 60 }))).toBe("NVARCHAR2(30)")
  })
})

describe("dataTypeFamily", () => {
  it.each(dictionaryRows)("of %s with %j (%s) is %s", (dataType, facts, _ddl, family) => {
    expect(dataTypeFamily(column("C", dataType, facts))).toBe(family)
  })

  it("takes a user's type for an object even when it is called DATE", () => {
    expect(dataTypeFamily({ dataType: "DATE", dataTypeOwner: "HR" })).toBe("object")
  })
})

describe("describeColumn", () => {
  it("says type and nullability, and what is special", () => {
    expect(describeColumn(column("ORDER_DATE", "DATE", { nullable: false }))).toBe("ORDER_DATE (DATE, NOT NULL)")
    expect(describeColumn(column("SHIP_DATE", "DATE"))).toBe("SHIP_DATE (DATE, nullable)")
    expect(describeColumn(column("V", "NUMBER", { isVirtual: true, isHidden: true }))).toBe(
      "V (NUMBER, nullable, virtual, invisible)"
    )
  })
})

const hidden = { isHidden: true, position: null }
const mixed = [
  column("SYS_NC00001$", "NUMBER", { ...hidden, isUserGenerated: false, isVirtual: true, internalPosition: 1 }),
  column("ALSO_SECRET", "NUMBER", { ...hidden, internalPosition: 6 }),
  column("B", "NUMBER", { position: 2, internalPosition: 3 }),
  column("A", "NUMBER", { position: 1, internalPosition: 5 }),
  column("TOTAL", "NUMBER", { position: 3, internalPosition: 4, isVirtual: true, dataDefault: '"A"+"B"' }),
  column("SECRET", "NUMBER", { ...hidden, internalPosition: 2 }),
  column("ORA_ARCHIVE_STATE", "VARCHAR2", { ...hidden, isUserGenerated: false, internalPosition: 7, lengthBytes: 4000 })
]
const names = (columns: ReadonlyArray<ColumnModel>): ReadonlyArray<string> => columns.map((each) => each.name)

describe("userColumns", () => {
  it("lists visible columns by COLUMN_ID, then invisible ones, and none that Oracle made", () => {
    expect(names(userColumns(table(mixed)))).toEqual(["A", "B", "TOTAL", "SECRET", "ALSO_SECRET"])
  })
})

describe("storedColumns", () => {
  it("leaves out virtual columns (ORA-54013) and keeps invisible ones", () => {
    expect(names(storedColumns(table(mixed)))).toEqual(["A", "B", "SECRET", "ALSO_SECRET"])
  })

  it("adds ORA_ARCHIVE_STATE when the table archives rows", () => {
    expect(names(storedColumns(table(mixed, { storage: { isRowArchival: true } })))).toEqual([
      "A",
      "B",
      "SECRET",
      "ALSO_SECRET",
      "ORA_ARCHIVE_STATE"
    ])
  })

  it("keeps XMLTYPE columns, which the dictionary calls virtual, but not computed ones", () => {
    const facade = { isVirtual: true, dataTypeOwner: "PUBLIC" }
    const columns = [
      column("DOC", "XMLTYPE", { ...facade, position: 1 }),
      column("COMPUTED", "XMLTYPE", { ...facade, position: 2, dataDefault: "XMLTYPE('<a/>')" })
    ]
    expect(names(storedColumns(table(columns)))).toEqual(["DOC"])
  })
})
