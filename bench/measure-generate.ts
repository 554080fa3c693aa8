// `orapart generate` for a thousand tables beside a bare program that writes the same files.
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs"
import { join } from "node:path"
import { runNode } from "./measure.ts"
import { orapart, programOf } from "./places.ts"
import type { Result } from "./result.ts"
import { makeBigSet } from "./thousand-tables.ts"

/** Packs a folder into one file, with a list of its folders, paths and lengths beside it. */
const packFolder = (folder: string, packed: string): { readonly files: number; readonly bytes: number } => {
  const directories: Array<string> = []
  const files: Array<readonly [path: string, length: number]> = []
  const target = openSync(packed, "w")
  let bytes = 0
  const walk = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below === "" ? entry.name : `${below}/${entry.name}`
      if (entry.isDirectory()) {
        directories.push(path)
        walk(path)
      } else {
        const content = readFileSync(join(folder, path))
        writeSync(target, content)
        files.push([path, content.length])
        bytes += content.length
      }
    }
  }
  walk("")
  closeSync(target)
  writeFileSync(`${packed}.json`, JSON.stringify({ directories, files }))
  return { files: files.length, bytes }
}

/** Interleaved rounds; the first run of orapart makes what the bare program writes and is not counted. */
export const measureGenerate = (folder: string, rounds: number): ReadonlyArray<Result> => {
  mkdirSync(folder, { recursive: true })
  const { configText, snapshotText } = makeBigSet(1000)
  const config = join(folder, "migration_config.json")
  writeFileSync(config, configText)
  writeFileSync(join(folder, "schema_snapshot.json"), snapshotText)
  const [output, packed] = [join(folder, "output"), join(folder, "packed")]
  const generate = () => runNode([orapart, "generate", "--config", config, "--output-dir", output, "--quiet"])
  generate()
  const { files, bytes } = packFolder(output, packed)
  const runs = Array.from({ length: rounds }, () => {
    rmSync(output, { recursive: true })
    const ours = generate()
    rmSync(output, { recursive: true })
    const bare = runNode([programOf("write-packed.mjs"), packed, output])
    return { ours, bare }
  })
  const peaks = runs.flatMap(({ ours }) => ours.peakMiB ?? [])
  return [
    {
      what: `generate, 1,000 tables: ${files} files, ${Math.round(bytes / 1e6)} MB`,
      ours: runs.map(({ ours }) => ours.ms),
      anchor: { name: "bare writer", times: runs.map(({ bare }) => bare.ms) },
      most: 3,
      peak: peaks.length === 0 ? null : { mib: Math.max(...peaks), most: 200 }
    }
  ]
}
