// Reads the `orapart` field of a plugin's package.json. That is done before anything is imported, so that a plugin of
// another contract is refused without running a line of it.
import { CONTRACT_VERSION } from "@orapart/contract"
import type { Finding } from "@orapart/contract"
import { adviseRemoval, describePlace, reportFoundPlugin } from "./plugin-problem.ts"
import type { PluginPlace } from "./plugin-place.ts"

/** What a package says of itself. */
export interface PluginDeclaration {
  readonly contract: number
  /** Modules to import, relative to the package; each one once. */
  readonly entries: ReadonlyArray<string>
  /** Folder of its templates, relative to the package; its own folders are the prefixes of the ids. null when it has none. */
  readonly templates: string | null
  /** Folder of the pages of its codes, relative to the package. null when it has none. */
  readonly pages: string | null
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined

const refuseContract = (place: PluginPlace, found: unknown): Finding => {
  const isNewer = typeof found === "number" && found > CONTRACT_VERSION
  const said = found === undefined ? "does not say which contract it needs" : `needs contract ${JSON.stringify(found)}`
  const advice = isNewer
    ? `Update orapart, install a version of ${place.name} for contract ${CONTRACT_VERSION}, or ${adviseRemoval(place)}.`
    : `Install a version of ${place.name} for contract ${CONTRACT_VERSION}, or ${adviseRemoval(place)}.`
  return reportFoundPlugin("OP501", place, {
    what: `${describePlace(place)} ${said}; this orapart speaks contract ${CONTRACT_VERSION}.`,
    why: "It was not loaded; all other plugins are.",
    advice,
    evidence: { needed: typeof found === "number" ? found : null, spoken: CONTRACT_VERSION }
  })
}

/** The finding for a contract number that is not ours; null when it is. */
export const checkContract = (place: PluginPlace, found: unknown): Finding | null =>
  found === CONTRACT_VERSION ? null : refuseContract(place, found)

/** Reads the declaration, or says why the plugin cannot be used. */
export const readDeclaration = (place: PluginPlace): PluginDeclaration | Finding => {
  const field = fieldOf(place.manifest, "orapart")
  if (field === undefined) {
    return reportFoundPlugin("OP504", place, {
      what: `${describePlace(place)} has no "orapart" field in its package.json, so it brings no action.`,
      advice: `Name a package that has one, or ${adviseRemoval(place)}.`
    })
  }
  const refusal = checkContract(place, fieldOf(field, "contract"))
  if (refusal !== null) return refusal
  const entries = [fieldOf(field, "actions"), fieldOf(field, "strategies")].filter((entry) => typeof entry === "string")
  if (entries.length === 0) {
    return reportFoundPlugin("OP504", place, {
      what: `${describePlace(place)} names no entry: its "orapart" field has neither "actions" nor "strategies".`,
      advice: 'A plugin\'s package.json needs "orapart": {"contract": 1, "actions": "./dist/index.js"}.'
    })
  }
  const [templates, pages] = [fieldOf(field, "templates"), fieldOf(field, "pages")]
  return {
    contract: CONTRACT_VERSION,
    entries: [...new Set(entries)],
    templates: typeof templates === "string" ? templates : null,
    pages: typeof pages === "string" ? pages : null
  }
}
