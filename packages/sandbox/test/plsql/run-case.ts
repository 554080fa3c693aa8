// Runs one block against a session in memory and tells what a client would see.
import { DatabaseError } from "../../src/engine/engine.ts"
import { runBlock } from "../../src/plsql/run-block.ts"
import { parseStatement } from "../../src/sql/parse-statement.ts"
import type { MemorySession } from "./memory-runtime.ts"
import { makeSession } from "./memory-runtime.ts"

export interface BlockRun {
  readonly output: ReadonlyArray<string>
  readonly error: string | null
  readonly session: MemorySession
}

/** Output lines and the whole text of the error. */
export const runText = async (text: string, session: MemorySession = makeSession()): Promise<BlockRun> => {
  const finish = (error: string | null): BlockRun => ({
    output: session.runtime.output.takeMany(1_000_000),
    error,
    session
  })
  try {
    const block = parseStatement(text)
    if (block.kind !== "block") throw new Error("not a block")
    await runBlock({ text, block }, [], session.runtime)
    return finish(null)
  } catch (thrown) {
    if (thrown instanceof DatabaseError) return finish(thrown.message)
    throw thrown
  }
}
