import { describe, expect, it } from "vitest"
import { whenOthersNull } from "../../src/lint/when-others-null.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP718 when-others-null", () => {
  it("fires in a block and in a stored unit", () => {
    const text = script(
      "BEGIN",
      "  x;",
      "EXCEPTION",
      "  WHEN OTHERS THEN NULL;",
      "END;",
      "/",
      "CREATE PROCEDURE p IS BEGIN NULL;",
      "EXCEPTION WHEN NO_DATA_FOUND THEN NULL;",
      "WHEN OTHERS -- a",
      "THEN NULL; END;",
      "/"
    )
    expect(linesBreaking(whenOthersNull, text)).toEqual([4, 9])
  })

  it("fires in dynamic PL/SQL", () => {
    const text = script(
      "BEGIN",
      "  EXECUTE IMMEDIATE q'~BEGIN x;",
      "EXCEPTION WHEN OTHERS THEN NULL; END;~';",
      "END;",
      "/"
    )
    expect(linesBreaking(whenOthersNull, text)).toEqual([3])
  })

  it("is silent when the handler raises again", () => {
    const text = script(
      "BEGIN",
      "  x;",
      "EXCEPTION",
      "  WHEN NO_DATA_FOUND THEN NULL;",
      "  WHEN OTHERS THEN log; RAISE;",
      "END;",
      "/",
      "-- WHEN OTHERS THEN NULL"
    )
    expect(linesBreaking(whenOthersNull, text)).toEqual([])
  })
})
