// Rows per partition as bars. Long layouts are drawn in groups of neighbours, so that it stays one glance.
import type { LayoutPreview } from "@orapart/contract"
import { formatCount } from "../quantities.ts"

/** The most bars that are drawn. */
export const mostBars = 12

const barWidth = 40

interface Bar {
  readonly from: string
  readonly rows: number
}

const groupBars = (
  histogram: LayoutPreview["histogram"]
): { readonly size: number; readonly bars: ReadonlyArray<Bar> } => {
  const size = Math.ceil(histogram.length / mostBars)
  const bars = Array.from({ length: Math.ceil(histogram.length / size) }, (_, index) => {
    const slots = histogram.slice(index * size, (index + 1) * size)
    return { from: slots[0]?.from ?? "", rows: slots.reduce((sum, { rows }) => sum + rows, 0) }
  })
  return { size, bars }
}

// A bound at midnight says nothing by its time.
const shorten = (from: string): string => from.replace(/ 00:00:00$/u, "")

/** Bars with their rows, the largest 40 characters long; nothing when the rows are not known. */
export const drawHistogram = ({ histogram }: LayoutPreview): ReadonlyArray<string> => {
  if (histogram.length === 0) return []
  const { size, bars } = groupBars(histogram)
  const most = Math.max(...bars.map(({ rows }) => rows), 1)
  const labels = bars.map(({ from }) => shorten(from))
  const labelWidth = Math.max(...labels.map((label) => label.length))
  const countWidth = Math.max(...bars.map(({ rows }) => formatCount(rows).length))
  const lines = bars.map(({ rows }, index) => {
    const bar = "#".repeat(rows === 0 ? 0 : Math.max(1, Math.round((rows / most) * barWidth)))
    return `${(labels[index] ?? "").padEnd(labelWidth)}  ${formatCount(rows).padStart(countWidth)}  ${bar}`.trimEnd()
  })
  return [size === 1 ? "rows per partition" : `rows per ${size} partitions`, ...lines]
}
