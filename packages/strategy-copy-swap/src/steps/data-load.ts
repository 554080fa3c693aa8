// Step 20: one SCN, then the rows in direct path, chunk by chunk, and the comparison of every row.
import type { JsonValue, Step } from "@orapart/contract"
import { quoteIdentifier, storedColumns } from "@orapart/oracle-rules"
import type { Migration } from "../migration.ts"
import { asData } from "../plan-data.ts"
import { comparisonData } from "../sql/comparison.ts"
import { loadSeconds, sourceBytes } from "../estimates.ts"

/** Below this size one statement is simpler than chunks: a failed load is repeated in minutes. */
const wholeLoadBytes = 10 * 1024 ** 3

const chooseChunk = (migration: Migration): "whole" | "partition" | "rowid" => {
  if (migration.settings.chunkRows !== null && migration.source.partitioning === null) return "rowid"
  const bytes = sourceBytes(migration.source)
  if (
    migration.source.partitioning !== null &&
    (migration.settings.chunkRows !== null || bytes === null || bytes > wholeLoadBytes)
  )
    return "partition"
  return "whole"
}

const chunkTexts = {
  whole: "in one piece",
  partition: "one chunk per partition of the source",
  rowid: "in chunks of ROWID ranges"
} as const

const loadHint = (migration: Migration): string => {
  const degree = migration.settings.parallelDegree
  // Rows go to the server that owns their partition: otherwise every server opens every subpartition, at 8 MB and some PGA each.
  return degree > 1 ? `/*+ APPEND PARALLEL(i, ${degree}) PQ_DISTRIBUTE(i PARTITION) */` : "/*+ APPEND */"
}

const chunkInsertHead = (migration: Migration): string => {
  const columns = storedColumns(migration.target).map((column) => quoteIdentifier(column.name))
  const degree = migration.settings.parallelDegree
  const list = (prefix: string): string => columns.map((name) => `  ${prefix}${name}`).join(",\n")
  return [
    `INSERT ${loadHint(migration)} INTO ${migration.interim} i (`,
    list(""),
    ")",
    `SELECT${degree > 1 ? ` /*+ PARALLEL(t, ${degree}) */` : ""}`,
    list("t."),
    `  FROM ${migration.table} PARTITION (`
  ].join("\n")
}

/** Steps 20.1 to 20.3 of the reference. */
export const planDataLoad = (migration: Migration): Step => {
  const { source, target, settings } = migration
  const chunk = chooseChunk(migration)
  const columns: ReadonlyArray<JsonValue> = storedColumns(target).map(asData)
  return {
    id: "data-load",
    number: 20,
    file: "20_data_load.sql",
    phase: "load",
    title: `Copy every row of ${migration.table} into ${migration.interim}`,
    why: `rows are read AS OF one SCN, so that all chunks show the same moment`,
    does: `copies ${columns.length} columns of every row in direct path, ${chunkTexts[chunk]}${settings.validateData ? ", then compares every row" : ""}`,
    apply: {
      template: "core:20_data_load.sql",
      data: {
        columns,
        rowsText: source.statistics.rowCount === null ? "all" : `about ${source.statistics.rowCount}`,
        bytes: sourceBytes(source),
        chunk,
        chunkText: chunkTexts[chunk],
        chunkInsertHead: chunk === "partition" ? chunkInsertHead(migration) : null,
        loadHint: loadHint(migration),
        deltaColumn: settings.deltaSync === "timestamp" ? settings.deltaColumn : null,
        compare: settings.validateData,
        comparison: comparisonData(target)
      }
    },
    revert: {
      kind: "script",
      file: "20_undo_data_load.sql",
      script: { template: "core:rollback/20_undo_data_load.sql", data: { chunk } },
      does: `empties ${migration.interim} and forgets the SCN and the chunks`,
      until: "the cutover (step 50); after its undo again",
      loses: "nothing"
    },
    restart: "resume",
    locks: [{ object: migration.interim, mode: "exclusive", duration: "per chunk, direct path" }],
    needs:
      "EXECUTE ON DBMS_FLASHBACK; another user than the owner: SELECT and FLASHBACK on the source, INSERT ANY TABLE",
    estimate: { seconds: loadSeconds(migration), bytes: sourceBytes(source) },
    master: 1
  }
}
