// What the driver is told before a statement runs.
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { corpus } from "../../corpus/index.ts"
import { prepareStatement } from "../../src/sql/index.ts"
import { nodesOfKind, tryParse } from "./tree.ts"

const kindOf = (sql: string): string => prepareStatement(sql).kind

describe("prepareStatement", () => {
  it.for([
    ["SELECT 1 FROM dual", "query"],
    ["  -- c\n/* d */ select 1 from dual", "query"],
    ["WITH a AS (SELECT 1 FROM dual) SELECT * FROM a", "query"],
    ["((SELECT 1 FROM dual) UNION SELECT 2 FROM dual)", "query"],
    ["INSERT INTO t VALUES (1)", "dml"],
    ["MERGE INTO t USING u ON (1 = 1) WHEN MATCHED THEN UPDATE SET a = 1", "dml"],
    ["BEGIN NULL; END;", "plsql"],
    ["<<x>> BEGIN NULL; END;", "plsql"],
    ["DECLARE a NUMBER; BEGIN NULL; END;", "plsql"],
    ["CALL p(1)", "plsql"],
    ["CREATE TABLE t (a NUMBER)", "ddl"],
    ["RENAME a TO b", "ddl"],
    ["ALTER SESSION SET a = 1", "other"],
    ["ALTER SYSTEM SET a = 1", "other"],
    ["ALTER TABLE t READ ONLY", "ddl"],
    ["COMMIT", "other"],
    ["LOCK TABLE t IN SHARE MODE", "other"],
    ["nonsense", "other"],
    ["(1 + 2)", "other"],
    ["'open", "other"],
    ["", "other"]
  ])("says of %j that it is %s", ([sql, kind]) => {
    expect(kindOf(sql ?? "")).toBe(kind)
  })

  it("lists binds once per place in SQL", () => {
    expect(prepareStatement("SELECT :a, :A, :2, :\"a b\" FROM dual WHERE ':no' = :b -- :c").binds).toEqual([
      "A",
      "A",
      "2",
      "a b",
      "B"
    ])
  })

  it("lists binds once per name in PL/SQL and in CALL", () => {
    expect(prepareStatement("BEGIN :a := :b + :a; END;").binds).toEqual(["A", "B"])
    expect(prepareStatement("CALL p(:a, :a) INTO :r").binds).toEqual(["A", "R"])
  })

  it("lists no binds in DDL, where :NEW is a row", () => {
    expect(prepareStatement("CREATE TRIGGER t BEFORE INSERT ON u FOR EACH ROW BEGIN :NEW.a := 1; END;").binds).toEqual(
      []
    )
  })

  it("marks the places after RETURNING ... INTO", () => {
    expect(prepareStatement("UPDATE t SET a = :x WHERE b = :y RETURNING a, c INTO :p, :q").returning).toEqual([2, 3])
    expect(prepareStatement("DELETE FROM t WHERE a = :x RETURN a INTO :p").returning).toEqual([1])
    expect(prepareStatement("INSERT INTO t (a) VALUES (:x)").returning).toEqual([])
    expect(prepareStatement("SELECT :x FROM returning").returning).toEqual([])
    expect(prepareStatement("UPDATE t SET a = (SELECT returning FROM x), b = :y").returning).toEqual([])
  })

  it("numbers binds as the tree does", () => {
    const checked = corpus.flatMap(({ sql, version }) => {
      const outcome = tryParse(sql, version)
      if (outcome.kind === "error") return []
      const { binds } = prepareStatement(sql)
      const inTree = nodesOfKind(outcome.statement, "bind")
      for (const bind of inTree) expect(binds[bind["index"] as number]).toBe(bind["name"])
      expect(new Set(inTree.map((bind) => bind["index"])).size).toBe(binds.length)
      return inTree
    })
    expect(checked.length).toBeGreaterThan(30)
  })

  it("keeps the text as it came and never fails", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (sql) => {
        const { binds, returning } = prepareStatement(sql)
        expect(prepareStatement(sql).sql).toBe(sql)
        expect(returning.every((at) => at < binds.length)).toBe(true)
      })
    )
  })
})
