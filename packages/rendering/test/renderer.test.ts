import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { checkTemplates, createRenderer } from "../src/index.ts"
import { column, plan } from "./sample-plan.ts"
import { failToRender, render } from "./render-sample.ts"

const missing = (field: string, line = 1) => ({ _tag: "MissingField", template: "core:main.sql", line, field })

describe("a field that does not exist", () => {
  const context = { data: { columns: [{ name: "A" }], note: null, names: ["A"] } }

  it("is named when it is written", () => {
    expect(failToRender("\n{{ data.tabel }}", context)).toEqual(missing("data.tabel", 2))
  })

  it("is named when it is only tested", () => {
    expect(failToRender("{% if data.tabel %}x{% endif %}", context)).toEqual(missing("data.tabel"))
  })

  it("is named when it is tested with `is defined`", () => {
    expect(failToRender("{% if data.tabel is defined %}x{% endif %}", context)).toEqual(missing("data.tabel"))
  })

  it("is named when it is looped over", () => {
    expect(failToRender("{% for c in data.colums %}x{% endfor %}", context)).toEqual(missing("data.colums"))
  })

  it("is named by the loop's variable when an element lacks it", () => {
    expect(failToRender("{% for c in data.columns %}\n{{ c.nmae }}\n{% endfor %}", context)).toEqual(
      missing("c.nmae", 2)
    )
  })

  it("is named when it goes through a filter of nunjucks", () => {
    expect(failToRender("{{ data.tabel | upper }}", context)).toEqual(missing("data.tabel"))
  })

  it("is named when it is an argument of a filter", () => {
    expect(failToRender("{{ 'T' | qualified(data.ownr) }}", context)).toEqual(missing("data.ownr"))
  })

  it("is named when it is joined to a text", () => {
    expect(failToRender("{{ 'a' ~ data.tabel }}", context)).toEqual(missing("data.tabel"))
  })

  it("is named when it is an argument of a macro", () => {
    const template = "{% macro m(a) %}{% if a %}x{% endif %}{% endmacro %}{{ m(data.tabel) }}"
    expect(failToRender(template, context)).toEqual(missing("data.tabel"))
  })

  it("is named when it lies below a field that is null", () => {
    expect(failToRender("{{ data.note.text }}", context)).toEqual(missing("data.note.text"))
  })

  it("is named when an index is beyond the end of a list", () => {
    expect(failToRender("{{ data.names[1] }}", context)).toEqual(missing("data.names[1]"))
  })

  it("is named when the whole name is unknown", () => {
    expect(failToRender("{% if dta %}x{% endif %}", context)).toEqual(missing("dta"))
  })

  it("is named when an assigned name was not assigned on this way", () => {
    const template = "{% if data.note %}{% set x = 1 %}{% endif %}{% if x %}y{% endif %}"
    expect(failToRender(template, context)).toEqual(missing("x"))
  })

  it("is named when a filter reads it inside a plan's object", () => {
    const { dataType: _, ...broken } = column("A")
    expect(failToRender("{{ data.column | column_definition }}", { data: { column: broken } })).toEqual(
      missing("data.column.dataType")
    )
  })

  it("is named with its place when a filter reads it inside a list", () => {
    const data = { keys: [{ name: "A", nullable: false }, { name: "B" }] }
    expect(failToRender('{{ data.keys | match_condition("t", "s") }}', { data })).toEqual(
      missing("data.keys[1].nullable")
    )
  })

  it("is not found among the methods that every object has", () => {
    expect(failToRender("{{ data.constructor }}", context)).toEqual(missing("data.constructor"))
    expect(failToRender("{{ data.names.constructor }}", context)).toEqual(missing("data.names.constructor"))
  })
})

describe("a field that is null", () => {
  const context = { data: { note: null } }
  const fault = (message: string) => ({ _tag: "TemplateFault", template: "core:main.sql", line: 1, message })

  it("may be tested", () => {
    expect(render("{% if data.note %}a{% else %}b{% endif %}", context)).toBe("b\n")
  })

  it("may be given to a filter that has a word for it", () => {
    expect(render("{{ data.note | format_size }}", context)).toBe("not known\n")
  })

  it("cannot be written", () => {
    expect(failToRender("{{ data.note }}", context)).toEqual(fault("data.note is null and cannot be written."))
  })

  it("cannot be looped over", () => {
    expect(failToRender("{% for x in data.note %}x{% endfor %}", context)).toEqual(
      fault("data.note is null; a loop needs a list or an object.")
    )
  })

  it("cannot be calculated with", () => {
    expect(failToRender("{{ data.note * 2 }}", context)).toEqual(
      fault("null * a number cannot be calculated: numbers only.")
    )
  })

  it("cannot be joined to a text", () => {
    expect(failToRender("{{ 'x' ~ data.note }}", context)).toEqual(
      fault("a text ~ null cannot be calculated: texts and numbers only.")
    )
  })

  it("is refused by a filter that needs a value, ours or nunjucks' own", () => {
    expect(failToRender("{{ data.note | ident }}", context)).toEqual(
      fault("data.note | ident: it takes text and is given null.")
    )
    expect(failToRender("{{ data.note | upper }}", context)).toEqual(fault("data.note | upper: the value is null."))
  })

  it("can be replaced with default", () => {
    expect(render("{{ data.note | default('-', true) }}", context)).toBe("-\n")
  })
})

