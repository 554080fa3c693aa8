// Runs programs and counts their time and memory. It knows nothing of what is measured.
import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** One run of a program, start included. */
export interface Run {
  /** Wall time, milliseconds. */
  readonly ms: number
  /** Largest resident set, MiB; null where there is no GNU time. */
  readonly peakMiB: number | null
}

const gnuTime = "/usr/bin/time"

/** Runs a program with this node to its end. Throws with what it printed when it does not exit with `code`. */
export const runNode = (
  args: ReadonlyArray<string>,
  options: { readonly cwd?: string; readonly code?: number } = {}
): Run => {
  const report = join(mkdtempSync(join(tmpdir(), "orapart-bench-run-")), "peak")
  const isCounted = existsSync(gnuTime)
  const words = isCounted ? [gnuTime, "-f", "%M", "-o", report, process.execPath, ...args] : [process.execPath, ...args]
  const [command = "", ...rest] = words
  const start = performance.now()
  const { status, stderr, stdout } = spawnSync(command, rest, { cwd: options.cwd, encoding: "utf8" })
  const ms = performance.now() - start
  const peak = isCounted ? readFileSync(report, "utf8").trim().split("\n").at(-1) : undefined
  rmSync(join(report, ".."), { recursive: true })
  if (status !== (options.code ?? 0)) throw new Error(`${args.join(" ")} ended with ${status}:\n${stdout}${stderr}`)
  return { ms, peakMiB: peak === undefined ? null : Number(peak) / 1024 }
}

/** Runs a program with this node and reads the JSON that it prints. */
export const readNode = (args: ReadonlyArray<string>): unknown => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" })
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}:\n${stderr}`)
  return JSON.parse(stdout)
}

/** Middle value; the lower one of two. */
export const medianOf = (values: ReadonlyArray<number>): number =>
  values.toSorted((left, right) => left - right)[Math.floor((values.length - 1) / 2)] ?? Number.NaN

/** Smallest value. */
export const leastOf = (values: ReadonlyArray<number>): number => Math.min(...values)
