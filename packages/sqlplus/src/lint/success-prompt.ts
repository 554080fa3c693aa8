// OP717: a PROMPT that claims success.
import type { LintRule } from "./lint-rule.ts"

/** Not as a part of a name (APP.OK, "CREATED"), and not what is still to come ("will be created"). */
const successWord =
  /(?<![\w.$#"]|\bbe |\bbeing )(?:ok|success(?:ful|fully)?|succeeded|created|completed)(?![\w$#"]|\.\w)/i

/** OP717 success-prompt: a PROMPT that claims success. */
export const successPrompt: LintRule = {
  code: "OP717",
  slug: "success-prompt",
  severity: "error",
  why: "PROMPT is unconditional: after a failed statement, or run on its own, the script still says that all went well.",
  advice: "Say before the statement what will happen; let the check that proved it print the success with DBMS_OUTPUT.",
  check: (script) =>
    script.reading.statements.flatMap((item) => {
      const word = item.kind === "command" && item.verb === "PROMPT" ? successWord.exec(item.args)?.[0] : undefined
      return word === undefined
        ? []
        : [{ line: item.line, what: `PROMPT says "${word}" whatever happened.`, evidence: { word } }]
    })
}
