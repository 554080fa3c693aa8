// The only module that loads ajv: for schemas of local .ts actions, which nobody compiled at a build. Its own entry point.
import { Ajv2020 } from "ajv/dist/2020.js"
import type { CompiledValidator, JsonSchema } from "@orapart/contract"

/** Compiles a JSON Schema (2020-12, ajv strict mode with union types). Throws ajv's Error when the schema itself is wrong. */
export const compileTargetSchema = (schema: JsonSchema): CompiledValidator =>
  new Ajv2020({ allErrors: true, strict: true, strictTypes: false, messages: false }).compile(
    schema
  ) as CompiledValidator
