// Step 15: the old rows go into a table of their own and are compared, before anything of the table is moved. The table itself keeps
// all of its rows. This file decides; how it is written stands in templates/acme.
import type { JsonObject, Step, TableModel } from "@orapart/contract"
import {
  datetimeLiteral,
  isComparable,
  qualifyName,
  quoteIdentifier,
  rowHashLines,
  storedColumns
} from "@orapart/oracle-rules"
import { findArchiveColumn } from "./wishes.ts"
import type { ArchiveWishes } from "./wishes.ts"

/** Assumed: reading, copying and comparing together, bytes per second. Measure yours and read the ratio. */
const bytesPerSecond = 10e6

const estimate = ({ segments }: TableModel): Step["estimate"] => {
  const bytes = segments?.tableBytes ?? null
  return { seconds: bytes === null ? null : Math.max(1, Math.ceil(bytes / bytesPerSecond)), bytes: null }
}

/** `t.ISSUED_ON < TO_DATE(...)`, for statements that call the table `t`. */
const writeCondition = (source: TableModel, wishes: ArchiveWishes): string => {
  const dataType = findArchiveColumn(source, wishes)?.dataType ?? "DATE"
  return `t.${quoteIdentifier(wishes.archiveColumn)} < ${datetimeLiteral(`${wishes.archiveBefore} 00:00:00`, dataType)}`
}

/** One side of the count below: rows with their hash, the archive's as +1, the table's as -1. */
const sideLines = (
  sign: "1" | "-1",
  hash: ReadonlyArray<string>,
  from: ReadonlyArray<string>
): ReadonlyArray<string> => [
  `SELECT ${sign} AS side,`,
  ...hash.map((line, place) => `       ${line}${place === hash.length - 1 ? " AS row_hash" : ""}`),
  ...from
]

/** Counts the archived rows that the table no longer has, equal rows as often as they are there: 0 means that the archive can go without a loss. */
const lostLines = (
  archive: string,
  table: string,
  hash: ReadonlyArray<string>,
  condition: string
): ReadonlyArray<string> => [
  "SELECT NVL(SUM(rows_more), 0)",
  "  FROM (",
  "SELECT SUM(side) AS rows_more",
  "  FROM (",
  ...sideLines("1", hash, [`  FROM ${archive} t`]),
  " UNION ALL",
  ...sideLines("-1", hash, [`  FROM ${table} t`, ` WHERE ${condition}`]),
  "       )",
  " GROUP BY row_hash",
  "HAVING SUM(side) > 0",
  "       )"
]

const stepData = (source: TableModel, wishes: ArchiveWishes): JsonObject => {
  const columns = storedColumns(source)
  const rowHash = rowHashLines(columns.filter(isComparable), "t")
  const condition = writeCondition(source, wishes)
  const [archive, table] = [qualifyName(source.owner, wishes.archiveTable), qualifyName(source.owner, source.name)]
  return {
    archive: wishes.archiveTable,
    tablespace: wishes.archiveTablespace ?? source.storage.tablespace,
    // Models are JSON by the contract: they stand in plan.json.
    columns: columns as unknown as JsonObject["columns"],
    condition,
    before: wishes.archiveBefore,
    column: wishes.archiveColumn,
    rowHash,
    lostLines: lostLines(archive, table, rowHash, condition)
  } as JsonObject
}

/** The step with its undo. It runs after step 10, which makes the ledger, and before the first row of the move is copied. */
export const planArchiveStep = (source: TableModel, wishes: ArchiveWishes): Step => {
  const table = qualifyName(source.owner, source.name)
  const archive = qualifyName(source.owner, wishes.archiveTable)
  const data = stepData(source, wishes)
  return {
    id: "acme-archive-old-rows",
    number: 15,
    file: "15_archive_old_rows.sql",
    phase: "prepare",
    title: `Archive the rows of ${table} from before ${wishes.archiveBefore}`,
    why: "company rule: before a table is rebuilt, rows that auditors may ask for lie in an archive that nobody rebuilds",
    does: `creates ${archive}, copies the rows with ${wishes.archiveColumn} before ${wishes.archiveBefore} at one SCN and compares them; ${table} keeps all rows`,
    apply: { template: "acme:15_archive_old_rows.sql", data },
    revert: {
      kind: "script",
      file: "15_undo_archive_old_rows.sql",
      script: { template: "acme:rollback/15_undo_archive_old_rows.sql", data },
      does: `drops ${archive} if this plan made it and ${table} still has every row of it; else the archive stays`,
      until: "the cutover (step 50); after its undo again",
      loses: "nothing"
    },
    restart: "revert-first",
    locks: [{ object: archive, mode: "exclusive", duration: "while it is filled; nobody knows it yet" }],
    needs: `owner ${quoteIdentifier(source.owner)} with CREATE TABLE and quota, or CREATE ANY TABLE; EXECUTE ON DBMS_FLASHBACK`,
    estimate: estimate(source),
    master: 1
  }
}
