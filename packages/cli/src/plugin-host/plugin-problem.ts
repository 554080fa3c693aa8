// What can be wrong with a plugin, as findings. A plugin that came by installation must not stop the others, so it only
// warns; one that the config asks for by name is an error, because the user counts on it.
import type { Finding, JsonValue, Severity } from "@orapart/contract"
import { findingOf } from "../words/cli-codes.ts"
import type { CliCode } from "../words/cli-codes.ts"
import type { PluginPlace } from "./plugin-place.ts"

/** The words of one problem. */
export interface PluginProblemWords {
  readonly what: string
  readonly why?: string
  readonly advice: string
  readonly evidence?: { readonly [name: string]: JsonValue }
  /** Set where the problem is an error whoever brought the plugin. */
  readonly severity?: Severity
}

/** How a plugin is called in a sentence: `@acme/orapart-archive 3.0.0`. */
export const describePlace = ({ name, version }: PluginPlace): string =>
  version === null ? name : `${name} ${version}`

/** Makes the finding of a problem with a plugin. */
export const reportPlugin = (code: CliCode, place: PluginPlace, words: PluginProblemWords): Finding => {
  const finding = findingOf(code, {
    subject: place.name,
    severity: words.severity ?? (place.pointer === null ? "warning" : "error"),
    what: words.what,
    why: words.why ?? "",
    advice: words.advice,
    evidence: { plugin: place.name, version: place.version, source: place.source, root: place.root, ...words.evidence }
  })
  return place.pointer === null ? finding : { ...finding, path: place.pointer }
}
