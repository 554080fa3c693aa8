// Small parts to write the snapshot's schema with. The compiler holds every object's keys equal to the contract's type.
import type { JsonSchema } from "@orapart/contract"
import { when } from "../when.ts"

export const text: JsonSchema = { type: "string" }
export const textOrNull: JsonSchema = { type: ["string", "null"] }
export const flag: JsonSchema = { type: "boolean" }
export const flagOrNull: JsonSchema = { type: ["boolean", "null"] }
/** A whole number from 0: counts and bytes. */
export const count: JsonSchema = { type: "integer", minimum: 0 }
export const countOrNull: JsonSchema = { type: ["integer", "null"], minimum: 0 }
export const wholeOrNull: JsonSchema = { type: ["integer", "null"] }

/** One of the given texts. */
export const oneOfTexts = (...values: ReadonlyArray<string>): JsonSchema => ({ type: "string", enum: values })

export const listOf = (items: JsonSchema): JsonSchema => ({ type: "array", items })
export const texts: JsonSchema = listOf(text)

/** The same schema with null allowed beside its one type. */
export const orNull = (schema: JsonSchema): JsonSchema => ({ ...schema, type: [schema["type"], "null"] })

/** An object with exactly the keys of T, all required but the optional ones; keys of later formats are let through. */
export const recordOf = <T>(
  properties: { readonly [K in keyof T]-?: JsonSchema },
  optional: ReadonlyArray<keyof T & string> = []
): JsonSchema => ({
  type: "object",
  required: Object.keys(properties).filter((key) => !(optional as ReadonlyArray<string>).includes(key)),
  properties
})

/** An object that is one of several kinds, told apart by one key. `Union` names the kinds; each brings the rest of its keys. */
export const taggedBy = (
  tag: string,
  kinds: { readonly [value: string]: { readonly [key: string]: JsonSchema } }
): JsonSchema => ({
  type: "object",
  required: [tag],
  properties: { [tag]: oneOfTexts(...Object.keys(kinds)) },
  allOf: Object.entries(kinds).map(([value, properties]) =>
    when(
      { required: [tag], properties: { [tag]: { const: value } } },
      { required: Object.keys(properties), properties }
    )
  )
})
