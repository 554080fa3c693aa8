// Names that a careless script misreads: quotes, ampersands, semicolons, hyphens, slashes, 128 bytes, lower case.
import {
  childForeignKey,
  column,
  databaseInfo,
  foreignKey,
  grant,
  index,
  primaryKey,
  tableModel,
  trigger
} from "@orapart/testkit"
import { describe, expect, it } from "vitest"
import { readScript, tokenizeSql } from "../../../packages/sqlplus/src/index.ts"
import { lintSet } from "../lint-set.ts"
import { readFile, sqlFiles } from "../script-sets.ts"
import { renderScenario, tryScenario } from "../scenario.ts"

/** With the four characters that follow it: 128 bytes. */
const long = "Q".repeat(96) + "ü".repeat(14)

/** Every name holds the word zqx and at least one character that needs quotes. */
const hostile = {
  owner: "hr & 'zqx'",
  name: `T'zqx; & -- ${"x".repeat(90)}`,
  columns: [
    column('"zqx Id" NUMBER(12) NOT NULL'),
    column('"when; &zqx" DATE NOT NULL'),
    { ...column("X VARCHAR2(10)"), name: `note-- 'zqx' ${long.slice(0, 40)}` },
    { ...column("Y CLOB"), name: "/" },
    { ...column("Z NUMBER"), name: "zqx~'!'^'" }
  ],
  constraints: [
    primaryKey("it's a zqx;", "zqx Id"),
    foreignKey("parent & zqx", ["zqx Id"], { owner: "other's zqx", table: "the; zqx", columns: ["&zqx"] })
  ],
  indexes: [
    index("zqx -", '"when; &zqx"'),
    { ...index(`${long} zqx`, '"/"'), keys: [{ column: "zqx~'!'^'", expression: null, isDescending: false }] }
  ],
  triggers: [
    trigger("trg's & zqx", { body: 'BEGIN\n  :NEW."zqx Id" := NVL(:NEW."zqx Id", \'&1;\');\nEND "trg\'s & zqx";' })
  ],
  grants: [grant("user's; &zqx", "SELECT")],
  childForeignKeys: [
    childForeignKey({
      owner: "zqx;",
      table: "&zqx",
      name: "zqx'",
      columns: ["a zqx;"],
      referencedConstraint: "it's a zqx;",
      referencedColumns: ["zqx Id"]
    })
  ]
}

const config = { target_configuration: { partition_column: "when; &zqx", subpartition_column: "zqx Id" } }

describe("hostile names", async () => {
  const set = await renderScenario({ table: hostile, config })

  it("have no lint findings", () => {
    expect(lintSet(set)).toEqual([])
  })

  it("are names in quotes or text in literals everywhere: no part of one is read as code", () => {
    let named = 0
    for (const [path, text] of sqlFiles(set)) {
      for (const item of readScript(text).statements) {
        if (item.kind !== "sql" && item.kind !== "plsql") continue
        const tokens = tokenizeSql(
          text
            .split("\n")
            .slice(item.line - 1, item.endLine)
            .join("\n")
        )
        const code = tokens.filter(({ kind }) => kind === "word" || kind === "number" || kind === "operator")
        expect(
          tokens.filter(({ isClosed }) => !isClosed),
          `${path} line ${item.line}`
        ).toEqual([])
        expect(
          code.filter(({ text: word }) => /zqx/iu.test(word)),
          `${path} line ${item.line}`
        ).toEqual([])
        named += tokens.filter(({ kind, text: word }) => kind === "quoted-identifier" && word.includes("zqx")).length
      }
    }
    expect(named).toBeGreaterThan(50)
  })

  it("meet substitution nowhere: SET DEFINE ON lasts for the caller's answer alone", () => {
    for (const step of set.plan.steps) {
      const text = readFile(set, step.file)
      const on = [...text.matchAll(/SET DEFINE ON\n([\s\S]*?)SET DEFINE OFF/gu)].map(([, part = ""]) => part)
      for (const part of on)
        expect(part, step.file).toMatch(/^BEGIN\n {2}:orapart_answer := q'~&orapart_\w+~';\nEND;\n\/\n$/u)
    }
  })

  it("lose only the label after END in a trigger", () => {
    expect(readFile(set, "30_create_indexes.sql")).toContain(
      '  :NEW."zqx Id" := NVL(:NEW."zqx Id", \'&1;\');\nEND;\n/\n'
    )
  })

  it("are confirmed by the caller in quotes", () => {
    expect(readFile(set, "70_drop_old_table.sql")).toContain(
      `DEFINE orapart_confirm_drop = "hr & ''zqx''.T''zqx; & -- `
    )
  })
})

describe("a name with a line break", () => {
  it.for(["A\nB", "A\n/\nB", "A\tB"])("refuses the table: %j", async (name) => {
    const columns = ["ORDER_ID NUMBER(12) NOT NULL", "ORDER_DATE DATE NOT NULL", { ...column("X NUMBER"), name }]
    expect((await tryScenario({ table: { columns } })).codes).toEqual(["OP250"])
  })
})

describe("names of 128 bytes", () => {
  it("are shortened by bytes for every object that the plan makes", async () => {
    const set = await renderScenario({
      table: { name: long, constraints: [primaryKey(long, "ORDER_ID")] },
      snapshot: { database: databaseInfo() }
    })
    const { names } = set.plan
    for (const name of [
      names.interim,
      names.retained,
      names.ledger,
      ...names.indexes.flatMap(({ interim, retained }) => [interim, retained])
    ]) {
      expect(Buffer.byteLength(name, "utf8")).toBeLessThanOrEqual(128)
    }
    expect(new Set([names.interim, names.retained, names.ledger]).size).toBe(3)
    expect(tableModel({ name: long }).name).toBe(long)
  })
})
