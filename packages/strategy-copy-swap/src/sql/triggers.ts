// A trigger built again on the interim table from the dictionary's parts. Its text is the customer's and stays as it is,
// apart from a label after END: it would no longer match the trigger's name (PLS-00113).
import type { JsonObject, TriggerModel } from "@orapart/contract"
import { nameBytes, qualifyName, quoteIdentifier } from "@orapart/oracle-rules"

const eventClause = (trigger: TriggerModel): string => {
  if (trigger.updateColumns.length === 0) return trigger.event
  const columns = trigger.updateColumns.map(quoteIdentifier).join(", ")
  // A function, because a name may hold a dollar sign, which a replacement text would interpret.
  return trigger.event.replace(/\bUPDATE\b/u, () => `UPDATE OF ${columns}`)
}

const timingOf = (type: string): { readonly timing: string; readonly isRow: boolean } => {
  if (type.startsWith("COMPOUND")) return { timing: "FOR", isRow: false }
  return { timing: type.startsWith("BEFORE") ? "BEFORE" : "AFTER", isRow: type.endsWith("EACH ROW") }
}

const endLabel =
  /(\bEND)((?:\s|--[^\n]*\n|\/\*(?:(?!\*\/)[\s\S])*\*\/)+)("[^"]+"|[\p{L}_][\p{L}\p{N}_$#]*)(\s*;(?:\s|--[^\n]*(?:\n|$)|\/\*(?:(?!\*\/)[\s\S])*\*\/)*)$/iu

/** Removes a label between the last END and its semicolon; comments may stand before and behind it. */
const dropEndLabel = (body: string): string =>
  body.replace(endLabel, (whole, end: string, gap: string, label: string, rest: string) =>
    ["IF", "LOOP", "CASE"].includes(label.toUpperCase()) ? whole : `${end}${gap.trimEnd()}${rest}`
  )

/** One clause for each kind: CREATE TRIGGER takes one list of triggers. */
const orderingLines = (ordering: TriggerModel["ordering"]): ReadonlyArray<string> =>
  (["FOLLOWS", "PRECEDES"] as const).flatMap((type) => {
    const names = ordering.filter((order) => order.type === type).map((order) => qualifyName(order.owner, order.name))
    return names.length === 0 ? [] : [`  ${type} ${names.join(", ")}`]
  })

/** How a trigger is written: its state, and the triggers it FOLLOWS or PRECEDES. */
export interface TriggerOptions {
  readonly isEnabled: boolean
  readonly ordering: TriggerModel["ordering"]
}

/**
 * The lines of CREATE OR REPLACE TRIGGER under the given name on the interim table. Blank lines at the end are cut; the terminating
 * slash is the template's.
 */
export const triggerLines = (
  trigger: TriggerModel,
  name: string,
  owner: string,
  interimTable: string,
  options: TriggerOptions
): ReadonlyArray<string> => {
  const { timing, isRow } = timingOf(trigger.type)
  const isDefaultReferencing = /^REFERENCING\s+NEW\s+AS\s+NEW\s+OLD\s+AS\s+OLD\s*$/iu.test(trigger.referencing ?? "")
  return [
    `CREATE OR REPLACE TRIGGER ${qualifyName(trigger.owner, name)}`,
    `  ${timing} ${eventClause(trigger)} ON ${qualifyName(owner, interimTable)}`,
    ...(trigger.referencing === null || isDefaultReferencing ? [] : [`  ${trigger.referencing}`]),
    ...(isRow ? ["  FOR EACH ROW"] : []),
    ...orderingLines(options.ordering),
    `  ${options.isEnabled ? "ENABLE" : "DISABLE"}`,
    ...whenLines(trigger.whenClause),
    ...dropEndLabel(trigger.body.replaceAll("\r\n", "\n").trimEnd()).split("\n")
  ]
}

/** A condition that ends in a comment would hide the parenthesis behind it. */
const whenLines = (whenClause: string | null): ReadonlyArray<string> => {
  if (whenClause === null) return []
  const lines = whenClause.replaceAll("\r\n", "\n").trimEnd().split("\n")
  return lines.length === 1 && !whenClause.includes("--")
    ? [`  WHEN (${lines.join("")})`]
    : [`  WHEN (${lines[0] ?? ""}`, ...lines.slice(1), "  )"]
}

// Tabs are what many bodies are indented with; they stay.
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const controlCharacter = /[\u0000-\u0008\u000A-\u001F\u007F]/u

/** What SQL*Plus reads of a line at most is 2,499 characters before 23ai. */
const longestLineBytes = 2400

/**
 * True when SQL*Plus would not hand every line on as it is, also inside a PL/SQL block: `/` or `.` alone end the block, `#` runs a
 * command, `@` a file, a hyphen at the end joins the next line, a very long line is dropped, a control character is not shown. Such a trigger is written as a text for
 * EXECUTE IMMEDIATE.
 */
export const hasClientLine = (lines: ReadonlyArray<string>): boolean =>
  lines.some(
    (line) =>
      /^(?:[ \t]*[/.][ \t]*$|[ \t]*[#@])|-[ \t]*$/u.test(line) ||
      controlCharacter.test(line) ||
      nameBytes(line) > longestLineBytes
  )

/** A trigger's statement as plan data: its lines, and whether they can stand in a script as they are. */
export const triggerData = (lines: ReadonlyArray<string>): JsonObject => ({
  lines,
  isText: hasClientLine(lines)
})
