// JSON-safe values: what may stand in a snapshot, a config or a plan file, so that every arrow of the data flow is a file.

/** A value that survives JSON.stringify and JSON.parse unchanged. */
export type JsonValue = string | number | boolean | null | ReadonlyArray<JsonValue> | JsonObject

/** An object of JSON values. */
export interface JsonObject {
  readonly [key: string]: JsonValue
}

/** A JSON Schema 2020-12 document or subschema. Only its outer shape is typed: ajv compiles it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown
}
