// Lays plain text out in columns and lines. It measures characters, so it gets its text before any colour is put on it.

/** Breaks text at blanks into lines of at most `width` characters; words that are longer stay whole. */
export const wrapText = (text: string, width: number): ReadonlyArray<string> =>
  text.split("\n").flatMap((paragraph) => {
    const lines: Array<string> = []
    let line = ""
    for (const word of paragraph.split(" ")) {
      const isFitting = line === "" || line.length + 1 + word.length <= width
      if (!isFitting) lines.push(line)
      line = line === "" || !isFitting ? word : `${line} ${word}`
    }
    return [...lines, line]
  })

/** Wraps text behind a label: the first line starts with it, the others are indented to the same column. */
export const hangText = (label: string, text: string, width: number): ReadonlyArray<string> => {
  const blank = " ".repeat(label.length)
  return wrapText(text, Math.max(20, width - label.length)).map(
    (line, index) => `${index === 0 ? label : blank}${line}`
  )
}

/** How one column of a table is set. */
export interface Column {
  readonly title: string
  readonly align?: "left" | "right"
  /** Wraps the last column at the given total width; other columns keep their longest cell. */
  readonly isWrapped?: boolean
}

const pad = (text: string, width: number, align: Column["align"]): string =>
  align === "right" ? text.padStart(width) : text.padEnd(width)

/** A table by rows, the titles first, each row as its lines. The wrapped column takes what is left of `width`. */
export const layRows = (
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
  width: number
): ReadonlyArray<ReadonlyArray<string>> => {
  const isWrapped = (index: number): boolean => columns[index]?.isWrapped === true
  const natural = columns.map(({ title }, index) =>
    Math.max(title.length, ...rows.map((row) => (row[index] ?? "").length))
  )
  const fixed = natural.reduce((sum, size, index) => sum + (isWrapped(index) ? 0 : size), 0)
  const left = width - fixed - 2 * (columns.length - 1)
  const sizes = natural.map((size, index) => (isWrapped(index) ? Math.max(20, Math.min(size, left)) : size))
  const layRow = (cells: ReadonlyArray<string>): ReadonlyArray<string> => {
    const wrapped = sizes.map((size, index) =>
      isWrapped(index) ? wrapText(cells[index] ?? "", size) : [cells[index] ?? ""]
    )
    const height = Math.max(...wrapped.map((lines) => lines.length))
    const cellAt = (line: number) => (lines: ReadonlyArray<string>, index: number) =>
      pad(lines[line] ?? "", sizes[index] ?? 0, columns[index]?.align)
    return Array.from({ length: height }, (_, line) => wrapped.map(cellAt(line)).join("  ").trimEnd())
  }
  return [columns.map(({ title }) => title), ...rows].map(layRow)
}

/** A table with two blanks between columns, as lines. */
export const layTable = (
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
  width: number
): ReadonlyArray<string> => layRows(columns, rows, width).flat()

/** Puts blanks before every line that is not empty. */
export const indentLines = (lines: ReadonlyArray<string>, by: number): ReadonlyArray<string> =>
  lines.map((line) => (line === "" ? "" : " ".repeat(by) + line))
