import { describe, expect, it } from "vitest"
import { exitInCalledScript } from "../../src/lint/exit-in-called-script.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

const scripts = new Map([
  ["leave.sql", "EXIT 0\n"],
  ["stay.sql", "COMMIT;\n"],
  ["through.sql", "@@leave\n"]
])

describe("OP743 exit-in-called-script", () => {
  it("fires on the call whose script leaves", () => {
    const text = script("@@leave.sql", "COMMIT;")
    expect(linesBreaking(exitInCalledScript, text, { scripts })).toEqual([1])
  })

  it("fires through another call", () => {
    const text = script("PROMPT a", "@@through.sql", "PROMPT b")
    expect(linesBreaking(exitInCalledScript, text, { scripts })).toEqual([2])
  })

  it("is silent when nothing follows the call", () => {
    const text = script("@@stay.sql", "COMMIT;", "@@leave.sql", "-- end", "SPOOL OFF", "EXIT 0")
    expect(linesBreaking(exitInCalledScript, text, { scripts })).toEqual([])
  })

  it("is silent on a script whose text is not known", () => {
    const text = script("@@unknown.sql", "COMMIT;")
    expect(linesBreaking(exitInCalledScript, text, { scripts })).toEqual([])
  })
})
