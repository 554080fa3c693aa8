// SQL*Plus words may be shortened: its manual writes COL[UMN] for "at least COL, at most COLUMN".

/** Turns `COL[UMN] EXIT` into a lookup from any allowed spelling (any case) to the full word; null when unknown. */
export const readAbbreviations = (notation: string): ((word: string) => string | null) => {
  const words = notation
    .trim()
    .split(/\s+/)
    .map((entry) => ({ full: entry.replace(/[[\]]/g, ""), shortest: entry.replace(/\[.*/, "") }))
  return (word) => {
    const upper = word.toUpperCase()
    return words.find(({ full, shortest }) => full.startsWith(upper) && upper.startsWith(shortest))?.full ?? null
  }
}
