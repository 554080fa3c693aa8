import { describe, expect, it } from "vitest"
import { defineOffTooLate } from "../../src/lint/define-off-too-late.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP727 define-off-too-late", () => {
  it("fires on the line that comes too late", () => {
    const text = script("PROMPT R&D", "SET ECHO OFF", "SET DEFINE OFF")
    expect(linesBreaking(defineOffTooLate, text)).toEqual([3])
  })

  it("sees an & in a comment and SET SCAN OFF", () => {
    const text = script("-- Q&A", "SET SCAN OFF")
    expect(linesBreaking(defineOffTooLate, text)).toEqual([2])
  })

  it("is silent when it comes first", () => {
    const text = script("SET DEFINE OFF", "PROMPT R&D")
    expect(linesBreaking(defineOffTooLate, text)).toEqual([])
  })

  it("is silent after the use of a defined variable", () => {
    const text = script("DEFINE v = x", "PROMPT &v", "SET DEFINE OFF")
    expect(linesBreaking(defineOffTooLate, text)).toEqual([])
  })

  it("is silent after an argument", () => {
    const text = script("PROMPT &1", "SET DEFINE OFF")
    expect(linesBreaking(defineOffTooLate, text)).toEqual([])
  })
})
