// OP724: anything else the reader could not follow, or that clients read differently.
import type { ReaderProblemSlug } from "../script-item.ts"
import { violationsOf } from "./reader-problems.ts"
import type { LintRule } from "./lint-rule.ts"

/** The problems that no rule of their own explains. */
const unexplained: ReadonlyArray<ReaderProblemSlug> = [
  "buffer-edited",
  "byte-order-mark",
  "call-inside-statement",
  "call-without-file",
  "comment-not-closed",
  "comment-without-blank",
  "nested-too-deep",
  "nothing-to-run",
  "open-literal",
  "set-not-understood",
  "text-after-comment"
]

/** OP724 unclear-reading: anything else the reader could not follow, or that clients read differently. */
export const unclearReading: LintRule = {
  code: "OP724",
  slug: "unclear-reading",
  severity: "error",
  why: "What is run may differ from what is written.",
  advice: "Write the line so that it can be read in one way only.",
  check: (script) => violationsOf(script, ...unexplained)
}
