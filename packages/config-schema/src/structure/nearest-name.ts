// Did-you-mean: the known name that a misspelt one most likely stands for.
import { distance } from "fastest-levenshtein"

const fold = (name: string): string => name.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, "")

// One slip per three characters, three at most: beyond that a suggestion is a guess.
const allowedSlips = (name: string): number => Math.min(3, Math.max(1, Math.floor(name.length / 3)))

/**
 * The candidate closest to `name`, or null when none is close. A name that differs only in case or separators wins at once; among
 * equally close ones the first candidate is taken.
 */
export const findNearestName = (name: string, candidates: Iterable<string>): string | null => {
  const folded = fold(name)
  let nearest: string | null = null
  let slips = allowedSlips(folded) + 1
  for (const candidate of candidates) {
    const other = fold(candidate)
    if (other === folded && folded !== "") return candidate
    if (Math.abs(other.length - folded.length) >= slips) continue
    const found = distance(folded, other)
    if (found < slips) {
      slips = found
      nearest = candidate
    }
  }
  return nearest
}

/** `Did you mean ORDER_DATE?`, or an empty text when nothing is close. */
export const suggestName = (name: string, candidates: Iterable<string>): string => {
  const nearest = findNearestName(name, candidates)
  return nearest === null ? "" : `Did you mean ${nearest}?`
}
