import { describe, expect, it } from "vitest"
import { remember } from "../src/remember.ts"

const counting = () => {
  const asked: Array<string> = []
  const read = remember((text) => {
    asked.push(text)
    return text === "" ? null : { length: text.length }
  })
  return { asked, read }
}

describe("remember", () => {
  it("asks once per text, also when the answer is null", () => {
    const { asked, read } = counting()
    expect(read("ab")).toBe(read("ab"))
    expect([read(""), read("")]).toEqual([null, null])
    expect(asked).toEqual(["ab", ""])
  })

  it("forgets rather than growing without end", () => {
    const { asked, read } = counting()
    for (let index = 0; index <= 20_000; index++) read(String(index))
    read("0")
    expect(asked.filter((text) => text === "0")).toHaveLength(2)
  })
})
