// Breaks text at blanks. Every broken line is one that SQL*Plus takes as it is: none ends in `-`, none is `/` or `.`.

/** The words in lines of at most `width` characters where possible; a longer word stays whole. At least one line. */
export const wrapWords = (words: ReadonlyArray<string>, width: number): ReadonlyArray<string> => {
  const lines: Array<string> = []
  let line = ""
  for (const word of words) {
    if (line === "") line = word
    else if (line.length + 1 + word.length <= width || !canBreak(line, word)) line += ` ${word}`
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}

// A word that begins with `#` would be run as a SQL*Plus command, one that begins with `/` or `.` could stand alone.
const canBreak = (line: string, word: string): boolean => !line.endsWith("-") && !/^[#/.@]/.test(word)

/** The same for prose whose words are separated by single blanks. */
export const wrapLine = (text: string, width: number): ReadonlyArray<string> => {
  const lines: Array<string> = []
  let start = 0
  while (text.length - start > width) {
    const cut = findBreak(text, start, width)
    if (cut < 0) break
    lines.push(text.slice(start, cut))
    start = cut + 1
  }
  return [...lines, text.slice(start)]
}

/** The last blank within the width where a line may end, else the first one after it; -1 when there is none. */
const findBreak = (text: string, start: number, width: number): number => {
  const mayBreak = (cut: number): boolean => text.charAt(cut - 1) !== "-" && !/[#/.@]/.test(text.charAt(cut + 1))
  for (let cut = text.lastIndexOf(" ", start + width); cut > start; cut = text.lastIndexOf(" ", cut - 1)) {
    if (mayBreak(cut)) return cut
  }
  for (let cut = text.indexOf(" ", start + width); cut >= 0; cut = text.indexOf(" ", cut + 1)) {
    if (mayBreak(cut)) return cut
  }
  return -1
}
