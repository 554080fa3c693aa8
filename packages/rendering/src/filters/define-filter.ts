// The declaration of a filter. A template is not type-checked, so what a filter takes is said here and checked at each call.

/** What the value before the bar may be. */
export type FilterInput = "text" | "number" | "list" | "object" | "null"

/** A filter as the renderer calls it. */
export interface TemplateFilter {
  readonly name: string
  /** Kinds of value it takes; `null` only where it has a word for it. */
  readonly takes: ReadonlyArray<FilterInput>
  /** Names of the arguments in parentheses, in order; templates may also give them by name. */
  readonly parameters: ReadonlyArray<string>
  /** How many of them must be given. */
  readonly required: number
  readonly apply: (...values: ReadonlyArray<unknown>) => unknown
}

/** Declares a filter. The function keeps its types for callers in TypeScript; templates are checked by `takes` and `required`. */
export const defineFilter = <Values extends ReadonlyArray<never>>(filter: {
  readonly name: string
  readonly takes: ReadonlyArray<FilterInput>
  readonly parameters?: ReadonlyArray<string>
  readonly required?: number
  readonly apply: (...values: Values) => unknown
}): TemplateFilter => ({
  name: filter.name,
  takes: filter.takes,
  parameters: filter.parameters ?? [],
  required: filter.required ?? 0,
  apply: filter.apply as (...values: ReadonlyArray<unknown>) => unknown
})
