// A declared cursor after compilation: where its state is, its parameters, how it is opened.
import type { CallParameter } from "./callable.ts"
import type { Frame } from "./code.ts"
import type { Routine } from "./scope.ts"
import type { RecordType } from "./types.ts"
import type { QueryCursor } from "../engine/engine.ts"

/** A cursor of CURSOR c IS. */
export interface CursorPlan {
  readonly name: string
  readonly routine: Routine
  /** Holds a CursorHandle. */
  readonly slot: number
  readonly parameters: ReadonlyArray<CallParameter & { readonly slot: number }>
  /** Its row; open when the columns are not known before the run. */
  row: RecordType
  /** Opens the query; the parameters' values stand in their slots. null: declared and never defined. */
  open: ((frame: Frame) => Promise<QueryCursor>) | null
}
