// Is there one JSON object at all, and does it ask for anything?
import type { Finding } from "@orapart/contract"
import { describeValue } from "./describe-value.ts"
import { makeStructureFinding } from "./structure-codes.ts"

/** True for a JSON object: neither null nor a list. */
export const isJsonObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** An error when the file holds something else than one object; nothing otherwise. `form` is how the object has to begin. */
export const checkRoot = (value: unknown, file: string, form: string): ReadonlyArray<Finding> => {
  if (isJsonObject(value)) return []
  return [
    makeStructureFinding("OP102", {
      subject: file,
      what: `${file} holds ${describeValue(value)}, but it has to hold one object.`,
      advice: Array.isArray(value) ? `Put the list into an object: ${form}.` : `Write ${form}.`,
      path: ""
    })
  ]
}

/** A warning when no table is enabled: everything would run, and nothing would happen. */
export const checkAnyEnabled = (tables: ReadonlyArray<unknown>, file: string): ReadonlyArray<Finding> => {
  if (tables.some((table) => !isJsonObject(table) || table["enabled"] !== false)) return []
  return [
    makeStructureFinding("OP113", {
      subject: file,
      what:
        tables.length === 0
          ? `${file} names no table.`
          : `All ${tables.length} tables of ${file} have "enabled": false.`,
      why: "There is nothing to plan and nothing to generate.",
      advice:
        tables.length === 0
          ? "Write one entry per table to repartition; examples/minimal shows the least."
          : 'Set "enabled": true for the tables to repartition.',
      path: "/tables"
    })
  ]
}
