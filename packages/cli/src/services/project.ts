// A config with all that belongs to it, read and judged: the starting point of validate, plan and generate. Pure: whoever
// opens a project brings the texts.
import { createSourceText, offsetOf, parseConfigText, readParsedConfig, readSnapshot } from "@orapart/config-schema"
import type { ParsedText } from "@orapart/config-schema"
import { hasErrors } from "@orapart/contract"
import type { Finding, MigrationAction, MigrationConfig, MigrationStrategy, SchemaSnapshot } from "@orapart/contract"
import type { TemplateSet } from "./load-templates.ts"

/** The texts and plugins of a project. */
export interface ProjectSources {
  /** Paths as the user typed them: they stand in findings. */
  readonly configFile: string
  readonly configText: string
  /** The text parsed, where somebody had to do that before. */
  readonly parsed?: ParsedText
  /** null when there is no snapshot. */
  readonly snapshot: { readonly file: string; readonly text: string } | null
  readonly actions: ReadonlyArray<MigrationAction>
  readonly strategies: ReadonlyArray<MigrationStrategy>
  readonly templates: TemplateSet
}

/** A project after reading. */
export interface Project extends Omit<ProjectSources, "parsed" | "snapshot"> {
  /** null when there is none. Its text is gone: it is the largest thing in a run, and everything is read from it. */
  readonly snapshot: { readonly file: string } | null
  /** null when the config's structure is wrong. */
  readonly config: MigrationConfig | null
  /** null when there is none or it cannot be used. */
  readonly facts: SchemaSnapshot | null
  /** About the config, in the order of the file. */
  readonly configFindings: ReadonlyArray<Finding>
  /** About the snapshot. */
  readonly snapshotFindings: ReadonlyArray<Finding>
}

/** Adds line and column to findings that point into the config. */
export const placeInConfig = (
  findings: ReadonlyArray<Finding>,
  { configFile, configText }: Pick<ProjectSources, "configFile" | "configText">
): ReadonlyArray<Finding> => {
  const source = createSourceText(configText, configFile)
  return findings.map((finding) =>
    finding.path === undefined || finding.location !== undefined
      ? finding
      : { ...finding, location: source.locationOf(offsetOf(source, finding.path)) }
  )
}

/** Reads config and snapshot; everything that is wrong comes as findings. */
export const readProject = (sources: ProjectSources): Project => {
  const { parsed, ...kept } = sources
  const { configFile, configText, actions, strategies } = kept
  const reading = sources.snapshot === null ? null : readSnapshot(sources.snapshot.text, sources.snapshot.file)
  const { config, findings } = readParsedConfig(parsed ?? parseConfigText(configText, configFile), {
    file: configFile,
    actions,
    strategyIds: strategies.map(({ id }) => id),
    snapshot: reading?.snapshot ?? null
  })
  return {
    ...kept,
    snapshot: sources.snapshot === null ? null : { file: sources.snapshot.file },
    config,
    facts: reading?.snapshot ?? null,
    configFindings: findings,
    snapshotFindings: reading?.findings ?? []
  }
}

/** Place of a table's entry in the config: 3 for `/tables/3/owner`; null for what concerns the whole file. */
export const tableIndexOf = ({ path }: Finding): number | null => {
  const match = /^\/tables\/(\d+)(?:\/|$)/u.exec(path ?? "")
  return match === null ? null : Number(match[1])
}

/** Indexes of the tables that the config's findings forbid to plan. */
export const findBrokenTables = (project: Project): ReadonlySet<number> =>
  new Set(
    project.configFindings
      .filter(({ severity }) => severity === "error")
      .map(tableIndexOf)
      .filter((index) => index !== null)
  )

/** True when an error concerns the file as a whole, so that no table can be planned. */
export const hasWholeFileError = (project: Project): boolean =>
  project.config === null ||
  hasErrors(project.configFindings.filter((finding) => tableIndexOf(finding) === null)) ||
  hasErrors(project.snapshotFindings)
