// Picks actions and strategies out of an imported module and checks their shape: the compiler cannot vouch for a plugin
// that was built elsewhere.
import type { MigrationAction, MigrationStrategy } from "@orapart/contract"

/** What a module brings; `problems` name each export that is meant as an action or strategy and is not complete. */
export interface ExportedPlugins {
  readonly actions: ReadonlyArray<MigrationAction>
  readonly strategies: ReadonlyArray<MigrationStrategy>
  readonly problems: ReadonlyArray<string>
}

type Candidate = Readonly<Record<string, unknown>> & { readonly id: string }

const actionFields = {
  title: "string",
  description: "string",
  targetSchema: "object",
  defaultStrategy: "string",
  applies: "function",
  target: "function"
}
const strategyFields = {
  title: "string",
  description: "string",
  minimumVersion: "string",
  applies: "function",
  plan: "function"
}

/** What an action may leave out; an absent one is fine, one of another type is not. */
const optionalFields = { validateTarget: "function", checks: "list", extraSteps: "function" }

const isCandidate = (value: unknown): value is Candidate =>
  typeof value === "object" && value !== null && "id" in value && typeof value.id === "string" && "applies" in value

const isStrategy = (candidate: Candidate): boolean => "plan" in candidate

const typeOf = (value: unknown): string => (Array.isArray(value) ? "list" : value === null ? "null" : typeof value)

const findGaps = (candidate: Candidate): ReadonlyArray<string> => [
  ...Object.entries(isStrategy(candidate) ? strategyFields : actionFields)
    .filter(([name, type]) => typeOf(candidate[name]) !== type)
    .map(([name, type]) => `${candidate.id} has no ${name} (${type})`),
  ...Object.entries(isStrategy(candidate) ? {} : optionalFields)
    .filter(([name, type]) => candidate[name] !== undefined && typeOf(candidate[name]) !== type)
    .map(([name, type]) => `${name} of ${candidate.id} is no ${type}`)
]

/** Reads a module's exports, single ones and lists, under whatever names. */
export const readExports = (module: object): ExportedPlugins => {
  const candidates = [...new Set(Object.values(module).flat())].filter(isCandidate)
  const whole = candidates.filter((candidate) => findGaps(candidate).length === 0)
  // The shape was checked field by field just above; the types of the functions are the plugin's promise.
  const actions = whole.filter((candidate) => !isStrategy(candidate)) as unknown as ReadonlyArray<MigrationAction>
  const strategies = whole.filter(isStrategy) as unknown as ReadonlyArray<MigrationStrategy>
  return { actions, strategies, problems: candidates.flatMap(findGaps) }
}