describe("a value without a look of its own", () => {
  it("is refused instead of written as [object Object]", () => {
    expect(failToRender("{{ plan.settings }}", { plan: plan() })).toMatchObject({
      message: "plan.settings is an object and cannot be written."
    })
  })

  it("is refused when it is a list", () => {
    expect(failToRender("{{ data }}", { data: ["A", "B"] })).toMatchObject({
      message: "data is a list and cannot be written. Join it, or use a filter that takes a list."
    })
  })

  it("is refused when it is no number or would be written with an exponent", () => {
    expect(failToRender("{{ data }}", { data: Number.NaN })).toMatchObject({
      message: "data is the number NaN and cannot be written."
    })
    expect(failToRender("{{ data }}", { data: 1e21 })).toMatchObject({
      message: "data is the number 1e+21 and cannot be written."
    })
  })

  it("is found in the finished text when a filter hid it", () => {
    expect(failToRender("x\n{{ data | join(',') }}", { data: [{}] })).toEqual({
      _tag: "TemplateFault",
      template: "core:main.sql",
      line: null,
      message: 'Line 2 of the script holds "[object ": a value was lost on its way into a text.'
    })
  })

  it("is told from a customer's own word", () => {
    expect(render("-- {{ data | comment_text }}", { data: "state undefined, NaN" })).toBe("-- state undefined, NaN\n")
    expect(render("-- undefined is no state", {})).toBe("-- undefined is no state\n")
  })
})

describe("template texts", () => {
  it("name the line of a syntax error", () => {
    expect(failToRender("a\nb {% if %}\n")).toMatchObject({ _tag: "TemplateFault", template: "core:main.sql", line: 2 })
  })

  it("are refused when they use a filter that does not exist, on whatever way", () => {
    expect(failToRender("{% if false %}\n{{ 'x' | idnet }}\n{% endif %}")).toEqual({
      _tag: "TemplateFault",
      template: "core:main.sql",
      line: 2,
      message: "there is no filter idnet"
    })
  })

  it("have no use for nunjucks' random and HTML filters", () => {
    expect(failToRender("{{ [1, 2] | random }}")).toMatchObject({ message: "there is no filter random" })
    expect(failToRender("{{ 'x' | escape }}")).toMatchObject({ message: "there is no filter escape" })
  })

  it("are refused with a tab or a character beyond ASCII", () => {
    expect(failToRender("a\n\tb")).toMatchObject({
      line: 2,
      message: "The template holds the character U+0009. Templates are plain ASCII without tabs."
    })
    expect(failToRender("-- \u2713 done")).toMatchObject({ line: 1, message: expect.stringContaining("U+2713") })
  })

  it("may come with CR LF", () => {
    expect(render("{% if true %}\r\nSELECT 1 FROM dual;\r\n{% endif %}\r\n")).toBe("SELECT 1 FROM dual;\n")
  })

  it("leave customers' characters as they are and escape nothing for HTML", () => {
    expect(render("{{ name | ident }} <> 'a & b'", { name: "GR\u00d6SSE" })).toBe("\"GR\u00d6SSE\" <> 'a & b'\n")
  })
})

describe("finished text", () => {
  it("has no blanks at line ends and one line end at its end", () => {
    expect(render("SELECT {{ '' }} \n  1;   \n\n\n")).toBe("SELECT\n  1;\n")
  })

  it("is refused with a carriage return from a value", () => {
    expect(failToRender("{{ data }}", { data: "a\r\nb" })).toMatchObject({
      message: expect.stringContaining("Line 1 of the script holds a carriage return")
    })
  })

  it("is refused with a line that SQL*Plus cannot read, counted in bytes", () => {
    expect(render("{{ data }}", { data: "x".repeat(2400) })).toHaveLength(2401)
    expect(failToRender("a\n{{ data }}", { data: "\u00e9".repeat(1201) })).toMatchObject({
      line: null,
      message: expect.stringContaining("Line 2 of the script is 2402 bytes long")
    })
  })
})

describe("createRenderer", () => {
  it("uses an override in place of the text with the same id and can say where it came from", () => {
    const overrides = new Map([
      ["core:main.sql", { text: "-- {{ 'core:main.sql' | template_origin }}", origin: "./sql/swap.sql.njk" }]
    ])
    expect(render({ "core:main.sql": "original" }, {}, overrides)).toBe(
      "-- core:main.sql replaced by ./sql/swap.sql.njk, SHA-256 e70ccc00\n"
    )
    expect(render("-- {{ 'core:main.sql' | template_origin }}")).toBe("-- core:main.sql\n")
  })

  it("refuses to render anything while an override fits no template", () => {
    const overrides = new Map([["core:mian.sql", { text: "x", origin: "./x.njk" }]])
    expect(failToRender("original", {}, overrides)).toEqual({
      _tag: "UnknownTemplate",
      template: "core:mian.sql",
      known: ["core:main.sql"]
    })
  })

  it("gives the same text every time", () => {
    const renderer = createRenderer({ templates: new Map([["core:a.sql", "{% set n = n0 + 1 %}{{ n }}"]]) })
    expect(renderer.renderText("core:a.sql", { n0: 1 })).toBe("2\n")
    expect(renderer.renderText("core:a.sql", { n0: 1 })).toBe("2\n")
  })

  it("keeps the variables of two renderings apart", () => {
    const renderer = createRenderer({
      templates: new Map([["core:a.sql", "{% if isFirst %}{% set x = 1 %}{% endif %}{{ x }}"]])
    })
    renderer.renderText("core:a.sql", { isFirst: true })
    expect(() => renderer.renderText("core:a.sql", { isFirst: false })).toThrow()
  })
})

describe("checkTemplates", () => {
  it("finds the template that does not compile", () => {
    const renderer = createRenderer({
      templates: new Map([
        ["core:a.sql", "ok"],
        ["core:b.sql", "{{ x | nofilter }}"]
      ])
    })
    expect(Effect.runSync(Effect.flip(checkTemplates(renderer))).reason).toMatchObject({ template: "core:b.sql" })
  })
})
