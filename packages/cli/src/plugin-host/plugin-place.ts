// Where a plugin was found, before anything of it is imported.

/** How the plugin came here: shipped with orapart, installed or linked by `orapart plugins`, or named in the config. */
export type PluginSource = "core" | "installed" | "linked" | "config"

/** What is needed of oclif's plugin object; a subset, so that tests need no oclif. */
export interface InstalledPlugin {
  readonly name: string
  readonly version: string
  readonly root: string
  readonly type: string
  readonly pjson: object
}

/** One place that may bring actions and strategies. */
export interface PluginPlace {
  /** Package name, or the local path as the config writes it. */
  readonly name: string
  /** null for a local file. */
  readonly version: string | null
  readonly source: PluginSource
  /** Folder of the package; the file itself for a local file. */
  readonly root: string
  /** The parsed package.json; null for a local file. */
  readonly manifest: object | null
  /** JSON pointer of the entry in the config that names it; null when no config does. */
  readonly pointer: string | null
}

const sources: { readonly [type: string]: PluginSource } = {
  core: "core",
  dev: "core",
  user: "installed",
  link: "linked"
}

/** oclif's plugins that introduce themselves with an `orapart` field; the others are commands only. */
export const findInstalledPlugins = (plugins: Iterable<InstalledPlugin>): ReadonlyArray<PluginPlace> =>
  [...plugins]
    .filter(({ pjson }) => "orapart" in pjson)
    .map(({ name, version, root, type, pjson }) => ({
      name,
      version,
      source: sources[type] ?? "installed",
      root,
      manifest: pjson,
      pointer: null
    }))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1))
