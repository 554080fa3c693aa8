// Numbers as people write them. The locale is fixed: the same plan reads the same on every machine.

/** `3,200,000`. */
export const formatCount = (count: number): string => count.toLocaleString("en-US")

const units = ["bytes", "KB", "MB", "GB", "TB", "PB"] as const

/** `512 bytes`, `8.0 MB`: one decimal from KB on, 1 KB = 1024 bytes. */
export const formatSize = (bytes: number): string => {
  let [value, unit] = [bytes, 0]
  while (value >= 1023.95 && unit < units.length - 1) {
    value /= 1024
    unit++
  }
  return unit === 0 ? `${formatCount(value)} bytes` : `${value.toFixed(1)} ${units[unit] ?? ""}`
}

/** `under a second`, `40 s`, `12 min`, `2 h 10 min`: estimates, so never more than two parts. */
export const formatDuration = (seconds: number): string => {
  if (seconds < 1) return "under a second"
  if (seconds < 90) return `${Math.round(seconds)} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 90) return `${minutes} min`
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

/** `1 partition`, `12 partitions`. */
export const formatNumberOf = (count: number, noun: string): string =>
  `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`
