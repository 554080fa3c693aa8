// What compiling makes: functions over a frame. A frame is one activation of a block or subprogram with its variables.
import type { Expression } from "../sql/ast/index.ts"
import type { Machine } from "./machine.ts"
import type { PlsqlType } from "./types.ts"
import type { Eventual, Value } from "./value.ts"

/** Variables of one activation. Blocks inside share the frame of their subprogram. */
export class Frame {
  readonly machine: Machine
  /** The frame of the subprogram (or block) in which this one is declared. */
  readonly parent: Frame | null
  readonly slots: Value[]
  /** Where ORA-06512 points: offset of the statement that runs. */
  at: number
  /** `at line 3` or `at "HR.P", line 3`. */
  readonly place: (offset: number) => string

  constructor(
    machine: Machine,
    parent: Frame | null,
    slotCount: number,
    place: (offset: number) => string,
    at: number
  ) {
    this.machine = machine
    this.parent = parent
    this.slots = Array.from<Value>({ length: slotCount }).fill(null)
    this.place = place
    this.at = at
  }
}

/** The frame so many subprograms further out. */
export const frameAt = (frame: Frame, hops: number): Frame => {
  let found = frame
  for (let hop = 0; hop < hops; hop += 1) found = found.parent ?? found
  return found
}

/** A part of an expression that SQL evaluates: Bind nodes stand for the inputs, in the order in which they are met. */
export interface RemotePart {
  readonly node: Expression
  readonly inputs: ReadonlyArray<{ readonly bind: Expression; readonly code: Code }>
}

/** A compiled expression. */
export interface Code {
  readonly type: PlsqlType
  readonly run: (frame: Frame) => Eventual<Value>
  /** What SQL may evaluate as a whole; null when this is the interpreter's. */
  readonly remote: RemotePart | null
}

/** How a statement ended, when not by its end. */
export type Jump =
  | { readonly kind: "exit" | "continue"; readonly loop: object }
  | { readonly kind: "return"; readonly value: Value }

/** A compiled statement. */
export type Step = (frame: Frame) => Eventual<Jump | null>

/** A compile error with its place. */
export interface PlacedError {
  readonly offset: number
  readonly message: string
}

/** Thrown while an expression is compiled; the statement around it collects it. */
export class CompileFailure extends Error {
  readonly offset: number

  constructor(offset: number, message: string) {
    super(message)
    this.offset = offset
  }
}

/** `PLS-00201: identifier 'X' must be declared` and the like, at an offset. */
export const failAt = (offset: number, message: string): never => {
  throw new CompileFailure(offset, message)
}

/** Any value over a frame. */
export const makeCode = (type: PlsqlType, run: Code["run"], remote: RemotePart | null = null): Code => ({
  type,
  run,
  remote
})
