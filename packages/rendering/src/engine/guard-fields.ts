// Views of plan data in which reading an absent field throws. Filters get these, so that a typing error in a step's data cannot
// become an empty clause. A view is made when it is read: a filter that is handed a whole step reads five of its fields, and copying
// the rest was a quarter of all rendering time.
import { AbsentField } from "./render-fault.ts"

/** Frozen objects by the copy that stands in for them: a proxy of a frozen object may not answer with a view of its fields. */
const frozenOf = new WeakMap<object, object>()

const thaw = (frozen: object): object => {
  const copy = { ...frozen }
  frozenOf.set(copy, frozen)
  return copy
}

const handler: ProxyHandler<object> = {
  get: (holder, key, view): unknown => {
    if (typeof key === "string" && Object.hasOwn(holder, key)) return guardFields(Reflect.get(holder, key))
    // JSON.stringify and promises ask for these two without meaning to read a field.
    if (typeof key === "symbol" || key === "toJSON" || key === "then") return undefined
    if (Object.hasOwn(Object.prototype, key)) return Reflect.get(Object.prototype, key, view)
    throw new AbsentField(frozenOf.get(holder) ?? holder, key)
  }
}

/** The value with every object in it guarded; texts, numbers, booleans and null as they are. The data itself stays untouched. */
export const guardFields = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value
  return Array.isArray(value)
    ? value.map(guardFields)
    : new Proxy(Object.isExtensible(value) ? value : thaw(value), handler)
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
