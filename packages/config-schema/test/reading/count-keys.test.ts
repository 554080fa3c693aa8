import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { countHeldKeys, countWrittenKeys } from "../../src/reading/count-keys.ts"

describe("countWrittenKeys", () => {
  it("counts what the parsed value holds, for any JSON that says no key twice", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, "\t"), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        expect(countWrittenKeys(text)).toBe(countHeldKeys(JSON.parse(text)))
      })
    )
  })

  it("sees a key that JSON.parse has swallowed, at any depth", () => {
    const text = '{"a": {"b": 1, "c": [{"d": 1, "d": 2}]}}'
    expect(countWrittenKeys(text)).toBe(5)
    expect(countHeldKeys(JSON.parse(text))).toBe(4)
  })

  it("is not misled by quotes, colons and backslashes inside texts", () => {
    const value = { 'a":b': 'x":', "c\\": "\\", d: '\\":"' }
    expect(countWrittenKeys(JSON.stringify(value))).toBe(3)
    expect(countWrittenKeys('["a:", "b" , "c":1]'.replace('"c":1', '"c"'))).toBe(0)
  })
})
