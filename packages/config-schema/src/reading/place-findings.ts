// Gives findings their line and column. The positions of the whole text are found only if a finding needs one.
import type { Finding } from "@orapart/contract"
import { offsetOf, type SourceText } from "./source-text.ts"

// An unknown key is pointed at by its own name; everything else by the value.
const keyCodes: ReadonlySet<string> = new Set(["OP104"])

const placeOne = (finding: Finding, source: SourceText): Finding => {
  if (finding.location !== undefined || finding.path === undefined) return finding
  const offset = finding.path === "" ? 0 : offsetOf(source, finding.path, keyCodes.has(finding.code) ? "key" : "value")
  return { ...finding, location: source.locationOf(offset) }
}

/** The findings with a location wherever they have a path. */
export const placeFindings = (findings: ReadonlyArray<Finding>, source: SourceText): ReadonlyArray<Finding> =>
  findings.map((finding) => placeOne(finding, source))
