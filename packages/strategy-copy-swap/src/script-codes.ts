// Codes that the scripts raise while they run. RAISE_APPLICATION_ERROR -20401 says OP401, and so on.
import type { Severity } from "@orapart/contract"

const code = (number: string, slug: string, title: string, severity: Severity = "error") => ({
  code: number,
  slug,
  title,
  severity
})

/** Codes of the preflight (OP3xx), of guards and proofs (OP4xx) and of comparisons (OP6xx). */
export const scriptCodes = [
  code("OP300", "preflight-failed", "The preflight found errors"),
  code("OP301", "privilege-missing", "The session lacks a privilege"),
  code("OP302", "quota-missing", "The owner has no quota or too little space"),
  code("OP303", "table-changed", "The table is not what the plan was made for"),
  code("OP304", "null-key", "Rows have NULL in the partition key"),
  code("OP305", "key-out-of-range", "Rows lie outside the partitions that can exist"),
  code("OP306", "name-taken", "A name of the plan is already used"),
  code("OP307", "foreign-key-drift", "Foreign keys changed since the plan was made"),
  code("OP308", "dependent-drift", "Indexes, triggers or constraints changed since the plan was made"),
  code("OP309", "policy-hides-rows", "A policy would hide rows from the copy"),
  code("OP310", "log-on-table", "A materialized view log forbids the rename"),
  code("OP311", "space-short", "The tablespace has too little free space", "warning"),
  code("OP312", "force-logging", "NOLOGGING has no effect or is a risk here", "warning"),
  code("OP313", "table-in-use", "Sessions hold locks on the table", "warning"),
  code("OP314", "option-missing", "The Partitioning option is not there"),
  code("OP315", "release-too-old", "The database is older than 12.1"),
  code("OP316", "invalid-baseline", "Dependents were invalid before the migration", "info"),
  code("OP317", "undo-short", "Undo may not reach back to the beginning of the load", "warning"),
  code("OP401", "step-blocked", "A step finds something that forbids it"),
  code("OP402", "other-plan", "The ledger belongs to another plan"),
  code("OP403", "step-done", "The step has been done"),
  code("OP404", "object-changed", "A table is not the one that the ledger knows"),
  code("OP405", "lock-busy", "A lock did not come in time"),
  code("OP406", "proof-failed", "The proof at the end of a step failed"),
  code("OP407", "not-confirmed", "A step needs the caller's word"),
  code("OP408", "cutover-half-done", "A cutover stopped midway"),
  code("OP409", "too-early", "The retention is not over"),
  code("OP410", "undo-blocked", "An undo would touch a table in use"),
  code("OP601", "rows-differ", "The comparison found differing rows"),
  code("OP602", "structure-differs", "The structure differs from the plan"),
  code("OP603", "rows-would-be-lost", "An undo would lose rows")
]
