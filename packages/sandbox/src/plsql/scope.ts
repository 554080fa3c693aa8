// Names of a block while it is compiled: what is declared, in which activation, and under which label. It runs nothing.
import type { Identifier } from "../sql/ast/index.ts"
import type { CursorPlan } from "./cursor-plan.ts"
import type { ExceptionId } from "./exception.ts"
import type { CompileUnit } from "./compile-unit.ts"
import type { Subprogram } from "./subprogram.ts"
import type { PlsqlType } from "./types.ts"

/** One activation's layout: how many slots its frame has, and how deep it is nested. */
export interface Routine {
  readonly depth: number
  slotCount: number
  /** What RETURN converts to: null in a procedure or anonymous block. */
  readonly returns: PlsqlType | null
  readonly isFunction: boolean
}

/** What a name is. */
export type PlsqlSymbol =
  | {
      readonly kind: "variable"
      readonly name: string
      readonly routine: Routine
      readonly slot: number
      readonly type: PlsqlType
      readonly isNotNull: boolean
      /** A constant, IN parameter or loop variable. */
      readonly isReadOnly: boolean
    }
  | { readonly kind: "exception"; readonly id: ExceptionId }
  | { readonly kind: "cursor"; readonly plan: CursorPlan }
  | { readonly kind: "type"; readonly type: PlsqlType }
  | { readonly kind: "subprogram"; readonly overloads: Subprogram[] }

/** Names of one block, subprogram or loop. */
export class Scope {
  readonly parent: Scope | null
  readonly routine: Routine
  readonly unit: CompileUnit
  /** Labels of the block, or the subprogram's name: `label.variable`. */
  readonly labels: ReadonlyArray<string>
  readonly #symbols = new Map<string, PlsqlSymbol>()

  constructor(parent: Scope | null, routine: Routine, unit: CompileUnit, labels: ReadonlyArray<string> = []) {
    this.parent = parent
    this.routine = routine
    this.unit = unit
    this.labels = labels
  }

  /** A scope inside this one, in the same activation. */
  inner(labels: ReadonlyArray<string> = []): Scope {
    return new Scope(this, this.routine, this.unit, labels)
  }

  /** Adds a name. PLS-00371 is left to the use: here a second declaration is an error at once. */
  declare(name: Identifier, symbol: PlsqlSymbol): void {
    if (this.#symbols.has(name.value) && symbol.kind !== "subprogram")
      this.unit.errors.add(name.start, `PLS-00371: at most one declaration for '${name.value}' is permitted`)
    this.#symbols.set(name.value, symbol)
  }

  /** The name declared right here. */
  own(name: string): PlsqlSymbol | null {
    return this.#symbols.get(name) ?? null
  }

  /** The name here or further out. */
  find(name: string): PlsqlSymbol | null {
    return this.own(name) ?? this.parent?.find(name) ?? null
  }

  /** The scope with this label, here or further out. */
  labelled(label: string): Scope | null {
    return this.labels.includes(label) ? this : (this.parent?.labelled(label) ?? null)
  }

  /** A slot for a variable of this activation. */
  takeSlot(): number {
    const slot = this.routine.slotCount
    this.routine.slotCount += 1
    return slot
  }

  /** How many activations lie between here and the one of a symbol. */
  hopsTo(routine: Routine): number {
    return this.routine.depth - routine.depth
  }
}
