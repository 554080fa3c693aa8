// A bound as people read it in findings and previews.
import type { PartitionBound } from "@orapart/contract"

/** `2024-01-01` at midnight, `2024-01-01 06:00:00` otherwise, a number as it is, MAXVALUE, or the dictionary's own text. */
export const describeBound = (bound: PartitionBound): string => {
  switch (bound.type) {
    case "datetime":
      return bound.value.endsWith(" 00:00:00") ? bound.value.slice(0, -" 00:00:00".length) : bound.value
    case "number":
      return bound.value
    case "maxvalue":
      return "MAXVALUE"
    case "other":
      return bound.text
  }
}
