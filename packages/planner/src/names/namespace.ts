// The names of one Oracle namespace in one schema, and how a free one is found: deterministic, within the limit in bytes.
import { nameBytes, shortenName } from "@orapart/oracle-rules"
import type { NamespaceKind, UsedNameIndex } from "./used-names.ts"

/** Names that are taken, those planned so far included. */
export interface Namespace {
  readonly has: (name: string) => boolean
  readonly take: (name: string) => void
}

/** All namespaces of all schemas, as one plan sees them. */
export interface Namespaces {
  readonly of: (owner: string, kind: NamespaceKind) => Namespace
}

/** Opens the namespaces for one plan: names it takes are its own and do not change the index. */
export const openNamespaces = (used: UsedNameIndex): Namespaces => {
  const opened = new Map<string, Namespace>()
  const open = (owner: string, kind: NamespaceKind): Namespace => {
    const existing = used.namesOf(owner, kind)
    const planned = new Set<string>()
    return { has: (name) => existing.has(name) || planned.has(name), take: (name) => void planned.add(name) }
  }
  return {
    of: (owner, kind) => {
      const key = `${kind} ${owner}`
      const found = opened.get(key)
      if (found !== undefined) return found
      const namespace = open(owner, kind)
      opened.set(key, namespace)
      return namespace
    }
  }
}

/** A name made of a base and what is put around it. The base is shortened, the affixes never are: they tell what the object is. */
export interface NamePattern {
  readonly prefix?: string
  readonly base: string
  readonly suffix?: string
}

const composeName = (pattern: NamePattern, count: number, limitBytes: number): string => {
  const prefix = pattern.prefix ?? ""
  const suffix = (pattern.suffix ?? "") + (count === 1 ? "" : String(count))
  return prefix + shortenName(pattern.base, limitBytes - nameBytes(prefix) - nameBytes(suffix)) + suffix
}

/** Finds the first free name of a pattern (`ORDERS_INT`, `ORDERS_INT2`, ...), free in all the namespaces, and takes it there. */
export const takeName = (namespaces: ReadonlyArray<Namespace>, pattern: NamePattern, limitBytes: number): string => {
  for (let count = 1; ; count++) {
    const name = composeName(pattern, count, limitBytes)
    if (namespaces.some((namespace) => namespace.has(name))) continue
    for (const namespace of namespaces) namespace.take(name)
    return name
  }
}

/** Finds the first free name of a numbered pattern: `ORDERS_C1`, `ORDERS_C2`, ... Counting starts at `from`. */
export const takeNumberedName = (
  namespaces: ReadonlyArray<Namespace>,
  pattern: NamePattern & { readonly from: number },
  limitBytes: number
): { readonly name: string; readonly next: number } => {
  for (let count = pattern.from; ; count++) {
    const name = composeName({ ...pattern, suffix: (pattern.suffix ?? "") + String(count) }, 1, limitBytes)
    if (namespaces.some((namespace) => namespace.has(name))) continue
    for (const namespace of namespaces) namespace.take(name)
    return { name, next: count + 1 }
  }
}
