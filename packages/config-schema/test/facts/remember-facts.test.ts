import { describe, expect, it } from "vitest"
import { rememberFacts } from "../../src/facts/remember-facts.ts"

describe("rememberFacts", () => {
  it("asks once per object, whatever the order, and keeps undefined and null as answers", () => {
    const asked: Array<string> = []
    const factsOf = rememberFacts(({ name, facts }: { readonly name: string; readonly facts: unknown }) => {
      asked.push(name)
      return facts
    })
    const [first, second] = [
      { name: "first", facts: null },
      { name: "second", facts: undefined }
    ]
    expect([factsOf(first), factsOf(first), factsOf(second), factsOf(first), factsOf(second)]).toEqual([
      null,
      null,
      undefined,
      null,
      undefined
    ])
    expect(asked).toEqual(["first", "second"])
  })

  it("takes an equal object for another one", () => {
    const asked: Array<object> = []
    const factsOf = rememberFacts((subject: object) => asked.push(subject))
    expect([factsOf({}), factsOf({})]).toEqual([1, 2])
  })
})
