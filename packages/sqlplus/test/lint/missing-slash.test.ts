import { describe, expect, it } from "vitest"
import { missingSlash } from "../../src/lint/missing-slash.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP712 missing-slash", () => {
  it("fires at the end of the file", () => {
    const text = script("BEGIN", "  NULL;", "END;")
    expect(linesBreaking(missingSlash, text)).toEqual([3])
  })

  it("fires on a block that a . ends", () => {
    const text = script("BEGIN", "  NULL;", "END;", ".")
    expect(linesBreaking(missingSlash, text)).toEqual([4])
  })

  it("fires where the next statement becomes part of the block", () => {
    const text = script(
      "BEGIN",
      "  NULL;",
      "END;",
      "CREATE INDEX i ON t (a);",
      "/",
      "CREATE TYPE t AS TABLE OF NUMBER;",
      "",
      "CREATE TYPE u AS TABLE OF NUMBER;",
      "/"
    )
    expect(linesBreaking(missingSlash, text)).toEqual([4, 8])
  })

  it("is silent when every block has its /", () => {
    const text = script("BEGIN", "  NULL;", "END;", "/", "CREATE TYPE t AS TABLE OF NUMBER;", "/", "COMMIT;")
    expect(linesBreaking(missingSlash, text)).toEqual([])
  })

  it("is silent on DDL of several lines inside a literal", () => {
    const text = script(
      "DECLARE",
      "  l_count NUMBER;",
      "BEGIN",
      "  EXECUTE IMMEDIATE q'~CREATE TRIGGER t",
      "BEFORE INSERT ON x BEGIN NULL; END;",
      "CASE IF LOOP~';",
      "  IF l_count = 0 THEN EXECUTE IMMEDIATE q'~DROP TABLE x~'; END IF;",
      "END;",
      "/"
    )
    expect(linesBreaking(missingSlash, text)).toEqual([])
  })
})
