// Runs a compiled validator and keeps of its violations those that tell something.
import type { CompiledValidator, SchemaViolation } from "@orapart/contract"

const violatedType = (violations: ReadonlyArray<SchemaViolation>): ReadonlySet<string> =>
  new Set(violations.filter(({ keyword }) => keyword === "type").map(({ instancePath }) => instancePath))

// A condition adds one line that only says "a branch failed"; a value of a wrong type breaks every other rule about it as well.
const isTelling = (violation: SchemaViolation, wrongTypes: ReadonlySet<string>): boolean =>
  violation.keyword !== "if" && (violation.keyword === "type" || !wrongTypes.has(violation.instancePath))

const keyOf = (violation: SchemaViolation): string =>
  `${violation.instancePath}\u0000${violation.keyword}\u0000${JSON.stringify(violation.params)}`

/** The violations of a value, each said once; empty when it is as the schema wants it. */
export const collectViolations = (validate: CompiledValidator, value: unknown): ReadonlyArray<SchemaViolation> => {
  if (validate(value)) return []
  const all = validate.errors ?? []
  const wrongTypes = violatedType(all)
  const seen = new Set<string>()
  return all.filter((violation) => {
    if (!isTelling(violation, wrongTypes) || seen.has(keyOf(violation))) return false
    seen.add(keyOf(violation))
    return true
  })
}
