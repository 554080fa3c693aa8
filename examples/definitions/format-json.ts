// JSON for files that people read and diff: small objects and lists on one line, everything else indented by two blanks.

/** Longest value that stays on its line; a partition with its bound fits. */
const inlineLength = 220

const isSmall = (value: unknown): boolean =>
  typeof value !== "object" || value === null || Object.values(value).every((inner) => isFlat(inner))

const isFlat = (value: unknown): boolean =>
  typeof value !== "object" ||
  value === null ||
  Object.values(value).every((inner) => typeof inner !== "object" || inner === null)

const inline = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  const pairs = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${inline(inner)}`)
  return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`
}

const format = (value: unknown, indent: string): string => {
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  const short = inline(value)
  if (isSmall(value) && short.length <= inlineLength) return short
  const deeper = `${indent}  `
  if (Array.isArray(value)) {
    const items = value.map((inner) => deeper + format(inner, deeper))
    return `[\n${items.join(",\n")}\n${indent}]`
  }
  const members = Object.entries(value).map(
    ([key, inner]) => `${deeper}${JSON.stringify(key)}: ${format(inner, deeper)}`
  )
  return `{\n${members.join(",\n")}\n${indent}}`
}

/** The value as the text of a file that ends in a newline. Keys whose value is undefined must not occur. */
export const formatJson = (value: unknown): string => `${format(value, "")}\n`
