// Keeps facts that many checks ask for. Checks look at one table after the other, so nearly every question is about the same object as
// the one before it; that answer is found without a look-up, which fifty checks on thousands of tables would make a million times.

/** The same function, asked once per object. Only for pure functions whose result nobody changes. */
export const rememberFacts = <Subject extends object, Facts>(
  compute: (subject: Subject) => Facts
): ((subject: Subject) => Facts) => {
  const known = new WeakMap<Subject, { readonly facts: Facts }>()
  let last: { readonly subject: Subject; readonly facts: Facts } | null = null
  return (subject) => {
    if (last !== null && last.subject === subject) return last.facts
    const entry = known.get(subject) ?? { facts: compute(subject) }
    known.set(subject, entry)
    last = { subject, facts: entry.facts }
    return entry.facts
  }
}
