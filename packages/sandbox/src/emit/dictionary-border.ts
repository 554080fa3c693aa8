// What the emitter wants of the dictionary: a relation with columns for a view's name.
import type { ValueType } from "../types/value-type.ts"
import type { ParameterSource } from "./emit-context.ts"

/** A column of a dictionary view. */
export interface DictionaryColumnOf {
  readonly name: string
  readonly type: ValueType
  readonly isNullable: boolean
  /** Its name in the relation. */
  readonly column: string
}

/** A dictionary view as a relation of PostgreSQL. */
export interface DictionaryRelation {
  readonly name: string
  readonly columns: ReadonlyArray<DictionaryColumnOf>
  /** What stands in FROM, in parentheses. `add` takes a parameter and gives the text that stands for it, without a cast. */
  readonly emit: (add: (source: ParameterSource) => string) => string
}
