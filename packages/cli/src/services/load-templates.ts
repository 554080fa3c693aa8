// Brings the templates together: orapart's own, those of plugins, and the files that the config names instead or beside.
import { isAbsolute, join } from "node:path"
import { checkTemplates, createRenderer, describeRenderFailure, readTemplates } from "@orapart/rendering"
import type { TemplateOverride } from "@orapart/rendering"
import { templatesDirectory } from "@orapart/templates"
import type { Finding } from "@orapart/contract"
import * as Effect from "effect/Effect"
import type { LoadedPlugin } from "../plugin-host/load-plugin.ts"
import { reportPlugin } from "../plugin-host/plugin-problem.ts"
import { findingOf } from "../words/cli-codes.ts"
import { describeFileProblem } from "../words/failure-words.ts"
import { askForNearest } from "../words/nearest.ts"
import { readTextFile } from "./read-text-file.ts"
import { systemErrorOf } from "./system-error.ts"

/** All template texts of a run. */
export interface TemplateSet {
  readonly templates: ReadonlyMap<string, string>
  readonly overrides: ReadonlyMap<string, TemplateOverride>
}

/** Templates with what is wrong about them. */
export interface LoadedTemplates extends TemplateSet {
  readonly findings: ReadonlyArray<Finding>
}

/** orapart's own templates. */
export const readCoreTemplates = (): TemplateSet => ({
  templates: readTemplates(templatesDirectory),
  overrides: new Map()
})

const addPluginTemplates = (
  templates: Map<string, string>,
  { place, templates: folder }: LoadedPlugin
): ReadonlyArray<Finding> => {
  if (folder === null) return []
  try {
    return [...readTemplates(folder)].flatMap(([id, text]) => {
      if (!templates.has(id)) {
        templates.set(id, text)
        return []
      }
      return reportPlugin("OP507", place, {
        severity: "error",
        what: `${place.name} brings the template ${id}, which exists already.`,
        why: "A plugin adds templates under a prefix of its own; to replace one is the config's right alone.",
        advice: `Rename its folder below ${folder}.`,
        evidence: { template: id }
      })
    })
  } catch (cause) {
    return [
      reportPlugin("OP502", place, {
        what: `The templates of ${place.name} cannot be read: ${systemErrorOf(cause).message}`,
        advice: 'Correct "templates" in the "orapart" field of its package.json.'
      })
    ]
  }
}

const pointerOf = (id: string): string => `/templates/${id.replaceAll("~", "~0").replaceAll("/", "~1")}`

const reportUnknown = (id: string, known: Iterable<string>): Finding =>
  findingOf("OP506", {
    subject: id,
    what: `"templates" names ${id}, and there is no such template.${askForNearest(id, [...known])}`,
    why: "The text would silently not be used.",
    advice: `Templates of that prefix: ${[...known].filter((one) => one.split(":")[0] === id.split(":")[0]).join(", ")}.`,
    evidence: { template: id },
    path: pointerOf(id)
  })

const reportFault = (id: string, path: string, what: string): Finding =>
  findingOf("OP011", {
    subject: id,
    what,
    why: "",
    advice: `Correct ${path}.`,
    evidence: { template: id, path },
    path: pointerOf(id)
  })

/** Compiles a text alone with the known ones, so that its mistake is found before the first table is rendered. */
const compileOverride = (templates: ReadonlyMap<string, string>, id: string, override: TemplateOverride) => {
  const renderer = createRenderer({ templates, overrides: new Map([[id, override]]) })
  return checkTemplates(renderer).pipe(
    Effect.match({
      onFailure: ({ reason }) => [
        reportFault(id, override.origin, `${override.origin}: ${describeRenderFailure(reason)}`)
      ],
      onSuccess: () => []
    })
  )
}

type ReadOverride = { readonly id: string; readonly override: TemplateOverride } | { readonly finding: Finding }

const readOverride = (id: string, path: string, configFolder: string): Effect.Effect<ReadOverride> =>
  readTextFile(isAbsolute(path) ? path : join(configFolder, path), "template").pipe(
    Effect.match({
      onSuccess: (text) => ({ id, override: { text, origin: path } }),
      onFailure: ({ reason }) => ({
        finding: findingOf("OP505", {
          subject: id,
          what: `The template ${path} of ${id} ${reason._tag === "UnreadableFile" ? describeFileProblem(reason.problem) : "cannot be read"}.`,
          why: 'Paths in "templates" are relative to the config.',
          advice: "Correct the path, or take the entry out to use orapart's own template.",
          evidence: { template: id, path },
          path: pointerOf(id)
        })
      })
    })
  )

/** Loads all templates. Ids with a prefix that nobody brings are new ones of the config; others must exist. */
export const loadTemplates = Effect.fnUntraced(function* (
  plugins: ReadonlyArray<LoadedPlugin>,
  configured: Readonly<Record<string, string>>,
  configFolder: string
): Effect.fn.Return<LoadedTemplates> {
  const templates = new Map(readCoreTemplates().templates)
  const fromPlugins = plugins.flatMap((plugin) => addPluginTemplates(templates, plugin))
  const prefixes = new Set([...templates.keys()].map((id) => id.split(":")[0]))
  const read = yield* Effect.forEach(Object.entries(configured), ([id, path]) => readOverride(id, path, configFolder))
  const readable = read.filter((one) => "override" in one)
  for (const { id, override } of readable) if (!prefixes.has(id.split(":")[0])) templates.set(id, override.text)
  const known = readable.filter(({ id }) => templates.has(id))
  const faults = yield* Effect.forEach(known, ({ id, override }) => compileOverride(templates, id, override))
  return {
    templates,
    overrides: new Map(known.map(({ id, override }) => [id, override])),
    findings: [
      ...fromPlugins,
      ...read.flatMap((one) => ("finding" in one ? [one.finding] : [])),
      ...readable.filter(({ id }) => !templates.has(id)).map(({ id }) => reportUnknown(id, templates.keys())),
      ...faults.flat()
    ]
  }
})
