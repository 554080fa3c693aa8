// The template database: made once per version of PGlite and of the sys schema, copied for every sandbox. Making one takes about ten seconds, copying one less than a second.
import { createHash } from "node:crypto"
import { cp, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { homedir, tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { PGlite } from "@electric-sql/pglite"
import { sysScripts } from "./sys/index.ts"

/** Where templates are kept when nothing else is said. */
export const defaultCacheDirectory = (): string => {
  const base = process.env["XDG_CACHE_HOME"] ?? (homedir() === "" ? tmpdir() : join(homedir(), ".cache"))
  return join(base, "orapart", "sandbox")
}

const engineVersion = async (): Promise<string> => {
  const entry = createRequire(import.meta.url).resolve("@electric-sql/pglite")
  const text = await readFile(join(entry, "..", "..", "package.json"), "utf8")
  return (JSON.parse(text) as { readonly version: string }).version
}

const templateName = async (): Promise<string> => {
  const hash = createHash("sha256").update(sysScripts.join("\n")).digest("hex").slice(0, 16)
  return `template-${await engineVersion()}-${hash}`
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false
  )

const build = async (directory: string): Promise<void> => {
  await rm(directory, { recursive: true, force: true })
  await mkdir(directory, { recursive: true })
  const pglite = await PGlite.create(directory)
  for (const script of sysScripts) await pglite.exec(script)
  await pglite.exec("CHECKPOINT")
  await pglite.close()
}

/** Milliseconds after which the lock of a builder that died is taken over. */
const staleAfter = 60_000

const isStale = async (lock: string): Promise<boolean> => {
  const found = await stat(lock).catch(() => null)
  return found !== null && Date.now() - found.mtimeMs > staleAfter
}

/** One builder at a time: the lock is a directory, because making one is atomic. */
const takeLock = async (lock: string): Promise<boolean> =>
  mkdir(lock).then(
    () => true,
    () => false
  )

/** The directory of the template; builds it when it is not there. Two processes that start together build it once. */
export const prepareTemplate = async (cacheDirectory: string = defaultCacheDirectory()): Promise<string> => {
  const path = join(cacheDirectory, await templateName())
  const ready = join(path, "READY")
  const lock = `${path}.lock`
  await mkdir(cacheDirectory, { recursive: true })
  while (!(await exists(ready))) {
    if (await takeLock(lock)) {
      try {
        if (!(await exists(ready))) await buildInto(path)
      } finally {
        await rm(lock, { recursive: true, force: true })
      }
    } else {
      if (await isStale(lock)) await rm(lock, { recursive: true, force: true })
      await wait(200)
    }
  }
  return path
}

const buildInto = async (path: string): Promise<void> => {
  const unfinished = `${path}.${String(process.pid)}`
  await build(join(unfinished, "data"))
  await writeFile(join(unfinished, "READY"), "")
  await rm(path, { recursive: true, force: true })
  await rename(unfinished, path)
}

/** Copies the template's data into a directory. */
export const copyTemplate = async (template: string, directory: string): Promise<void> => {
  await cp(join(template, "data"), directory, { recursive: true })
}
