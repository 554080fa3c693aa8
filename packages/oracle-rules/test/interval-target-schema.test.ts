import { Ajv2020 } from "ajv/dist/2020.js"
import { describe, expect, it } from "vitest"
import { intervalTargetSchema } from "../src/interval-target-schema.ts"
import type { IntervalTargetSchemaOptions } from "../src/interval-target-schema.ts"

const errorsOf = (options: IntervalTargetSchemaOptions) => {
  const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(
    intervalTargetSchema(options)
  )
  return (data: unknown): ReadonlyArray<string> => {
    validate(data)
    return (validate.errors ?? [])
      .filter((error) => error.keyword !== "if")
      .map((error) => `${error.instancePath} ${error.keyword} ${JSON.stringify(error.params)}`)
  }
}

const layout = {
  partition_type: "INTERVAL",
  partition_column: "ORDER_DATE",
  interval_type: "DAY",
  interval_value: 1,
  initial_partition_value: "TO_DATE('2024-01-01', 'YYYY-MM-DD')"
}
const hash = { subpartition_type: "HASH", subpartition_column: "ORDER_ID", subpartition_count: 4 }
const predecessor = { ...layout, ...hash, tablespace: "USERS", parallel_degree: 2 }

const hashErrors = errorsOf({ subpartitions: "hash", isIntervalRequired: true })
const noneErrors = errorsOf({ subpartitions: "none", isIntervalRequired: true })
const eitherErrors = errorsOf({ subpartitions: "either", isIntervalRequired: true })
const keepErrors = errorsOf({ subpartitions: "hash", isIntervalRequired: false })

const without = (target: { readonly [key: string]: unknown }, key: string): { readonly [key: string]: unknown } =>
  Object.fromEntries(Object.entries(target).filter(([name]) => name !== key))

describe("intervalTargetSchema", () => {
  it("accepts the predecessor's example as it is", () => {
    expect(hashErrors(predecessor)).toEqual([])
    expect(eitherErrors(predecessor)).toEqual([])
    expect(keepErrors(predecessor)).toEqual([])
  })

  it("accepts the additive keys", () => {
    expect(
      hashErrors({
        ...predecessor,
        interval_type: "NUMBER",
        interval_value: 0.5,
        initial_partition_value: 1,
        store_in: ["TS1", "TS2"],
        tablespace: null
      })
    ).toEqual([])
    for (const unit of ["MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR"]) {
      expect(hashErrors({ ...predecessor, interval_type: unit })).toEqual([])
    }
  })

  it.each([
    "partition_type",
    "partition_column",
    "interval_type",
    "interval_value",
    "subpartition_type",
    "subpartition_column",
    "subpartition_count"
  ])("reports a missing %s as one error", (key) => {
    expect(hashErrors(without(predecessor, key))).toEqual([` required {"missingProperty":"${key}"}`])
  })

  it.each(["partition_column", "interval_type", "interval_value", "initial_partition_value"])(
    "lets %s be left out where the layout is kept",
    (key) => {
      expect(keepErrors(without(predecessor, key))).toEqual([])
    }
  )

  it.each<[string, unknown, string]>([
    ["partition_type", "RANGE", '/partition_type const {"allowedValue":"INTERVAL"}'],
    ["partition_column", "", '/partition_column minLength {"limit":1}'],
    ["interval_value", 0, '/interval_value exclusiveMinimum {"comparison":">","limit":0}'],
    ["interval_value", "1", '/interval_value type {"type":"number"}'],
    ["interval_value", 1.5, '/interval_value multipleOf {"multipleOf":1}'],
    ["initial_partition_value", true, '/initial_partition_value type {"type":["string","number"]}'],
    ["subpartition_type", "LIST", '/subpartition_type const {"allowedValue":"HASH"}'],
    ["subpartition_count", 2.5, '/subpartition_count type {"type":"integer"}'],
    ["subpartition_count", 0, '/subpartition_count minimum {"comparison":">=","limit":1}'],
    ["subpartition_column", null, '/subpartition_column type {"type":"string"}'],
    ["store_in", "TS1", '/store_in type {"type":"array"}'],
    ["parallel_degree", 0, '/parallel_degree minimum {"comparison":">=","limit":1}'],
    ["partition_colum", "X", ' additionalProperties {"additionalProperty":"partition_colum"}']
  ])("reports %s = %j as one error", (key, value, error) => {
    expect(hashErrors({ ...predecessor, [key]: value })).toEqual([error])
  })

  it("reports a misspelt unit as one error, also with a fraction beside it", () => {
    expect(hashErrors({ ...predecessor, interval_type: "MONTHS" })).toHaveLength(1)
    expect(hashErrors(without({ ...predecessor }, "interval_type"))).toHaveLength(1)
  })

  it("takes no subpartitions in any of the spellings of none", () => {
    expect(noneErrors(layout)).toEqual([])
    expect(noneErrors({ ...layout, subpartition_type: "NONE" })).toEqual([])
    expect(
      noneErrors({ ...layout, subpartition_type: null, subpartition_column: null, subpartition_count: null })
    ).toEqual([])
    expect(noneErrors({ ...layout, subpartition_type: "HASH" })).toEqual([
      '/subpartition_type enum {"allowedValues":["NONE",null]}'
    ])
    expect(noneErrors({ ...layout, subpartition_column: "ORDER_ID" })).toEqual([
      '/subpartition_column type {"type":"null"}'
    ])
  })

  it("asks column and count only of HASH where both are possible", () => {
    expect(eitherErrors(layout)).toEqual([])
    expect(eitherErrors({ ...layout, subpartition_type: "NONE" })).toEqual([])
    expect(
      eitherErrors({ ...layout, subpartition_type: null, subpartition_column: null, subpartition_count: null })
    ).toEqual([])
    expect(eitherErrors(without(predecessor, "subpartition_count"))).toEqual([
      ' required {"missingProperty":"subpartition_count"}'
    ])
    expect(eitherErrors({ ...predecessor, subpartition_column: null })).toEqual([
      '/subpartition_column type {"type":"string"}'
    ])
  })

  it("explains every key to the editor", () => {
    for (const subpartitions of ["hash", "none", "either"] as const) {
      const { properties } = intervalTargetSchema({ subpartitions, isIntervalRequired: true }) as {
        properties: { [key: string]: { title?: string; description?: string } }
      }
      expect(Object.keys(properties)).toHaveLength(11)
      for (const [key, schema] of Object.entries(properties)) {
        expect(schema.title, key).toBeTruthy()
        expect(schema.description, key).toBeTruthy()
      }
    }
  })
})
