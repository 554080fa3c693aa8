import { describe, expect, it } from "vitest"
import { describeHeader } from "../../src/filters/header-lines.ts"
import { render } from "../render-sample.ts"
import { step } from "../sample-plan.ts"

const textOf = (label: string, changes: Parameters<typeof step>[0] = {}) =>
  describeHeader(step(changes)).find((line) => line.label === label)?.text

describe("header_lines", () => {
  it("says why, locks, privileges, restart and undo in this order", () => {
    expect(describeHeader(step()).map((line) => line.label)).toEqual(["Why", "Locks", "Needs", "Restart", "Undo"])
  })

  it("names every lock with its duration, and says when there is none", () => {
    const locks = [
      { object: "HR.ORDERS", mode: "exclusive", duration: "for a moment" },
      { object: "HR.ORDERS_INT", mode: "row", duration: "during the load" }
    ] as const
    expect(textOf("Locks", { locks })).toBe(
      "exclusive on HR.ORDERS (for a moment), row on HR.ORDERS_INT (during the load)"
    )
    expect(textOf("Locks")).toBe("none")
  })

  it("tells the three kinds of undo apart", () => {
    expect(textOf("Undo")).toBe("rollback/10_undo_create_table.sql: drops HR.ORDERS_INT, until step 50")
    expect(textOf("Undo", { revert: { kind: "none", reason: "it only reads" } })).toBe("none needed: it only reads")
    expect(
      textOf("Undo", { revert: { kind: "impossible", reason: "the old table is gone", advice: "restore it" } })
    ).toBe("none, point of no return: the old table is gone")
  })

  it("has words for every restart rule", () => {
    const words = (["resume", "run-again", "revert-first"] as const).map((restart) => textOf("Restart", { restart }))
    expect(new Set(words).size).toBe(3)
  })

  it("is a list to loop over in a template", () => {
    const template = "{% for line in step | header_lines %}\n{{ line.text | comment_lines(line.label) }}\n{% endfor %}"
    expect(render(template, { step: step() })).toContain("-- Needs    owner HR, or CREATE ANY TABLE\n-- Restart ")
  })
})
