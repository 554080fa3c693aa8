// One text per value: object keys sorted, absent keys left out, no white space. The digest needs the same bytes everywhere.
// Written as plain loops: a config of a thousand tables is some 20 MB of plans, and this is most of their planning time.

const writeList = (items: ReadonlyArray<unknown>): string => {
  let text = "["
  for (const item of items) text += (text.length === 1 ? "" : ",") + writeCanonicalJson(item ?? null)
  return `${text}]`
}

const writeObject = (object: { readonly [key: string]: unknown }): string => {
  let text = "{"
  for (const key of Object.keys(object).sort()) {
    const item = object[key]
    if (item !== undefined) text += `${text.length === 1 ? "" : ","}${JSON.stringify(key)}:${writeCanonicalJson(item)}`
  }
  return `${text}}`
}

/**
 * The canonical JSON text of a JSON-safe value: keys in the order of their UTF-16 code units. Keys whose value is undefined are left out,
 * as JSON.stringify does.
 */
export const writeCanonicalJson = (value: unknown): string => {
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  return Array.isArray(value) ? writeList(value) : writeObject(value as { readonly [key: string]: unknown })
}
