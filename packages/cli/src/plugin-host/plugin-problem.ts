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

/** How to be rid of a plugin, as the end of a sentence. */
export const adviseRemoval = ({ name, source }: PluginPlace): string => {
  if (source === "config") return `take ${JSON.stringify(name)} out of "plugins"`
  return source === "core" ? "install orapart anew" : `remove it with \`orapart plugins uninstall ${name}\``
}

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

/** The same for a plugin that was found: it says where the plugin lies. */
export const reportFoundPlugin = (code: CliCode, place: PluginPlace, words: PluginProblemWords): Finding => {
  const where = place.manifest === null ? `The file is ${place.root}.` : `It lies in ${place.root}.`
  return reportPlugin(code, place, { ...words, why: [words.why ?? "", where].filter((part) => part !== "").join(" ") })
}
