// From what a compiled validator says to what a person needs: what was found, what is allowed, how to put it right.
import type { Finding, JsonSchema, SchemaViolation } from "@orapart/contract"
import { readablePath, valueAt } from "../reading/json-pointer.ts"
import { describeTypes, describeValue, listValues } from "./describe-value.ts"
import { findPlaceOfKey, keysOf } from "./known-keys.ts"
import { findNearestName, suggestName } from "./nearest-name.ts"
import { makeStructureFinding, type StructureCode, type StructureReport } from "./structure-codes.ts"

/** Where a violation was found. */
export interface ViolationPlace {
  /** The value that the validator was given. */
  readonly root: unknown
  readonly schema: JsonSchema
  /** JSON pointer of that value in the file; empty for the whole file. */
  readonly base: string
  readonly file: string
  /** `HR.ORDERS` or the file's name. */
  readonly subjectOf: (pointer: string) => string
  /** Schema of the action's keys, for keys that belong there; null when unknown. */
  readonly target: JsonSchema | null
}

/** A violation with what its words are made of. */
interface Spot {
  readonly params: { readonly [name: string]: unknown }
  /** `tables[3].migration_settings`; `the file` for the root. */
  readonly name: string
  readonly pointer: string
  readonly value: unknown
  /** The subschema that was violated. */
  readonly schema: JsonSchema
  /** True when the object around the value has to have its key. */
  readonly isRequired: boolean
  readonly target: JsonSchema | null
}

type Explanation = Omit<StructureReport, "subject"> & { readonly code: StructureCode }

const descriptionOf = (schema: unknown): string => {
  const description = typeof schema === "object" && schema !== null ? (schema as JsonSchema)["description"] : undefined
  return typeof description === "string" ? description : ""
}

const explainMissing = ({ params, name, pointer, schema }: Spot): Explanation => {
  const key = String(params["missingProperty"])
  const wanted = (schema["properties"] as { readonly [key: string]: unknown } | undefined)?.[key]
  return {
    code: "OP105",
    path: pointer,
    what: `${name} has no key ${key}.`,
    why: descriptionOf(wanted) === "" ? "" : `${key}: ${descriptionOf(wanted)}`,
    advice: `Add "${key}" to ${name}.`,
    evidence: { key }
  }
}

const explainUnknown = ({ params, name, pointer, schema, target }: Spot): Explanation => {
  const key = String(params["additionalProperty"])
  const place = findPlaceOfKey(key, target)
  const known = keysOf(schema)
  const belongs = place === null ? "" : `It belongs in ${place}.`
  const nearest = suggestName(key, known)
  return {
    code: "OP104",
    path: `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`,
    what: `${name} has a key ${key}, which nobody reads.`,
    advice: [nearest || belongs, `Keys allowed here: ${known.join(", ")}.`].filter((part) => part !== "").join(" "),
    evidence: { key, nearest: findNearestName(key, known) }
  }
}

const adviseOnType = (value: unknown, type: unknown, isRequired: boolean): string => {
  const types = (Array.isArray(type) ? type : [type]).map(String)
  const wantsNumber = types.includes("number") || types.includes("integer")
  if (value === null) return isRequired ? "Write a value: the key is needed." : "Leave the key out, or write a value."
  if (typeof value === "string" && wantsNumber && value.trim() !== "" && Number.isFinite(Number(value))) {
    return `Write ${value.trim()} without quotes.`
  }
  if (typeof value === "string" && types.includes("boolean")) {
    return /^(true|y|yes|1)$/i.test(value) ? "Write true without quotes." : "Write true or false without quotes."
  }
  if (typeof value === "number" && types.includes("integer") && Number.isFinite(value))
    return `Write ${Math.round(value)}, for example.`
  return ""
}

const explainType = ({ params, name, pointer, value, schema, isRequired }: Spot): Explanation => ({
  code: "OP106",
  path: pointer,
  what: `${name} is ${describeValue(value)}, but it has to be ${describeTypes(params["type"])}.`,
  why: descriptionOf(schema),
  advice: adviseOnType(value, params["type"], isRequired),
  evidence: { found: describeValue(value) }
})

