// OP707: a line inside SQL that ends in `;` within a literal or comment.
import { violationsOf } from "./reader-problems.ts"
import type { LintRule } from "./lint-rule.ts"

/** OP707 semicolon-in-literal-or-comment: a line inside SQL that ends in `;` within a literal or comment. */
export const semicolonInLiteralOrComment: LintRule = {
  code: "OP707",
  slug: "semicolon-in-literal-or-comment",
  severity: "error",
  why: "SQL*Plus judges the line, not the literal: it may end the statement there and run a part of it.",
  advice: "Take the `;` out of the comment; build the literal with CHR(59).",
  check: (script) => violationsOf(script, "terminator-in-literal", "terminator-in-comment")
}
