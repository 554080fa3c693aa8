// The names of a new action: what may be one, and how it is spelt in a package, an id, a template, a constant and a code.

/** All spellings that follow from a name and a scope. */
export interface ActionNames {
  /** `archive-first`. */
  readonly name: string
  /** `archive_first`, with the scope in front when there is one. */
  readonly id: string
  /** `@acme/orapart-archive-first`, or without a scope `orapart-archive-first`. */
  readonly packageName: string
  /** `archiveFirst`. */
  readonly constant: string
  /** Prefix of its template ids: the scope, or `local`. */
  readonly prefix: string
  /** Letters of its codes, 2 to 12, never OP: those are orapart's. */
  readonly letters: string
}

/** Longest name and longest scope, in characters. */
export const nameLimit = 40

// Windows cannot make files of these names; the others are prefixes or names that orapart uses itself.
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|core|local|orapart)$/u

const describeCharacters = (name: string): ReadonlyArray<string> => {
  const kinds: ReadonlyArray<readonly [RegExp, string]> = [
    [/[A-Z]/u, "capital letters"],
    [/\s/u, "blanks"],
    [/[/\\]/u, "slashes"],
    [/\./u, "dots"],
    [/_/u, "underscores"],
    [/\P{ASCII}/u, "characters beyond ASCII"],
    [/[^\sA-Za-z0-9/\\._\-\P{ASCII}]/u, "other special characters"]
  ]
  const found = kinds.filter(([pattern]) => pattern.test(name)).map(([, kind]) => kind)
  return found.length === 0 ? [] : [`it has ${found.join(", ")}`]
}

const describeHyphens = (name: string): ReadonlyArray<string> =>
  /--|-$/u.test(name) ? ["a hyphen stands at its end or beside another one"] : []

/** Why a text can be no name (or scope) of a package; empty when it can. */
export const findNameProblems = (name: string): ReadonlyArray<string> => {
  if (name === "") return ["it is empty"]
  return [
    ...(name.length > nameLimit ? [`it has ${name.length} characters`] : []),
    ...describeCharacters(name),
    ...(/^[A-Za-z]/u.test(name) ? [] : ["it does not begin with a letter from a to z"]),
    ...describeHyphens(name),
    ...(reserved.test(name) ? ["it is reserved"] : [])
  ]
}

/** The nearest text that can be a name; null when nothing is left of it. */
export const suggestName = (name: string): string | null => {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/gu, "-")
    .toLowerCase()
    .replaceAll(/\p{Mark}/gu, "")
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^[^a-z]+/gu, "")
    .slice(0, nameLimit)
    .replace(/-$/u, "")
  return findNameProblems(plain).length === 0 ? plain : null
}

const writeLetters = (name: string): string => {
  const letters = name.replaceAll(/[^a-z]/gu, "").toUpperCase()
  return (letters.length < 2 || letters === "OP" ? `${letters}ACTION` : letters).slice(0, 12)
}

/** The spellings of a name without problems; `scope` is null or a name without problems. */
export const spellNames = (name: string, scope: string | null): ActionNames => {
  const id = [...(scope === null ? [] : [scope]), name].join("-").replaceAll("-", "_")
  return {
    name,
    id,
    packageName: scope === null ? `orapart-${name}` : `@${scope}/orapart-${name}`,
    constant: name.replaceAll(/-(.)/gu, (_, letter: string) => letter.toUpperCase()),
    prefix: scope ?? "local",
    letters: writeLetters(name)
  }
}