const explainChoice = ({ params, name, pointer, value, schema }: Spot): Explanation => {
  const allowed = Array.isArray(params["allowedValues"]) ? params["allowedValues"] : [params["allowedValue"]]
  const texts = allowed.filter((entry): entry is string => typeof entry === "string")
  const nearest = typeof value === "string" ? findNearestName(value, texts) : null
  return {
    code: "OP107",
    path: pointer,
    what: `${name} is ${describeValue(value)}; allowed ${allowed.length === 1 ? "is" : "are"} ${listValues(allowed)}.`,
    why: descriptionOf(schema),
    advice: nearest === null ? "" : `Did you mean ${JSON.stringify(nearest)}?`,
    evidence: { nearest }
  }
}

const limitWords: { readonly [keyword: string]: (limit: string) => string } = {
  minimum: (limit) => `has to be ${limit} or more`,
  maximum: (limit) => `may be ${limit} at most`,
  exclusiveMinimum: (limit) => `has to be more than ${limit}`,
  exclusiveMaximum: (limit) => `has to be less than ${limit}`,
  minLength: (limit) => (limit === "1" ? "may not be empty" : `needs ${limit} characters or more`),
  maxLength: (limit) => `may have ${limit} characters at most`,
  minItems: (limit) => `needs ${limit} entries or more`,
  maxItems: (limit) => `may have ${limit} entries at most`
}

// ajv names the two entries in either order.
const nameEntries = (params: Spot["params"]): string =>
  [Number(params["i"]) + 1, Number(params["j"]) + 1].sort((left, right) => left - right).join(" and ")

const describeRule = (keyword: string, params: Spot["params"]): string => {
  const words = limitWords[keyword]
  if (words !== undefined) return words(String(params["limit"]))
  if (keyword === "multipleOf")
    return params["multipleOf"] === 1
      ? "has to be a whole number here"
      : `has to be a multiple of ${String(params["multipleOf"])}`
  if (keyword === "uniqueItems") return `names the same entry twice (entries ${nameEntries(params)})`
  if (keyword === "pattern") return `has to have the form ${String(params["pattern"])}`
  return `breaks the rule ${keyword}`
}

const explainRange = (keyword: string, { params, name, pointer, value, schema }: Spot): Explanation => ({
  code: "OP108",
  path: pointer,
  what: `${name} is ${describeValue(value)}, but it ${describeRule(keyword, params)}.`,
  why: descriptionOf(schema),
  evidence: { rule: keyword }
})

const explain = (keyword: string, spot: Spot): Explanation => {
  switch (keyword) {
    case "required":
      return explainMissing(spot)
    case "additionalProperties":
      return explainUnknown(spot)
    case "type":
      return explainType(spot)
    case "enum":
    case "const":
      return explainChoice(spot)
    default:
      return explainRange(keyword, spot)
  }
}

const parentOf = (schemaPath: string): string => schemaPath.slice(0, schemaPath.lastIndexOf("/"))

// `/properties/tables/items/properties/owner` -> whether the schema of the entry requires `owner`.
const isRequiredKey = (root: JsonSchema, schemaPointer: string): boolean => {
  const key = schemaPointer.slice(schemaPointer.lastIndexOf("/") + 1)
  const required = valueAt(root, `${parentOf(parentOf(schemaPointer))}/required`)
  return Array.isArray(required) && required.includes(key)
}

/** Explains one violation. The finding carries a path, not yet a line and column. */
export const explainViolation = (violation: SchemaViolation, place: ViolationPlace): Finding => {
  const pointer = place.base + violation.instancePath
  const schemaPointer = parentOf((violation.schemaPath ?? "#/").slice(1))
  const schema = valueAt(place.schema, schemaPointer)
  const { code, ...report } = explain(violation.keyword, {
    params: violation.params,
    name: readablePath(pointer) === "" ? place.file : readablePath(pointer),
    pointer,
    value: valueAt(place.root, violation.instancePath),
    schema: typeof schema === "object" && schema !== null ? (schema as JsonSchema) : {},
    isRequired: isRequiredKey(place.schema, schemaPointer),
    target: place.target
  })
  return makeStructureFinding(code, { ...report, subject: place.subjectOf(pointer) })
}
