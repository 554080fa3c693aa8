// Finds what a mistyped word was probably meant to be.

/** Edits (insert, delete, replace, swap of neighbours) between two words. */
const countEdits = (left: string, right: string): number => {
  const rows = Array.from({ length: left.length + 1 }, (_, row) =>
    Array.from({ length: right.length + 1 }, (_cell, column) => (row === 0 ? column : column === 0 ? row : 0))
  )
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY
  for (let row = 1; row <= left.length; row++) {
    for (let column = 1; column <= right.length; column++) {
      const isSame = left[row - 1] === right[column - 1]
      const isSwapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      const edits = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (isSame ? 0 : 1),
        isSwapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY
      )
      rows[row]?.splice(column, 1, edits)
    }
  }
  return at(left.length, right.length)
}

/** The known word that is nearest, compared without case; null when none is near enough to be meant. */
export const findNearest = (word: string, known: ReadonlyArray<string>): string | null => {
  const limit = Math.max(1, Math.floor(word.length / 3))
  const ranked = known
    .map((candidate) => ({ candidate, edits: countEdits(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ edits }) => edits <= limit)
    .toSorted((left, right) => left.edits - right.edits)
  return ranked[0]?.candidate ?? null
}

/** ` Did you mean X?` with a blank before it, or nothing. */
export const askForNearest = (word: string, known: ReadonlyArray<string>): string => {
  const nearest = findNearest(word, known)
  return nearest === null ? "" : ` Did you mean ${nearest}?`
}
