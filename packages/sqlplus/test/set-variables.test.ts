import { describe, expect, it } from "vitest"
import { parseSetLine } from "../src/set-variables.ts"

describe("parseSetLine", () => {
  it("reads several variables of one line, shortened or not", () => {
    expect(parseSetLine("echo OFF DEF off SQLBL ON").assignments).toEqual([
      { variable: "ECHO", values: ["OFF"] },
      { variable: "DEFINE", values: ["off"] },
      { variable: "SQLBLANKLINES", values: ["ON"] }
    ])
  })

  it("tells TIME from TIMING and LONG from LONGCHUNKSIZE", () => {
    expect(parseSetLine("TI ON TIMI ON LONG 2000000 LONGC 32767").assignments.map(({ variable }) => variable)).toEqual([
      "TIME",
      "TIMING",
      "LONG",
      "LONGCHUNKSIZE"
    ])
  })

  it("gives the rest of the line to SERVEROUTPUT", () => {
    expect(parseSetLine("SERVEROUTPUT ON SIZE UNLIMITED FORMAT WRAPPED").assignments).toEqual([
      { variable: "SERVEROUTPUT", values: ["ON", "SIZE", "UNLIMITED", "FORMAT", "WRAPPED"] }
    ])
  })

  it("reads FEEDBACK with one word or with SQL_ID", () => {
    expect(parseSetLine("FEEDBACK ON VERIFY OFF").assignments).toHaveLength(2)
    expect(parseSetLine("FEEDBACK ON SQL_ID").assignments).toEqual([{ variable: "FEEDBACK", values: ["ON", "SQL_ID"] }])
  })

  it("takes the quotes off a value", () => {
    expect(parseSetLine(`SQLPROMPT "SQL> " NULL ''`).assignments).toEqual([
      { variable: "SQLPROMPT", values: ["SQL> "] },
      { variable: "NULL", values: [""] }
    ])
  })

  it("reads nothing behind a variable it does not know", () => {
    expect(parseSetLine("ECHO ON COLOUR RED DEFINE OFF")).toEqual({
      assignments: [{ variable: "ECHO", values: ["ON"] }],
      misunderstood: [expect.stringContaining("SET COLOUR")]
    })
  })

  it.each([
    ["", "names no variable"],
    ["DEFINE", "SET DEFINE has no value"],
    ["COLOUR RED", "SET COLOUR is not a variable"],
    ["SERVEROUTPUT ON DEFINE OFF", "SET SERVEROUTPUT goes on with DEFINE"]
  ])("says what it does not understand in SET %s", (args, text) => {
    expect(parseSetLine(args).misunderstood).toEqual([expect.stringContaining(text)])
  })
})
