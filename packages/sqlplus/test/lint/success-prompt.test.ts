import { describe, expect, it } from "vitest"
import { lintScript } from "@orapart/sqlplus"
import { successPrompt } from "../../src/lint/success-prompt.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP717 success-prompt", () => {
  it("fires on PROMPT 30: OK", () => {
    const text = script("PROMPT 30: OK")
    expect(linesBreaking(successPrompt, text)).toEqual([1])
  })

  it("fires on PROMPT Success!", () => {
    const text = script("PROMPT Success!")
    expect(linesBreaking(successPrompt, text)).toEqual([1])
  })

  it("fires on PROMPT 5 indexes created", () => {
    const text = script("PROMPT 5 indexes created")
    expect(linesBreaking(successPrompt, text)).toEqual([1])
  })

  it("fires on PROMPT load completed.", () => {
    const text = script("PROMPT load completed.")
    expect(linesBreaking(successPrompt, text)).toEqual([1])
  })

  it("fires on PROMPT finished successfully", () => {
    const text = script("PROMPT finished successfully")
    expect(linesBreaking(successPrompt, text)).toEqual([1])
  })

  it("is silent on PROMPT 30: the indexes will be created", () => {
    const text = script("PROMPT 30: the indexes will be created")
    expect(linesBreaking(successPrompt, text)).toEqual([])
  })

  it("is silent on PROMPT OLD is APP.OK now", () => {
    const text = script("PROMPT OLD is APP.OK now")
    expect(linesBreaking(successPrompt, text)).toEqual([])
  })

  it('is silent on PROMPT range key "CREATED"', () => {
    const text = script('PROMPT range key "CREATED"')
    expect(linesBreaking(successPrompt, text)).toEqual([])
  })

  it("is silent on PROMPT ORDERS_OK becomes CREATED_AT", () => {
    const text = script("PROMPT ORDERS_OK becomes CREATED_AT")
    expect(linesBreaking(successPrompt, text)).toEqual([])
  })

  it("is silent on PROMPT 30: look at the log", () => {
    const text = script("PROMPT 30: look at the log")
    expect(linesBreaking(successPrompt, text)).toEqual([])
  })

  it("is silent on a heading of a report", () => {
    const text = script("SELECT 1 FROM dual;", "PROMPT Objects created in the last week", "SELECT 2 FROM dual;")
    expect(linesBreaking(successPrompt, text)).toEqual([])
  })

  it("is an error after a change, and a note where WHENEVER SQLERROR EXIT stands before it", () => {
    const severities = (...lines: ReadonlyArray<string>) =>
      lintScript(script(...lines), { file: "a.sql", rules: [successPrompt] }).map(({ severity }) => severity)
    expect(severities("CREATE TABLE t (a NUMBER);", "PROMPT table created")).toEqual(["error"])
    expect(severities("WHENEVER SQLERROR EXIT 4", "DROP TABLE t;", "PROMPT completed")).toEqual(["info"])
  })

  it("is silent on OK that a block prints", () => {
    const text = script("BEGIN", "  DBMS_OUTPUT.PUT_LINE('50: OK');", "END;", "/")
    expect(linesBreaking(successPrompt, text)).toEqual([])
  })
})
