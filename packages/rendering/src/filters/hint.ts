// {{ text | hint }}: an optimizer hint after SELECT or INSERT.
import { defineFilter } from "./define-filter.ts"

/** A hint comment with a blank behind it; nothing at all for an empty text, so that no empty hint is left standing. */
export const writeHint = (text: string): string => (text.trim() === "" ? "" : `/*+ ${text.trim()} */ `)

export const hintFilter = defineFilter({ name: "hint", takes: ["text"], apply: writeHint })
