// Finds the page of a code. Pages are written in docs/reference/checks and copied into the package when it is built.
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { fileURLToPath } from "node:url"
import * as Effect from "effect/Effect"
import { CommandFailed } from "../failures.ts"
import type { Outcome } from "../failures.ts"

/** The page of one code. */
export interface CodePage {
  readonly code: string
  readonly slug: string
  /** Markdown. */
  readonly page: string
}

// The package's own copy first; a checkout that was never built reads the originals.
const folders = ["../../generated/pages/", "../../../../docs/reference/checks/"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url))
)

/** The folder that holds the pages; the last of the known ones when none exists. */
export const findPagesFolder = (): string => folders.find((folder) => existsSync(folder)) ?? folders.at(-1) ?? ""

const pattern = /^(OP\d{3})-(.+)\.md$/u

const listPages = (folder: string): ReadonlyArray<{ code: string; slug: string; file: string }> =>
  (existsSync(folder) ? readdirSync(folder) : []).toSorted().flatMap((file) => {
    const [, code, slug] = pattern.exec(basename(file)) ?? []
    return code === undefined || slug === undefined ? [] : [{ code, slug, file: join(folder, file) }]
  })

/** Every code that has a page. */
export const listExplainedCodes = (folder: string = findPagesFolder()): ReadonlyArray<string> =>
  listPages(folder).map(({ code }) => code)

/** Reads the page of a code or a short name, in any case. */
export const explainCode = (
  wanted: string,
  folder: string = findPagesFolder()
): Effect.Effect<Outcome<CodePage>, CommandFailed> =>
  Effect.suspend(() => {
    const pages = listPages(folder)
    const asked = wanted.trim().toLowerCase()
    const found = pages.find(({ code, slug }) => code.toLowerCase() === asked || slug === asked)
    if (found === undefined) {
      const known = pages.flatMap(({ code, slug }) => (/^op\d/u.test(asked) ? [code] : [code, slug]))
      return Effect.fail(new CommandFailed({ reason: { _tag: "UnknownCode", code: wanted, known } }))
    }
    const { code, slug, file } = found
    return Effect.succeed({ findings: [], result: { code, slug, page: readFileSync(file, "utf8") } })
  })
