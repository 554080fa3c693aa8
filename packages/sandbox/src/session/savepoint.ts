// Statement-level atomicity: every statement has a savepoint, because one error would spoil PostgreSQL's whole transaction.
import type { Database } from "./database.ts"

/** Runs a step; when it fails, nothing of it stays. Called inside the queue. */
export const runAtomic = async <T>(database: Database, step: () => Promise<T>): Promise<T> => {
  await database.open()
  await database.backend.query("SAVEPOINT s")
  try {
    const result = await step()
    await database.backend.query("RELEASE SAVEPOINT s")
    return result
  } catch (cause) {
    await database.backend.run("ROLLBACK TO SAVEPOINT s; RELEASE SAVEPOINT s")
    throw cause
  }
}
