// Writes what `generate` wrote, and the next command a DBA runs.
import type { Outcome } from "../failures.ts"
import type { WrittenFolder } from "../output/output-folder.ts"
import type { WrittenSets } from "../services/write-script-sets.ts"
import { quoteForShell, writeCommand } from "../words/next-command.ts"
import type { UsedFlags } from "../words/next-command.ts"
import { countFindings, renderFindings } from "./findings-view.ts"
import { formatCount, formatNumberOf, formatSize } from "./quantities.ts"
import type { Style } from "./style.ts"
import { indentLines, layTable } from "./text-layout.ts"

const columns = [
  { title: "table" },
  { title: "folder" },
  { title: "files", align: "right" },
  { title: "size", align: "right" },
  { title: "" }
] as const

const stateOf = ({ state, stale, leftover }: WrittenFolder): string =>
  [
    state,
    ...(stale.length > 0 ? [`${formatNumberOf(stale.length, "file")} of the earlier set removed`] : []),
    ...(leftover === null ? [] : [`the earlier set is kept in ${leftover}: a file came into it`])
  ].join("; ")

const renderFolders = (folders: ReadonlyArray<WrittenFolder>, style: Style): ReadonlyArray<string> => {
  const rows = folders.map((folder) => [
    `${folder.owner}.${folder.table}`,
    folder.path,
    formatCount(folder.files),
    formatSize(folder.bytes),
    stateOf(folder)
  ])
  const [head = "", ...lines] = layTable(columns, rows, style.width)
  return [style.faint(head), ...lines]
}

const nextSteps = ([first]: ReadonlyArray<WrittenFolder>): ReadonlyArray<string> => {
  if (first === undefined) return []
  const folder = quoteForShell(first.path)
  return [
    "Next, for each table in this order: read its README.md, have it approved, then start with",
    ...indentLines([`cd ${folder} && sqlplus user@service @master1.sql`], 2)
  ]
}

const closeRefused = (counted: string, flags: UsedFlags): string =>
  `${counted}. Nothing was written.\nCorrect the errors, then: ${writeCommand("validate config", flags)}`

/** Findings, the list of folders in running order, and what to do next. */
export const renderWritten =
  (flags: UsedFlags) =>
  ({ findings, result }: Outcome<WrittenSets>, style: Style): string => {
    const shown = renderFindings(findings, style)
    const counted = countFindings(findings)
    if (result === null) return [shown, closeRefused(counted, flags)].join("\n\n")
    if (result.folders.length === 0)
      return [shown, `Nothing to write: no table is enabled. ${counted}.`].join("\n\n").trim()
    const files = result.folders.reduce((sum, folder) => sum + folder.files, 0)
    const bytes = result.folders.reduce((sum, folder) => sum + folder.bytes, 0)
    const sets = formatNumberOf(result.folders.length, "script set")
    const close = `${sets}, ${formatNumberOf(files, "file")}, ${formatSize(bytes)}; ${counted}.`
    return [shown, renderFolders(result.folders, style).join("\n"), close, nextSteps(result.folders).join("\n")]
      .filter((part) => part !== "")
      .join("\n\n")
  }
