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
