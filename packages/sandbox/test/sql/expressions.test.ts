// Trees of expressions: precedence, names, calls, literals.
import { describe, expect, it } from "vitest"
import type { AnyNode } from "./tree.ts"
import { nodesOfKind, tryParse } from "./tree.ts"

const parse = (sql: string): unknown => {
  const outcome = tryParse(sql)
  if (outcome.kind === "error") throw outcome.error
  return outcome.statement
}

/** The first value of a select list. */
const valueOf = (text: string): AnyNode => {
  const [item] = nodesOfKind(parse(`SELECT ${text} FROM dual`), "value")
  if (item === undefined) throw new Error("no select item")
  return item["value"] as AnyNode
}

const conditionOf = (text: string): AnyNode => {
  const [select] = nodesOfKind(parse(`SELECT 1 FROM dual WHERE ${text}`), "select")
  return (select as AnyNode)["where"] as AnyNode
}

/** An expression with all parentheses written. */
const show = (node: AnyNode): string => {
  const child = (field: string): string => show(node[field] as AnyNode)
  const list = (field: string): ReadonlyArray<AnyNode> => node[field] as ReadonlyArray<AnyNode>
  switch (node["kind"]) {
    case "binary":
    case "comparison":
      return `(${child("left")} ${String(node["operator"])} ${child("right")})`
    case "unary":
      return `(${String(node["operator"])} ${child("operand")})`
    case "and":
    case "or":
      return `(${list("operands")
        .map(show)
        .join(` ${String(node["kind"])} `)})`
    case "not":
      return `(not ${child("operand")})`
    case "number":
      return String(node["text"])
    case "string":
      return `'${String(node["value"])}'`
    case "name":
      return list("path")
        .map(({ value }) => String(value))
        .join(".")
    case "call":
      return `${list("path")
        .map(({ value }) => String(value))
        .join(".")}(${list("arguments")
        .map((argument) => show(argument["value"] as AnyNode))
        .join(", ")})`
    default:
      return String(node["kind"])
  }
}

describe("operators", () => {
  it.for([
    ["1 + 2 * 3", "(1 + (2 * 3))"],
    ["(1 + 2) * 3", "((1 + 2) * 3)"],
    ["1 - 2 - 3", "((1 - 2) - 3)"],
    ["1 / 2 * 3", "((1 / 2) * 3)"],
    ["a || b || c", "((A || B) || C)"],
    ["1 || 2 + 3", "((1 || 2) + 3)"],
    ["- a * b", "((- A) * B)"],
    ["a - -1", "(A - (- 1))"],
    ["f(a, b + 1) * g()", "(F(A, (B + 1)) * G())"]
  ])("binds %s as %s", ([text, expected]) => {
    expect(show(valueOf(text ?? ""))).toBe(expected)
  })

  it.for([
    ["a = 1 OR b = 2 AND c = 3", "((A = 1) or ((B = 2) and (C = 3)))"],
    ["NOT a = 1 AND b = 2", "((not (A = 1)) and (B = 2))"],
    ["NOT (a = 1 AND b = 2)", "(not ((A = 1) and (B = 2)))"],
    ["a + 1 > b * 2", "((A + 1) > (B * 2))"],
    ["((a = 1))", "(A = 1)"],
    ["(a + 1) * 2 = 4", "(((A + 1) * 2) = 4)"],
    ["((a) + 1) = 2", "((A + 1) = 2)"],
    ["a != 1 AND b ^= 2 AND c <> 3", "((A <> 1) and (B <> 2) and (C <> 3))"]
  ])("binds %s as %s", ([text, expected]) => {
    expect(show(conditionOf(text ?? ""))).toBe(expected)
  })

  it("gives ** and a sign Oracle's order in PL/SQL", () => {
    const [assignment] = nodesOfKind(parse("BEGIN x := -2 ** 2 * 3; END;"), "assignment")
    expect(show((assignment as AnyNode)["value"] as AnyNode)).toBe("((- (2 ** 2)) * 3)")
  })
})

describe("predicates", () => {
  it("know their negation", () => {
    expect(conditionOf("a NOT IN (1, 2)")).toMatchObject({ kind: "in", isNegated: true, right: { kind: "list" } })
    expect(conditionOf("a NOT BETWEEN 1 AND 2")).toMatchObject({ kind: "between", isNegated: true })
    expect(conditionOf("a NOT LIKE 'x%' ESCAPE '!'")).toMatchObject({
      kind: "like",
      isNegated: true,
      escape: { value: "!" }
    })
    expect(conditionOf("a IS NOT NULL")).toMatchObject({ kind: "is", what: "null", isNegated: true })
  })

  it("tell a list from a query", () => {
    expect(conditionOf("a IN (SELECT 1 FROM dual)")).toMatchObject({ right: { kind: "query" } })
    expect(conditionOf("a IN ((SELECT 1 FROM dual))")).toMatchObject({ right: { kind: "query" } })
    expect(conditionOf("a IN ((SELECT 1 FROM dual), 2)")).toMatchObject({ right: { kind: "list" } })
    expect(conditionOf("(a, b) IN ((1, 2), (3, 4))")).toMatchObject({
      left: { kind: "row" },
      right: { items: [{ kind: "row" }, { kind: "row" }] }
    })
    expect(conditionOf("a > SOME (1, 2)")).toMatchObject({ kind: "quantified", quantifier: "any", operator: ">" })
  })
})

