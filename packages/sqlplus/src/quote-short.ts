// How a message quotes a piece of a script: enough to find it, never a whole statement.

const most = 60

/** The first line of a text in double quotes, cut after 60 characters; looks at no more of the text than it shows. */
export const quoteShort = (text: string): string => {
  const trimmed = text.trim()
  const head = trimmed.slice(0, most + 1)
  const newline = head.indexOf("\n")
  const line = newline < 0 ? head : head.slice(0, newline)
  return line.length > most || line.length < trimmed.length ? `"${line.slice(0, most - 3)}..."` : `"${line}"`
}
