// One case of the tables: a block, and what a client sees of it.

/** Where the expectation comes from. */
export type CaseSource = "observed" | "documented" | "assumed"

export interface BlockCase {
  readonly name: string
  readonly block: string
  /** Lines of DBMS_OUTPUT; none when absent. */
  readonly output?: ReadonlyArray<string>
  /** The whole error text; no error when absent. */
  readonly error?: string
  readonly source: CaseSource
}

/** A case that prints the value of an expression. */
export const prints = (expression: string, line: string, source: CaseSource = "documented"): BlockCase => ({
  name: expression,
  block: `begin dbms_output.put_line(${expression}); end;`,
  output: [line],
  source
})

/** A case that fails at run time on line 1 with this text. */
export const fails = (name: string, block: string, error: string, source: CaseSource = "documented"): BlockCase => ({
  name,
  block,
  error: `${error}\nORA-06512: at line 1`,
  source
})

/** A case with one compile error that makes a statement ignored. Places are `line:column`. */
export const refuses = (
  name: string,
  block: string,
  [place, message]: readonly [place: string, message: string],
  [ignoredPlace, ignored]: readonly [place: string, what: string],
  source: CaseSource = "documented"
): BlockCase => {
  const at = (text: string): string => {
    const [line, column] = text.split(":")
    return `line ${line ?? ""}, column ${column ?? ""}`
  }
  return {
    name,
    block,
    error: `ORA-06550: ${at(place)}:\n${message}\nORA-06550: ${at(ignoredPlace)}:\nPL/SQL: ${ignored}`,
    source
  }
}
