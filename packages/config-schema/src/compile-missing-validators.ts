// Gives actions without a compiled validator one. Where all have theirs, ajv is never loaded.
import type { MigrationAction } from "@orapart/contract"

/** The actions, each with a validator, and those whose schema is wrong: they keep none. */
export interface CompiledActions {
  readonly actions: ReadonlyArray<MigrationAction>
  readonly problems: ReadonlyArray<{ readonly id: string; readonly message: string }>
}

/** Compiles the target schemas that came without a validator (local .ts actions). Order is kept. */
export const compileMissingValidators = async (actions: ReadonlyArray<MigrationAction>): Promise<CompiledActions> => {
  if (actions.every((action) => action.validateTarget !== undefined)) return { actions, problems: [] }
  const { compileTargetSchema } = await import("./compile.ts")
  const problems: Array<{ readonly id: string; readonly message: string }> = []
  const compiled = actions.map((action) => {
    if (action.validateTarget !== undefined) return action
    try {
      return { ...action, validateTarget: compileTargetSchema(action.targetSchema) }
    } catch (cause) {
      problems.push({ id: action.id, message: cause instanceof Error ? cause.message : String(cause) })
      return action
    }
  })
  return { actions: compiled, problems }
}
