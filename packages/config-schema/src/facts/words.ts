// Numbers, sizes and lists as messages show them. No locale: same input, same text.

/** `1,048,575`. */
export const groupDigits = (value: number | bigint): string => String(value).replace(/\B(?=(\d{3})+$)/g, ",")

const unitSizes: ReadonlyArray<readonly [name: string, bytes: number]> = [
  ["TB", 1024 ** 4],
  ["GB", 1024 ** 3],
  ["MB", 1024 ** 2],
  ["KB", 1024]
]

/** Bytes in the largest unit (powers of 1,024) that gives 1 or more, one decimal at most: `90.1 GB`, `8 MB`, `512 bytes`. */
export const formatBytes = (bytes: number): string => {
  const unit = unitSizes.find(([, size]) => bytes >= size)
  if (unit === undefined) return `${bytes} bytes`
  const [name, size] = unit
  return `${(bytes / size).toFixed(1).replace(/\.0$/, "")} ${name}`
}

/** Years with one decimal below 20, whole above: `7.5`, `359`. */
export const formatYears = (years: number): string =>
  years < 20 ? years.toFixed(1).replace(/\.0$/, "") : groupDigits(Math.floor(years))

/** `A`, `A and B`, `A, B and 3 more`. */
export const joinSome = (items: ReadonlyArray<string>, most = 5): string => {
  if (items.length > most) return `${items.slice(0, most).join(", ")} and ${items.length - most} more`
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`
}

/** `1 row`, `12 rows`. */
export const countOf = (count: number | bigint, one: string, many = `${one}s`): string =>
  `${groupDigits(count)} ${String(count) === "1" ? one : many}`
