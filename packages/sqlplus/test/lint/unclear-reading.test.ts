import { describe, expect, it } from "vitest"
import { unclearReading } from "../../src/lint/unclear-reading.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP724 unclear-reading", () => {
  it("fires on what no other rule explains", () => {
    const text = script("/", "/*+ a */", "@@", "SELECT 'a", "/")
    expect(linesBreaking(unclearReading, text)).toEqual([1, 2, 3, 4])
  })

  it("fires on a file called inside a statement and on an unknown SET", () => {
    const text = script("SELECT 1", "@@columns.sql", "FROM dual;", "SET COLOUR RED")
    expect(linesBreaking(unclearReading, text)).toEqual([2, 4])
  })

  it("is silent on a script that can be read in one way", () => {
    const text = script("/* a */", "@@a", "SELECT 'a' FROM dual;", "SET COLSEP ' '")
    expect(linesBreaking(unclearReading, text)).toEqual([])
  })
})
