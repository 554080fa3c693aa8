import { describe, expect, it } from "vitest"
import { commentBeforeUnit } from "../../src/lint/comment-before-unit.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP754 comment-before-unit", () => {
  it("fires on both kinds of comments", () => {
    const text = script(
      "CREATE /* a */ TRIGGER t BEFORE INSERT ON x BEGIN NULL; END;",
      "/",
      "CREATE OR REPLACE -- b",
      "PROCEDURE p IS BEGIN NULL; END;",
      "/"
    )
    expect(linesBreaking(commentBeforeUnit, text)).toEqual([1, 3])
  })

  it("is silent on comments before CREATE and behind the name", () => {
    const text = script(
      "-- a",
      "CREATE OR REPLACE PROCEDURE /* b */ p /* c */ IS BEGIN NULL; END;",
      "/",
      "CREATE /* d */ TABLE t (a NUMBER);"
    )
    expect(linesBreaking(commentBeforeUnit, text)).toEqual([])
  })
})
