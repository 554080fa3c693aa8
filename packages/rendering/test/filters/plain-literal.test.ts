import { describe, expect, it } from "vitest"
import { writePlainLiteral } from "../../src/filters/plain-literal.ts"

describe("plain_literal", () => {
  it("doubles quotes and leaves line breaks to quoted_block", () => {
    expect(writePlainLiteral("it's\nhere")).toBe("'it''s\nhere'")
  })
})
