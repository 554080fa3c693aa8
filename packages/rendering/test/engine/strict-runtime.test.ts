import { describe, expect, it } from "vitest"
import { failToRender, render } from "../render-sample.ts"

describe("imports", () => {
  const guard = "{% macro ready(name, word='READY') %}\n-- {{ word }} {{ name }}\n{% endmacro %}\n"

  it("reach macros by id and by a path inside the prefix", () => {
    const texts = {
      "core:_macros/guard.sql": guard,
      "core:rollback/a.sql": '{% import "../_macros/guard.sql" as g %}\n{{ g.ready("B") }}',
      "core:main.sql":
        '{% import "core:_macros/guard.sql" as guard %}\n{{ guard.ready("A", word="DONE") }}\n{% include "./rollback/a.sql" %}'
    }
    expect(render(texts)).toBe("-- DONE A\n\n-- READY B\n")
  })

  it("do not leave their prefix by a path", () => {
    const texts = { "acme:secret.sql": guard, "core:main.sql": '{% include "../secret.sql" %}' }
    expect(failToRender(texts)).toMatchObject({
      _tag: "TemplateFault",
      template: "core:main.sql",
      message: "../secret.sql lies outside the templates of core:main.sql."
    })
  })

  it("name an id that does not exist", () => {
    expect(failToRender('{% import "core:gone.sql" as g %}{{ g.x() }}')).toEqual({
      _tag: "UnknownTemplate",
      template: "core:gone.sql",
      known: ["core:main.sql"]
    })
  })

  it("give an error inside a macro the macro's own template and line", () => {
    const texts = {
      "core:_macros/guard.sql": "{% macro ready(data) %}\n-- x\n-- {{ data.nmae }}\n{% endmacro %}",
      "core:main.sql": '{% import "core:_macros/guard.sql" as guard %}\n\n\n\n{{ guard.ready(data) }}'
    }
    expect(failToRender(texts, { data: {} })).toEqual({
      _tag: "MissingField",
      template: "core:_macros/guard.sql",
      line: 3,
      field: "data.nmae"
    })
  })

  it("give an error inside an included file that file's line", () => {
    const texts = { "core:part.sql": "a\n{{ nowhere }}", "core:main.sql": 'b\n{% include "core:part.sql" %}\nc' }
    expect(failToRender(texts)).toEqual({ _tag: "MissingField", template: "core:part.sql", line: 2, field: "nowhere" })
  })

  it("refuse a macro call with an argument too few, too many or unknown", () => {
    const call = (values: string) =>
      failToRender({ "core:g.sql": guard, "core:main.sql": `{% import "core:g.sql" as g %}\n{{ g.ready(${values}) }}` })
    expect(call("")).toMatchObject({ template: "core:main.sql", line: 2, message: "g.ready: the macro needs name" })
    expect(call("'A', wrd='x'")).toMatchObject({ message: "g.ready: the macro has no argument wrd" })
    expect(call("'A', 'B', 'C'")).toMatchObject({ message: "g.ready: the macro takes 2 arguments, not 3" })
  })

  it("refuse to call or to write what is no call's or text's business", () => {
    expect(failToRender("{{ data() }}", { data: "x" })).toMatchObject({
      message: "data is a text and cannot be called."
    })
    expect(failToRender("{% macro m() %}x{% endmacro %}{{ m }}")).toMatchObject({
      message: "m is a macro and cannot be written."
    })
  })

  it("keep a variable that a loop inside the macro changes", () => {
    const sum =
      "{% macro sum(list) %}{% set n = 0 %}{% for x in list %}{% set n = n + x %}{% endfor %}{{ n }}{% endmacro %}"
    expect(render(`${sum}{{ sum([1, 2, 3]) }} {{ sum([4]) }}`)).toBe("6 4\n")
  })

  it("take any argument by its name", () => {
    expect(
      render(
        '{% macro m(a, b, c="z") %}{{ a }}{{ b }}{{ c }}{% endmacro %}{{ m("A", b="B") }} {{ m(c="C", b="B", a="A") }}'
      )
    ).toBe("ABz ABC\n")
  })

  it("take a block of text as caller()", () => {
    const frame = "{% macro frame(word) %}-- {{ word }} {{ caller() }}{% endmacro %}"
    expect(render(`${frame}{% call frame("A") %}{{ 1 + 1 }}{% endcall %}`)).toBe("-- A 2\n")
  })

  it("carry the context of their caller into blocks of a parent template", () => {
    const texts = {
      "core:base.sql": "-- {% block body %}none{% endblock %}\n",
      "core:main.sql": '{% extends "core:base.sql" %}{% block body %}{{ table }}{% endblock %}'
    }
    expect(render(texts, { table: "ORDERS" })).toBe("-- ORDERS\n")
  })
})

describe("loops", () => {
  it("know their position", () => {
    const template =
      "{% for x in [7, 8] %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }}{{ ',' if not loop.last }}{% endfor %}"
    expect(render(template)).toBe("1021truefalse2,2110falsetrue2\n")
  })

  it("give the names and values of an object and of pairs", () => {
    expect(render("{% for k, v in data %}{{ k }}={{ v }};{% endfor %}", { data: { a: 1, b: 2 } })).toBe("a=1;b=2;\n")
    expect(render("{% for k, v in data %}{{ k }}={{ v }};{% endfor %}", { data: [["a", 1]] })).toBe("a=1;\n")
  })

  it("take their else when there is nothing", () => {
    expect(render("{% for x in data %}x{% else %}none{% endfor %}", { data: [] })).toBe("none\n")
  })
})
