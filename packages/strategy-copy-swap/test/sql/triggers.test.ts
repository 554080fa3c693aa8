import type { TriggerModel } from "@orapart/contract"
import { trigger } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { hasClientLine, triggerData, triggerLines } from "../../src/sql/triggers.ts"

const waiting = { isEnabled: false, ordering: [] }

const linesOf = (given: Partial<TriggerModel> = {}, options: Parameters<typeof triggerLines>[4] = waiting) =>
  triggerLines(trigger("ORDERS_BIU", given), "ORDERS_BIU_INT", "HR", "ORDERS_INT", options)

const bodyOf = (body: string): string => linesOf({ body }).slice(4).join("\n")

describe("triggerLines", () => {
  it("writes a row trigger under the interim name on the interim table, disabled", () => {
    expect(linesOf()).toEqual([
      "CREATE OR REPLACE TRIGGER HR.ORDERS_BIU_INT",
      "  BEFORE INSERT OR UPDATE ON HR.ORDERS_INT",
      "  FOR EACH ROW",
      "  DISABLE",
      "BEGIN",
      "  NULL;",
      "END;"
    ])
  })

  it("leaves FOR EACH ROW out of a statement trigger", () => {
    const lines = linesOf({ type: "AFTER STATEMENT", event: "DELETE" })
    expect(lines[1]).toBe("  AFTER DELETE ON HR.ORDERS_INT")
    expect(lines).not.toContain("  FOR EACH ROW")
  })

  it("writes AFTER and FOR EACH ROW for an AFTER EACH ROW trigger", () => {
    const lines = linesOf({ type: "AFTER EACH ROW" })
    expect(lines[1]).toMatch(/^ {2}AFTER /)
    expect(lines[2]).toBe("  FOR EACH ROW")
  })

  it("writes FOR without FOR EACH ROW for a compound trigger", () => {
    const body = "COMPOUND TRIGGER\n  AFTER STATEMENT IS BEGIN NULL; END AFTER STATEMENT;\nEND;"
    const lines = linesOf({ type: "COMPOUND", event: "INSERT", body })
    expect(lines[1]).toBe("  FOR INSERT ON HR.ORDERS_INT")
    expect(lines).not.toContain("  FOR EACH ROW")
    expect(lines.slice(3).join("\n")).toBe(body)
  })

  it("puts the columns of UPDATE OF behind UPDATE, quoted where needed, and nowhere else", () => {
    const lines = linesOf({ event: "INSERT OR UPDATE OR DELETE", updateColumns: ["STATUS", "Mixed Name"] })
    expect(lines[1]).toBe('  BEFORE INSERT OR UPDATE OF STATUS, "Mixed Name" OR DELETE ON HR.ORDERS_INT')
  })

  it("keeps dollar signs in the columns of UPDATE OF as they are", () => {
    expect(linesOf({ event: "UPDATE", updateColumns: ["ACC$$", "A$&B"] })[1]).toBe(
      '  BEFORE UPDATE OF ACC$$, "A$&B" ON HR.ORDERS_INT'
    )
  })

  it("names all triggers that it follows in one clause", () => {
    const ordering = ["A", "B"].map((name) => ({ type: "FOLLOWS" as const, owner: "HR", name }))
    expect(linesOf({}, { isEnabled: true, ordering }).filter((line) => line.includes("FOLLOWS"))).toEqual([
      "  FOLLOWS HR.A, HR.B"
    ])
  })

  it("leaves the default REFERENCING out and keeps any other", () => {
    expect(linesOf().join("\n")).not.toContain("REFERENCING")
    expect(linesOf({ referencing: "referencing new as new  old as old " }).join("\n")).not.toMatch(/referencing/iu)
    expect(linesOf({ referencing: null }).join("\n")).not.toContain("REFERENCING")
    const other = linesOf({ referencing: "REFERENCING NEW AS N OLD AS O" })
    expect(other[2]).toBe("  REFERENCING NEW AS N OLD AS O")
    expect(other[3]).toBe("  FOR EACH ROW")
  })

  it("puts WHEN in parentheses behind the state and in front of the body", () => {
    const lines = linesOf({ whenClause: "NEW.STATUS = 'NEW'" })
    expect(lines.slice(3, 6)).toEqual(["  DISABLE", "  WHEN (NEW.STATUS = 'NEW')", "BEGIN"])
  })

  it("writes ENABLE and the order in front of it when asked", () => {
    const ordering: TriggerModel["ordering"] = [{ type: "FOLLOWS", owner: "HR", name: "Audit Trg" }]
    const lines = linesOf({}, { isEnabled: true, ordering })
    expect(lines.slice(2, 5)).toEqual(["  FOR EACH ROW", '  FOLLOWS HR."Audit Trg"', "  ENABLE"])
  })

  it("does not write the trigger's own order when it is not asked for", () => {
    const ordering: TriggerModel["ordering"] = [{ type: "PRECEDES", owner: "HR", name: "X" }]
    expect(linesOf({ ordering }).join("\n")).not.toContain("PRECEDES")
  })

  it("belongs to the trigger's owner and stands on the table's", () => {
    const lines = triggerLines(trigger("T", { owner: "Audit" }), "T_INT", "HR", "Orders", waiting)
    expect(lines[0]).toBe('CREATE OR REPLACE TRIGGER "Audit".T_INT')
    expect(lines[1]).toBe('  BEFORE INSERT OR UPDATE ON HR."Orders"')
  })

  it("makes single lines of CRLF and cuts blank lines at the end", () => {
    expect(linesOf({ body: "BEGIN\r\n  NULL;\r\nEND;\r\n\r\n" }).slice(4)).toEqual(["BEGIN", "  NULL;", "END;"])
  })

  it("keeps blank lines and trailing blanks inside the body", () => {
    expect(bodyOf("BEGIN\n\n  NULL;  \nEND;")).toBe("BEGIN\n\n  NULL;  \nEND;")
  })
})

