// OP704: a command that ends in a hyphen by accident and so swallows a line that was meant to stand alone.
import { findCommand, readFirstWord } from "../commands.ts"
import type { ScriptItem } from "../script-item.ts"
import { beginsStatement } from "../statement-kind.ts"
import type { LintedScript, LintRule, Violation } from "./lint-rule.ts"

/** Commands whose arguments never begin like a statement, a comment or a command. */
const closedCommands = new Set([
  "ACCEPT",
  "CLEAR",
  "COLUMN",
  "DEFINE",
  "SET",
  "SPOOL",
  "UNDEFINE",
  "VARIABLE",
  "WHENEVER"
])

const beginsAnew = (line: string): boolean => {
  const word = readFirstWord(line)
  const isMark = /^\s*(?:@|--|\/\*|\/\s*$)/.test(line)
  return isMark || beginsStatement(word, line) || (word.length > 2 && findCommand(word) !== null)
}

const judgeText = (line: string, next: string): "error" | "warning" | null => {
  if (next.trim() === "") return "warning"
  // A sentence may go on in the next line on purpose; a rule of hyphens never does.
  return line.endsWith("--") || beginsAnew(next) ? "error" : null
}

const verbOf = (item: ScriptItem): string | null => {
  if (item.kind === "comment") return item.style === "REM" ? "REM" : null
  return item.kind === "command" || item.kind === "call" ? item.verb : null
}

const findHyphen = ({ lines }: LintedScript, item: ScriptItem): ReadonlyArray<Violation> => {
  const [verb, line] = [verbOf(item), lines[item.line - 1] ?? ""]
  const next = lines[item.line]
  if (verb === null || next === undefined || !line.endsWith("-")) return []
  const isText = verb === "REM" || verb === "PROMPT"
  const severity = isText ? judgeText(line, next) : closedCommands.has(verb) && beginsAnew(next) ? "error" : null
  if (severity === null) return []
  return [{ line: item.line, severity, what: `${verb} ends in a hyphen and swallows line ${item.line + 1}.` }]
}

/** OP704 command-ends-in-hyphen: a PROMPT, REM or other command that ends in a hyphen and swallows the next line. */
export const commandEndsInHyphen: LintRule = {
  code: "OP704",
  slug: "command-ends-in-hyphen",
  severity: "error",
  why: "The hyphen joins the next line to the command, so that line is never run on its own.",
  advice: "Draw rules with `=`, end texts with another character, and write commands on one line.",
  check: (script) => script.reading.statements.flatMap((item) => findHyphen(script, item))
}
