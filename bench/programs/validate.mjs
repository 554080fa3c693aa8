// Validates a config in this process and prints milliseconds as JSON: the first time, as a user meets it, and when the code is warm.
// Loaded before the clock runs: modules, plugins, both texts and the snapshot. Called with the config, then the snapshot or nothing.
import { readFileSync } from "node:fs"
import { parseConfigText, readParsedConfig, readSnapshot } from "../../packages/config-schema/dist/index.js"
import { loadCorePlugins } from "../../packages/cli/dist/services/core-plugins.js"

const [configFile, snapshotFile] = process.argv.slice(2)
const text = readFileSync(configFile, "utf8")
const { actions, strategies } = await loadCorePlugins()
const snapshot =
  snapshotFile === undefined ? null : readSnapshot(readFileSync(snapshotFile, "utf8"), snapshotFile).snapshot
const input = { file: configFile, actions, strategyIds: strategies.map(({ id }) => id), snapshot }

const round = () => {
  const start = performance.now()
  const parsed = parseConfigText(text, configFile)
  const middle = performance.now()
  const { config } = readParsedConfig(parsed, input)
  const end = performance.now()
  if (config === null) throw new Error("the config is not valid")
  return { parse: middle - start, validate: end - middle }
}
const first = round()
const rest = Array.from({ length: 15 }, round).slice(5)
const middleOf = (values) => values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)]
const warm = {
  parse: middleOf(rest.map(({ parse }) => parse)),
  validate: middleOf(rest.map(({ validate }) => validate))
}
process.stdout.write(JSON.stringify({ first, warm }))
