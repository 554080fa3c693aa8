import { describe, expect, it } from "vitest"
import { failToRender, render } from "../render-sample.ts"

describe("literal", () => {
  it("doubles quotes", () => {
    expect(render("{{ data | literal }}", { data: "O'Neil" })).toBe("'O''Neil'\n")
  })

  it("carries line breaks as CHR(n)", () => {
    expect(render("{{ data | literal }}", { data: "a\r\nb" })).toBe("'a' || CHR(13) || CHR(10) || 'b'\n")
  })

  it("breaks a long text into lines that SQL*Plus can read", () => {
    const lines = render("{{ data | literal }}", { data: "x".repeat(4000) }).split("\n")
    for (const line of lines) expect(line.length).toBeLessThan(1100)
    expect(lines.join("").replace(/' +\|\| '|'/g, "")).toBe("x".repeat(4000))
  })

  it("refuses a number, which would be a different constant", () => {
    expect(failToRender("{{ 5 | literal }}")).toMatchObject({
      message: "5 | literal: it takes text and is given number."
    })
  })
})
