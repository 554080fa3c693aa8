// Writes what --verbose adds: the files that were read and the plugins that were loaded.
import type { PluginSet } from "../plugin-host/collect-plugins.ts"
import type { OpenProject } from "../services/open-project.ts"
import type { Style } from "./style.ts"

/** One line per plugin: what it brought and where it lies. */
export const renderPlugins = ({ plugins }: PluginSet, style: Style): string =>
  plugins
    .map(({ place, actions, strategies, problem }) => {
      const brought = [...actions, ...strategies].map(({ id }) => id).join(", ")
      const version = place.version === null ? "" : ` ${place.version}`
      const what = problem === null ? brought : "not loaded"
      return style.faint(`plugin    ${place.name}${version} (${place.source}): ${what}, from ${place.root}`)
    })
    .join("\n")

/** One line per file and plugin. */
export const renderDetails = ({ project, plugins, snapshotFile }: OpenProject, style: Style): string => {
  const lines = [
    `config    ${project.configFile}`,
    `snapshot  ${project.snapshot?.file ?? `none (looked for ${snapshotFile})`}`,
    ...[...project.templates.overrides].map(([id, { origin }]) => `template  ${id} from ${origin}`)
  ]
  return [...lines.map((line) => style.faint(line)), renderPlugins(plugins, style)].join("\n")
}
