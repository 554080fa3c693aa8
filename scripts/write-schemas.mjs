// Writes the published JSON Schemas of the config (with the core actions' keys) and of the snapshot into packages/config-schema/schema.
//   node scripts/write-schemas.mjs          writes the files
//   node scripts/write-schemas.mjs --check  writes nothing; exit code 1 when a file is not current
import { spawnSync } from "node:child_process"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

// The packages import each other's sources, which node finds under this condition only.
const condition = "--conditions=@orapart/source"
if (!process.execArgv.includes(condition)) {
  const result = spawnSync(process.execPath, [condition, fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: "inherit"
  })
  process.exit(result.status ?? 1)
}

const coreActions = [
  "add-interval-partitioning",
  "add-interval-hash-partitioning",
  "convert-interval-to-interval-hash",
  "add-hash-subpartitions",
  "convert-to-interval-hash"
]

const { composeSchema, snapshotSchema } = await import("../packages/config-schema/src/index.ts")
const packages = await Promise.all(coreActions.map((name) => import(`../packages/action-${name}/src/index.ts`)))
const actions = packages.flatMap((one) => one.actions)

const folder = new URL("../packages/config-schema/schema/", import.meta.url)
const files = [
  { name: "migration-config.schema.json", schema: composeSchema(actions) },
  { name: "schema-snapshot.schema.json", schema: snapshotSchema }
]

const readIfThere = (file) => {
  try {
    return readFileSync(file, "utf8")
  } catch {
    return ""
  }
}

const isCheck = process.argv.includes("--check")
let stale = 0
mkdirSync(folder, { recursive: true })
for (const { name, schema } of files) {
  const file = new URL(name, folder)
  const text = `${JSON.stringify(schema, null, 2)}\n`
  const isCurrent = readIfThere(file) === text
  if (!isCurrent && !isCheck) writeFileSync(file, text)
  if (!isCurrent && isCheck) stale++
  console.log(
    `${name} ${isCurrent ? "current" : isCheck ? "not current; run node scripts/write-schemas.mjs" : "written"}`
  )
}
process.exitCode = stale > 0 ? 1 : 0
