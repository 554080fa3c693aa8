// The command line as a whole: what it understands, how it ends, and what it does not load.
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { copyExample, runOrapart } from "../support/run-orapart.ts"
import { makeFolder } from "../support/temporary-folder.ts"

const escape = "\u001B["

describe("the command line", () => {
  it.for([
    ["an unknown command", ["plann"], "There is no command plann. Did you mean plan?"],
    ["an unknown command below a topic", ["validate", "confg"], "Did you mean validate config?"],
    ["an unknown flag", ["plan", "--confg", "x"], "Nonexistent flag: --confg. Did you mean --config?"],
    ["a missing flag", ["plan"], "Missing required flag config."],
    ["a missing argument", ["explain"], "Missing 1 required arg"],
    ["an empty path", ["generate", "--config", "x", "--output-dir", ""], "--output-dir has an empty value."],
    ["a superfluous argument", ["plan", "--config", "x", "y"], "Unexpected argument: y."],
    ["flags that exclude each other", ["plan", "--config", "x", "-q", "--verbose"], "--verbose"],
    ["an unknown action", ["actions", "show", "add_interval_partitionin"], "Did you mean add_interval_partitioning?"],
    ["an unknown code", ["explain", "OP9999"], "There is no page for OP9999."]
  ] as const)("answers %s with exit code 2 and what was probably meant", async ([, words, sentence]) => {
    const run = await runOrapart(words)
    expect([run.code, run.stdout]).toEqual([2, ""])
    expect(run.stderr.replaceAll(/\s+/gu, " ")).toContain(sentence)
    expect(run.stderr).not.toMatch(/\bat \S+ \(|node_modules/u)
  })

  it.for([[["plan", "--nope"]], [["nope"]], [["explain", "OP9999"]]] as const)(
    "answers a usage error as JSON too: %s",
    async ([words]) => {
      const run = await runOrapart([...words, "--json"])
      const reply = JSON.parse(run.stdout)
      expect([run.code, run.stderr]).toEqual([2, ""])
      expect(reply).toMatchObject({
        exit: 2,
        result: null,
        findings: [],
        error: { code: expect.stringMatching(/^OP00\d$/u) }
      })
    }
  )

  it("loads nothing of ours and no effect for --version, --help and the help of a command", async () => {
    const hook = makeFolder({
      "hook.mjs": `import { registerHooks } from "node:module"
        const seen = []
        registerHooks({ load: (url, context, next) => { seen.push(url); return next(url, context) } })
        process.on("exit", () => process.stderr.write(seen.join("\\n")))\n`
    })
    for (const words of [["--version"], ["--help"], ["generate", "--help"]]) {
      const run = await runOrapart(words, { env: { NODE_OPTIONS: `--import ${hook}/hook.mjs` } })
      const loaded = run.stderr.split("\n")
      expect(loaded.some((url) => url.includes("@oclif/core"))).toBe(true)
      expect(loaded.filter((url) => /\/packages\/(?!cli\/bin)|\/effect\/|nunjucks/u.test(url))).toEqual([])
    }
  })

  it("writes no colour into a pipe or with NO_COLOR, and colour where it is forced", async () => {
    const folder = copyExample("minimal")
    const plan = ["plan", "--config", "migration_config.json"]
    const [piped, never, forced] = await Promise.all([
      runOrapart(plan, { cwd: folder }),
      runOrapart(plan, { cwd: folder, env: { NO_COLOR: "1" } }),
      runOrapart(plan, { cwd: folder, env: { FORCE_COLOR: "1" } })
    ])
    expect([piped.stdout.includes(escape), never.stdout.includes(escape), forced.stdout.includes(escape)]).toEqual([
      false,
      false,
      true
    ])
  })

  it("ends quietly when the reader of its output goes away", async () => {
    const folder = copyExample("hr")
    const shell = `"$@" 2>&1 | head -1; echo "code \${PIPESTATUS[0]}"`
    const run = await runOrapart(["plan", "--config", "migration_config.json", "--json"], { cwd: folder, shell })
    expect([run.stdout, run.stderr]).toEqual(["{\ncode 0\n", ""])
  })

  it("keeps the exit code of a refusal when the reader goes away", async () => {
    const folder = copyExample("hr", (config) => void (config.tables[1].target_configuration.partition_column = "X"))
    const shell = `"$@" 2>&1 | head -1 > /dev/null; echo "code \${PIPESTATUS[0]}"`
    const run = await runOrapart(["plan", "--config", "migration_config.json", "--json"], { cwd: folder, shell })
    expect(run.stdout).toBe("code 1\n")
  })

  it("ends with 130 on Ctrl-C, although a plugin's import never comes to an end", async () => {
    const folder = copyExample("minimal", (config) => void (config.plugins = ["./slow.mjs"]))
    const { writeInto } = await import("../support/temporary-folder.ts")
    writeInto(
      folder,
      "slow.mjs",
      "process.stderr.write('loading')\nawait new Promise((done) => setTimeout(done, 60000))\n"
    )
    const entry = fileURLToPath(new URL("../../bin/run.js", import.meta.url))
    const child = spawn(process.execPath, [entry, "generate", "--config", "migration_config.json"], { cwd: folder })
    let stderr = ""
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString()
      if (stderr === "loading") child.kill("SIGINT")
    })
    const code = await new Promise((resolve) => child.on("close", resolve))
    expect(code).toBe(130)
    expect(stderr).toContain("error OP010 interrupted: Interrupted. Nothing was changed.")
  })
})
