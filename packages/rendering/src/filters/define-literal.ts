// {{ text | define_literal }}: text as a SQL constant where SET DEFINE ON is in force.
import { stringLiteral } from "@orapart/oracle-rules"
import { defineFilter } from "./define-filter.ts"

/** Like literal, with every `&` as CHR(38): SQL*Plus substitutes variables inside quotes as well. */
export const writeDefineLiteral = (text: string): string =>
  text
    .split(/(&)/)
    .filter((piece) => piece !== "")
    .map((piece) => (piece === "&" ? "CHR(38)" : stringLiteral(piece)))
    .join(" || ") || "''"

export const defineLiteralFilter = defineFilter({ name: "define_literal", takes: ["text"], apply: writeDefineLiteral })
