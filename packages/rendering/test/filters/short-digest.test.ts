import { describe, expect, it } from "vitest"
import { shortenDigest } from "../../src/filters/short-digest.ts"

describe("short_digest", () => {
  it("keeps eight digits", () => {
    expect(shortenDigest("3f9c2a7100ab")).toBe("3f9c2a71")
  })

  it("refuses what is no digest", () => {
    expect(() => shortenDigest("3f9c")).toThrow("3f9c is no hexadecimal digest.")
  })
})
