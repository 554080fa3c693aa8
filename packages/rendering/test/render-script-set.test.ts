import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { createRenderer, renderScriptSet } from "../src/index.ts"
import type { ScriptFile } from "../src/index.ts"
import { plan, step } from "./sample-plan.ts"

const templates = {
  "core:readme.md": "# {{ plan.owner }}.{{ plan.table }}\n{{ rollback.lastReversible }}",
  "core:_settings.sql": "SET DEFINE OFF",
  "core:_skip.sql": "PROMPT done before",
  "core:master1.sql": "{% for s in plan.steps %}\n@@{{ s.file }}\n{% endfor %}",
  "core:master2.sql": "{% if step %}step{% else %}no step{% endif %}",
  "core:10_create_table.sql": "-- {{ step.number }} {{ data.layout }}",
  "core:rollback/10_undo_create_table.sql": "-- undo of {{ step.number }}: {{ data.drops }}",
  "core:master_rollback.sql": "{% for undo in rollback.steps %}\n@@{{ undo.file }}\n{% endfor %}"
}

const create = step({ apply: { template: "core:10_create_table.sql", data: { layout: "monthly" } } })
const samplePlan = plan({ steps: [create] })
const undo = {
  id: "create-table",
  file: "10_undo_create_table.sql",
  script: { template: "core:rollback/10_undo_create_table.sql", data: { drops: "ORDERS_INT" } }
}
const rollback = { steps: [undo], lastReversible: "Everything can be undone." }

const renderSet = (
  texts: { readonly [id: string]: string | undefined } = {},
  input: { readonly plan?: typeof samplePlan; readonly rollback?: typeof rollback } = {}
) => {
  const known = Object.entries({ ...templates, ...texts }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined
  )
  return renderScriptSet(
    createRenderer({ templates: new Map(known) }),
    input.plan ?? samplePlan,
    input.rollback ?? rollback
  )
}

const textOf = (files: ReadonlyArray<ScriptFile>, path: string) => files.find((file) => file.path === path)?.text

describe("renderScriptSet", () => {
  const files = Effect.runSync(renderSet())

  it("makes the set's own files, one per step and one per undo, sorted by path", () => {
    expect(files.map((file) => file.path)).toEqual([
      "10_create_table.sql",
      "README.md",
      "_settings.sql",
      "_skip.sql",
      "master1.sql",
      "master2.sql",
      "plan.json",
      "rollback/10_undo_create_table.sql",
      "rollback/_settings.sql",
      "rollback/master_rollback.sql"
    ])
  })

  it("gives a step's template its step and data", () => {
    expect(textOf(files, "10_create_table.sql")).toBe("-- 10 monthly\n")
  })

  it("gives an undo's template the step that it undoes and the undo's own data", () => {
    expect(textOf(files, "rollback/10_undo_create_table.sql")).toBe("-- undo of 10: ORDERS_INT\n")
  })

  it("gives the set's templates no step, and the rollback", () => {
    expect(textOf(files, "master2.sql")).toBe("no step\n")
    expect(textOf(files, "README.md")).toBe("# HR.ORDERS\nEverything can be undone.\n")
  })

  it("gives the rollback's master the undo scripts in running order", () => {
    expect(textOf(files, "rollback/master_rollback.sql")).toBe("@@10_undo_create_table.sql\n")
  })

  it("writes the plan as JSON that reads back the same", () => {
    const text = textOf(files, "plan.json") ?? ""
    expect(JSON.parse(text)).toEqual(samplePlan)
    expect(text.endsWith("}\n")).toBe(true)
  })

  it("gives the rollback folder settings of its own when the templates bring them", () => {
    expect(textOf(files, "rollback/_settings.sql")).toBe("SET DEFINE OFF\n")
    const own = Effect.runSync(
      renderSet({ "core:rollback/_settings.sql": "SET ECHO ON", "core:rollback/_skip.sql": "PROMPT skip" })
    )
    expect(textOf(own, "rollback/_settings.sql")).toBe("SET ECHO ON\n")
    expect(textOf(own, "rollback/_skip.sql")).toBe("PROMPT skip\n")
  })

  it("gives the same bytes twice", () => {
    expect(Effect.runSync(renderSet())).toEqual(files)
  })

  it("fails with the template that a step names and nobody brings", () => {
    const error = Effect.runSync(Effect.flip(renderSet({ "core:10_create_table.sql": undefined })))
    expect(error.reason).toMatchObject({ _tag: "UnknownTemplate", template: "core:10_create_table.sql" })
  })

  it("fails with the field that a step does not bring", () => {
    const bare = plan({ steps: [step()] })
    const error = Effect.runSync(Effect.flip(renderSet({}, { plan: bare })))
    expect(error.reason).toEqual({
      _tag: "MissingField",
      template: "core:10_create_table.sql",
      line: 1,
      field: "data.layout"
    })
  })

  it.each(["../10.sql", "a/b.sql", "", ".hidden", "10 create.sql", "C:x.sql"])("refuses the file name %j", (file) => {
    const error = Effect.runSync(Effect.flip(renderSet({}, { plan: plan({ steps: [{ ...create, file }] }) })))
    expect(error.reason).toMatchObject({
      message: `The file name ${JSON.stringify(file)} is not usable: letters, digits, "_", "-" and "." only.`
    })
  })

  it.each(["MASTER1.sql", "plan.json", "_settings.sql"])("refuses a step whose file would be %s", (file) => {
    const error = Effect.runSync(Effect.flip(renderSet({}, { plan: plan({ steps: [{ ...create, file }] }) })))
    expect(error.reason).toMatchObject({ _tag: "TemplateFault", message: expect.stringContaining("is also made from") })
  })
})
