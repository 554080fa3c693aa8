// Values of expressions as Oracle gives them, with where that is known from.

/** An expression, its value as text (null is NULL) or `ORA-nnnnn`, and the source; `documented` when it is left out. */
export type GoldenValue = readonly [expression: string, expected: string | null, source?: "observed" | "documented" | "assumed"]
