// SQL*Plus words may be shortened: its manual writes COL[UMN] for "at least COL, at most COLUMN".

/** Turns `COL[UMN] EXIT` into a lookup from any allowed spelling (any case) to the full word; null when unknown. */
export const readAbbreviations = (notation: string): ((word: string) => string | null) => {
  const fullBySpelling = new Map<string, string>()
  for (const entry of notation.trim().split(/\s+/)) {
    const full = entry.replace(/[[\]]/g, "")
    const shortest = entry.replace(/\[.*/, "").length
    for (let length = shortest; length <= full.length; length += 1) {
      const spelling = full.slice(0, length)
      // Where two words share a short form, the first in the list has it.
      if (!fullBySpelling.has(spelling)) fullBySpelling.set(spelling, full)
    }
  }
  return (word) => fullBySpelling.get(word.toUpperCase()) ?? null
}
