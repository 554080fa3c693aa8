import { Ajv2020 } from "ajv/dist/2020.js"
import { tableConfig } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { composeSchema, configSchemaUrl } from "../../src/schema/compose-schema.ts"
import { hashAction, intervalAction } from "../test-actions.ts"

const compile = () =>
  new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(
    composeSchema([hashAction, intervalAction])
  )
const table = tableConfig()

describe("composeSchema", () => {
  it("is the same for the same actions in any order", () => {
    expect(composeSchema([hashAction, intervalAction])).toEqual(composeSchema([intervalAction, hashAction]))
  })

  it("asks the target of the action that the entry names", () => {
    const validate = compile()
    expect(validate({ tables: [table] })).toBe(true)
    expect(validate({ tables: [{ ...table, migration_action: "add_interval_partitioning" }] })).toBe(false)
    const target = {
      partition_type: "INTERVAL",
      partition_column: "ORDER_DATE",
      interval_type: "DAY",
      interval_value: 1
    }
    expect(
      validate({ tables: [{ ...table, migration_action: "add_interval_partitioning", target_configuration: target }] })
    ).toBe(true)
    expect(validate({ tables: [{ ...table, target_configuration: target }] })).toBe(false)
  })

  it("offers the editor the ids of the actions and refuses others", () => {
    const validate = compile()
    expect(validate({ tables: [{ ...table, migration_action: "add_nothing" }] })).toBe(false)
    expect(validate.errors?.find(({ keyword }) => keyword === "enum")?.params).toEqual({
      allowedValues: ["add_interval_hash_partitioning", "add_interval_partitioning"]
    })
  })

  it("refuses unknown keys at every level that has a fixed set", () => {
    const validate = compile()
    for (const config of [
      { tables: [table], table: 1 },
      { tables: [{ ...table, ownr: 1 }] },
      { tables: [{ ...table, migration_settings: { prio: 1 } }] },
      { tables: [{ ...table, migration_settings: { names: { intrim: "X" } } }] },
      { tables: [{ ...table, target_configuration: { ...table.target_configuration, x: 1 } }] }
    ]) {
      expect(validate(config)).toBe(false)
    }
  })

  it("carries its published address and describes every key of the table", () => {
    const schema = composeSchema([hashAction])
    expect(schema["$id"]).toBe(configSchemaUrl)
    const { table: described } = schema["$defs"] as {
      readonly table: { readonly properties: { readonly [key: string]: { readonly description?: string } } }
    }
    expect(Object.entries(described.properties).filter(([, property]) => (property.description ?? "") === "")).toEqual(
      []
    )
  })
})
