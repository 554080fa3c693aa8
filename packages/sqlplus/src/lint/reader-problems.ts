// What the reader already reported, turned into violations by the rules that explain it.
import type { ReaderProblemSlug } from "../script-item.ts"
import type { LintedScript, Violation } from "./lint-rule.ts"

/** The reader's problems with one of these slugs. */
export const violationsOf = (
  script: LintedScript,
  ...slugs: ReadonlyArray<ReaderProblemSlug>
): ReadonlyArray<Violation> =>
  script.reading.problems
    .filter((problem) => slugs.includes(problem.slug))
    .map(({ line, what, slug }) => ({ line, what, evidence: { problem: slug } }))
