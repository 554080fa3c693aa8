// What all parts of one compilation share: the text, the binds, the errors found so far.
import { DatabaseError } from "../engine/engine.ts"
import { locate } from "../sql/errors/syntax-error.ts"
import type { PlacedError } from "./code.ts"
import type { Callable } from "./callable.ts"
import type { Block } from "../sql/ast/index.ts"
import type { BindSlot, Machine } from "./machine.ts"
import type { Runtime, StoredUnit } from "./runtime.ts"

/** Errors of a compilation, each with its place. */
export class CompileErrors {
  readonly list: PlacedError[] = []

  add(offset: number, message: string): void {
    this.list.push({ offset, message })
  }

  /** An error of a static SQL statement. */
  addSql(offset: number, error: DatabaseError): void {
    this.add(offset, `PL/SQL: ${error.message}`)
  }

  get isEmpty(): boolean {
    return this.list.length === 0
  }

  /** ORA-06550 with all errors; lines and columns count from 1. */
  toError(text: string): DatabaseError {
    const parts = this.list.map(({ offset, message }, at) => {
      const { line, column } = locate(text, offset)
      return `${at === 0 ? "" : "ORA-06550: "}line ${String(line)}, column ${String(column)}:\n${message}`
    })
    return new DatabaseError(6550, `ORA-06550: ${parts.join("\n")}`, this.list[0]?.offset ?? 0)
  }
}

/** One text that is compiled: an anonymous block or a stored unit. */
export interface CompileUnit {
  readonly text: string
  /** `HR.PAY`: named in ORA-06512; null for an anonymous block. */
  readonly name: string | null
  readonly runtime: Runtime
  readonly binds: ReadonlyArray<BindSlot>
  readonly errors: CompileErrors
  /** A stored procedure or function as something to call; its body is compiled at the first call. */
  readonly loadStored: (unit: StoredUnit) => Callable
  /** Runs an anonymous block of EXECUTE IMMEDIATE; OUT values are left in the binds. */
  readonly runNested: (machine: Machine, text: string, block: Block, binds: ReadonlyArray<BindSlot>) => Promise<void>
}

/** A function that tells `at line 3` of an offset. Line starts are found once. */
export const placeTeller = (unit: CompileUnit): ((offset: number) => string) => {
  const prefix = unit.name === null ? "" : `"${unit.name}", `
  return (offset) => `${prefix}line ${String(locate(unit.text, offset).line)}`
}
