// Keeps the answers of a pure function of one text. A schema has thousands of bounds and few different ones, and reading one costs
// more than all that is computed from it.

/** Entries after which everything is forgotten: enough for the keys of some thousand tables, small in memory. */
const MOST_ENTRIES = 20_000

/** The same function with a memory. Only for pure functions whose result nobody changes. */
export const remember = <Result>(read: (text: string) => Result): ((text: string) => Result) => {
  const answers = new Map<string, Result>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    const answer = read(text)
    if (answers.size >= MOST_ENTRIES) answers.clear()
    answers.set(text, answer)
    return answer
  }
}
