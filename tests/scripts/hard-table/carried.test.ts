// For each thing that the hard table has, the scripts hold the proof that it is carried: it is copied, hashed, compared, carried back by
// the undo, and its name comes back.
import { describe, expect, it } from "vitest"
import { quoteIdentifier, userColumns } from "../../../packages/oracle-rules/src/index.ts"
import { findSet, readFile, scriptSets } from "../script-sets.ts"
import type { ScriptSet } from "../script-sets.ts"
import { escape } from "../reference/reference-row.ts"
import { carriedFeatures } from "./carried-features.ts"

const sets = scriptSets.filter(({ name }) => name.startsWith("hard_table/"))
const orders = sets.find(({ plan }) => plan.table === "Aufträge") ?? findSet("hard_table/Aufträge")
const beside = sets.filter((set) => set !== orders)

const undoFile = "rollback/50_undo_swap_tables.sql"

/** How often a pattern occurs in a file. */
const count = (set: ScriptSet, file: string, pattern: RegExp): number =>
  [...readFile(set, file).matchAll(pattern)].length

const alternatives = (...words: ReadonlyArray<string>): string => words.map(escape).join("|")

describe("the columns of the hard table", () => {
  // Said here once more, apart from the rule that the scripts are made by: what is on disk and the customer's.
  const stored = orders.plan.source.columns.filter(
    ({ isVirtual, isUserGenerated, name }) => !isVirtual && (isUserGenerated || name === "ORA_ARCHIVE_STATE")
  )

  it.for(stored)(
    "$name is copied, hashed on both sides of each comparison, and carried back by the undo",
    ({ name, dataType }) => {
      const quoted = escape(quoteIdentifier(name))
      const isLob = dataType.endsWith("LOB")
      const hash = isLob
        ? new RegExp(`STANDARD_HASH\\(CASE WHEN t\\.${quoted} IS NOT NULL THEN DBMS_LOB\\.GETLENGTH`, "gu")
        : new RegExp(`STANDARD_HASH\\(t\\.${quoted}, 'MD5'\\)`, "gu")
      expect(count(orders, "20_data_load.sql", new RegExp(`^ +${quoted},?$`, "gmu"))).toBe(1)
      expect(count(orders, "20_data_load.sql", new RegExp(`^ +t\\.${quoted},?$`, "gmu"))).toBe(1)
      expect(count(orders, "20_data_load.sql", hash)).toBe(2)
      expect(count(orders, "40_delta_load.sql", hash)).toBe(2)
      expect(count(orders, undoFile, hash)).toBe(2)
      expect(count(orders, undoFile, new RegExp(`^ +t\\.${quoted},?$`, "gmu"))).toBe(1)
    }
  )

  it.for(userColumns(orders.plan.source))("$name is declared", ({ name }) => {
    expect(count(orders, "10_create_table.sql", new RegExp(`^ {2}${escape(quoteIdentifier(name))} [A-Z]`, "gmu"))).toBe(
      1
    )
  })

  it("that are virtual are in no INSERT and in no hash", () => {
    for (const { name } of userColumns(orders.plan.source).filter(({ isVirtual }) => isVirtual)) {
      const use = new RegExp(`t\\.${escape(quoteIdentifier(name))}\\b`, "u")
      for (const file of ["20_data_load.sql", "40_delta_load.sql", undoFile])
        expect(readFile(orders, file)).not.toMatch(use)
    }
  })
})

describe.for(sets)("the names of $name", (set) => {
  const { names } = set.plan
  const owned = [...names.indexes, ...names.triggers]

  it("of indexes and triggers come back at the cutover and are given back by the undo, each in its schema", () => {
    for (const { owner, name, interim } of owned) {
      const [schema, final, made] = [owner, name, interim].map((one) => escape(quoteIdentifier(one)))
      const there = new RegExp(`^ALTER (?:INDEX|TRIGGER) ${schema}\\.${made} RENAME TO ${final};$`, "mu")
      const back = new RegExp(`ALTER (?:INDEX|TRIGGER) ${schema}\\.${final} RENAME TO ${made}'`, "u")
      expect(readFile(set, "50_swap_tables.sql")).toMatch(there)
      expect(readFile(set, undoFile)).toMatch(back)
    }
  })

  it("of constraints come back at the cutover and are given back by the undo", () => {
    for (const { name, interim } of names.constraints) {
      const [final, made] = [name, interim].map((one) => escape(quoteIdentifier(one)))
      expect(readFile(set, "50_swap_tables.sql")).toMatch(new RegExp(`RENAME CONSTRAINT ${made} TO ${final};$`, "mu"))
      expect(readFile(set, undoFile)).toMatch(new RegExp(`RENAME CONSTRAINT ${final} TO ${made}'`, "u"))
    }
  })

  it("are all free before anything begins: the preflight looks them up", () => {
    const preflight = readFile(set, "00_preflight.sql")
    for (const { interim, retained } of [...owned, ...names.constraints]) {
      expect(preflight).toMatch(new RegExp(`'(?:${alternatives(interim.replaceAll("'", "''"))})'`, "u"))
      expect(preflight).toMatch(new RegExp(`'(?:${alternatives(retained.replaceAll("'", "''"))})'`, "u"))
    }
  })
})

describe.for(carriedFeatures)("$feature", ({ proofs }) => {
  it.for(proofs)("stands in %s: %s", ([file, pattern]) => {
    expect(readFile(orders, file)).toMatch(pattern)
  })
})

describe("what Oracle forbids beside the hard table", () => {
  const find = (table: string): ScriptSet =>
    beside.find(({ plan }) => plan.table === table) ?? findSet(`hard_table/${table}`)
  const [archive, positions] = [find("Archiv 2023"), find("Positionen")]

  it("is carried by the second table: ROWDEPENDENCIES, collation, no logging, tablespaces in turn", () => {
    const text = readFile(positions, "10_create_table.sql")
    expect(text).toContain("DEFAULT COLLATION BINARY_CI\nSEGMENT CREATION DEFERRED\n")
    expect(text).toContain("\nNOLOGGING\nPARTITION BY RANGE")
    expect(text).toContain('  STORE IN ("Daten 1", "Daten 2")\n')
    expect(text).toContain('  SUBPARTITIONS 16\n  STORE IN ("Daten 2", DATEN3)\n')
    expect(text).toContain(`'NLS_CALENDAR=GREGORIAN')) TABLESPACE "Daten 2"\n)\nPARALLEL\nROWDEPENDENCIES\n`)
    expect(text).toContain("GENERATED BY DEFAULT ON NULL AS IDENTITY")
    expect(readFile(positions, "65_verify.sql")).toContain("t.dependencies <> 'ENABLED'")
  })

  it("is carried by the third: READ ONLY for good, column store, an identity that counts down, DISABLE VALIDATE", () => {
    expect(readFile(archive, "10_create_table.sql")).toContain(
      "COLUMN STORE COMPRESS FOR QUERY HIGH ROW LEVEL LOCKING\n"
    )
    expect(readFile(archive, "50_swap_tables.sql")).toContain('CHECK ("AMOUNT" >= 0) DISABLE VALIDATE;')
    expect(readFile(archive, "50_swap_tables.sql")).toContain("l_next := LEAST(")
    expect(readFile(archive, "50_swap_tables.sql")).not.toContain("READ WRITE'")
    expect(readFile(archive, undoFile)).not.toMatch(/"Archiv 2023(?:_OLD)?" READ WRITE'/u)
  })
})
