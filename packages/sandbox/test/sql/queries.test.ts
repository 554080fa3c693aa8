// Trees of queries and of changes.
import { describe, expect, it } from "vitest"
import { nodesOfKind, refusalOf, tryParse } from "./tree.ts"

const parse = (sql: string): unknown => {
  const outcome = tryParse(sql)
  if (outcome.kind === "error") throw outcome.error
  return outcome.statement
}

describe("queries", () => {
  it("are chains of set operators, not towers", () => {
    expect(parse("SELECT 1 FROM a UNION ALL SELECT 2 FROM b MINUS (SELECT 3 FROM c) ORDER BY 1")).toMatchObject({
      body: {
        kind: "set-operation",
        rest: [{ operator: "union-all" }, { operator: "minus", query: { kind: "parenthesized" } }]
      },
      orderBy: [{}]
    })
  })

  it("know joins of both styles", () => {
    expect(parse("SELECT 1 FROM a LEFT JOIN b ON a.x = b.x JOIN c USING (y), d NATURAL JOIN e")).toMatchObject({
      body: {
        from: [
          { kind: "join", type: "inner", using: [{ value: "Y" }], left: { kind: "join", type: "left" } },
          { kind: "join", isNatural: true }
        ]
      }
    })
  })

  it("take left and full for aliases when no join follows", () => {
    expect(parse("SELECT 1 FROM a left, b full")).toMatchObject({
      body: { from: [{ alias: { value: "LEFT" } }, { alias: { value: "FULL" } }] }
    })
  })

  it("know partitions, SCNs and row limits", () => {
    expect(parse("SELECT 1 FROM t PARTITION (p) AS OF SCN 5 x FETCH FIRST 10 PERCENT ROWS WITH TIES")).toMatchObject({
      body: {
        from: [
          {
            partition: { level: "partition", target: { name: { value: "P" } } },
            asOf: { unit: "scn" },
            alias: { value: "X" }
          }
        ]
      },
      rowLimit: { isPercent: true, isWithTies: true, hasFetch: true }
    })
    expect(parse("SELECT 1 FROM t SUBPARTITION FOR (1, 'a')")).toMatchObject({
      body: { from: [{ partition: { level: "subpartition", target: { values: [{}, {}] } } }] }
    })
  })

  it("know subqueries in parentheses for what they are", () => {
    expect(nodesOfKind(parse("SELECT ((SELECT 1 FROM a) UNION SELECT 2 FROM b) FROM c"), "subquery")).toHaveLength(1)
    expect(parse("SELECT 1 FROM ((SELECT 1 FROM a) MINUS SELECT 2 FROM b) x")).toMatchObject({
      body: { from: [{ kind: "derived", alias: { value: "X" } }] }
    })
    expect(parse("SELECT 1 FROM (a JOIN b ON a.x = b.x)")).toMatchObject({ body: { from: [{ kind: "join" }] } })
  })

  it("know groups and hierarchies", () => {
    expect(
      parse(
        "SELECT 1 FROM t START WITH a = 1 CONNECT BY NOCYCLE PRIOR a = b GROUP BY ROLLUP ((a, b), c), GROUPING SETS (a, ())"
      )
    ).toMatchObject({
      body: {
        hierarchy: { isNoCycle: true, connectBy: { left: { kind: "unary", operator: "PRIOR" } } },
        groupBy: [
          { kind: "rollup", sets: [[{}, {}], [{}]] },
          { kind: "grouping-sets", items: [{ kind: "expression" }, { kind: "set", items: [] }] }
        ]
      }
    })
  })

  it("keep the hint of APPEND", () => {
    expect(parse("INSERT /*+ APPEND PARALLEL(i, 2) */ INTO t i (a) SELECT 1 FROM dual")).toMatchObject({
      kind: "insert",
      hint: { text: "APPEND PARALLEL(i, 2)" },
      target: { alias: { value: "I" } },
      columns: [{ value: "A" }],
      source: { kind: "query" }
    })
  })
})

describe("places of errors", () => {
  it.for([
    ["SELECT * FORM dual", 923, 9],
    ["SELECT * FROM t WHERE a", 920, 23],
    ["SELECT 1 + FROM dual", 936, 11],
    ["INSERT INTO t VALUES (1 2)", 917, 24],
    ["UPDATE t SET a 1", 927, 15],
    ["CREATE TABLE t (a VARCHAR2)", 906, 26],
    ["SELECT NVL(1) FROM dual", 909, 7],
    ["SELECT 1 FROM dual ORDER x", 924, 25],
    ["SELECT 'abc", 1756, 7]
  ] as const)("%s is ORA-%i at %i", ([sql, code, offset]) => {
    expect(refusalOf(sql)).toEqual([code, offset])
  })
})
