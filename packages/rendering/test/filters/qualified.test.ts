import { describe, expect, it } from "vitest"
import { render } from "../render-sample.ts"

describe("qualified", () => {
  it("puts the owner before the name, each quoted on its own", () => {
    expect(render("{{ 'ORDERS' | qualified('HR') }} {{ 'orders' | qualified('HR') }}")).toBe('HR.ORDERS HR."orders"\n')
  })
})
