import { describe, expect, it } from "vitest"
import { formatSize } from "../../src/filters/format-size.ts"

describe("format_size", () => {
  it.each([
    [0, "0 bytes"],
    [1, "1 byte"],
    [1023, "1,023 bytes"],
    [1024, "1 KB"],
    [8 * 1024 ** 2, "8 MB"],
    [85.6 * 1024 ** 3, "85.6 GB"],
    [1024 ** 2 - 1, "1 MB"],
    [1024 ** 4, "1 TB"],
    [5000 * 1024 ** 5, "5,000 PB"]
  ])("writes %d bytes as %s", (bytes, words) => {
    expect(formatSize(bytes)).toBe(words)
  })

  it("says when it is not known", () => {
    expect(formatSize(null)).toBe("not known")
  })

  it("refuses what is no size", () => {
    expect(() => formatSize(Number.POSITIVE_INFINITY)).toThrow("Infinity is no number of bytes.")
  })
})
