// JSON Schema of the layout wish, written for two readers: the validator and the user's editor (titles and descriptions).
import type { JsonSchema } from "@orapart/contract"
import { intervalUnits } from "./intervals.ts"
import { MAX_POSITIONS } from "./limits.ts"

/** What an action takes. */
export interface IntervalTargetSchemaOptions {
  /** `hash`: hash subpartitions are required; `none`: there are none; `either`: subpartition_type decides. */
  readonly subpartitions: "hash" | "none" | "either"
  /** False where key, interval and bounds of the source are kept and may be left out. */
  readonly isIntervalRequired: boolean
}

const layoutKeys: { readonly [key: string]: JsonSchema } = {
  partition_type: {
    title: "Partitioning",
    description: "Always INTERVAL: range partitions that Oracle creates by itself.",
    const: "INTERVAL"
  },
  partition_column: {
    title: "Partition key",
    description: "A NUMBER, FLOAT, DATE or TIMESTAMP column without NULLs, as the dictionary spells it.",
    type: "string",
    minLength: 1
  },
  interval_type: {
    title: "Interval unit",
    description:
      "MINUTE to YEAR for a DATE or TIMESTAMP key, NUMBER for a numeric key. A WEEK is 7 days, a QUARTER 3 months.",
    enum: intervalUnits
  },
  interval_value: {
    title: "Interval length",
    description: "How many units one partition holds. A whole number; fractions only with NUMBER.",
    type: "number",
    exclusiveMinimum: 0
  },
  initial_partition_value: {
    title: "First bound",
    description:
      "Rows below it share the first partition; everything above is cut by the interval. For example TO_DATE('2020-01-01', 'YYYY-MM-DD'), TIMESTAMP '2020-01-01 00:00:00' or a number. Left out: just below the smallest key of the snapshot.",
    type: ["string", "number"]
  }
}

const subpartitionTypeText = "HASH spreads each partition over a fixed number of subpartitions; NONE leaves them whole."
const subpartitionColumnText =
  "The column whose hash decides the subpartition. Many distinct values, queried by equality."
const subpartitionCountText =
  "Subpartitions per partition. A power of two spreads evenly; 12 makes the largest 1.5 times the mean."

const hashKeys: { readonly [key: string]: JsonSchema } = {
  subpartition_type: { title: "Subpartitioning", description: subpartitionTypeText, const: "HASH" },
  subpartition_column: { title: "Hash key", description: subpartitionColumnText, type: "string", minLength: 1 },
  subpartition_count: {
    title: "Hash subpartitions",
    description: subpartitionCountText,
    type: "integer",
    minimum: 1,
    maximum: MAX_POSITIONS
  }
}

const noKeys: { readonly [key: string]: JsonSchema } = {
  subpartition_type: {
    title: "Subpartitioning",
    description: "This action makes no subpartitions: NONE, null or left out.",
    enum: ["NONE", null]
  },
  subpartition_column: { title: "Hash key", description: "Not used by this action: null or left out.", type: "null" },
  subpartition_count: {
    title: "Hash subpartitions",
    description: "Not used by this action: null or left out.",
    type: "null"
  }
}

const eitherKeys: { readonly [key: string]: JsonSchema } = {
  subpartition_type: { title: "Subpartitioning", description: subpartitionTypeText, enum: ["HASH", "NONE", null] },
  subpartition_column: {
    title: "Hash key",
    description: subpartitionColumnText,
    type: ["string", "null"],
    minLength: 1
  },
  subpartition_count: {
    title: "Hash subpartitions",
    description: subpartitionCountText,
    type: ["integer", "null"],
    minimum: 1,
    maximum: MAX_POSITIONS
  }
}

const placementKeys: { readonly [key: string]: JsonSchema } = {
  tablespace: {
    title: "Tablespace",
    description: "Tablespace of the new table; null or left out for the one it is in.",
    type: ["string", "null"],
    minLength: 1
  },
  store_in: {
    title: "Tablespaces in turn",
    description: "Tablespaces that partitions to come take one after the other (STORE IN).",
    type: "array",
    items: { type: "string", minLength: 1 },
    uniqueItems: true
  },
  parallel_degree: {
    title: "Parallel degree",
    description: "Degree for load and index builds. The table's own degree stays what it is.",
    type: "integer",
    minimum: 1
  }
}

/** Conditions are written as if and else: the branch that asks for less is the condition, so a missing unit or type adds no error. */
const wholeNumberRule: JsonSchema = {
  if: { properties: { interval_type: { const: "NUMBER" } } },
  else: { properties: { interval_value: { multipleOf: 1 } } }
}

const hashRule: JsonSchema = {
  if: { properties: { subpartition_type: { enum: ["NONE", null] } } },
  else: {
    required: ["subpartition_column", "subpartition_count"],
    properties: { subpartition_column: { type: "string" }, subpartition_count: { type: "integer" } }
  }
}

/**
 * JSON Schema 2020-12 of target_configuration; no other keys are allowed. Needs ajv's strictTypes off (a first bound is text or number).
 * Of the errors of a failed condition ajv adds one with keyword `if`, which says nothing and can be dropped.
 */
export const intervalTargetSchema = (options: IntervalTargetSchemaOptions): JsonSchema => {
  const subpartitionKeys = { hash: hashKeys, none: noKeys, either: eitherKeys }[options.subpartitions]
  const layoutRequired = options.isIntervalRequired ? ["partition_column", "interval_type", "interval_value"] : []
  const hashRequired = options.subpartitions === "hash" ? Object.keys(hashKeys) : []
  return {
    type: "object",
    title: "Target configuration",
    properties: { ...layoutKeys, ...subpartitionKeys, ...placementKeys },
    required: ["partition_type", ...layoutRequired, ...hashRequired],
    additionalProperties: false,
    allOf: options.subpartitions === "either" ? [wholeNumberRule, hashRule] : [wholeNumberRule]
  }
}
