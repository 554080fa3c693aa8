// Makes the errors of the engine behind the parser. Nothing else is thrown on purpose.
import { DatabaseError } from "../engine/engine.ts"
import { messages } from "./messages.ts"

/** `ORA-00942`. */
export const oraPrefix = (code: number): string => `ORA-${String(code).padStart(5, "0")}`

/** The text of an ORA number with its %s filled in order; without arguments a %s is left empty, as Oracle does. */
export const oraText = (code: number, values: ReadonlyArray<string | number> = []): string => {
  let next = 0
  const text = (messages[code] ?? "error").replaceAll("%s", () => String(values[next++] ?? ""))
  return `${oraPrefix(code)}: ${text}`
}

/** A DatabaseError: `ora(942, [], offset)`, `ora(1, ["HR.PK_EMP"])`. The offset is zero-based in the statement; null where Oracle gives none. */
export const ora = (
  code: number,
  values: ReadonlyArray<string | number> = [],
  offset: number | null = null
): DatabaseError => new DatabaseError(code, oraText(code, values), offset)

/** ORA-03001 for what Oracle can and the sandbox cannot. `feature` is a short name: `MERGE PARTITIONS`. */
export const notInSandbox = (feature: string, offset: number | null = null): DatabaseError =>
  new DatabaseError(3001, `${oraText(3001)}, not supported in the sandbox: ${feature}`, offset)

/** An error inside recursive SQL: ORA-00604 with the cause as a further line. */
export const recursive = (cause: DatabaseError): DatabaseError =>
  new DatabaseError(604, `${oraText(604, ["1"])}\n${cause.message}`, null)
