// The bare program that `generate` is compared with. It has all contents ready in one file: it reads that file and a list of paths and
// lengths, makes the folders and writes every file synchronously with one call. It plans, renders, hashes and checks nothing.
// Called with the packed file and the output directory.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"

const [packed, output] = process.argv.slice(2)
const { directories, files } = JSON.parse(readFileSync(`${packed}.json`, "utf8"))
const contents = readFileSync(packed)
mkdirSync(output, { recursive: true })
for (const directory of directories) mkdirSync(`${output}/${directory}`)
let start = 0
for (const [path, length] of files) {
  writeFileSync(`${output}/${path}`, contents.subarray(start, start + length))
  start += length
}
