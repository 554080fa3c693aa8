// One text per value: object keys sorted, absent keys left out, no white space. The digest needs the same bytes everywhere.
const byCodeUnit = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

/** The canonical JSON text of a JSON-safe value. Keys whose value is undefined are left out, as JSON.stringify does. */
export const writeCanonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((item) => writeCanonicalJson(item ?? null)).join(",")}]`
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([left], [right]) => byCodeUnit(left, right))
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${writeCanonicalJson(item)}`).join(",")}}`
  }
  return JSON.stringify(value)
}
