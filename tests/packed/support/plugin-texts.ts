// Texts of small plugins that have exactly one thing wrong with them, and the packing of them.
import { mkdtempSync } from "node:fs"
import { join } from "node:path"
import { packed } from "./packed-cli.ts"
import { isolatedEnvironment, runOrThrow } from "./run-process.ts"
import { writeTree } from "./workspace-files.ts"

/** An action as JavaScript that moves a table nowhere; `more` are further properties that win. */
export const actionText = (id: string, more = ""): string =>
  `({ id: "${id}", title: "Title of ${id}", description: "Does ${id}.", contract: 1, targetSchema: { type: "object" },
  defaultStrategy: "copy_swap", applies: () => Effect.succeed([]), target: ({ source }) => Effect.succeed(source), ${more} })`

/** A module that exports one action. */
export const moduleText = (id: string, more = ""): string =>
  `import * as Effect from "effect/Effect"\nexport const actions = [${actionText(id, more)}]\n`

/** A plugin to be packed: its name, what package.json says of it as a plugin, and its files. */
export interface PluginText {
  readonly name: string
  readonly orapart?: object
  readonly files: Readonly<Record<string, string>>
}

/** Package.json and files of a plugin. It brings no effect of its own: the host's is found. */
export const pluginFiles = ({ files, name, orapart }: PluginText): Readonly<Record<string, string>> => ({
  "package.json": JSON.stringify({
    name,
    version: "3.2.1",
    type: "module",
    oclif: { topicSeparator: " " },
    orapart: orapart ?? { contract: 1, actions: "./index.js" }
  }),
  ...files
})

/** Packs plugins with npm, all at once, and gives their tarballs as `orapart plugins install` takes them. */
export const packPlugins = async (plugins: ReadonlyArray<PluginText>): Promise<ReadonlyArray<string>> => {
  const folder = mkdtempSync(join(packed.scratch, "plugins-"))
  for (const plugin of plugins) writeTree(join(folder, plugin.name.replaceAll("/", "-")), pluginFiles(plugin))
  const words = ["pack", "--json", ...plugins.map(({ name }) => `./${name.replaceAll("/", "-")}`)]
  const printed = await runOrThrow("npm", words, { cwd: folder, env: isolatedEnvironment(folder) })
  const made = JSON.parse(printed) as ReadonlyArray<{ readonly filename: string }>
  return made.map(({ filename }) => `file://${join(folder, filename)}`)
}
