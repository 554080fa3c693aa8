// Bytes as DBAs write them: powers of 1024 under the short names.
const units = ["bytes", "KB", "MB", "GB", "TB", "PB"]

/** `512 bytes`, `8.0 MB`, `85.6 GB`: one decimal from KB on, 1 KB = 1024 bytes. */
export const formatBytes = (bytes: number): string => {
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit++
  }
  return unit === 0 ? `${Math.round(value)} bytes` : `${value.toFixed(1)} ${units[unit] ?? ""}`
}
