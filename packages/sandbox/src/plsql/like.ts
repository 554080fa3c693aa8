// LIKE: `%` is any text, `_` one character. No regular expression is made of the pattern.
import { ora } from "../errors/ora.ts"

type Piece =
  | { readonly kind: "any" }
  | { readonly kind: "one" }
  | { readonly kind: "character"; readonly character: string }

/** ORA-01425 for an escape that is not one character, ORA-01424 for one before anything but `%`, `_` and itself. */
const readPattern = (pattern: string, escape: string | null): ReadonlyArray<Piece> => {
  if (escape !== null && Array.from(escape).length !== 1) throw ora(1425)
  const pieces: Piece[] = []
  const characters = Array.from(pattern)
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? ""
    if (character === escape) {
      at += 1
      const next = characters[at]
      if (next === undefined || (next !== "%" && next !== "_" && next !== escape)) throw ora(1424)
      pieces.push({ kind: "character", character: next })
    } else if (character === "%") pieces.push({ kind: "any" })
    else pieces.push(character === "_" ? { kind: "one" } : { kind: "character", character })
  }
  return pieces
}

const fits = (piece: Piece | undefined, character: string): boolean =>
  piece?.kind === "one" || (piece?.kind === "character" && piece.character === character)

/** Whether a text matches; the last `%` is gone back to, so the time is bounded by text times pattern. */
export const matchesLike = (text: string, pattern: string, escape: string | null): boolean => {
  const pieces = readPattern(pattern, escape)
  const characters = Array.from(text)
  let [at, piece, star, mark] = [0, 0, -1, 0]
  while (at < characters.length) {
    if (fits(pieces[piece], characters[at] ?? "")) {
      at += 1
      piece += 1
    } else if (pieces[piece]?.kind === "any") {
      star = piece
      mark = at
      piece += 1
    } else if (star >= 0) {
      piece = star + 1
      mark += 1
      at = mark
    } else return false
  }
  while (pieces[piece]?.kind === "any") piece += 1
  return piece === pieces.length
}
