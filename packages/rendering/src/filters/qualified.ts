// {{ name | qualified(owner) }}: a name with its owner.
import { qualifyName } from "@orapart/oracle-rules"
import { defineFilter } from "./define-filter.ts"

/** `OWNER.NAME`, each part quoted only when it needs quotes. */
export const qualifiedFilter = defineFilter({
  name: "qualified",
  takes: ["text"],
  parameters: ["owner"],
  required: 1,
  apply: (name: string, owner: string): string => qualifyName(owner, name)
})
