import { describe, expect, it } from "vitest"
import { failToRender } from "../render-sample.ts"

describe("filters in a template", () => {
  const messageOf = (template: string) => (failToRender(template) as { readonly message: string }).message

  it("refuse arguments too many, unknown or too few", () => {
    expect(messageOf("{{ 'a' | qualified('b', 'c') }}")).toBe('"a" | qualified: it takes the arguments (owner), not 2.')
    expect(messageOf("{{ 'a' | qualified(ownr='b') }}")).toBe(
      '"a" | qualified: it takes the arguments (owner), not ownr.'
    )
    expect(messageOf("{{ 'a' | qualified }}")).toBe('"a" | qualified: it needs owner.')
  })

  it("name the value before the bar as the author wrote it", () => {
    expect(messageOf("{{ (1 + 2) | ident }}")).toContain("(...) | ident: ")
    expect(messageOf("{{ 1 | round | ident }}")).toContain("1 | round | ident: ")
    expect(messageOf("{{ range(3)[1] | ident }}")).toContain("range(...)[1] | ident: ")
  })
})
