// Writes what `lint` found, with a bound: a script of a million faults must not fill a terminal.
import type { Finding } from "@orapart/contract"
import type { Outcome } from "../failures.ts"
import type { LintedScripts } from "../services/lint-scripts.ts"
import { mostOfOneCode, renderFindings } from "./findings-view.ts"
import { formatCount, formatNumberOf } from "./quantities.ts"
import type { Style } from "./style.ts"

interface Rest {
  readonly finding: Pick<Finding, "code" | "slug" | "severity">
  count: number
}

interface Cut {
  readonly shown: ReadonlyArray<Finding>
  readonly rest: ReadonlyArray<Rest>
}

const nouns = { error: "error", warning: "warning", info: "note" } as const

const keyOf = ({ severity, code }: Pick<Finding, "code" | "severity">): string => `${severity} ${code}`

/** The first findings of each code, and how many more there are. */
const cutFindings = (findings: ReadonlyArray<Finding>, { omitted }: LintedScripts): Cut => {
  const groups = Map.groupBy(findings, keyOf)
  const rest = new Map<string, Rest>()
  const add = (finding: Rest["finding"], count: number): void => {
    const key = keyOf(finding)
    rest.set(key, { finding, count: (rest.get(key)?.count ?? 0) + count })
  }
  for (const group of groups.values()) {
    const [next] = group.slice(mostOfOneCode)
    if (next !== undefined) add(next, group.length - mostOfOneCode)
  }
  for (const more of omitted) add(more, more.count)
  return { shown: [...groups.values()].flatMap((group) => group.slice(0, mostOfOneCode)), rest: [...rest.values()] }
}

const renderRest = (rest: ReadonlyArray<Rest>, style: Style): ReadonlyArray<string> =>
  rest.map(({ finding: { severity, code, slug }, count }) =>
    style.faint(`${formatCount(count)} more ${nouns[severity]}${count === 1 ? "" : "s"} ${code} ${slug}.`)
  )

const countAll = ({ errors, warnings, notes }: LintedScripts): string => {
  const parts = [
    ...(errors > 0 ? [formatNumberOf(errors, "error")] : []),
    ...(warnings > 0 ? [formatNumberOf(warnings, "warning")] : []),
    ...(notes > 0 ? [formatNumberOf(notes, "note")] : [])
  ]
  return parts.length === 0 ? "no findings" : parts.join(", ")
}

const close = (result: LintedScripts, rest: ReadonlyArray<Rest>): ReadonlyArray<string> => [
  `${formatNumberOf(result.scripts.length, "script")}: ${countAll(result)}.`,
  ...(rest.length === 0 ? [] : ["--json has more of them; orapart explain CODE says what a code means."])
]

/** The findings, errors first, at most ten of one code; how many more there are; and a line that counts all. */
export const renderLint = ({ findings, result }: Outcome<LintedScripts>, style: Style): string => {
  if (result === null) return renderFindings(findings, style)
  const { shown, rest } = cutFindings(findings, result)
  return [renderFindings(shown, style), renderRest(rest, style).join("\n"), close(result, rest).join("\n")]
    .filter((part) => part !== "")
    .join("\n\n")
}
