import type { ColumnModel } from "@orapart/contract"
import { describe, expect, it } from "vitest"
import { canBeHashKey, canBeIntervalKey, canBeRangeKey } from "../src/key-types.ts"
import type { KeyVerdict } from "../src/key-types.ts"
import { column } from "./builders.ts"

const errorOf = (verdict: KeyVerdict): string => (verdict.ok ? "ok" : verdict.error)

/** DATA_TYPE, owner of the type, and what interval, range and hash keys of it raise: the table of the rule book, section 1.2. */
const rows: ReadonlyArray<readonly [string, string | null, string, string, string]> = [
  ["NUMBER", null, "ok", "ok", "ok"],
  ["FLOAT", null, "ok", "ok", "ok"],
  ["DATE", null, "ok", "ok", "ok"],
  ["TIMESTAMP(6)", null, "ok", "ok", "ok"],
  // ORA-14751 for local time zone is assumed: the book leaves it open beside ORA-03001.
  ["TIMESTAMP(6) WITH LOCAL TIME ZONE", null, "ORA-14751", "ok", "ok"],
  ["TIMESTAMP(6) WITH TIME ZONE", null, "ORA-03001", "ORA-03001", "ORA-03001"],
  ["VARCHAR2", null, "ORA-14751", "ok", "ok"],
  ["CHAR", null, "ORA-14751", "ok", "ok"],
  ["NVARCHAR2", null, "ORA-14751", "ok", "ok"],
  ["RAW", null, "ORA-14751", "ok", "ok"],
  ["CLOB", null, "ORA-14135", "ORA-14135", "ORA-14135"],
  ["BLOB", null, "ORA-14135", "ORA-14135", "ORA-14135"],
  ["LONG", null, "ORA-14031", "ORA-14031", "ORA-14031"],
  ["LONG RAW", null, "ORA-14031", "ORA-14031", "ORA-14031"],
  ["ADDRESS_T", "HR", "ORA-14513", "ORA-14513", "ORA-14513"],
  ["BINARY_DOUBLE", null, "ORA-14751", "not supported", "not supported"],
  ["ROWID", null, "ORA-14751", "not supported", "not supported"],
  ["BOOLEAN", null, "ORA-14751", "not supported", "not supported"],
  ["JSON", null, "ORA-14751", "not supported", "not supported"],
  ["VECTOR", null, "ORA-14751", "not supported", "not supported"],
  ["INTERVAL DAY(2) TO SECOND(6)", null, "ORA-14751", "not supported", "not supported"]
]

describe("partition key types", () => {
  it.each(rows)(
    "of %s (owner %s): interval %s, range %s, hash %s",
    (dataType, dataTypeOwner, interval, range, hash) => {
      const key = column("K", dataType, { dataTypeOwner })
      expect([canBeIntervalKey(key), canBeRangeKey(key), canBeHashKey(key)].map(errorOf)).toEqual([
        interval,
        range,
        hash
      ])
    }
  )
})

const reasonOf = (key: ColumnModel): string => {
  const verdict = canBeIntervalKey(key)
  return verdict.ok ? "" : verdict.reason
}

describe("canBeIntervalKey", () => {
  it("names the column, its type and a way out", () => {
    expect(reasonOf(column("CREATED", "TIMESTAMP(6) WITH TIME ZONE"))).toBe(
      "CREATED is TIMESTAMP(6) WITH TIME ZONE, which cannot be an interval key; a virtual column CAST(SYS_EXTRACT_UTC(CREATED) AS DATE) can be one"
    )
    expect(reasonOf(column("NAME", "VARCHAR2", { charLength: 30, charUsed: "C" }))).toBe(
      "NAME is VARCHAR2(30 CHAR), which cannot be an interval key"
    )
  })

  it("takes virtual and invisible columns, and nullable ones", () => {
    expect(canBeIntervalKey(column("V", "DATE", { isVirtual: true, dataDefault: "TRUNC(D)" })).ok).toBe(true)
    expect(canBeIntervalKey(column("I", "DATE", { isHidden: true })).ok).toBe(true)
    expect(canBeIntervalKey(column("N", "DATE", { nullable: true })).ok).toBe(true)
  })

  it("refuses columns that Oracle made, and encrypted ones (ORA-28346 is assumed)", () => {
    expect(errorOf(canBeIntervalKey(column("SYS_NC00001$", "DATE", { isHidden: true, isUserGenerated: false })))).toBe(
      "not supported"
    )
    const encryption = { algorithm: "AES192", salt: false, integrity: "SHA-1" }
    expect(errorOf(canBeHashKey(column("CARD", "NUMBER", { encryption })))).toBe("ORA-28346")
  })
})
