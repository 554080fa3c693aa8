// The part of the structure that no single schema can say: which action and strategy there are, what the action's keys are, and that
// no table stands twice.
import type { Finding, JsonSchema, MigrationAction } from "@orapart/contract"
import { collectViolations } from "./collect-violations.ts"
import { isJsonObject } from "./check-root.ts"
import { explainViolation } from "./explain-violation.ts"
import { suggestName } from "./nearest-name.ts"
import { makeStructureFinding } from "./structure-codes.ts"

/** What the reader knows when it looks at tables. */
export interface TableReader {
  readonly file: string
  readonly actions: ReadonlyMap<string, MigrationAction>
  readonly strategyIds: ReadonlyArray<string>
  /** `HR.ORDERS`, or the file's name for an entry that does not say so much. */
  readonly subjectOf: (pointer: string) => string
}

type RawTable = { readonly [key: string]: unknown }

const checkAction = (id: string, path: string, reader: TableReader): ReadonlyArray<Finding> => {
  if (reader.actions.has(id)) return []
  const known = [...reader.actions.keys()]
  const loaded = known.length === 0 ? "None is loaded." : `Loaded are ${known.join(", ")}.`
  return [
    makeStructureFinding("OP109", {
      subject: reader.subjectOf(path),
      what: `The migration action ${id} is not loaded.`,
      advice: [
        suggestName(id, known),
        loaded,
        "A package that brings another one is named in plugins, or installed with `orapart plugins install`."
      ]
        .filter((part) => part !== "")
        .join(" "),
      evidence: { action: id, known },
      path: `${path}/migration_action`
    })
  ]
}

const checkStrategy = (table: RawTable, path: string, reader: TableReader): ReadonlyArray<Finding> => {
  const settings = table["migration_settings"]
  const id = isJsonObject(settings) ? settings["strategy"] : undefined
  if (typeof id !== "string" || id === "" || reader.strategyIds.includes(id)) return []
  return [
    makeStructureFinding("OP110", {
      subject: reader.subjectOf(path),
      what: `The strategy ${id} is not loaded.`,
      advice: `${suggestName(id, reader.strategyIds)} Loaded are ${reader.strategyIds.join(", ")}.`.trim(),
      evidence: { strategy: id, known: reader.strategyIds },
      path: `${path}/migration_settings/strategy`
    })
  ]
}

const uncheckedTarget = (action: MigrationAction, path: string, reader: TableReader): Finding =>
  makeStructureFinding("OP115", {
    subject: reader.subjectOf(path),
    what: `The keys of target_configuration were not checked: the action ${action.id} brings no compiled validator.`,
    advice: "Build the action's package again with its generate script.",
    path: `${path}/target_configuration`
  })

// A table that is switched off may not have its wishes yet; what is written is looked at all the same.
const isStillOpen = (keyword: string, value: unknown, table: RawTable): boolean =>
  table["enabled"] === false && (keyword === "required" || value === null)

const valueIn = (target: RawTable, instancePath: string): unknown => target[instancePath.slice(1)]

const checkTarget = (table: RawTable, path: string, reader: TableReader): ReadonlyArray<Finding> => {
  const action = reader.actions.get(String(table["migration_action"]))
  const target = table["target_configuration"]
  if (action === undefined || !isJsonObject(target)) return []
  if (action.validateTarget === undefined) return [uncheckedTarget(action, path, reader)]
  const place = {
    root: target,
    schema: action.targetSchema,
    base: `${path}/target_configuration`,
    file: reader.file,
    subjectOf: reader.subjectOf,
    target: null as JsonSchema | null
  }
  return collectViolations(action.validateTarget, target)
    .filter(({ keyword, instancePath }) => !isStillOpen(keyword, valueIn(target, instancePath), table))
    .map((violation) => explainViolation(violation, place))
}

/** What is wrong with one entry beyond the core's schema. */
export const checkTable = (table: unknown, index: number, reader: TableReader): ReadonlyArray<Finding> => {
  if (!isJsonObject(table)) return []
  const path = `/tables/${index}`
  const id = table["migration_action"]
  const action = typeof id === "string" && id !== "" ? checkAction(id, path, reader) : []
  return [...action, ...checkTarget(table, path, reader), ...checkStrategy(table, path, reader)]
}

/** One error per entry that repeats an earlier one; `lineOf` tells the line of an entry. */
export const checkDuplicateTables = (
  tables: ReadonlyArray<unknown>,
  subjectOf: (pointer: string) => string,
  lineOf: (pointer: string) => number
): ReadonlyArray<Finding> => {
  const first = new Map<string, number>()
  return tables.flatMap((table, index) => {
    if (!isJsonObject(table) || typeof table["owner"] !== "string" || typeof table["table_name"] !== "string") return []
    const key = `${table["owner"]}\u0000${table["table_name"]}`
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, index)
      return []
    }
    const [firstLine, line] = [lineOf(`/tables/${earlier}`), lineOf(`/tables/${index}`)]
    return [
      makeStructureFinding("OP111", {
        subject: subjectOf(`/tables/${index}`),
        what: `${table["owner"]}.${table["table_name"]} stands twice: as tables[${earlier}] in line ${firstLine} and as tables[${index}] in line ${line}.`,
        why: "A table is rebuilt once: the second plan would find neither the old table nor its names.",
        advice: 'Take one of the two entries away; "enabled": false does not suffice.',
        evidence: { first: earlier, firstLine, second: index, line },
        path: `/tables/${index}`
      })
    ]
  })
}
