// How a message quotes a piece of a script: enough to find it, never a whole statement.

/** The first line of a text in double quotes, cut after 60 characters. */
export const quoteShort = (text: string): string => {
  const [line = ""] = text.trim().split("\n")
  return line.length > 60 || line !== text.trim() ? `"${line.slice(0, 57)}..."` : `"${line}"`
}
