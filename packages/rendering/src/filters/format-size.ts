// {{ bytes | format_size }}: sizes as people read them.
import { groupThousands, NOT_KNOWN, requireQuantity, roundToTenth } from "../text/quantities.ts"
import { defineFilter } from "./define-filter.ts"

const units = ["KB", "MB", "GB", "TB", "PB"] as const

/** Bytes in units of 1024: `85.6 GB`, `8 MB`, `512 bytes`; `not known` for null. */
export const formatSize = (bytes: number | null): string => {
  if (bytes === null) return NOT_KNOWN
  requireQuantity(bytes, "number of bytes")
  let value = bytes
  let unit = -1
  // From 1,023.95 on one decimal would read 1,024 of a unit: that is one of the next.
  while (unit < units.length - 1 && value >= (unit < 0 ? 1024 : 1023.95)) {
    value /= 1024
    unit += 1
  }
  const name = units[unit]
  if (name !== undefined) return `${roundToTenth(value)} ${name}`
  return `${groupThousands(String(Math.round(value)))} ${value === 1 ? "byte" : "bytes"}`
}

export const formatSizeFilter = defineFilter({ name: "format_size", takes: ["number", "null"], apply: formatSize })
