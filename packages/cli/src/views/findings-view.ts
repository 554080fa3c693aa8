// Writes findings for people: code and slug, what is wrong, where, why it matters and what to do.
import { sortFindings } from "@orapart/contract"
import type { Finding, Severity } from "@orapart/contract"
import type { Style } from "./style.ts"
import { hangText } from "./text-layout.ts"

const placeOf = ({ location, path }: Finding): string => {
  const at = location === undefined ? "" : `${location.file}:${location.line}:${location.column}`
  return [at, path ?? ""].filter((part) => part !== "").join("  ")
}

const renderFinding = (finding: Finding, style: Style): string => {
  const { severity, code, slug, what, why, advice } = finding
  const head = `${severity} ${code} ${slug}: `
  const [first = "", ...rest] = hangText("", head + what, style.width)
  const part = (label: string, text: string) => (text === "" ? [] : hangText(`  ${label}  `, text, style.width))
  const place = placeOf(finding)
  return [
    style.ofSeverity(severity, first.slice(0, severity.length)) +
      style.strong(first.slice(severity.length, head.length)) +
      first.slice(head.length),
    ...rest.map((line) => `  ${line}`),
    ...(place === "" ? [] : [style.faint(`  at   ${place}`)]),
    ...part("why", why),
    ...part("do ", advice)
  ].join("\n")
}

/** All findings, errors first, an empty line between them; empty text when there are none. */
export const renderFindings = (findings: ReadonlyArray<Finding>, style: Style): string =>
  sortFindings(findings)
    .map((finding) => renderFinding(finding, style))
    .join("\n\n")

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`

/** `2 errors, 1 warning`; `no findings` when there are none. */
export const countFindings = (findings: ReadonlyArray<Finding>): string => {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  const [errors, warnings, notes] = [count("error"), count("warning"), count("info")]
  const parts = [
    ...(errors > 0 ? [plural(errors, "error")] : []),
    ...(warnings > 0 ? [plural(warnings, "warning")] : []),
    ...(notes > 0 ? [plural(notes, "note")] : [])
  ]
  return parts.length === 0 ? "no findings" : parts.join(", ")
}
