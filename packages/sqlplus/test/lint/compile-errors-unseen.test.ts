import { describe, expect, it } from "vitest"
import { compileErrorsUnseen } from "../../src/lint/compile-errors-unseen.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP748 compile-errors-unseen", () => {
  it("fires on each unit that nobody looks at", () => {
    const text = script(
      "CREATE PROCEDURE p IS BEGIN NULL; END;",
      "/",
      "CREATE TYPE BODY app.t AS END;",
      "/",
      "SHOW ERRORS"
    )
    expect(linesBreaking(compileErrorsUnseen, text)).toEqual([1])
  })

  it("is silent after SHOW ERRORS, also by name, and with a query at the end", () => {
    const text = script(
      'CREATE OR REPLACE PACKAGE app."P" AS END;',
      "/",
      "CREATE FUNCTION f RETURN NUMBER IS BEGIN RETURN 1; END;",
      "/",
      "SHO ERR",
      "SHOW ERRORS PACKAGE app.P"
    )
    expect(linesBreaking(compileErrorsUnseen, text)).toEqual([])
  })

  it("is silent with a query at the end and before an unknown call", () => {
    const text = script(
      "CREATE TRIGGER t BEFORE INSERT ON x BEGIN NULL; END;",
      "/",
      "CREATE TRIGGER u BEFORE INSERT ON x BEGIN NULL; END;",
      "/",
      "SELECT name FROM user_errors;"
    )
    expect(linesBreaking(compileErrorsUnseen, text)).toEqual([])
  })
})
