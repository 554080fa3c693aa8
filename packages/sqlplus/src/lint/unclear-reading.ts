// OP724: anything else the reader could not follow, or that clients read differently.
import type { ReaderProblemSlug } from "../script-item.ts"
import { violationsOf } from "./reader-problems.ts"
import type { LintRule, Violation } from "./lint-rule.ts"
import { isStatement } from "./statement-facts.ts"

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

/** What prints a message, or is understood by most clients. */
const lighter = new Set<ReaderProblemSlug>([
  "buffer-edited",
  "nothing-to-run",
  "set-not-understood",
  "text-after-comment"
])

const weigh = (violation: Violation, firstStatement: number): Violation => {
  const { problem } = violation.evidence ?? {}
  const slug = unexplained.find((one) => one === problem)
  // Before the first statement there is nothing that the "/" of a comment could run.
  const isEarly = slug === "comment-without-blank" && violation.line < firstStatement
  return slug !== undefined && (lighter.has(slug) || isEarly) ? { ...violation, severity: "warning" } : violation
}

/** OP724 unclear-reading: anything else the reader could not follow, or that clients read differently. */
export const unclearReading: LintRule = {
  code: "OP724",
  slug: "unclear-reading",
  severity: "error",
  why: "What is run may differ from what is written.",
  advice: "Write the line so that it can be read in one way only.",
  check: (script) => {
    const firstStatement = script.reading.statements.find(isStatement)?.line ?? Number.POSITIVE_INFINITY
    return violationsOf(script, ...unexplained).map((violation) => weigh(violation, firstStatement))
  }
}
