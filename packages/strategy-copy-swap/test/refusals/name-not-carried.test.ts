import {
  childForeignKey,
  column,
  foreignKey,
  grant,
  index,
  primaryKey,
  trigger,
  vpdPolicy
} from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { nameNotCarried } from "../../src/refusals/name-not-carried.ts"
import { runRefusalOn } from "../run-refusal-on.ts"

const bad = "A\n/\nB"

describe("OP250 name-not-carried", () => {
  it.for([
    ["owner", { owner: bad }],
    ["table", { name: bad }],
    ["column", { columns: ["ORDER_ID NUMBER", "ORDER_DATE DATE", { ...column("X NUMBER"), name: bad }] }],
    ["constraint", { constraints: [primaryKey(bad, "ORDER_ID", { indexName: "IX" })] }],
    ["parent", { constraints: [foreignKey("FK", "ORDER_ID", { table: bad })] }],
    [
      "child",
      {
        childForeignKeys: [
          childForeignKey({ table: bad, name: "FK", columns: ["ORDER_ID"], referencedConstraint: "PK" })
        ]
      }
    ],
    ["index", { indexes: [index(bad, "ORDER_ID")] }],
    ["trigger", { triggers: [trigger(bad)] }],
    ["grantee", { grants: [grant(bad, "SELECT"), grant(bad, "INSERT")] }],
    ["policy", { policies: [{ kind: "vpd", name: bad, isEnabled: true, vpd: null }] }],
    ["policy function", { policies: [vpdPolicy("P", { function: bad })] }],
    ["tablespace", { storage: { tablespace: bad } }],
    ["dependent", { dependents: [{ owner: "HR", name: bad, type: "VIEW", isValid: true }] }],
    [
      "materialized view",
      { materializedViews: [{ owner: "HR", name: bad, refreshMethod: "FORCE", isPrebuilt: false }] }
    ]
  ] as const)("refuses a line break in the name of a %s, once", ([kind, table]) => {
    const findings = runRefusalOn(nameNotCarried, table)
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ code: "OP250", severity: "error", evidence: { kind, name: bad } })
    expect(findings[0]?.what).toContain(JSON.stringify(bad))
  })

  it("refuses other control characters", () => {
    expect(runRefusalOn(nameNotCarried, { name: "A\u007FB" })).toHaveLength(1)
    expect(runRefusalOn(nameNotCarried, { name: "A\tB" })[0]?.what).toContain("control character")
  })

  it("takes blanks, quotes, ampersands, semicolons and letters of any script, 128 bytes long", () => {
    expect(runRefusalOn(nameNotCarried, { name: `it's; "& -- 東京 ${"x".repeat(110)}`.replaceAll('"', "") })).toEqual(
      []
    )
  })
})
