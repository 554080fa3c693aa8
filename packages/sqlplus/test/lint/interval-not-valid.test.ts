import { describe, expect, it } from "vitest"
import { intervalNotValid } from "../../src/lint/interval-not-valid.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP751 interval-not-valid", () => {
  it("fires on the doubled word and on wide literals", () => {
    const text = script(
      "CREATE TABLE t (d DATE) PARTITION BY RANGE (d) INTERVAL (INTERVAL(NUMTOYMINTERVAL(1, 'MONTH')))",
      "(PARTITION p VALUES LESS THAN (DATE '2020-01-01'));",
      "SELECT SYSDATE + INTERVAL '105' DAY,",
      "  SYSDATE - INTERVAL '-100 10' DAY TO HOUR FROM dual;"
    )
    expect(linesBreaking(intervalNotValid, text)).toEqual([1, 3, 4])
  })

  it("is silent on intervals that are right", () => {
    const text = script(
      "SELECT INTERVAL '15' DAY, INTERVAL '105' DAY(3), INTERVAL '99 23' DAY TO HOUR, INTERVAL '10.5' SECOND, '105' day FROM dual;",
      "ALTER TABLE t SET INTERVAL (INTERVAL '1' MONTH);"
    )
    expect(linesBreaking(intervalNotValid, text)).toEqual([])
  })
})
