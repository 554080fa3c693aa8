import { describe, expect, it } from "vitest"
import { dotSwallowed } from "../../src/lint/dot-swallowed.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP738 dot-swallowed", () => {
  it("fires in SPOOL, HOST and calls", () => {
    const text = script("SPOOL &v.log REPLACE", "HOST rm &v.txt", "@@&v.sql")
    expect(linesBreaking(dotSwallowed, text)).toEqual([1, 2, 3])
  })

  it("is silent on two dots, on another suffix and elsewhere", () => {
    const text = script("SPOOL &v..log REPLACE", "SPOOL &v._new.log REPLACE", "SELECT 1 FROM &v.log;")
    expect(linesBreaking(dotSwallowed, text)).toEqual([])
  })

  it("follows SET CONCAT", () => {
    const text = script("SET CONCAT +", "SPOOL &v.log REPLACE")
    expect(linesBreaking(dotSwallowed, text)).toEqual([])
  })
})
