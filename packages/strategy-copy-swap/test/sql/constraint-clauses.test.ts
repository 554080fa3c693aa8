import { constraintState } from "@orapart/testkit/builders"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  characterClause,
  enforcementClause,
  foreignKeyClause,
  keyClause,
  stateClause,
  validationStatement,
  waitingClause,
  withoutScanClause
} from "../../src/sql/constraint-clauses.ts"

const states = fc.record({
  isEnabled: fc.boolean(),
  isValidated: fc.boolean(),
  isRely: fc.boolean(),
  isDeferrable: fc.boolean(),
  isInitiallyDeferred: fc.boolean()
})

describe("enforcementClause", () => {
  it.each([
    [true, true, "ENABLE VALIDATE"],
    [true, false, "ENABLE NOVALIDATE"],
    [false, true, "DISABLE VALIDATE"],
    [false, false, "DISABLE NOVALIDATE"]
  ])("enabled %s and validated %s is %s", (isEnabled, isValidated, expected) => {
    expect(enforcementClause(constraintState({ isEnabled, isValidated }))).toBe(expected)
  })
})

describe("characterClause", () => {
  it.each([
    [{}, ""],
    [{ isRely: true }, "RELY"],
    [{ isDeferrable: true }, "DEFERRABLE"],
    [{ isDeferrable: true, isInitiallyDeferred: true }, "DEFERRABLE INITIALLY DEFERRED"],
    [{ isDeferrable: true, isInitiallyDeferred: true, isRely: true }, "DEFERRABLE INITIALLY DEFERRED RELY"]
  ])("of %o is %j", (given, expected) => {
    expect(characterClause(constraintState(given))).toBe(expected)
  })

  it("never says INITIALLY DEFERRED of a constraint that is not deferrable", () => {
    expect(characterClause(constraintState({ isInitiallyDeferred: true }))).toBe("")
  })
})

describe("stateClause", () => {
  it("puts the character in front of the enforcement", () => {
    expect(stateClause(constraintState({ isDeferrable: true, isRely: true, isValidated: false }))).toBe(
      "DEFERRABLE RELY ENABLE NOVALIDATE"
    )
  })

  it("of a plain constraint is ENABLE VALIDATE without blanks around it", () => {
    expect(stateClause(constraintState())).toBe("ENABLE VALIDATE")
  })

  it("says enabled and validated in every state, each once", () => {
    fc.assert(
      fc.property(states, (state) => {
        const words = stateClause(state).split(" ")
        expect(words.includes("ENABLE")).toBe(state.isEnabled)
        expect(words.includes("DISABLE")).toBe(!state.isEnabled)
        expect(words.includes("VALIDATE")).toBe(state.isValidated)
        expect(words.includes("NOVALIDATE")).toBe(!state.isValidated)
        expect(words.includes("DEFERRABLE")).toBe(state.isDeferrable)
        expect(words.includes("RELY")).toBe(state.isRely)
        expect(new Set(words).size).toBe(words.length)
      })
    )
  })
})

describe("waitingClause", () => {
  it("is DISABLE NOVALIDATE in every state and keeps what cannot be changed later", () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(waitingClause(state)).toBe(`${characterClause(state)} DISABLE NOVALIDATE`.trim())
      })
    )
  })
})

describe("withoutScanClause", () => {
  it("keeps ENABLE or DISABLE and never validates", () => {
    expect(withoutScanClause(constraintState())).toBe("ENABLE NOVALIDATE")
    expect(withoutScanClause(constraintState({ isEnabled: false }))).toBe("DISABLE NOVALIDATE")
    expect(withoutScanClause(constraintState({ isDeferrable: true }))).toBe("DEFERRABLE ENABLE NOVALIDATE")
  })
})

describe("validationStatement", () => {
  it("validates an enabled key", () => {
    expect(validationStatement("HR.ORDERS", "Orders Fk", constraintState())).toBe(
      'ALTER TABLE HR.ORDERS MODIFY CONSTRAINT "Orders Fk" VALIDATE'
    )
  })

  it("leaves a disabled key disabled", () => {
    expect(validationStatement("HR.ORDERS", "FK", constraintState({ isEnabled: false }))).toBe(
      "ALTER TABLE HR.ORDERS MODIFY CONSTRAINT FK DISABLE VALIDATE"
    )
  })
})

describe("foreignKeyClause", () => {
  const body = { columns: ["A", "b"], referencedColumns: ["ID", "Kind"], deleteRule: "NO ACTION" } as const

  it("names both column lists in order, quoted where needed", () => {
    expect(foreignKeyClause(body, "HR", "Parents")).toBe('FOREIGN KEY (A, "b") REFERENCES HR."Parents" (ID, "Kind")')
  })

  it.each([
    ["CASCADE", " ON DELETE CASCADE"],
    ["SET NULL", " ON DELETE SET NULL"],
    ["NO ACTION", ""]
  ] as const)("writes the delete rule %s as %j", (deleteRule, tail) => {
    const clause = foreignKeyClause({ ...body, deleteRule }, "HR", "P")
    expect(clause.slice(clause.lastIndexOf(")") + 1)).toBe(tail)
  })
})

describe("keyClause", () => {
  it("writes primary and unique keys", () => {
    expect(keyClause("primary-key", ["A", "Order Id"])).toBe('PRIMARY KEY (A, "Order Id")')
    expect(keyClause("unique", ["CODE"])).toBe("UNIQUE (CODE)")
  })
})
