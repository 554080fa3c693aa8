// Says where space could not be compared: sizes or free space are not in the snapshot.
import { defineCheck, type CheckContext, type CheckReport } from "@orapart/contract"
import { isFirstEnabled } from "../facts/once-per-file.ts"
import { neededBytes, targetTablespaces } from "../facts/space.ts"
import { tableName } from "../facts/wishes.ts"

const advice = "Step 00 of the script set measures it before anything is changed."

// Without any tablespace the reader could not see them: said once, not for every table.
const reportAll = (context: CheckContext): ReadonlyArray<CheckReport> =>
  isFirstEnabled(context)
    ? [
        {
          subject: "the database",
          isAboutFile: true,
          what: "Not checked: free space of the tablespaces (DBA_FREE_SPACE was not visible).",
          advice
        }
      ]
    : []

export const spaceNotChecked = defineCheck({
  code: "OP152",
  slug: "space-not-checked",
  title: "Space is checked with a connection only",
  severity: "info",
  rules: ["V13"],
  run: (context) => {
    const { database, source } = context
    if (database === null) return []
    if (database.tablespaces.every((tablespace) => tablespace.freeBytes === null)) return reportAll(context)
    if (source === null || source.kind !== "heap") return []
    const tablespaces = targetTablespaces(context, source)
    const isSizeUnknown = neededBytes(source, tablespaces) === null
    // A tablespace that is not listed at all is another check's error.
    const unknownSpace = database.tablespaces
      .filter(({ freeBytes, name }) => freeBytes === null && tablespaces.includes(name))
      .map(({ name }) => name)
    if (!isSizeUnknown && unknownSpace.length === 0) return []
    const missing = isSizeUnknown
      ? "the size of the table is not known (no segments, no statistics)"
      : `the free space of ${unknownSpace.join(", ")} is not known`
    return [
      { at: "/table_name", what: `Not checked: whether a copy of ${tableName(context)} fits; ${missing}.`, advice }
    ]
  }
})
