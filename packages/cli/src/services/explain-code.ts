// Finds the page of a code. Pages are written in docs/reference/checks and copied into the package when it is built; plugins
// bring the pages of their own codes. Nothing of a plugin is imported for it.
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Finding } from "@orapart/contract"
import * as Effect from "effect/Effect"
import { CommandFailed } from "../failures.ts"
import type { Outcome } from "../failures.ts"
import { readDeclaration } from "../plugin-host/plugin-declaration.ts"
import { describePlace } from "../plugin-host/plugin-problem.ts"
import type { PluginPlace } from "../plugin-host/plugin-place.ts"
import { findingOf } from "../words/cli-codes.ts"

/** The page of one code. */
export interface CodePage {
  readonly code: string
  readonly slug: string
  /** Name of the plugin that brings it; null for orapart's own. */
  readonly plugin: string | null
  /** Markdown. */
  readonly page: string
}

/** Where pages are looked for. */
export interface PageSources {
  /** Folder of orapart's own pages. */
  readonly folder?: string
  /** Plugins whose pages count as well. */
  readonly plugins?: ReadonlyArray<PluginPlace>
}

// The package's own copy first; a checkout that was never built reads the originals.
const folders = ["../../generated/pages/", "../../../../docs/reference/checks/"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url))
)

/** The folder that holds the pages; the last of the known ones when none exists. */
export const findPagesFolder = (): string => folders.find((folder) => existsSync(folder)) ?? folders.at(-1) ?? ""

interface FoundPage {
  readonly code: string
  readonly slug: string
  readonly file: string
  readonly place: PluginPlace | null
}

// OP and three digits are orapart's; a plugin has letters of its own, so that no page can stand for another one's code.
const ownPattern = /^(OP\d{3})-(.+)\.md$/u
const pluginPattern = /^(?!OP\d)([A-Z]{2,12}\d{3})-(.+)\.md$/u

const listPages = (folder: string, place: PluginPlace | null): ReadonlyArray<FoundPage> =>
  (existsSync(folder) ? readdirSync(folder) : []).toSorted().flatMap((file) => {
    const [, code, slug] = (place === null ? ownPattern : pluginPattern).exec(basename(file)) ?? []
    return code === undefined || slug === undefined ? [] : [{ code, slug, file: join(folder, file), place }]
  })

const listPluginPages = (place: PluginPlace): ReadonlyArray<FoundPage> => {
  const declaration = place.manifest === null ? null : readDeclaration(place)
  if (declaration === null || "severity" in declaration || declaration.pages === null) return []
  return listPages(join(place.root, declaration.pages), place)
}

/** Every code of orapart that has a page. */
export const listExplainedCodes = (folder: string = findPagesFolder()): ReadonlyArray<string> =>
  listPages(folder, null).map(({ code }) => code)

const nameOf = ({ place }: FoundPage): string => (place === null ? "orapart" : describePlace(place))

const reportDoubled = (code: string, pages: ReadonlyArray<FoundPage>): Finding =>
  findingOf("OP508", {
    subject: code,
    what: `${pages.map(nameOf).join(" and ")} each have a page for ${code}; the first one's is shown.`,
    why: "A code means one thing only, or nobody can look it up.",
    advice: "Ask the authors to give one of the codes letters of its own.",
    evidence: { code, plugins: pages.map(({ place }) => place?.name ?? "orapart") }
  })

/** Reads the page of a code or a short name, in any case. Fails with what there is when there is no such page. */
export const explainCode = (
  wanted: string,
  { folder = findPagesFolder(), plugins = [] }: PageSources = {}
): Effect.Effect<Outcome<CodePage>, CommandFailed> =>
  Effect.suspend(() => {
    const pages = [...listPages(folder, null), ...plugins.flatMap(listPluginPages)]
    const asked = wanted.trim().toLowerCase()
    const found = pages.find((one) => one.code.toLowerCase() === asked) ?? pages.find(({ slug }) => slug === asked)
    if (found === undefined) {
      const known = pages.flatMap(({ code, slug }) => (/^[a-z]{2,12}\d/u.test(asked) ? [code] : [code, slug]))
      return Effect.fail(new CommandFailed({ reason: { _tag: "UnknownCode", code: wanted, known } }))
    }
    const { code, slug, file, place } = found
    const twins = pages.filter((one) => one.code === code)
    return Effect.succeed({
      findings: twins.length === 1 ? [] : [reportDoubled(code, twins)],
      result: { code, slug, plugin: place?.name ?? null, page: readFileSync(file, "utf8") }
    })
  })
