// Classes of characters, by code: the lexer looks at every character once and must not slow down a 20 KB block.

const letter = /\p{L}/u
const digitOrMark = /[\p{L}\p{N}\p{M}]/u

/** A to Z, a to z and letters of other scripts: what an unquoted name may begin with. */
export const isLetter = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return true
  return code >= 128 && letter.test(String.fromCodePoint(text.codePointAt(at) ?? 0))
}

/** 0 to 9. */
export const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

/** What an unquoted name may go on with: letters, digits, `_`, `$` and `#`. */
export const isNamePart = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)) return true
  if (code === 95 || code === 36 || code === 35) return true
  return code >= 128 && digitOrMark.test(String.fromCodePoint(text.codePointAt(at) ?? 0))
}

/** Blank, tab, line end and other space. */
export const isSpace = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || code === 0xfeff
}

/** The end of the name that begins at `at`. */
export const endOfName = (text: string, at: number): number => {
  let end = at
  while (end < text.length && isNamePart(text, end))
    end += text.charCodeAt(end) >= 0xd800 && text.charCodeAt(end) < 0xdc00 ? 2 : 1
  return end
}

/** Length in bytes of UTF-8. */
export const utf8Bytes = (text: string): number => {
  let bytes = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0x80) bytes += 1
    else if (code < 0x800) bytes += 2
    else if (code >= 0xd800 && code < 0xdc00) {
      bytes += 4
      at += 1
    } else bytes += 3
  }
  return bytes
}
