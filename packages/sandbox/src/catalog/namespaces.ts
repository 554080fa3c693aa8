// Which names must differ from which: Oracle's namespaces. Names are compared as stored, so quoted and plain ones may differ in case only.
import type { Entry } from "./entries.ts"

/** Names of one namespace are unique in a schema (`account` and `tablespace`: in the database). */
export type Namespace = "object" | "body" | "index" | "constraint" | "trigger" | "lob" | "account" | "tablespace"

/** The namespace of an entry; null for entries that are found by their parent only. */
export const namespaceOf = (entry: Entry): Namespace | null => {
  switch (entry.kind) {
    case "table":
    case "view":
    case "sequence":
    case "synonym":
      return "object"
    case "unit":
      return entry.type === "PACKAGE BODY" ? "body" : "object"
    case "index":
    case "constraint":
    case "trigger":
    case "lob":
    case "tablespace":
      return entry.kind
    case "user":
    case "role":
      return "account"
    case "partition":
    case "object-grant":
    case "counters":
    case "policy":
    case "statistics-preference":
    case "statistics-extension":
    case "parallel-task":
      return null
    default:
      return entry satisfies never
  }
}

/** Key of a name in the catalog's index of names. */
export const nameKey = (namespace: Namespace, owner: string, name: string): string =>
  `${namespace}\u0000${owner}\u0000${name}`
