// Steps 15 and 66: old rows are copied into an archive table before the move, and counted once more after it. The table keeps all of
// its rows. What is done stands here as data; how it is written stands in templates/acme/archive-first.
import type { JsonObject, Step, TableModel } from "@orapart/contract"
import { datetimeLiteral, qualifyName, quoteIdentifier, storedColumns } from "@orapart/oracle-rules"
import type { ArchiveWishes } from "./wishes.ts"

/** What the templates read; a name that they need and that is missing here is found by the test. */
const stepData = (source: TableModel, { table, column, before }: ArchiveWishes): JsonObject => {
  const dataType = source.columns.find(({ name }) => name === column)?.dataType ?? "DATE"
  return {
    archive: table,
    before,
    // Models are JSON by the contract: they stand in plan.json.
    columns: storedColumns(source) as unknown as ReadonlyArray<JsonObject>,
    condition: `t.${quoteIdentifier(column)} < ${datetimeLiteral(`${before} 00:00:00`, dataType)}`
  }
}

const planArchive = (table: string, archive: string, before: string, data: JsonObject): Step => ({
  id: "archive-old-rows",
  // Between the strategy's steps, which are ten apart: after 10, which makes the ledger, and before the first row is copied.
  number: 15,
  file: "15_archive_old_rows.sql",
  phase: "prepare",
  title: `Archive the rows of ${table} from before ${before}`,
  why: "rows that auditors may ask for lie in a table that is not rebuilt",
  does: `creates ${archive}, copies the old rows and counts them; ${table} keeps all rows`,
  apply: { template: "acme:archive-first/15_archive_old_rows.sql", data },
  // Undo is written beside do: it takes back exactly what the step did, from whatever state it stopped in.
  revert: {
    kind: "script",
    file: "15_undo_archive_old_rows.sql",
    script: { template: "acme:archive-first/rollback/15_undo_archive_old_rows.sql", data },
    does: `drops ${archive} if this plan made it`,
    until: "the cutover (step 50); after its undo again",
    loses: `rows that were changed or deleted in ${table} since, as they were when they were archived`
  },
  restart: "revert-first",
  locks: [{ object: archive, mode: "exclusive", duration: "while it is filled; nobody knows it yet" }],
  needs: "owner with CREATE TABLE and quota, or CREATE ANY TABLE",
  estimate: { seconds: null, bytes: null },
  master: 1
})

const planVerify = (table: string, archive: string, data: JsonObject): Step => ({
  id: "verify-archive",
  number: 66,
  file: "66_verify_archive.sql",
  phase: "verify",
  title: `Verify the archive ${archive}`,
  why: "who drops the old table must know that the archive is whole",
  does: `counts the rows of ${archive} again; changes nothing but its line in the ledger`,
  apply: { template: "acme:archive-first/66_verify_archive.sql", data },
  revert: { kind: "none", reason: `it reads; only the ledger of ${table} notes that it passed` },
  restart: "run-again",
  locks: [],
  needs: "owner, or SELECT on the archive",
  estimate: { seconds: null, bytes: null },
  master: 2
})

/** The steps that this action adds to those of the strategy. */
export const planArchiveSteps = (source: TableModel, wishes: ArchiveWishes): ReadonlyArray<Step> => {
  const table = qualifyName(source.owner, source.name)
  const archive = qualifyName(source.owner, wishes.table)
  const data = stepData(source, wishes)
  return [planArchive(table, archive, wishes.before, data), planVerify(table, archive, data)]
}
