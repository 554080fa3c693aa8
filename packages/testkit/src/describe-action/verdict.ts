// What a check of the harness answers. Knows no test framework, so that the checks can be read and run without one.

/** A text that is held against a file; the path is absolute. */
export interface GoldenText {
  readonly path: string
  readonly text: string
}

/** `problems` fail the test, each one a sentence. A check is skipped when another one has failed that it builds on. */
export type Verdict =
  | { readonly problems: ReadonlyArray<string>; readonly golden?: ReadonlyArray<GoldenText> }
  | { readonly skipped: string }

/** One test of the harness: its sentence and what it finds. */
export interface NamedCheck {
  readonly sentence: string
  readonly run: () => Verdict | Promise<Verdict>
}

/** A value that is made when it is first asked for, and once. */
export const once = <A>(make: () => A): (() => A) => {
  let made: { readonly value: A } | null = null
  return () => (made ??= { value: make() }).value
}

/** The problem when a condition does not hold, else nothing. */
export const demand = (holds: boolean, problem: string): ReadonlyArray<string> => (holds ? [] : [problem])
