// A trigger built again on the interim table from the dictionary's parts. Its text is the customer's and stays as it is,
// apart from a label after END: it would no longer match the trigger's name (PLS-00113).
import type { TriggerModel } from "@orapart/contract"
import { qualifyName, quoteIdentifier } from "@orapart/oracle-rules"

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
    ...(trigger.whenClause === null ? [] : [`  WHEN (${trigger.whenClause})`]),
    ...dropEndLabel(trigger.body.replaceAll("\r\n", "\n").trimEnd()).split("\n")
  ]
}

/**
 * A line that SQL*Plus would take for itself, also inside a PL/SQL block: `/` or `.` alone end the block, `#` runs a command, `@` a
 * file. Such a trigger cannot stand in a script.
 */
export const hasClientLine = (trigger: TriggerModel): boolean =>
  /^(?:[ \t]*[/.][ \t]*\r?$|#|[ \t]*@)/mu.test(`${trigger.whenClause ?? ""}\n${trigger.body}`)
