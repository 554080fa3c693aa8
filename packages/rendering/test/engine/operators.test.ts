import { describe, expect, it } from "vitest"
import { failToRender, render } from "../render-sample.ts"

describe("operators", () => {
  it("join texts and numbers, and add two texts", () => {
    expect(render("{{ 'a' ~ 1 ~ 'b' }} {{ 'a' + 'b' }}")).toBe("a1b ab\n")
  })

  it("calculate with numbers", () => {
    expect(render("{{ 7 + 2 }} {{ 7 - 2 }} {{ 7 * 2 }} {{ 7 / 2 }} {{ 7 % 2 }} {{ 7 // 2 }} {{ 7 ** 2 }}")).toBe(
      "9 5 14 3.5 1 3 49\n"
    )
  })

  it("refuse a text in arithmetic and a division by zero", () => {
    expect(failToRender("{{ '7' - 2 }}")).toMatchObject({
      message: "a text - a number cannot be calculated: numbers only."
    })
    expect(failToRender("{{ 7 / 0 }}")).toMatchObject({
      message: "a number / a number cannot be calculated: numbers only."
    })
  })
})
