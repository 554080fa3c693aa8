// PL/SQL blocks of a driver: binds, one savepoint around the block, implicit results.
import type { BindDeclaration, BindValue, ExecuteRequest, ExecuteResult, QueryCursor } from "../engine/engine.ts"
import { notInSandbox, ora } from "../errors/ora.ts"
import { OutputBuffer } from "../plsql/output-buffer.ts"
import { runBlock } from "../plsql/run-block.ts"
import type { Block, Call } from "../sql/ast/index.ts"
import { parseStatement } from "../sql/parse-statement.ts"
import type { PlsqlState } from "./plsql-runtime.ts"
import { makeRuntime } from "./plsql-runtime.ts"
import type { StatementRunner } from "./statement-runner.ts"

const plainBind: BindDeclaration = { type: "VARCHAR2", maxBytes: 32_767, arraySize: null }

let nextBlock = 0

/** Runs anonymous blocks and CALL for one session. */
export class BlockRunner {
  readonly #runner: StatementRunner
  readonly #state: PlsqlState

  constructor(runner: StatementRunner) {
    this.#runner = runner
    this.#state = {
      output: new OutputBuffer(),
      random: { seed: BigInt(runner.site.state.sessionId) },
      packageState: new Map()
    }
  }

  async run(tree: Block | Call, request: ExecuteRequest): Promise<ExecuteResult> {
    const unit = this.#unitOf(tree, request.statement.sql)
    if (request.isParseOnly) return { kind: "plsql", outRows: [], implicitResults: [] }
    const implicitResults: QueryCursor[] = []
    const outRows: ReadonlyArray<BindValue>[] = []
    const runtime = makeRuntime(this.#runner, this.#state, { signal: request.signal, implicitResults })
    for (const row of request.rows) {
      if (row.length < request.statement.binds.length) throw ora(1008)
      const binds = request.statement.binds.map((name, at) => ({
        name,
        declaration: request.declarations[at] ?? plainBind,
        value: row[at] ?? null
      }))
      outRows.push(await this.#atomic(() => runBlock(unit, binds, runtime)))
    }
    return { kind: "plsql", outRows, implicitResults }
  }

  /** CALL p(...) is the block BEGIN p(...); END. */
  #unitOf(tree: Block | Call, sql: string): { readonly text: string; readonly block: Block } {
    if (tree.kind === "block") return { text: sql, block: tree }
    if (tree.into !== null) throw notInSandbox("CALL ... INTO", tree.into.start)
    const text = `BEGIN ${sql.slice(tree.call.start, tree.call.end)}; END;`
    const block = parseStatement(text, { version: this.#runner.site.release })
    if (block.kind !== "block") throw ora(900)
    return { text, block }
  }

  /** A failing block leaves nothing behind but what it committed. */
  async #atomic<T>(run: () => Promise<T>): Promise<T> {
    const { database, state } = this.#runner.site
    nextBlock += 1
    const savepoint = `b${String(nextBlock)}`
    const before = database.transaction?.owner === state ? database.transaction : null
    if (before !== null) await database.queue.run(() => database.backend.run(`SAVEPOINT ${savepoint}`))
    try {
      return await run()
    } catch (cause) {
      await database.queue.run(async () => {
        if (database.transaction?.owner !== state) return
        for (const cursor of database.portals) await cursor.drain().catch(() => null)
        if (database.transaction !== before) return database.rollback()
        await database.backend.run(`ROLLBACK TO SAVEPOINT ${savepoint}`)
        database.dictionary.forget()
      })
      throw cause
    }
  }
}
