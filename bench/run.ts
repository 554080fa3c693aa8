// `pnpm bench [--only NAME[,NAME]] [--rounds N]`: measures and prints one table; exits with 0 whatever comes out, because a busy
// machine is no fault of the code. All comparisons run side by side in one go.
import { rmSync, writeFileSync } from "node:fs"
import { cpus, tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { measureGenerate } from "./measure-generate.ts"
import { measureHuge } from "./measure-huge.ts"
import { measureRendering } from "./measure-rendering.ts"
import { measureStart } from "./measure-start.ts"
import { measureValidate } from "./measure-validate.ts"
import { makeWorkFolder } from "./places.ts"
import { isMet, valueOf, writeTable } from "./result.ts"
import type { Result } from "./result.ts"

type Measurement = (folder: string, rounds: number) => ReadonlyArray<Result> | Promise<ReadonlyArray<Result>>

const measurements: { readonly [name: string]: Measurement } = {
  start: (folder, rounds) => measureStart(folder, 2 * rounds),
  validate: measureValidate,
  generate: measureGenerate,
  rendering: measureRendering,
  huge: (folder) => measureHuge(folder, 1)
}

const { values } = parseArgs({ options: { only: { type: "string" }, rounds: { type: "string", default: "5" } } })
const wanted = values.only?.split(",") ?? Object.keys(measurements)
const unknown = wanted.filter((name) => !(name in measurements))
if (unknown.length > 0)
  console.log(`There is no ${unknown.join(", ")}; known are ${Object.keys(measurements).join(", ")}.`)

const results: Array<Result> = []
for (const name of wanted) {
  const measure = measurements[name]
  if (measure === undefined) continue
  const folder = makeWorkFolder()
  try {
    console.log(`measuring ${name} ...`)
    results.push(...(await measure(folder, Number(values.rounds))))
  } catch (error) {
    console.log(`${name} could not be measured: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const file = join(tmpdir(), "orapart-bench.json")
const machine = { node: process.version, cores: cpus().length, model: cpus()[0]?.model ?? "" }
const told = results.map((result) => ({ ...result, value: valueOf(result), isMet: isMet(result) }))
writeFileSync(file, `${JSON.stringify({ machine, results: told }, null, 2)}\n`)
console.log(`\n${writeTable(results)}\n\nnode ${machine.node}, ${machine.cores} cores; all figures in ${file}`)
