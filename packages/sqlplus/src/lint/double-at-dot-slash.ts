// OP716: `@@./file` or `@@../file`.
import type { LintRule } from "./lint-rule.ts"

/** OP716 double-at-dot-slash: `@@./file` or `@@../file`. */
export const doubleAtDotSlash: LintRule = {
  code: "OP716",
  slug: "double-at-dot-slash",
  severity: "warning",
  why: "With a path that begins with a dot the client looks in the current folder, not beside the calling script.",
  advice: "Keep called files in the caller's folder and write @@file.",
  check: (script) =>
    script.reading.statements.flatMap((item) =>
      item.kind === "call" && item.verb === "@@" && /^\.{1,2}[/\\]/.test(item.file)
        ? [
            {
              line: item.line,
              what: `${item.text} is looked for in the current folder.`,
              evidence: { file: item.file }
            }
          ]
        : []
    )
}
