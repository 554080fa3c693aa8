// The hard table holds everything that is carried, examples/refused everything that is not: no type and no property of the model can be
// added without standing in one of them.
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import type { SchemaSnapshot, TableModel } from "../../../packages/contract/src/index.ts"
import { baseDataType, storedColumns, userColumns } from "../../../packages/oracle-rules/src/index.ts"
import { dataTypes } from "../../../packages/strategy-copy-swap/src/index.ts"
import { scriptSets } from "../script-sets.ts"
import { carriedFeatures, featureOf, refusedPaths } from "./carried-features.ts"
import { allFacts, factsOf, pathOf } from "./model-facts.ts"

const sets = scriptSets.filter(({ name }) => name.startsWith("hard_table/"))
const carried: ReadonlyArray<TableModel> = sets.map(({ plan }) => plan.source)
const hard = carried.find(({ name }) => name === "Aufträge")
if (hard === undefined) throw new Error("examples/hard_table has no table Aufträge")

const readRefused = (): ReadonlyArray<TableModel> =>
  (
    JSON.parse(
      readFileSync(new URL("../../../examples/refused/schema_snapshot.json", import.meta.url), "utf8")
    ) as SchemaSnapshot
  ).tables

const refused = readRefused()
const typesOf = (tables: ReadonlyArray<TableModel>): ReadonlySet<string> =>
  new Set(tables.flatMap((table) => userColumns(table).map(({ dataType }) => baseDataType(dataType))))

// Null says "not known" here: a snapshot without rights or statistics, not another kind of table.
const unknowns =
  /(?:bytes|Bytes|rowCount|distinctCount|nullCount|low|high|histogramBuckets|lastAnalyzed|lastNumber|columns\.statistics|segments|partitions\.(?:bound|tablespace)|storage\.(?:tablespace|pctFree|iniTrans)) is null$|segments\.source = estimate$/u

describe("the hard table", () => {
  it("has a column of every type that copy_swap carries", () => {
    expect(dataTypes.carried.filter((type) => !typesOf([hard]).has(type))).toEqual([])
    expect(dataTypes.carried.length).toBeGreaterThan(15)
  })

  it("has no column of another type", () => {
    expect([...typesOf([hard])].filter((type) => !dataTypes.carried.includes(type))).toEqual([])
  })

  it("has timestamps of several precisions, every form of NUMBER and both units of text", () => {
    const declared = new Set(hard.columns.map(({ dataType }) => dataType))
    for (const fraction of [0, 3, 6, 9]) expect(declared).toContain(`TIMESTAMP(${fraction})`)
    const numbers = hard.columns.filter(({ dataType }) => dataType === "NUMBER")
    expect(numbers.some(({ precision, scale }) => precision === null && scale === null)).toBe(true)
    expect(numbers.some(({ precision, scale }) => precision === null && scale === 0)).toBe(true)
    expect(numbers.some(({ scale }) => scale !== null && scale < 0)).toBe(true)
    for (const type of ["VARCHAR2", "CHAR"]) {
      const units = hard.columns.filter(({ dataType }) => dataType === type).map(({ charUsed }) => charUsed)
      expect(new Set(units), type).toEqual(new Set(["B", "C"]))
    }
  })

  it("states with the tables beside it everything that a model can say and that is not refused", () => {
    const stated = factsOf(carried)
    const everywhere = factsOf(scriptSets.flatMap(({ plan }) => [plan.source, plan.target]))
    const refusedFacts = factsOf(refused)
    const missing = allFacts.filter((fact) => {
      const found = fact.startsWith("partitioning") ? everywhere : stated
      return !found.has(fact) && !refusedFacts.has(fact) && !unknowns.test(fact)
    })
    expect(allFacts.length).toBeGreaterThan(250)
    expect(missing).toEqual([])
  })

  it("carries what only refused tables state nowhere, but for what a refusal names", () => {
    const everywhere = factsOf(scriptSets.flatMap(({ plan }) => [plan.source, plan.target]))
    const onlyRefused = [...factsOf(refused)].filter((fact) => !everywhere.has(fact) && !unknowns.test(fact)).toSorted()
    expect(onlyRefused).toEqual(
      [
        "columns.dataTypeOwner is set",
        "flashbackArchive is set",
        "hasMaterializedViewLog = true",
        "indexes.isPartial = true",
        "indexes.partitioning.type = global-range",
        "indexes.type = bitmap-join",
        "indexes.type = domain",
        "indexes.type = other",
        "kind = blockchain",
        "kind = clustered",
        "kind = external",
        "kind = global-temporary",
        "kind = hybrid-partitioned",
        "kind = index-organized",
        "kind = materialized-view-container",
        "kind = nested-table-storage",
        "kind = object-table",
        "kind = queue-table",
        "partitioning.type = reference",
        "partitioning.type = system",
        "policies.kind = audit",
        "policies.kind = fga",
        "policies.kind = label-security",
        "policies.kind = redaction",
        "policies.vpd is null",
        "storage.hasClustering = true",
        "storage.isInMemory = true",
        "supplementalLogs.columns is set",
        "supplementalLogs.groupName is set",
        "supplementalLogs.isAlways = false",
        "supplementalLogs.kind = named-group",
        "triggers.isCrossEdition = true",
        "triggers.ordering.type = PRECEDES"
      ].toSorted()
    )
  })

  it("has every timing of a trigger and every kind of VPD policy", () => {
    expect(new Set(hard.triggers.map(({ type }) => type))).toEqual(
      new Set(["BEFORE EACH ROW", "BEFORE STATEMENT", "AFTER EACH ROW", "AFTER STATEMENT", "COMPOUND"])
    )
    expect(hard.policies.map(({ vpd }) => vpd?.policyType ?? "none").toSorted()).toEqual([
      "CONTEXT_SENSITIVE",
      "DYNAMIC",
      "SHARED_STATIC"
    ])
  })
})

describe("the carried features", () => {
  it("speak of every property of the model, but for those that are refused", () => {
    const paths = [...new Set(allFacts.map(pathOf))]
    const silent = paths.filter(
      (path) => featureOf(path) === undefined && !refusedPaths.some((one) => path === one || path.startsWith(`${one}.`))
    )
    expect(silent).toEqual([])
  })

  it("speak of no property that the model does not have", () => {
    const paths = allFacts.map(pathOf)
    const invented = [...carriedFeatures.flatMap(({ covers }) => covers), ...refusedPaths].filter(
      (one) => !paths.some((path) => path === one || path.startsWith(`${one}.`))
    )
    expect(invented).toEqual([])
  })
})

describe("examples/refused", () => {
  it("has a column of every type that copy_swap refuses", () => {
    expect(dataTypes.refused.filter((type) => !typesOf(refused).has(type))).toEqual([])
  })

  it("has types of a schema too", () => {
    expect(refused.flatMap(storedColumns).filter(({ dataTypeOwner }) => dataTypeOwner !== null).length).toBeGreaterThan(
      3
    )
  })
})
