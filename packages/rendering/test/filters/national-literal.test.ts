import { describe, expect, it } from "vitest"
import { render } from "../render-sample.ts"

describe("national_literal", () => {
  it("writes ASCII only, whatever the text holds", () => {
    expect(render("{{ data | national_literal }}", { data: "plain" })).toBe("N'plain'\n")
    expect(render("{{ data | national_literal }}", { data: "Gr\u00f6\u00dfe" })).toBe("UNISTR('Gr\\00F6\\00DFe')\n")
  })
})
