import { describe, expect, it } from "vitest"
import { spoolNotClosed } from "../../src/lint/spool-not-closed.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP731 spool-not-closed", () => {
  it("fires where the file was opened", () => {
    const text = script("SPOOL a.log REPLACE", "SPOOL OFF", "SPOOL b.log REPLACE", "SELECT 1 FROM dual;")
    expect(linesBreaking(spoolNotClosed, text)).toEqual([3])
  })

  it("is silent when SPOOL OFF or EXIT closes it", () => {
    const text = script("SPOOL a.log REPLACE", "SPOOL OFF")
    expect(linesBreaking(spoolNotClosed, text)).toEqual([])
  })

  it("is silent when EXIT ends the session", () => {
    const text = script("SPOOL a.log REPLACE", "EXIT 0")
    expect(linesBreaking(spoolNotClosed, text)).toEqual([])
  })

  it("is silent on SPOOL that only asks", () => {
    const text = script("SPOOL")
    expect(linesBreaking(spoolNotClosed, text)).toEqual([])
  })
})
