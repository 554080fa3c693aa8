// Macros that say so when they are called wrongly. nunjucks fills absent arguments with nothing and ignores unknown ones.
import { nunjucksRuntime } from "./nunjucks-internals.ts"
import type { MacroScope } from "./macro-memory.ts"
import type { Macro } from "./nunjucks-internals.ts"

const keywordNames = (values: ReadonlyArray<unknown>): ReadonlyArray<string> => {
  const last = values.at(-1)
  return typeof last === "object" && last !== null && Object.hasOwn(last, "__keywords") ? Object.keys(last) : []
}

/** A macro with these positional names and names with defaults. Throws a plain Error; the caller's runtime adds the place. */
export const makeMacro = (
  names: ReadonlyArray<string>,
  keywords: ReadonlyArray<string>,
  body: Macro,
  scope: MacroScope
): Macro => {
  const macro = nunjucksRuntime.makeMacro(names, keywords, body)
  const known = new Set([...names, ...keywords, "__keywords", "caller"])
  return (...values) => {
    const given = keywordNames(values)
    // The usual call gives exactly the positional arguments.
    if (given.length === 0 && values.length === names.length) return scope.run(body, values)
    const positional = given.length > 0 ? values.length - 1 : values.length
    const absent = names.slice(positional).filter((name) => !given.includes(name))
    if (absent.length > 0) throw new Error(`the macro needs ${absent.join(", ")}`)
    const unknown = given.filter((name) => !known.has(name))
    if (unknown.length > 0) throw new Error(`the macro has no argument ${unknown.join(", ")}`)
    const most = names.length + keywords.length
    if (positional > most) throw new Error(`the macro takes ${most} arguments, not ${positional}`)
    return macro(...values)
  }
}
