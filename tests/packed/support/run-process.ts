// Runs a program with an environment that holds nothing of the user's but the way to the npm registry.
import { spawn } from "node:child_process"
import { homedir } from "node:os"
import { join } from "node:path"

/** What a run left behind. */
export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Where and how a program runs. */
export interface RunOptions {
  readonly cwd: string
  readonly env: { readonly [name: string]: string | undefined }
}

const npmrc = process.env["npm_config_userconfig"] ?? join(homedir(), ".npmrc")
const npmCache = process.env["npm_config_cache"] ?? join(homedir(), ".npm")

// The way to the registry: proxies, certificates and npm's own words for both. Nothing else of the user's environment is handed on.
const passed =
  /^(?:PATH|TMPDIR|LANG|(?:https?|all|no)_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_(?:FILE|DIR)|npm_config_(?:registry|cafile|ca|https?_proxy|proxy|noproxy|strict_ssl))$/iu

/** An environment whose home, data and caches lie below `home`; npm reads the user's registry settings and package cache, and writes no log. */
export const isolatedEnvironment = (home: string): RunOptions["env"] => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => passed.test(name))),
  HOME: home,
  XDG_DATA_HOME: join(home, "data"),
  XDG_CACHE_HOME: join(home, "cache"),
  XDG_CONFIG_HOME: join(home, "config"),
  NO_COLOR: "1",
  npm_config_userconfig: npmrc,
  npm_config_cache: npmCache,
  npm_config_prefer_offline: "true",
  npm_config_audit: "false",
  npm_config_fund: "false",
  npm_config_update_notifier: "false",
  npm_config_logs_max: "0"
})

/** No program here takes long; one that waits for a network that does not answer must not hold the run for good. */
const limitMilliseconds = 150_000

/** Runs a program to its end. */
export const runProcess = (file: string, words: ReadonlyArray<string>, options: RunOptions): Promise<Run> =>
  new Promise((resolve, reject) => {
    const child = spawn(file, words, {
      cwd: options.cwd,
      env: options.env,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: limitMilliseconds
    })
    const [stdout, stderr]: [Array<Buffer>, Array<Buffer>] = [[], []]
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk))
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk))
    child.on("error", reject)
    child.on("close", (code) =>
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() })
    )
  })

/** Runs a program and gives its stdout; anything but exit code 0 is an error with all that it said. */
export const runOrThrow = async (file: string, words: ReadonlyArray<string>, options: RunOptions): Promise<string> => {
  const { code, stderr, stdout } = await runProcess(file, words, options)
  if (code === 0) return stdout
  throw new Error(`${file} ${words.join(" ")} ended with ${code}:\n${stdout}\n${stderr}`)
}
