import { describe, expect, it } from "vitest"
import { messages } from "../../src/errors/messages.ts"
import { notInSandbox, ora, oraText } from "../../src/errors/ora.ts"

// The list at the end of chapter 9 of the rule book, without the numbers of DBMS_REDEFINITION and of MODIFY PARTITION BY, which the sandbox refuses.
const required = [
  54, 439, 904, 942, 955, 972, 997, 1031, 1400, 1408, 1452, 1502, 1536, 2149, 2264, 2266, 2270, 2291, 2292, 2298, 2437,
  2449, 3001, 12838, 14030, 14031, 14037, 14039, 14047, 14097, 14098, 14099, 14135, 14156, 14188, 14299, 14300, 14335,
  14400, 14401, 14402, 14427, 14430, 14436, 14511, 14513, 14601, 14602, 14604, 14750, 14751, 14752, 14757, 14758, 14759,
  14760, 14761, 14762, 14763, 14767, 25113, 25122, 26563, 30673, 32795, 54013
]

describe("error texts", () => {
  it.each(required)("include ORA-%i", (code) => {
    expect(messages[code]?.length ?? 0).toBeGreaterThan(5)
  })

  it("fill in names in order and leave nothing of a place without one", () => {
    expect(ora(1, ["HR.PK_T"], 3).message).toBe("ORA-00001: unique constraint (HR.PK_T) violated")
    expect(ora(12899, ['"HR"."T"."C"', 30, 20]).message).toBe(
      'ORA-12899: value too large for column "HR"."T"."C" (actual: 30, maximum: 20)'
    )
    expect(oraText(959)).toBe("ORA-00959: tablespace '' does not exist")
    expect(ora(942, [], 14).offset).toBe(14)
  })

  it("say which feature the sandbox lacks", () => {
    expect(notInSandbox("MERGE PARTITIONS", 5)).toMatchObject({
      code: 3001,
      offset: 5,
      message: "ORA-03001: unimplemented feature, not supported in the sandbox: MERGE PARTITIONS"
    })
  })
})
