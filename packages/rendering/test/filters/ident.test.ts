import { describe, expect, it } from "vitest"
import { render } from "../render-sample.ts"

describe("ident", () => {
  it("quotes only what needs quotes", () => {
    expect(render("{{ 'ORDERS' | ident }} {{ 'Orders' | ident }} {{ 'TABLE' | ident }}")).toBe(
      'ORDERS "Orders" "TABLE"\n'
    )
  })
})
