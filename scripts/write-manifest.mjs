// Writes oclif.manifest.json of the CLI, so that starting it need not load every command. Runs after `tsc -b`.
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

const root = fileURLToPath(new URL("../packages/cli/", import.meta.url))
// oclif is a dependency of the CLI alone, so it is found from there.
const { Plugin } = await import(pathToFileURL(join(root, "node_modules/@oclif/core/lib/index.js")).href)
const plugin = new Plugin({
  root,
  type: "core",
  ignoreManifest: true,
  errorOnManifestCreate: true,
  respectNoCacheDefault: true
})
await plugin.load()
writeFileSync(join(root, "oclif.manifest.json"), `${JSON.stringify(plugin.manifest, null, 2)}\n`)
