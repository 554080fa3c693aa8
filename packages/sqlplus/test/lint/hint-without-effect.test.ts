import { describe, expect, it } from "vitest"
import { hintWithoutEffect } from "../../src/lint/hint-without-effect.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP752 hint-without-effect", () => {
  it("fires in SQL and in blocks", () => {
    const text = script(
      "INSERT /*+ append nologging */ INTO t SELECT * FROM u;",
      "BEGIN",
      "  INSERT --+ NOLOGGING",
      "  INTO t SELECT * FROM u;",
      "END;",
      "/"
    )
    expect(linesBreaking(hintWithoutEffect, text)).toEqual([1, 3])
  })

  it("is silent on the attribute and on comments", () => {
    const text = script("ALTER TABLE t NOLOGGING;", "INSERT /*+ APPEND */ /* nologging */ INTO t SELECT * FROM u;")
    expect(linesBreaking(hintWithoutEffect, text)).toEqual([])
  })
})
