// What a measurement gives, and the table that is printed of all of them.
import { leastOf, medianOf } from "./measure.ts"

/** Times of several rounds, milliseconds. */
export type Times = ReadonlyArray<number>

/** One line of the table. */
export interface Result {
  readonly what: string
  readonly ours: Times
  /** What it is compared with; null for a target in milliseconds. */
  readonly anchor: { readonly name: string; readonly times: Times } | null
  /** The largest ratio of medians, or without anchor the most milliseconds; null when it is only reported. */
  readonly most: number | null
  /** Largest peak of all rounds with its limit, MiB; null where it does not matter. */
  readonly peak: { readonly mib: number; readonly most: number | null } | null
}

const ms = (value: number): string => `${value >= 100 ? value.toFixed(0) : value.toFixed(1)} ms`

/** Ratio of the medians; without anchor the median itself. */
export const valueOf = ({ ours, anchor }: Result): number =>
  anchor === null ? medianOf(ours) : medianOf(ours) / medianOf(anchor.times)

/** null when there is nothing to meet. */
export const isMet = (result: Result): boolean | null => {
  const verdicts = [
    ...(result.most === null ? [] : [valueOf(result) <= result.most]),
    ...(result.peak === null || result.peak.most === null ? [] : [result.peak.mib <= result.peak.most])
  ]
  return verdicts.length === 0 ? null : verdicts.every(Boolean)
}

const describeTarget = ({ most, anchor, peak }: Result): string =>
  [
    ...(most === null ? [] : [anchor === null ? ms(most) : `${most}x`]),
    ...(peak === null || peak.most === null ? [] : [`${peak.most} MiB`])
  ].join(", ")

const rowOf = (result: Result): ReadonlyArray<string> => {
  const { what, ours, anchor, peak } = result
  const met = isMet(result)
  return [
    what,
    `${ms(medianOf(ours))} (${ms(leastOf(ours))})`,
    anchor === null ? "" : `${anchor.name}: ${ms(medianOf(anchor.times))} (${ms(leastOf(anchor.times))})`,
    anchor === null ? "" : `${valueOf(result).toFixed(2)}x`,
    peak === null ? "" : `${peak.mib.toFixed(0)} MiB`,
    describeTarget(result),
    met === null ? "" : met ? "met" : "not met"
  ]
}

const head = ["what", "orapart, median (least)", "beside, median (least)", "ratio", "peak", "target", ""]

/** The results as a Markdown table. */
export const writeTable = (results: ReadonlyArray<Result>): string => {
  const rows = [head, ...results.map(rowOf)]
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => (row[column] ?? "").length)))
  const line = (cells: ReadonlyArray<string>) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`
  const [first = [], ...rest] = rows
  return [line(first), line(widths.map((width) => "-".repeat(width))), ...rest.map(line)].join("\n")
}
