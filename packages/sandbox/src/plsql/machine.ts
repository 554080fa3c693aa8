// The state of one run: session, binds, the implicit cursor, the exception being handled.
import type { PlsqlException } from "./exception.ts"
import type { Runtime } from "./runtime.ts"
import type { PlsqlType } from "./types.ts"
import type { Value } from "./value.ts"

/** A host bind with the type that it was declared with. */
export interface BindSlot {
  readonly name: string
  readonly type: PlsqlType
  value: Value
}

/** What `SQL%...` tells. */
export interface ImplicitCursor {
  /** null before the first statement. */
  rowCount: number | null
  bulkRowCounts: ReadonlyArray<number>
  bulkExceptions: ReadonlyArray<{ readonly index: number; readonly code: number }>
}

/** One run of a block or unit with everything it calls. */
export class Machine {
  readonly runtime: Runtime
  readonly binds: ReadonlyArray<BindSlot>
  readonly implicit: ImplicitCursor = { rowCount: null, bulkRowCounts: [], bulkExceptions: [] }
  /** The exception whose handler runs. */
  current: PlsqlException | null = null
  /** Nested calls, to fail before JavaScript's stack does. */
  depth = 0
  #turns = 0

  constructor(runtime: Runtime, binds: ReadonlyArray<BindSlot>) {
    this.runtime = runtime
    this.binds = binds
  }

  /** Counts a turn of a loop; now and then it lets others run and hears whether the client broke off. */
  turn(): Promise<void> | null {
    this.#turns += 1
    if (this.#turns < turnsBetweenChecks) return null
    this.#turns = 0
    return this.runtime.checkpoint()
  }
}

const turnsBetweenChecks = 4096
