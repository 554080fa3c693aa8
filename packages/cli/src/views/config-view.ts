// Writes what `validate config` found.
import type { Outcome } from "../failures.ts"
import type { ValidatedConfig } from "../services/validate-config.ts"
import { writeCommand } from "../words/next-command.ts"
import type { UsedFlags } from "../words/next-command.ts"
import { countFindings, renderFindings } from "./findings-view.ts"
import { formatNumberOf } from "./quantities.ts"
import type { Style } from "./style.ts"

const closeConfig = ({ findings, result }: Outcome<ValidatedConfig>, flags: UsedFlags): ReadonlyArray<string> => {
  if (result === null) return []
  const { tables, snapshot, isSound } = result
  const counted = countFindings(findings)
  if (!isSound) return [`${counted}.`, `Correct the errors, then: ${writeCommand("validate config", flags)}`]
  const looked = tables === null ? "" : `${formatNumberOf(tables, "enabled table")}, `
  const against = snapshot === null ? "without a snapshot" : `against ${snapshot}`
  return [
    `${looked}${counted}; checked ${against}.`,
    ...(snapshot === null ? [] : [`Next: ${writeCommand("plan", flags)}`])
  ]
}

/** All findings, errors first, and closing lines with the counts and what to do next. */
export const renderValidation =
  (flags: UsedFlags) =>
  (outcome: Outcome<ValidatedConfig>, style: Style): string =>
    [renderFindings(outcome.findings, style), closeConfig(outcome, flags).join("\n")]
      .filter((part) => part !== "")
      .join("\n\n")
