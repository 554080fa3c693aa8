// ROWID: its 18 characters hold four numbers, six bits a character.
import { unencodable } from "./encoding-error.ts"

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

/** The numbers of a ROWID: data object, relative file, block and row in the block. */
export interface RowidParts {
  readonly object: number
  readonly file: number
  readonly block: number
  readonly slot: number
}

const readDigits = (text: string, start: number, end: number): number => {
  let value = 0
  for (let at = start; at < end; at++) {
    const digit = ALPHABET.indexOf(text.charAt(at))
    if (digit < 0) throw unencodable("ROWID")
    value = value * 64 + digit
  }
  return value
}

const writeDigits = (value: number, length: number): string => {
  let text = ""
  let rest = value
  for (let at = 0; at < length; at++) {
    text = ALPHABET.charAt(rest % 64) + text
    rest = Math.floor(rest / 64)
  }
  return text
}

/** Parts of an 18-character ROWID. Fails with ORA-00600 when the text is none. */
export const parseRowid = (text: string): RowidParts => {
  const parts = {
    object: readDigits(text, 0, 6),
    file: readDigits(text, 6, 9),
    block: readDigits(text, 9, 15),
    slot: readDigits(text, 15, 18)
  }
  const isBeyond = parts.object >= 2 ** 32 || parts.file >= 2 ** 16 || parts.block >= 2 ** 32 || parts.slot >= 2 ** 16
  if (text.length !== 18 || isBeyond) throw unencodable("ROWID")
  return parts
}

/** The 18 characters of a ROWID. */
export const formatRowid = (parts: RowidParts): string =>
  writeDigits(parts.object, 6) + writeDigits(parts.file, 3) + writeDigits(parts.block, 6) + writeDigits(parts.slot, 3)
