import { describe, expect, it } from "vitest"
import { MacroMemory } from "../../src/engine/macro-memory.ts"
import { createRenderer } from "../../src/renderer.ts"

const countingBody = () => {
  const calls: Array<ReadonlyArray<unknown>> = []
  const body = (...values: ReadonlyArray<unknown>): unknown => `${calls.push(values)}`
  return { calls, body }
}

describe("a macro's last run", () => {
  it("is given again for the same values and for no others", () => {
    const scope = new MacroMemory().openScope()
    scope.settle()
    const { body, calls } = countingBody()
    const plan = {}
    const results = [[plan, 1], [plan, 1], [plan, 2], [{}, 2], [plan]].map((values) => scope.run(body, values))
    expect(results).toEqual(["1", "1", "2", "3", "4"])
    expect(calls).toHaveLength(4)
  })

  it("is not given again before the template was run by an import, nor after everything was forgotten", () => {
    const memory = new MacroMemory()
    const scope = memory.openScope()
    const { body } = countingBody()
    expect([scope.run(body, []), scope.run(body, [])]).toEqual(["1", "2"])
    scope.settle()
    expect([scope.run(body, []), scope.run(body, [])]).toEqual(["3", "3"])
    memory.clear()
    expect(scope.run(body, [])).toBe("4")
  })
})

describe("macros of a template that is rendered itself", () => {
  it("see what the template sets between two calls", () => {
    const text =
      "{% macro show(a) %}{{ a ~ x }}{% endmacro %}{% set x = 1 %}{{ show('v') }}{% set x = 2 %} {{ show('v') }}\n"
    const renderer = createRenderer({ templates: new Map([["core:main.sql", text]]) })
    expect(renderer.renderText("core:main.sql", {})).toBe("v1 v2\n")
  })
})
