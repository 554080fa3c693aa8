// Writes examples/*/schema_snapshot.json, and the configs that are not kept by hand, from examples/definitions.
// Run it after a change of the table model or of a definition, and read the diff: node scripts/write-example-snapshots.mjs
import { spawnSync } from "node:child_process"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

// The definitions import the workspace's sources, which node finds under this condition only.
const condition = "--conditions=@orapart/source"
if (!process.execArgv.includes(condition)) {
  const result = spawnSync(process.execPath, [condition, fileURLToPath(import.meta.url)], { stdio: "inherit" })
  process.exit(result.status ?? 1)
}

const { examples, exampleFiles, refusedExamples } = await import("../examples/definitions/index.ts")
const root = fileURLToPath(new URL("../examples", import.meta.url))

const readIfThere = (file) => {
  try {
    return readFileSync(file, "utf8")
  } catch {
    return null
  }
}

for (const { path, text } of [...examples, ...refusedExamples].flatMap(exampleFiles)) {
  const file = join(root, path)
  const isSame = readIfThere(file) === text
  mkdirSync(dirname(file), { recursive: true })
  if (!isSame) writeFileSync(file, text)
  console.log(`${isSame ? "same   " : "written"} examples/${path}`)
}
