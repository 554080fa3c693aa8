// Writes what --verbose adds: the files that were read and the plugins that were loaded.
import type { OpenProject } from "../services/open-project.ts"
import type { Style } from "./style.ts"

/** One line per file and plugin. */
export const renderDetails = ({ project, plugins, snapshotFile }: OpenProject, style: Style): string => {
  const lines = [
    `config    ${project.configFile}`,
    `snapshot  ${project.snapshot?.file ?? `none (looked for ${snapshotFile})`}`,
    ...[...project.templates.overrides].map(([id, { origin }]) => `template  ${id} from ${origin}`),
    ...plugins.plugins.map(({ place, actions, strategies, problem }) => {
      const brought = [...actions, ...strategies].map(({ id }) => id).join(", ")
      const version = place.version === null ? "" : ` ${place.version}`
      return `plugin    ${place.name}${version} (${place.source}): ${problem === null ? brought : "not loaded"}`
    })
  ]
  return lines.map((line) => style.faint(line)).join("\n")
}
