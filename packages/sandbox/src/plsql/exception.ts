// Exceptions: the named ones of STANDARD, what is thrown while a block runs, and the text of an unhandled one.
import { DatabaseError } from "../engine/engine.ts"
import { ora, oraText } from "../errors/ora.ts"
import type { Frame } from "./code.ts"

/** An exception's identity: two of the same ORA number are the same. */
export interface ExceptionId {
  readonly name: string
  /** ORA number: 1403, 20001; null for one that was declared and never given a number. */
  code: number | null
}

const predefinedCodes: Readonly<Record<string, number>> = {
  ACCESS_INTO_NULL: 6530,
  CASE_NOT_FOUND: 6592,
  COLLECTION_IS_NULL: 6531,
  CURSOR_ALREADY_OPEN: 6511,
  DUP_VAL_ON_INDEX: 1,
  INVALID_CURSOR: 1001,
  INVALID_NUMBER: 1722,
  LOGIN_DENIED: 1017,
  NO_DATA_FOUND: 1403,
  NO_DATA_NEEDED: 6548,
  NOT_LOGGED_ON: 1012,
  PROGRAM_ERROR: 6501,
  ROWTYPE_MISMATCH: 6504,
  SELF_IS_NULL: 30625,
  STORAGE_ERROR: 6500,
  SUBSCRIPT_BEYOND_COUNT: 6533,
  SUBSCRIPT_OUTSIDE_LIMIT: 6532,
  SYS_INVALID_ROWID: 1410,
  TIMEOUT_ON_RESOURCE: 51,
  TOO_MANY_ROWS: 1422,
  VALUE_ERROR: 6502,
  ZERO_DIVIDE: 1476
}

/** The exceptions that STANDARD declares. */
export const predefinedExceptions: ReadonlyMap<string, ExceptionId> = new Map(
  Object.entries(predefinedCodes).map(([name, code]) => [name, { name, code }])
)

/** SQLERRM when nothing has happened. */
export const normalCompletion = "ORA-0000: normal, successful completion"

/** An exception on its way. */
export class PlsqlException extends Error {
  readonly id: ExceptionId | null
  /** ORA number; 6510 for a user's exception without number. */
  readonly code: number
  /** What SQLERRM tells: `ORA-01403: no data found`; older errors below it, kept by RAISE_APPLICATION_ERROR(..., TRUE) or left by a handler. */
  readonly text: string
  /** `ORA-06512: at line 3`, innermost first. */
  readonly trace: string[]
  /** The activation that the last line of the trace is about. */
  traced: Frame | null = null

  constructor(id: ExceptionId | null, code: number, text: string, trace: string[] = []) {
    super(text)
    this.id = id
    this.code = code
    this.text = text
    this.trace = trace
  }

  /** SQLCODE: 100 for no data, 1 for a user's exception without number, else negative. */
  get sqlCode(): number {
    if (this.id !== null && this.id.code === null) return 1
    return this.code === 1403 ? 100 : -this.code
  }

  /** SQLERRM. */
  get sqlErrorText(): string {
    return this.id !== null && this.id.code === null ? "User-Defined Exception" : this.text
  }

  /** The same exception, raised anew by RAISE: the new line comes before the old ones. */
  again(frame: Frame): PlsqlException {
    const line = oraText(6512, [frame.place(frame.at)])
    const anew = new PlsqlException(this.id, this.code, this.text, [line, ...this.trace])
    anew.traced = frame
    return anew
  }

  /** Text and trace as a client sees them. */
  get fullText(): string {
    return [this.text, ...this.trace].join("\n")
  }
}

/** The exception of RAISE. `previous` is the one whose handler raises it: its text follows (Oracle PL/SQL reference, exceptions raised in handlers). */
export const raised = (id: ExceptionId, previous: PlsqlException | null): PlsqlException => {
  const code = id.code ?? 6510
  const text = oraText(code)
  return new PlsqlException(id, code, previous === null ? text : `${text}\n${previous.text}`)
}

/** What was thrown, as an exception. Break-offs and faults of the program are no exceptions: null. */
export const asException = (thrown: unknown): PlsqlException | null => {
  if (thrown instanceof PlsqlException) return thrown
  if (thrown instanceof DatabaseError)
    return thrown.code === 1013 ? null : new PlsqlException(null, thrown.code, thrown.message)
  if (thrown instanceof RangeError && thrown.message.includes("call stack"))
    return new PlsqlException(null, 6500, "ORA-06500: PL/SQL: storage error")
  return null
}

/** The exception with the line of this activation in its trace. Throws on what is none. */
export const traceThrough = (thrown: unknown, frame: Frame): PlsqlException => {
  const exception = asException(thrown)
  if (exception === null) throw thrown
  if (exception.traced !== frame) {
    exception.trace.push(oraText(6512, [frame.place(frame.at)]))
    exception.traced = frame
  }
  return exception
}

/** What an unhandled exception is for the client. */
export const toDatabaseError = (exception: PlsqlException): DatabaseError =>
  new DatabaseError(exception.code, exception.fullText, null)

/** RAISE_APPLICATION_ERROR; ORA-21000 for a number outside -20999 .. -20000. `kept` is the exception that stays below it, or null. */
export const applicationError = (number: number, message: string, kept: PlsqlException | null): PlsqlException => {
  if (number > -20000 || number < -20999)
    return asException(ora(21000, [String(number)])) ?? new PlsqlException(null, 21000, "ORA-21000")
  const text = `ORA-${String(-number)}: ${message.slice(0, 2048)}`
  return new PlsqlException(null, -number, kept === null ? text : `${text}\n${kept.fullText}`)
}

/** Same exception: by number, or by declaration when it has none. */
export const matches = (exception: PlsqlException, id: ExceptionId): boolean =>
  id.code === null
    ? exception.id === id
    : exception.code === id.code && (exception.id === null || exception.id.code !== null)
