// From an offset in a text to the line and column that an editor shows. Knows nothing of JSON.

/** A place in a text; both count from 1, the column in UTF-16 units as editors count it. */
export interface TextPosition {
  readonly line: number
  readonly column: number
}

const findLineStarts = (text: string): ReadonlyArray<number> => {
  const starts = [0]
  if (text.includes("\r")) {
    for (const end of text.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length)
    return starts
  }
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1)
  return starts
}

/** Reads positions of one text; lines end with LF, CRLF or CR. */
export const createLineReader = (text: string): ((offset: number) => TextPosition) => {
  const starts = findLineStarts(text)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}
