// The compilers of statements, declarations and blocks call each other through this. Compiling statements may ask the session about SQL, so it takes time;
// expressions never do.
import type { Block, PlsqlStatement, SubprogramDeclaration } from "../sql/ast/index.ts"
import type { Code, Step } from "./code.ts"
import { CompileFailure } from "./code.ts"
import { DatabaseError } from "../engine/engine.ts"
import type { Scope } from "./scope.ts"
import type { Subprogram } from "./subprogram.ts"

/** A loop that EXIT and CONTINUE may mean: known by its identity. */
export interface LoopTarget {
  readonly labels: ReadonlyArray<string>
}

/** Where a statement stands. */
export interface StatementPlace {
  readonly scope: Scope
  /** Innermost last. */
  readonly loops: ReadonlyArray<LoopTarget>
  /** Inside a handler: RAISE without a name is allowed. */
  readonly isInHandler: boolean
}

/** The compilers as their parts see them. */
export interface CompileContext {
  readonly statements: (place: StatementPlace, list: ReadonlyArray<PlsqlStatement>) => Promise<Step>
  readonly block: (place: StatementPlace, block: Block) => Promise<Step>
  readonly subprogramBody: (scope: Scope, declaration: SubprogramDeclaration, made: Subprogram) => Promise<Step>
}

/** Compiles a part; an error is noted, followed by what was given up because of it. */
export const collectErrors = async <T>(
  scope: Scope,
  ignored: { readonly offset: number; readonly text: string },
  compile: () => Promise<T> | T
): Promise<T | null> => {
  const { errors } = scope.unit
  try {
    return await compile()
  } catch (thrown) {
    if (thrown instanceof CompileFailure) errors.add(thrown.offset, thrown.message)
    else if (thrown instanceof DatabaseError && thrown.code === 3001) throw thrown
    else if (thrown instanceof DatabaseError) errors.addSql(thrown.offset ?? ignored.offset, thrown)
    else throw thrown
    errors.add(ignored.offset, `PL/SQL: ${ignored.text}`)
    return null
  }
}

/** The same for what takes no time. */
export const collectNow = (scope: Scope, offset: number, text: string, compile: () => Code): Code | null => {
  try {
    return compile()
  } catch (thrown) {
    if (!(thrown instanceof CompileFailure)) throw thrown
    scope.unit.errors.add(thrown.offset, thrown.message)
    scope.unit.errors.add(offset, `PL/SQL: ${text}`)
    return null
  }
}
