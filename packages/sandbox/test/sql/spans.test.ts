// Offsets: they are inside the text, and a node lies inside the node around it.
import { describe, expect, it } from "vitest"
import { corpus } from "../../corpus/index.ts"
import type { AnyNode } from "./tree.ts"
import { nodesOf, nodesOfKind, tryParse } from "./tree.ts"

/** Clauses that Oracle lets stand in two places: a HAVING before GROUP BY does not change what contains what. */
const isInside = (node: AnyNode, parent: AnyNode): boolean => parent.start <= node.start && node.end <= parent.end

const describeNode = (sql: string, node: AnyNode): string =>
  `${String(node["kind"])} ${node.start}..${node.end}: ${sql.slice(0, 80)}`

describe("offsets of nodes", () => {
  const parsed = corpus.flatMap(({ sql, version }) => {
    const outcome = tryParse(sql, version)
    return outcome.kind === "ok" ? [{ sql, statement: outcome.statement }] : []
  })

  it("lie inside the text", () => {
    const wrong = parsed.flatMap(({ sql, statement }) =>
      nodesOf(statement)
        .filter(({ node }) => node.start < 0 || node.end < node.start || node.end > sql.length)
        .map(({ node }) => describeNode(sql, node))
    )
    expect(wrong).toEqual([])
    expect(parsed.length).toBeGreaterThan(350)
  })

  it("lie inside the node around", () => {
    const wrong = parsed.flatMap(({ sql, statement }) =>
      nodesOf(statement)
        .filter(({ node, parent }) => parent !== null && !isInside(node, parent))
        .map(({ node }) => describeNode(sql, node))
    )
    expect(wrong).toEqual([])
  })

  it("give the text of a default and of a check as the dictionary shows it", () => {
    const sql = "CREATE TABLE t (a NUMBER DEFAULT ( 1 + 2 ) NOT NULL, b NUMBER, CHECK ( b >  0 ))"
    const outcome = tryParse(sql)
    if (outcome.kind === "error") throw outcome.error
    const [sum] = nodesOfKind(outcome.statement, "binary")
    const [check] = nodesOfKind(outcome.statement, "comparison")
    expect(sql.slice(sum?.start, sum?.end)).toBe("( 1 + 2 )")
    expect(sql.slice(check?.start, check?.end)).toBe("b >  0")
  })
})