describe("names", () => {
  it("are columns, pseudo columns, sequences or functions without parentheses", () => {
    expect(valueOf("s.t.c")).toMatchObject({ kind: "name", path: [{ value: "S" }, { value: "T" }, { value: "C" }] })
    expect(valueOf('"Order Id"')).toMatchObject({ kind: "name", path: [{ value: "Order Id", isQuoted: true }] })
    expect(valueOf("t.ROWID")).toMatchObject({ kind: "pseudo-column", name: "ROWID", qualifier: [{ value: "T" }] })
    expect(valueOf("LEVEL")).toMatchObject({ kind: "pseudo-column", name: "LEVEL", qualifier: null })
    expect(valueOf('"LEVEL"')).toMatchObject({ kind: "name" })
    expect(valueOf("hr.s.NEXTVAL")).toMatchObject({
      kind: "sequence-value",
      which: "NEXTVAL",
      sequence: { schema: { value: "HR" }, name: { value: "S" } }
    })
    expect(valueOf("SYSTIMESTAMP(3)")).toMatchObject({ kind: "niladic", name: "SYSTIMESTAMP", precision: 3 })
    expect(conditionOf("a.x = b.y (+)")).toMatchObject({
      right: { kind: "name", isOuterJoined: true },
      left: { isOuterJoined: false }
    })
  })
})

describe("calls", () => {
  it("have named arguments, DISTINCT, a star, and what follows the parentheses", () => {
    expect(valueOf("p.f(1, b => 2)")).toMatchObject({
      kind: "call",
      arguments: [{ name: null }, { name: { value: "B" } }]
    })
    expect(valueOf("COUNT(*)")).toMatchObject({ isStar: true, arguments: [] })
    expect(valueOf("COUNT(DISTINCT a)")).toMatchObject({ quantifier: "distinct" })
    expect(valueOf("FIRST_VALUE(a IGNORE NULLS) OVER (ORDER BY b)")).toMatchObject({
      nulls: "ignore",
      over: { orderBy: [{}] }
    })
    expect(valueOf("LAST_VALUE(a) IGNORE NULLS OVER (ORDER BY b)")).toMatchObject({ nulls: "ignore" })
    expect(
      valueOf("LISTAGG(a, ',' ON OVERFLOW TRUNCATE '..' WITHOUT COUNT) WITHIN GROUP (ORDER BY b DESC)")
    ).toMatchObject({
      overflow: { action: "truncate", hasCount: false },
      withinGroup: [{ isDescending: true }]
    })
    expect(
      valueOf("SUM(a) OVER (PARTITION BY b ORDER BY c ROWS BETWEEN 1 PRECEDING AND UNBOUNDED FOLLOWING)")
    ).toMatchObject({
      over: {
        partitionBy: [{}],
        frame: { unit: "rows", from: { kind: "preceding" }, to: { kind: "unbounded-following" } }
      }
    })
  })

  it("have forms of their own: CAST, EXTRACT, TRIM", () => {
    expect(valueOf("CAST(a AS VARCHAR2(10 CHAR))")).toMatchObject({
      kind: "cast",
      type: { name: "VARCHAR2", length: 10, unit: "CHAR" }
    })
    expect(valueOf("EXTRACT(DAY FROM a)")).toMatchObject({ kind: "extract", field: "DAY" })
    expect(valueOf("TRIM(BOTH 'x' FROM a)")).toMatchObject({ kind: "trim", side: "both", characters: { value: "x" } })
    expect(valueOf("TRIM(TRAILING FROM a)")).toMatchObject({ side: "trailing", characters: null })
  })
})

describe("literals", () => {
  it("keep their text", () => {
    expect(valueOf("00.10")).toMatchObject({ kind: "number", text: "00.10", suffix: null })
    expect(valueOf("1.5f")).toMatchObject({ text: "1.5", suffix: "f" })
    expect(valueOf("DATE '2024-01-31'")).toMatchObject({ kind: "datetime", type: "DATE", text: "2024-01-31" })
    expect(valueOf("INTERVAL '4 5:12' DAY(3) TO MINUTE")).toMatchObject({
      kind: "interval",
      from: "DAY",
      to: "MINUTE",
      leadingPrecision: 3
    })
    expect(valueOf("INTERVAL")).toMatchObject({ kind: "name", path: [{ value: "INTERVAL" }] })
    expect(valueOf("(a - b) DAY(9) TO SECOND")).toMatchObject({
      kind: "interval-conversion",
      unit: "day-second",
      leadingPrecision: 9
    })
    expect(valueOf("a AT TIME ZONE 'UTC'")).toMatchObject({ kind: "at-time-zone", zone: { value: "UTC" } })
  })
})
