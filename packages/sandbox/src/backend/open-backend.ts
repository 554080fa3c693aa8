// Opens the embedded database: in a directory that stays, or in one of our own that is removed at the end.
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PGlite } from "@electric-sql/pglite"
import type { Backend } from "./backend.ts"
import { PgliteBackend } from "./backend.ts"
import { copyTemplate, prepareTemplate } from "./template.ts"

/** Where the data is to be. */
export interface BackendOptions {
  /** Kept after closing and opened again as it was left; without one a temporary directory is used and removed by `close`. */
  readonly directory?: string | undefined
  /** Where the template is kept. */
  readonly cacheDirectory?: string | undefined
}

const isEmpty = async (directory: string): Promise<boolean> => {
  await mkdir(directory, { recursive: true })
  return (await readdir(directory)).length === 0
}

const settings = `SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET bytea_output = 'hex'; SET search_path = pg_catalog;
SET jit = off; SET work_mem = '32MB'; SET maintenance_work_mem = '64MB'; SET extra_float_digits = 1;
SET standard_conforming_strings = on; SET plan_cache_mode = auto; SET max_parallel_workers_per_gather = 0; SET client_min_messages = error`

/** An open database with schema `sys`, and `d` and `x` for tables. At most two seconds from the template. */
export const openBackend = async (options: BackendOptions = {}): Promise<Backend> => {
  const isTemporary = options.directory === undefined
  const root = options.directory ?? (await mkdtemp(join(tmpdir(), "orapart-sandbox-")))
  const data = join(root, "data")
  if (await isEmpty(data)) await copyTemplate(await prepareTemplate(options.cacheDirectory), data)
  const pglite = await PGlite.create(data, { relaxedDurability: true })
  const remove = async (): Promise<void> => {
    if (isTemporary) await rm(root, { recursive: true, force: true, maxRetries: 3 })
  }
  const backend = new PgliteBackend(pglite, root, remove)
  await backend.run(settings)
  return backend
}
