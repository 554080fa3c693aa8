// Keeps what a macro gave the last time. A script set calls the same macros with the same plan in each of its 22 files; of the
// runs of macros that is every second one.
import type { Macro } from "./nunjucks-internals.ts"

interface LastRun {
  readonly values: ReadonlyArray<unknown>
  readonly result: unknown
}

const areSame = (left: ReadonlyArray<unknown>, right: ReadonlyArray<unknown>): boolean => {
  if (left.length !== right.length) return false
  for (let position = 0; position < left.length; position += 1) if (left[position] !== right[position]) return false
  return true
}

/** The macros of one template. */
export interface MacroScope {
  /** Runs a macro's body, or gives what it gave for the same values; objects count as the same when they are one object. */
  readonly run: (body: Macro, values: ReadonlyArray<unknown>) => unknown
  /**
   * To be called when the template was run by an import: from then on its macros depend on their arguments alone. Before, and in a
   * template that is rendered itself, they also see what the template sets.
   */
  readonly settle: () => void
}

/** The last runs of all macros of one renderer. */
export class MacroMemory {
  private readonly lastRuns = new Map<Macro, LastRun>()

  /** A scope for one template. */
  openScope(): MacroScope {
    let isSettled = false
    const run = (body: Macro, values: ReadonlyArray<unknown>): unknown => {
      const last = this.lastRuns.get(body)
      if (last !== undefined && areSame(last.values, values)) return last.result
      const result = body(...values)
      this.lastRuns.set(body, { values, result })
      return result
    }
    return {
      run: (body, values) => (isSettled ? run(body, values) : body(...values)),
      settle: () => void (isSettled = true)
    }
  }

  /** Forgets all runs, so that no plan is kept alive by the last script that was made from it. */
  clear(): void {
    this.lastRuns.clear()
  }
}
