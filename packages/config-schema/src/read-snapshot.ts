// The one entry for a snapshot. Pure: the file was read by somebody else.
import type { Finding, SchemaSnapshot } from "@orapart/contract"
import { hasErrors } from "@orapart/contract"
import { validateSnapshot } from "../generated/validate-snapshot.js"
import { parseConfigText, type ParsedText } from "./reading/parse-config-text.ts"
import { placeFindings } from "./reading/place-findings.ts"
import { snapshotSchema, supportedSnapshotVersion } from "./schema/snapshot-schema.ts"
import { checkRoot, isJsonObject } from "./structure/check-root.ts"
import { collectViolations } from "./structure/collect-violations.ts"
import { describeValue } from "./structure/describe-value.ts"
import { explainViolation } from "./structure/explain-violation.ts"
import { makeStructureFinding } from "./structure/structure-codes.ts"

/** A snapshot with everything that is wrong with its file. */
export interface SnapshotReading {
  /** null when the file cannot be used. */
  readonly snapshot: SchemaSnapshot | null
  readonly findings: ReadonlyArray<Finding>
}

type RawSnapshot = { readonly [key: string]: unknown }

// A snapshot is written by a program: when its shape is wrong it is wrong everywhere, and the first places tell enough.
const MOST_FINDINGS = 20

const versionFinding = (raw: RawSnapshot, file: string): Finding =>
  makeStructureFinding("OP112", {
    subject: file,
    what: `${file} has snapshotVersion ${describeValue(raw["snapshotVersion"])}; this orapart reads version ${supportedSnapshotVersion}.`,
    why: "Facts of another format would be misread.",
    advice: "Make the snapshot again for this version, or use the orapart that wrote it.",
    path: "/snapshotVersion"
  })

const nameSubjects = (raw: RawSnapshot, file: string) => {
  const tables: ReadonlyArray<unknown> = Array.isArray(raw["tables"]) ? raw["tables"] : []
  return (pointer: string): string => {
    const match = /^\/tables\/(\d+)(?:\/|$)/.exec(pointer)
    const table = match === null ? undefined : tables[Number(match[1])]
    return isJsonObject(table) && typeof table["owner"] === "string" && typeof table["name"] === "string"
      ? `${table["owner"]}.${table["name"]}`
      : file
  }
}

const checkShape = (raw: RawSnapshot, file: string): ReadonlyArray<Finding> => {
  const subjectOf = nameSubjects(raw, file)
  const all = collectViolations(validateSnapshot, raw)
  const told = all
    .slice(0, MOST_FINDINGS)
    .map((violation) =>
      explainViolation(violation, { root: raw, schema: snapshotSchema, base: "", file, subjectOf, target: null })
    )
  if (all.length <= MOST_FINDINGS) return told
  const rest = makeStructureFinding("OP106", {
    subject: file,
    what: `${file} has ${all.length - MOST_FINDINGS} more places of another form than a snapshot has.`,
    advice: "Make the snapshot again.",
    path: ""
  })
  return [...told, rest]
}

const readObject = (parsed: ParsedText, raw: RawSnapshot, file: string): SnapshotReading => {
  const isOtherVersion = "snapshotVersion" in raw && raw["snapshotVersion"] !== supportedSnapshotVersion
  const shape = isOtherVersion ? [versionFinding(raw, file)] : checkShape(raw, file)
  const findings = placeFindings([...parsed.findings, ...shape], parsed.source)
  return { snapshot: hasErrors(findings) ? null : (raw as unknown as SchemaSnapshot), findings }
}

/** Reads schema_snapshot.json. A snapshot of another format number is refused as a whole. */
export const readSnapshot = (text: string, file: string): SnapshotReading => {
  const parsed = parseConfigText(text, file)
  if (!("value" in parsed)) return { snapshot: null, findings: parsed.findings }
  if (isJsonObject(parsed.value)) return readObject(parsed, parsed.value, file)
  const findings = [
    ...parsed.findings,
    ...checkRoot(parsed.value, file, '{ "snapshotVersion": 1, "database": { ... }, "tables": [ ... ] }')
  ]
  return { snapshot: null, findings: placeFindings(findings, parsed.source) }
}
