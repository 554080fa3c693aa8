import { describe, expect, it } from "vitest"
import { longTruncated } from "../../src/lint/long-truncated.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP730 long-truncated", () => {
  it("fires on functions and columns of the select list", () => {
    const text = script(
      "SELECT dbms_metadata.get_ddl('TABLE', 'T') FROM dual;",
      "SET LONG 80",
      "WITH x AS (SELECT 1 FROM dual) SELECT a.data_default FROM user_tab_columns a;"
    )
    expect(linesBreaking(longTruncated, text)).toEqual([1, 3])
  })

  it("is silent after SET LONG, in brackets and outside the select list", () => {
    const text = script(
      "SELECT SUBSTR(sql_fulltext, 1, 60) FROM v$sql WHERE sql_fulltext LIKE '%x%';",
      "SET LONG 20000",
      "SELECT high_value FROM user_tab_partitions;"
    )
    expect(linesBreaking(longTruncated, text)).toEqual([])
  })

  it("is silent after a call that is not known", () => {
    const text = script("@@settings.sql", "SELECT high_value FROM user_tab_partitions;")
    expect(linesBreaking(longTruncated, text)).toEqual([])
  })
})
