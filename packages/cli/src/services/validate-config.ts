// `validate config`: everything that can be said about a config without writing anything.
import { hasErrors } from "@orapart/contract"
import type { Finding } from "@orapart/contract"
import type { Outcome } from "../failures.ts"
import type { OpenProject } from "./open-project.ts"
import { selectFindings } from "./plan-tables.ts"
import { placeInConfig } from "./project.ts"
import { reportDisabled } from "./select-tables.ts"

/** What was validated. */
export interface ValidatedConfig {
  readonly config: string
  /** null when there is no snapshot: checks that need facts were left out. */
  readonly snapshot: string | null
  /** Enabled tables that were looked at; null when the file's structure is wrong. */
  readonly tables: number | null
  readonly isSound: boolean
}

/** Collects the findings about the chosen tables and the file as a whole. */
export const validateConfig = ({ project, selection, findings }: OpenProject): Outcome<ValidatedConfig> => {
  const { config } = project
  const disabled = config === null ? [] : reportDisabled(config, selection)
  const all: ReadonlyArray<Finding> = [
    ...findings,
    ...selectFindings(project, selection),
    ...placeInConfig(disabled, project)
  ]
  const enabled = config?.tables.filter(
    ({ enabled: isEnabled }, index) => isEnabled !== false && (selection === null || selection.has(index))
  )
  return {
    findings: all,
    result: {
      config: project.configFile,
      snapshot: project.snapshot?.file ?? null,
      tables: enabled?.length ?? null,
      isSound: !hasErrors(all)
    }
  }
}
