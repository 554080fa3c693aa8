import { describe, expect, it } from "vitest"
import { render } from "../render-sample.ts"

describe("hint", () => {
  it("stands behind SELECT with its own blank", () => {
    expect(render('SELECT {{ 8 | parallel_hint("t") | hint }}COUNT(*)')).toBe("SELECT /*+ PARALLEL(t, 8) */ COUNT(*)\n")
  })

  it("leaves nothing behind for an empty text", () => {
    expect(render('SELECT {{ 1 | parallel_hint("t") | hint }}COUNT(*)')).toBe("SELECT COUNT(*)\n")
  })
})
