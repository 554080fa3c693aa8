import { describe, expect, it } from "vitest"
import { resolveTemplateId } from "../../src/engine/script-environment.ts"

describe("resolveTemplateId", () => {
  it.each([
    ["core:10.sql", "acme:x.sql", "acme:x.sql"],
    ["core:10.sql", "./_macros/a.sql", "core:_macros/a.sql"],
    ["core:rollback/10.sql", "../_macros/a.sql", "core:_macros/a.sql"],
    ["core:rollback/10.sql", "./b.sql", "core:rollback/b.sql"],
    ["core:10.sql", "../a.sql", null],
    ["core:a/b/10.sql", "../../../x.sql", null]
  ])("resolves, as seen from %s, %s to %s", (from, to, id) => {
    expect(resolveTemplateId(from, to)).toBe(id)
  })
})
