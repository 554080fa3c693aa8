// Copies of plan data in which reading an absent field throws. Filters get these, so that a typing error in a step's data
// cannot become an empty clause. The copy's own fields are plain; only what is not there falls through to the trap.
import { AbsentField } from "./render-fault.ts"

const copies = new WeakMap<object, object>()

const trapAbsentFields = (holder: object): object =>
  new Proxy(Object.prototype, {
    get(target, key, receiver): unknown {
      // JSON.stringify and promises ask for these two without meaning to read a field.
      if (typeof key === "symbol" || key === "toJSON" || key === "then") return undefined
      if (Object.hasOwn(target, key)) return Reflect.get(target, key, receiver)
      throw new AbsentField(holder, key)
    }
  })

/** The value with every object in it guarded; texts, numbers, booleans and null as they are. Copies are kept and reused. */
export const copyStrictly = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value
  const known = copies.get(value)
  if (known !== undefined) return known
  const copy = Array.isArray(value) ? value.map(copyStrictly) : copyFields(value)
  copies.set(value, copy)
  return copy
}

const copyFields = (value: object): object => {
  const copy: { [key: string]: unknown } = {}
  for (const [key, field] of Object.entries(value)) copy[key] = copyStrictly(field)
  return Object.setPrototypeOf(copy, trapAbsentFields(value)) as object
}

/** Where `holder` lies inside `root`: `` for root itself, `.encryption` or `[3]` below it; null when it is not there. */
export const findPath = (root: unknown, holder: object): string | null => {
  if (root === holder) return ""
  if (typeof root !== "object" || root === null) return null
  for (const [key, field] of Object.entries(root)) {
    const below = findPath(field, holder)
    if (below !== null) return (Array.isArray(root) ? `[${key}]` : `.${key}`) + below
  }
  return null
}
