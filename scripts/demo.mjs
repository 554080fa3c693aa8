// `npm run demo`: the way from a config to a script set on the HR example, without a database.
import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("..", import.meta.url))
const config = join("examples", "hr", "migration_config.json")
const output = mkdtempSync(join(tmpdir(), "orapart-demo-"))

const orapart = (...words) => {
  console.log(`\n$ orapart ${words.join(" ")}`)
  const result = spawnSync(process.execPath, [join("packages", "cli", "bin", "run.js"), ...words], {
    cwd: root,
    stdio: "inherit"
  })
  if (result.status !== 0) process.exit(result.status ?? 1)
}

orapart("validate", "config", "--config", config)
orapart("plan", "--config", config)
orapart("generate", "--config", config, "--output-dir", output)

console.log(`\nWritten to ${output}:`)
for (const name of readdirSync(output, { recursive: true, encoding: "utf8" }).toSorted()) console.log(`  ${name}`)