describe("triggerLines, the label after END", () => {
  it.each([
    ["BEGIN NULL; END orders_biu;", "BEGIN NULL; END;"],
    ["BEGIN NULL; END ORDERS_BIU ;", "BEGIN NULL; END ;"],
    ['BEGIN NULL; END "Orders Biu";', "BEGIN NULL; END;"],
    ["BEGIN NULL; END\n  orders_biu;", "BEGIN NULL; END;"],
    ["BEGIN NULL; END gr\u00FC\u00DFe$1#;", "BEGIN NULL; END;"],
    ["BEGIN NULL; END orders_biu; -- the end", "BEGIN NULL; END; -- the end"],
    ["BEGIN NULL; END orders_biu;\n-- one\n-- two", "BEGIN NULL; END;\n-- one\n-- two"],
    ["BEGIN NULL; END orders_biu; /* by\nme */", "BEGIN NULL; END; /* by\nme */"],
    ["BEGIN NULL; END orders_biu; /* a */ -- b\n/* c */", "BEGIN NULL; END; /* a */ -- b\n/* c */"]
  ])("is removed from %j", (body, expected) => {
    expect(bodyOf(body)).toBe(expected)
  })

  it.each([
    "BEGIN NULL; END;",
    "BEGIN IF TRUE THEN NULL; END IF; END;",
    "BEGIN LOOP EXIT; END LOOP; END;",
    "BEGIN <<inner>> BEGIN NULL; END inner; END;",
    "COMPOUND TRIGGER\n  AFTER EACH ROW IS BEGIN NULL; END AFTER EACH ROW;\nEND;",
    "BEGIN x := 'END orders_biu;'; END;",
    "BEGIN NULL; END; -- that was the last END IF;",
    "CALL log_change(:NEW.ID)"
  ])("is not looked for elsewhere: %j stays", (body) => {
    expect(bodyOf(body)).toBe(body)
  })

  it("is removed at the end of a compound trigger, and its parts keep theirs", () => {
    const body = "COMPOUND TRIGGER\n  AFTER STATEMENT IS BEGIN NULL; END AFTER STATEMENT;\nEND orders_biu;"
    expect(bodyOf(body)).toBe("COMPOUND TRIGGER\n  AFTER STATEMENT IS BEGIN NULL; END AFTER STATEMENT;\nEND;")
  })

  it("is removed when a comment stands before it, and the comment stays", () => {
    expect(bodyOf("BEGIN\n  NULL;\nEND /* of */ ORDERS_BIU;")).toBe("BEGIN\n  NULL;\nEND /* of */;")
  })

  it("is removed from the last END only", () => {
    const body = "BEGIN BEGIN NULL; END inner; NULL; END orders_biu;"
    expect(bodyOf(body)).toBe("BEGIN BEGIN NULL; END inner; NULL; END;")
  })
})

describe("triggerLines, WHEN", () => {
  const whenOf = (whenClause: string) => linesOf({ whenClause }).slice(4, -3)

  it("closes the parenthesis on the line of a short condition", () => {
    expect(whenOf("NEW.A > 1")).toEqual(["  WHEN (NEW.A > 1)"])
  })

  it("closes it on a line of its own behind a comment or several lines", () => {
    expect(whenOf("NEW.A > 1 -- positive")).toEqual(["  WHEN (NEW.A > 1 -- positive", "  )"])
    expect(whenOf("NEW.A > 1\n  AND NEW.B = 2\n")).toEqual(["  WHEN (NEW.A > 1", "  AND NEW.B = 2", "  )"])
  })
})

describe("hasClientLine", () => {
  it.each([
    "BEGIN\n/\nEND;",
    "BEGIN\n  /  \nEND;",
    "BEGIN\n/\r\nEND;",
    "BEGIN\n.\nEND;",
    "BEGIN\n#set\nEND;",
    "BEGIN\n  # set\nEND;",
    "BEGIN\n@file\nEND;",
    "BEGIN\n  @@file\nEND;",
    "BEGIN\n-- ------\n  NULL;\nEND;",
    "BEGIN\n  x := 200 - \n  100;\nEND;",
    "BEGIN\n  x := 'bell\u0007';\nEND;",
    "BEGIN\n  x := 'a\rb';\nEND;",
    `BEGIN\n  x := '${"\u00fc".repeat(1201)}';\nEND;`
  ])("is true for %j", (body) => {
    expect(hasClientLine(linesOf({ body }))).toBe(true)
  })

  it.each([
    "BEGIN\n  x := a / b;\nEND;",
    "BEGIN\n  x := 1.\n  + 2;\nEND;",
    "BEGIN\n  y := a # b;\n  z := 'me@home';\nEND;",
    "BEGIN\n/* note */\n  x := a - b;\nEND;",
    "BEGIN\n\tx := 1;\nEND;"
  ])("is false for %j", (body) => {
    expect(hasClientLine(linesOf({ body }))).toBe(false)
  })

  it("reads the WHEN clause too", () => {
    expect(hasClientLine(linesOf({ whenClause: "NEW.A\n/\nNEW.B > 1" }))).toBe(true)
  })
})

describe("triggerData", () => {
  it("says that a trigger with such a line is written as a text", () => {
    expect(triggerData(linesOf())).toEqual({ lines: linesOf(), isText: false })
    expect(triggerData(linesOf({ body: "BEGIN\n/\nEND;" }))).toMatchObject({ isText: true })
  })
})
