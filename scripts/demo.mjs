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

// One folder stands for all: each table gets the same kinds of files.
const [first, ...others] = readdirSync(output).toSorted()
console.log(`\n${join(output, first)} holds:`)
for (const name of readdirSync(join(output, first), { recursive: true, encoding: "utf8" }).toSorted())
  console.log(`  ${name}`)
console.log(`\nThe same was written for ${others.join(", ")}.`)
console.log(`Look at ${join(output, first, "README.md")} first: it is the page a DBA approves.`)
