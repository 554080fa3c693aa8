import { describe, expect, it } from "vitest"
import { writePromptText } from "../../src/filters/prompt-text.ts"

describe("prompt_text", () => {
  it("does not end in a hyphen, which would swallow the next line", () => {
    expect(writePromptText("loading -")).toBe("loading - .")
    expect(writePromptText("loading - ; ")).toBe("loading - ,")
  })

  it("holds no ampersand and no line break", () => {
    expect(writePromptText("R&D\nnow")).toBe("R and D now")
  })
})
