// Writes what `validate config` found.
import type { Outcome } from "../failures.ts"
import type { ValidatedConfig } from "../services/validate-config.ts"
import { countFindings, renderFindings } from "./findings-view.ts"
import { formatNumberOf } from "./quantities.ts"
import type { Style } from "./style.ts"

const closeConfig = ({ findings, result }: Outcome<ValidatedConfig>): string => {
  if (result === null) return ""
  const { config, tables, snapshot, isSound } = result
  const counted = countFindings(findings)
  if (!isSound) return `${config}: ${counted}. Correct the errors, then: orapart validate config --config ${config}`
  const looked = tables === null ? "" : ` ${formatNumberOf(tables, "enabled table")}, ${counted}.`
  const against = snapshot === null ? "Checked without a snapshot" : `Checked against ${snapshot}`
  const next = snapshot === null ? "" : ` Next: orapart plan --config ${config}`
  return `${config}:${looked} ${against}.${next}`
}

/** All findings, errors first, and a closing line with the counts and what to do next. */
export const renderValidation = (outcome: Outcome<ValidatedConfig>, style: Style): string =>
  [renderFindings(outcome.findings, style), closeConfig(outcome)].filter((part) => part !== "").join("\n\n")
