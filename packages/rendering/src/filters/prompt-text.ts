// {{ text | prompt_text }}: free text after PROMPT.
import { calmText } from "../text/ascii.ts"
import { defineFilter } from "./define-filter.ts"

/** One line: no hyphen at the end (SQL*Plus would read on), no `&`, no `;`; characters beyond ASCII as \00E9. */
export const writePromptText = (text: string): string => calmText(text)

export const promptTextFilter = defineFilter({ name: "prompt_text", takes: ["text"], apply: writePromptText })
