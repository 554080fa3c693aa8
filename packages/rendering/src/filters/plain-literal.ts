// {{ text | plain_literal }}: text inside a statement that goes through quoted_block as a whole.
import { defineFilter } from "./define-filter.ts"

/** `'...'` with doubled quotes and nothing else, line breaks included: quoted_block takes care of those. */
export const writePlainLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`

export const plainLiteralFilter = defineFilter({ name: "plain_literal", takes: ["text"], apply: writePlainLiteral })
