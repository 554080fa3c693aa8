#!/usr/bin/env node
// Entry of the CLI. It checks Node first, because on an older one the modules below fail with a riddle instead of a sentence.
import * as nodeModule from "node:module"

const [major, minor] = process.versions.node.split(".").map(Number)
if (major < 24 || (major === 24 && minor < 15)) {
  console.error(`orapart needs Node 24.15 or later, this is ${process.version}.`)
  process.exit(2)
}
nodeModule.enableCompileCache?.()
// `orapart plan | head -1` closes the pipe early: that is no error, and what the command found out still counts.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => process.exit(error.code === "EPIPE" ? (process.exitCode ?? 0) : 1))
}

const { execute, settings } = await import("@oclif/core")
// oclif's own transpiler needs the compiler API that TypeScript 7 no longer has; commands run from dist.
settings.enableAutoTranspile = false
await execute({ dir: import.meta.url })
