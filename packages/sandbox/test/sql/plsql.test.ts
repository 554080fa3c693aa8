// Trees of PL/SQL, and the lines and columns of its errors.
import { describe, expect, it } from "vitest"
import { nodesOfKind, tryParse } from "./tree.ts"

const parse = (sql: string): unknown => {
  const outcome = tryParse(sql)
  if (outcome.kind === "error") throw outcome.error
  return outcome.statement
}

const messageOf = (sql: string): string => {
  const outcome = tryParse(sql)
  return outcome.kind === "ok" ? "ok" : outcome.error.message
}

describe("blocks", () => {
  it("tell declarations, statements and handlers", () => {
    expect(
      parse(`DECLARE
        n CONSTANT NUMBER := 1; r t%ROWTYPE; e EXCEPTION; PRAGMA EXCEPTION_INIT(e, -942);
        TYPE l IS TABLE OF t.c%TYPE INDEX BY VARCHAR2(30); CURSOR c (p NUMBER) IS SELECT 1 FROM dual;
        FUNCTION f (a IN OUT NOCOPY NUMBER DEFAULT 1) RETURN BOOLEAN IS BEGIN RETURN a > 1; END f;
      BEGIN NULL; EXCEPTION WHEN e OR NO_DATA_FOUND THEN RAISE; WHEN OTHERS THEN NULL; END;`)
    ).toMatchObject({
      declarations: [
        { kind: "variable", isConstant: true },
        { type: { kind: "anchored-type", attribute: "ROWTYPE" } },
        { kind: "exception" },
        { kind: "pragma", name: "EXCEPTION_INIT", arguments: [{ kind: "name" }, { kind: "unary" }] },
        { definition: { kind: "table", indexBy: { name: "VARCHAR2" } } },
        { kind: "cursor-declaration", parameters: [{ mode: "in" }] },
        {
          kind: "subprogram",
          parameters: [{ mode: "in out", isNoCopy: true }],
          body: { statements: [{ kind: "return", value: { kind: "comparison" } }] }
        }
      ],
      handlers: [{ exceptions: [[{ value: "E" }], [{ value: "NO_DATA_FOUND" }]] }, { exceptions: "others" }]
    })
  })

  it("tell SQL with INTO and BULK COLLECT", () => {
    expect(
      parse(
        "BEGIN SELECT a, b INTO x, r.y FROM t; DELETE FROM t RETURNING a BULK COLLECT INTO l; FETCH c BULK COLLECT INTO l LIMIT 10; END;"
      )
    ).toMatchObject({
      statements: [
        { kind: "query", body: { into: { isBulk: false, targets: [{}, {}] } } },
        { kind: "delete", returning: { into: { isBulk: true } } },
        { kind: "fetch", into: { isBulk: true }, limit: { text: "10" } }
      ]
    })
  })

  it("tell dynamic SQL", () => {
    expect(
      parse("BEGIN EXECUTE IMMEDIATE 'x' || y INTO a USING b, OUT c, IN OUT d RETURNING INTO e; END;")
    ).toMatchObject({
      statements: [
        {
          kind: "execute-immediate",
          text: { kind: "binary" },
          into: { targets: [{}] },
          using: [{ mode: "in" }, { mode: "out" }, { mode: "in out" }],
          returningInto: { targets: [{}] }
        }
      ]
    })
  })

  it("tell collections and attributes apart from calls as far as the text allows", () => {
    const block = parse(
      "BEGIN l(i).name := p.f(1)(2); IF l.EXISTS(1) AND SQL%ROWCOUNT > c%ROWCOUNT THEN l.DELETE; END IF; x := SQL%BULK_EXCEPTIONS(1).ERROR_CODE; END;"
    )
    expect(nodesOfKind(block, "field")).toHaveLength(2)
    expect(nodesOfKind(block, "element")).toHaveLength(1)
    expect(new Set(nodesOfKind(block, "cursor-attribute").map((node) => node["attribute"]))).toEqual(
      new Set(["BULK_EXCEPTIONS", "ROWCOUNT"])
    )
  })

  it("take words that are not reserved for names", () => {
    expect(parse("DECLARE open NUMBER; level NUMBER; BEGIN open := 1; level := open + level; END;")).toMatchObject({
      statements: [{ kind: "assignment" }, { kind: "assignment", value: { right: { kind: "name" } } }]
    })
  })
})

describe("errors in PL/SQL", () => {
  it("have a line, a column and the symbol", () => {
    expect(messageOf("BEGIN\n  x := 1\nEND;")).toMatch(
      /^ORA-06550: line 3, column 1:\nPLS-00103: Encountered the symbol "END"/
    )
    expect(messageOf("BEGIN\n  NULL;\n")).toMatch(
      /^ORA-06550: line 3, column 1:\nPLS-00103: Encountered the symbol "end-of-file"/
    )
  })

  it("carry the number of the SQL statement that is wrong", () => {
    expect(messageOf("BEGIN\n  SELECT 1 + INTO x FROM dual;\nEND;")).toBe(
      "ORA-06550: line 2, column 14:\nPL/SQL: ORA-00936: missing expression"
    )
    expect(messageOf("BEGIN\n  DELETE FROM t LIMIT 5;\nEND;")).toBe(
      "ORA-06550: line 2, column 23:\nPL/SQL: ORA-00933: SQL command not properly ended"
    )
  })
})
