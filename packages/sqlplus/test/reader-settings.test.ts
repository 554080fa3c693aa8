import { describe, expect, it } from "vitest"
import { defaultReaderSettings } from "@orapart/sqlplus"
import { applySet } from "../src/reader-settings.ts"

const after = (args: string) => applySet(defaultReaderSettings, args).settings

describe("applySet", () => {
  it.each([
    ["DEFINE OFF", { define: null }],
    ["DEFINE ^", { define: "^" }],
    ["SCAN OFF", { define: null }],
    ["SQLBLANKLINES ON", { sqlBlankLines: true }],
    ["SQLTERMINATOR OFF", { sqlTerminator: null }],
    ["SQLT !", { sqlTerminator: "!" }],
    ["BLO #", { blockTerminator: "#" }],
    ["CONCAT OFF", { concat: null }],
    ["ESCAPE ON", { escape: "\\" }],
    ["SQLPREFIX ~", { sqlPrefix: "~" }],
    ["DEFINE OFF ECHO ON SQLBL ON", { define: null, sqlBlankLines: true }]
  ])("obeys SET %s", (args, change) => {
    expect(after(args)).toEqual({ ...defaultReaderSettings, ...change })
  })

  it("brings the default character back with ON", () => {
    const off = { ...defaultReaderSettings, define: null, sqlTerminator: null, blockTerminator: null }
    expect(applySet(off, "DEFINE ON SQLTERMINATOR ON BLOCKTERMINATOR ON").settings).toEqual(defaultReaderSettings)
  })

  it("never takes an empty text for a terminator", () => {
    expect(after(`SQLTERMINATOR "" DEFINE ''`)).toEqual({ ...defaultReaderSettings, sqlTerminator: null, define: null })
  })

  it("leaves the reading alone for settings of the output", () => {
    expect(applySet(defaultReaderSettings, "LINESIZE 200 PAGESIZE 1000 TRIMSPOOL ON")).toEqual({
      settings: defaultReaderSettings,
      misunderstood: []
    })
  })

  it.each(["CMDSEP ON", "CMDSEP |", "SQLCASE UPPER"])("says that it does not follow SET %s", (args) => {
    expect(applySet(defaultReaderSettings, args).misunderstood).toHaveLength(1)
  })

  it.each(["CMDSEP OFF", "SQLCASE MIXED"])("accepts the harmless SET %s", (args) => {
    expect(applySet(defaultReaderSettings, args).misunderstood).toEqual([])
  })
})
