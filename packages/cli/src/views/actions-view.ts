// Writes the list of actions and one action in full.
import type { JsonSchema } from "@orapart/contract"
import type { Outcome } from "../failures.ts"
import type { ActionList, ListedAction, ListedFailure, ShownAction } from "../services/list-actions.ts"
import { renderFindings } from "./findings-view.ts"
import type { Style } from "./style.ts"
import { hangText, indentLines, layRows, layTable, wrapText } from "./text-layout.ts"

const columns = [{ title: "id" }, { title: "", isWrapped: true }] as const

const packageOf = ({ plugin, version }: { plugin: string; version: string | null }): string =>
  version === null ? plugin : `${plugin} ${version}`

/** Each id with its title; below it, where it comes from and its contract. */
const section = (title: string, listed: ReadonlyArray<ListedAction>, style: Style): ReadonlyArray<string> => {
  if (listed.length === 0) return []
  const [, ...rows] = layRows(
    columns,
    listed.map((one) => [one.id, one.title]),
    style.width - 2
  )
  const lines = listed.flatMap((one, index) => [
    ...(rows[index] ?? []),
    style.faint(`    ${packageOf(one)}, ${one.source}, contract ${one.contract}`)
  ])
  return [style.strong(title), ...indentLines(lines, 2), ""]
}

const failureSection = (failures: ReadonlyArray<ListedFailure>, style: Style): ReadonlyArray<string> =>
  failures.length === 0
    ? []
    : [
        style.strong("Not loaded"),
        renderFindings(
          failures.map(({ loadError }) => loadError),
          style
        ),
        ""
      ]

/** The list for people. */
export const renderActionList = ({ result, findings }: Outcome<ActionList>, style: Style): string =>
  [
    ...section("Actions", result?.actions ?? [], style),
    ...section("Strategies", result?.strategies ?? [], style),
    ...failureSection(result?.failures ?? [], style),
    ...(findings.length === 0 ? [] : [renderFindings(findings, style), ""]),
    "`orapart actions show ID` shows one in full."
  ].join("\n")

const wordOf = (schema: unknown): string => {
  if (typeof schema !== "object" || schema === null) return ""
  const { type, enum: values, const: constant } = schema as Readonly<Record<string, unknown>>
  if (constant !== undefined) return JSON.stringify(constant)
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(" | ")
  return Array.isArray(type) ? type.join(" | ") : typeof type === "string" ? type : ""
}

const descriptionOf = (schema: unknown): string => {
  if (typeof schema !== "object" || schema === null || !("description" in schema)) return ""
  return String(schema.description)
}

const keyRows = (schema: JsonSchema): ReadonlyArray<ReadonlyArray<string>> => {
  const { properties, required } = schema
  const needed = Array.isArray(required) ? required : []
  if (typeof properties !== "object" || properties === null) return []
  return Object.entries(properties).map(([name, property]: [string, unknown]) => [
    name,
    needed.includes(name) ? "yes" : "no",
    [wordOf(property), descriptionOf(property)].filter((part) => part !== "").join(": ")
  ])
}

const keyColumns = [{ title: "key" }, { title: "needed" }, { title: "value", isWrapped: true }] as const

/** One action for people: what it does, where it is from, and the keys of its target_configuration. */
export const renderAction = ({ result, findings }: Outcome<ShownAction>, style: Style): string => {
  if (result === null) return renderFindings(findings, style)
  const [head = "", ...rows] = layTable(keyColumns, keyRows(result.targetSchema), style.width - 2)
  return [
    `${style.strong(result.id)}  ${result.title}`,
    "",
    ...wrapText(result.description, style.width),
    "",
    ...hangText("from      ", `${packageOf(result)} (${result.source}), contract ${result.contract}`, style.width),
    `strategy  ${result.defaultStrategy} unless migration_settings.strategy says otherwise`,
    "",
    style.strong("target_configuration"),
    style.faint(`  ${head}`),
    ...indentLines(rows, 2)
  ].join("\n")
}
