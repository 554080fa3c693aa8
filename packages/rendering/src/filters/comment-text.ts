// {{ text | comment_text }}: free text on a `--` line.
import { calmText } from "../text/ascii.ts"
import { defineFilter } from "./define-filter.ts"

/** One line: no `;`, no `&`, no line break, no hyphen at the end; characters beyond ASCII as \00E9. */
export const writeCommentText = (text: string): string => calmText(text)

export const commentTextFilter = defineFilter({ name: "comment_text", takes: ["text"], apply: writeCommentText })
