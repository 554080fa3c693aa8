// Writes findings for people: code and slug, what is wrong, where, why it matters and what to do.
import { sortFindings } from "@orapart/contract"
import type { Finding, Severity } from "@orapart/contract"
import { formatNumberOf } from "./quantities.ts"
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

/** How many warnings or notes of one code are written out; errors always are. */
export const mostOfOneCode = 10

const renderMore = (count: number, { severity, code, slug }: Finding, style: Style): string =>
  style.faint(
    `${formatNumberOf(count, severity === "info" ? "more note" : "more warning")} ${code} ${slug}; --json has all of them.`
  )

/** All findings, errors first, an empty line between them; long runs of one warning are cut. Empty when there are none. */
export const renderFindings = (findings: ReadonlyArray<Finding>, style: Style): string => {
  const groups = Map.groupBy(sortFindings(findings), ({ severity, code }) =>
    severity === "error" ? "error" : `${severity} ${code}`
  )
  return [...groups]
    .flatMap(([key, group]) => {
      const shown = key === "error" ? group : group.slice(0, mostOfOneCode)
      const [next] = group.slice(shown.length)
      const more = next === undefined ? [] : [renderMore(group.length - shown.length, next, style)]
      return [...shown.map((finding) => renderFinding(finding, style)), ...more]
    })
    .join("\n\n")
}

/** `2 errors, 1 warning`; `no findings` when there are none. */
export const countFindings = (findings: ReadonlyArray<Finding>): string => {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  const [errors, warnings, notes] = [count("error"), count("warning"), count("info")]
  const parts = [
    ...(errors > 0 ? [formatNumberOf(errors, "error")] : []),
    ...(warnings > 0 ? [formatNumberOf(warnings, "warning")] : []),
    ...(notes > 0 ? [formatNumberOf(notes, "note")] : [])
  ]
  return parts.length === 0 ? "no findings" : parts.join(", ")
}
