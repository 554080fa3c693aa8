// Puts the engine together: database, catalog, sessions.
import { makeVerifier } from "../accounts/password-verifier.ts"
import { openBackend } from "../backend/open-backend.ts"
import { Catalog } from "../catalog/catalog.ts"
import { bootstrapCatalog, loadCatalog } from "../catalog/load-catalog.ts"
import { CatalogChange } from "../catalog/catalog-change.ts"
import { authorityOf, findUser, hasSystemPrivilege } from "../catalog/privileges.ts"
import { ora } from "../errors/ora.ts"
import { BlockRunner } from "../session/block-runner.ts"
import { Database } from "../session/database.ts"
import { SandboxSession } from "../session/sandbox-session.ts"
import { liveFacts } from "../session/live-facts.ts"
import { authorityFor, makeSessionState } from "../session/session-state.ts"
import { DictionaryStore } from "../session/dictionary-store.ts"
import { StatementRunner } from "../session/statement-runner.ts"
import type { OracleRelease } from "../sql/release.ts"
import type { Account, Engine, EngineSession, PasswordVerifier } from "./engine.ts"

/** How an engine is opened. */
export interface EngineOptions {
  /** Kept and opened again as it was left; without one the data is in a temporary directory that `close` removes. */
  readonly directory?: string
  /** Where the template database is kept. */
  readonly cacheDirectory?: string
  /** Release whose rules hold; 19 unless another is given. */
  readonly version?: OracleRelease
  /** Password of SYSTEM and SYS in a new database; without one nobody can log in as them. */
  readonly adminPassword?: string
  /** Seconds that a statement waits for another session's transaction: the sandbox has one at a time. 10 unless another is given. */
  readonly transactionSeconds?: number
  /** The time; that of the machine unless another is given. */
  readonly clock?: () => Date
}

const versions: Partial<Record<OracleRelease, string>> = { 19: "19.22.0.0.0", 23: "23.4.0.24.05" }

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex")

const setVerifier = (change: CatalogChange, name: string, verifier: PasswordVerifier): void => {
  const user = findUser(change.catalog, name)
  if (user !== null)
    change.update(user, {
      verifier: { salt: hex(verifier.salt), hash: hex(verifier.hash) },
      status: "OPEN",
      lockedAt: null
    })
}

const readCatalog = async (database: Pick<Database["backend"], "query">): Promise<Catalog | null> => {
  const { rows } = await database.query("SELECT body FROM sys.o_object")
  return rows.length === 0 ? null : loadCatalog(rows.map(([body]) => ({ body: body ?? "" })))
}

const createCatalog = async (database: Database, adminPassword: string | undefined): Promise<void> => {
  const change = new CatalogChange(Catalog.empty())
  bootstrapCatalog(change, database.now().slice(0, 19))
  if (adminPassword !== undefined)
    for (const name of ["SYS", "SYSTEM"]) setVerifier(change, name, makeVerifier(adminPassword))
  database.adopt(change)
  await database.commit()
}

/** The engine over an open database. */
class SandboxEngine implements Engine {
  readonly services: ReadonlyArray<string> = ["XEPDB1", "FREEPDB1"]
  readonly version: string
  readonly #database: Database
  readonly #release: OracleRelease

  constructor(database: Database, release: OracleRelease) {
    this.#database = database
    this.#release = release
    this.version = database.version
  }

  readonly findAccount = async (user: string): Promise<Account | null> => {
    const entry = findUser(this.#database.catalog, user)
    if (entry === null) return null
    const { verifier } = entry
    if (verifier === null) return null
    return {
      name: entry.name,
      verifier: { salt: Buffer.from(verifier.salt, "hex"), hash: Buffer.from(verifier.hash, "hex") },
      status: entry.status
    }
  }

  readonly changePassword = async (user: string, verifier: PasswordVerifier): Promise<void> => {
    await this.#database.queue.run(async () => {
      const change = new CatalogChange(this.#database.catalog)
      setVerifier(change, user, verifier)
      this.#database.adopt(change)
      if (this.#database.transaction === null) await this.#database.commit()
    })
  }

  readonly openSession = async ({
    user,
    service
  }: {
    readonly user: string
    readonly service: string
  }): Promise<EngineSession> => {
    const entry = findUser(this.#database.catalog, user)
    if (entry === null) throw ora(1017)
    if (entry.status === "LOCKED" && entry.verifier !== null) throw ora(28_000)
    if (!hasSystemPrivilege(this.#database.catalog, authorityOf(this.#database.catalog, user), "CREATE SESSION"))
      throw ora(1045, [user])
    const database = this.#database
    const state = makeSessionState(database, user, service)
    const runner = new StatementRunner({
      database,
      state,
      release: this.#release,
      dictionary: {
        find: (owner, name) =>
          database.dictionary.find(owner, name, database.catalog, authorityFor(state, database.catalog), () =>
            liveFacts(database, state, this.#release, database.sessions.values())
          )
      },
      refreshDictionary: async (views) => {
        await database.open()
        await database.dictionary.refresh(views, database.catalog)
      }
    })
    return new SandboxSession(runner, new BlockRunner(runner))
  }

  readonly close = async (): Promise<void> => {
    await this.#database.queue.run(async () => {
      await this.#database.rollback().catch(() => undefined)
      await this.#database.backend.close()
    })
  }
}

/** Opens the engine. A new database has SYS and SYSTEM and no other users. */
export const openEngine = async (options: EngineOptions = {}): Promise<Engine> => {
  const release = options.version ?? 19
  const backend = await openBackend({ directory: options.directory, cacheDirectory: options.cacheDirectory })
  const stored = await readCatalog(backend)
  const database = new Database(backend, stored ?? Catalog.empty(), {
    version: versions[release] ?? `${String(release)}.0.0.0.0`,
    limits: { transactionSeconds: options.transactionSeconds ?? 10 },
    clock: options.clock ?? (() => new Date()),
    dictionary: new DictionaryStore({ backend, release })
  })
  if (stored === null) await createCatalog(database, options.adminPassword)
  return new SandboxEngine(database, release)
}
