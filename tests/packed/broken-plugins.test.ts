// Plugins that are wrong in one way each, installed into the packed CLI: each is refused in clear words, and everything else works.
import { existsSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { createUser, exampleFiles, makeUser } from "./support/packed-cli.ts"
import type { PrintedFinding } from "./support/packed-cli.ts"
import { moduleText, packPlugins } from "./support/plugin-texts.ts"
import type { PluginText } from "./support/plugin-texts.ts"
import { readTree, writeTree } from "./support/workspace-files.ts"

// Written at import, beside the module: who has it was run.
const mark = `import { writeFileSync } from "node:fs"\nwriteFileSync(new URL("was-run.txt", import.meta.url), "")\n`

const sound: PluginText = { name: "@acme/sound", files: { "index.js": mark + moduleText("acme_sound") } }

/** What each is refused with: code, words of the refusal, the action that a config would name. */
const broken: ReadonlyArray<PluginText & { readonly code: string; readonly says: string; readonly action: string }> = [
  {
    name: "@acme/newer",
    orapart: { contract: 2, actions: "./index.js" },
    files: { "index.js": mark + moduleText("acme_newer") },
    code: "OP501",
    says: "needs contract 2; this orapart speaks contract 1",
    action: "acme_newer"
  },
  {
    name: "@acme/silent",
    orapart: { actions: "./index.js" },
    files: { "index.js": mark + moduleText("acme_silent") },
    code: "OP501",
    says: "does not say which contract it needs",
    action: "acme_silent"
  },
  {
    name: "@acme/throws",
    files: {
      "index.js": `import "./inner.js"\n${moduleText("acme_throws")}`,
      "inner.js": "const one = 1\n\n  throw new Error(`no licence file ${one}`)\n"
    },
    code: "OP502",
    says: "could not be loaded: no licence file 1 (",
    action: "acme_throws"
  },
  {
    name: "@acme/no-action",
    files: { "index.js": 'export const actions = ["acme_no_action"]\n' },
    code: "OP502",
    says: "it exports no action and no strategy",
    action: "acme_no_action"
  },
  {
    name: "@acme/half",
    files: { "index.js": moduleText("acme_half", "target: undefined, checks: {}") },
    code: "OP502",
    says: "acme_half has no target (function); checks of acme_half is no list",
    action: "acme_half"
  },
  {
    name: "@acme/bad-schema",
    files: { "index.js": moduleText("acme_bad_schema", 'targetSchema: { type: "strnig" }') },
    code: "OP502",
    says: "targetSchema that cannot be compiled",
    action: "acme_bad_schema"
  },
  {
    name: "@acme/no-entry",
    orapart: { contract: 1, actions: "./dist/index.js" },
    files: { "index.js": moduleText("acme_no_entry") },
    code: "OP504",
    says: "dist/index.js, and there is no such file",
    action: "acme_no_entry"
  },
  {
    name: "@acme/no-field",
    orapart: {},
    files: { "index.js": moduleText("acme_no_field") },
    code: "OP501",
    says: "does not say which contract it needs",
    action: "acme_no_field"
  }
]

const twins: ReadonlyArray<PluginText> = ["@acme/twin-one", "@acme/twin-two"].map((name) => ({
  name,
  files: { "index.js": moduleText("acme_twin") }
}))

const user = createUser(exampleFiles("hr"))
const placeOf = (name: string) => join(user.home, "data", "orapart", "node_modules", name)
const config = ["--config", "migration_config.json"]

const findingsAbout = (name: string, findings: ReadonlyArray<PrintedFinding>) =>
  findings.filter(({ evidence, subject }) => subject === name || JSON.stringify(evidence).includes(`"${name}"`))

interface Listed {
  readonly actions: ReadonlyArray<{ readonly id: string }>
  readonly failures: ReadonlyArray<{ readonly loadError: PrintedFinding }>
}

const listAll = async () => {
  const { code, findings, result } = await user.ask("actions")
  const { actions, failures } = result as Listed
  return {
    code,
    ids: actions.map(({ id }) => id),
    findings: [...findings, ...failures.map(({ loadError }) => loadError)]
  }
}

beforeAll(async () => {
  const { code, stderr, stdout } = await user.run(
    "plugins",
    "install",
    ...(await packPlugins([sound, ...broken, ...twins]))
  )
  expect([code, code === 0 ? "" : stdout + stderr]).toEqual([0, ""])
})
afterAll(() => user.remove())

describe("`orapart actions` with broken plugins installed", () => {
  it("ends with 0, and lists the core actions and the sound plugin's", async () => {
    const { code, findings, ids } = await listAll()
    expect([code, ids.filter((id) => id.startsWith("acme_"))]).toEqual([0, ["acme_sound"]])
    expect(ids).toHaveLength(6)
    expect(findings.map(({ severity }) => severity)).toEqual(Array(broken.length + 1).fill("warning"))
    expect(existsSync(join(placeOf(sound.name), "was-run.txt"))).toBe(true)
  })

  it.for(broken)("refuses $name with $code: plugin, version, place and what to do", async ({ code, name, says }) => {
    const [finding, ...others] = findingsAbout(name, (await listAll()).findings)
    expect([finding?.code, others]).toEqual([code, []])
    expect(finding?.what).toContain(`${name} 3.2.1`)
    expect(finding?.what).toContain(says)
    expect(finding?.why).toContain(placeOf(name))
    expect(finding?.advice).toContain(`\`orapart plugins uninstall ${name}\``)
  })

  it("says file, line and column of a throw in an inner module", async () => {
    const [finding] = findingsAbout("@acme/throws", (await listAll()).findings)
    expect(finding?.what).toContain(`(${join(placeOf("@acme/throws"), "inner.js")}:3:9)`)
  })

  it("names both plugins of a doubled id, with their places, and uses neither", async () => {
    const [finding] = findingsAbout("@acme/twin-one", (await listAll()).findings)
    expect(finding).toMatchObject({ code: "OP503", evidence: { id: "acme_twin" } })
    for (const name of ["@acme/twin-one", "@acme/twin-two"]) {
      expect(finding?.what).toContain(`${name} 3.2.1 (${placeOf(name)})`)
      expect(finding?.advice).toContain(`\`orapart plugins uninstall ${name}\``)
    }
    const shown = await user.ask("actions", "show", "acme_twin")
    expect([shown.code, shown.findings.map(({ code }) => code)]).toEqual([1, ["OP503"]])
  })

  it("never runs a line of a plugin of another contract", async () => {
    await user.run("generate", ...config, "--output-dir", "once")
    const run = ["@acme/newer", "@acme/silent"].filter((name) => existsSync(join(placeOf(name), "was-run.txt")))
    expect(run).toEqual([])
  })

  it("tells the same to a person", async () => {
    const { code, stdout } = await user.run("actions")
    const text = stdout.replaceAll(/\s+/gu, " ")
    expect([code, text.includes("Not loaded")]).toEqual([0, true])
    for (const { code: one, name } of broken) expect(text).toMatch(new RegExp(`warning ${one} \\S+: .*${name}`, "u"))
  })
})

describe("a config that uses none of the broken plugins", () => {
  it("gives the same scripts as without them, and ends with 0", async () => {
    const alone = makeUser(exampleFiles("hr"))
    expect((await alone.run("generate", ...config)).code).toBe(0)
    expect((await user.run("generate", ...config)).code).toBe(0)
    expect(readTree(join(user.folder, "output"))).toEqual(readTree(join(alone.folder, "output")))
  })
})

describe("a config that names a broken plugin", () => {
  it.for(broken)(
    "is refused for $name: exit code 1, the place in the config, the table left out",
    async ({ action, code, name }) => {
      writeTree(join(user.folder, "named"), {
        ...exampleFiles("minimal", (config_) => {
          config_.plugins = [name]
          config_.tables = config_.tables.map((table) => ({
            ...table,
            migration_action: action,
            target_configuration: {}
          }))
        })
      })
      const file = ["--config", "named/migration_config.json"]
      const { code: exit, findings } = await user.ask("generate", ...file, "--output-dir", "named/output")
      const errors = findings.filter(({ severity }) => severity === "error")
      expect([exit, errors.map((one) => one.code).toSorted()]).toEqual([1, ["OP109", code].toSorted()])
      expect(findingsAbout(name, errors)[0]).toMatchObject({
        path: "/plugins/0",
        location: { file: "named/migration_config.json", line: 12 }
      })
      expect(existsSync(join(user.folder, "named", "output"))).toBe(false)
    }
  )
})

describe("a plugin with the id of a core action", () => {
  const id = "convert_interval_to_interval_hash"
  const tables = (isWanted: (action: unknown) => boolean) =>
    exampleFiles("hr", (edited) => {
      edited.tables = edited.tables.filter((entry) => isWanted(entry["migration_action"]))
    })

  it("makes both unusable, costs the tables that use the id, and leaves the others what they are", async () => {
    const own = makeUser(tables((action) => action !== id))
    expect((await own.run("generate", ...config, "--output-dir", "before")).code).toBe(0)
    const [tarball = ""] = await packPlugins([{ name: "@acme/core-twin", files: { "index.js": moduleText(id) } }])
    expect((await own.run("plugins", "install", tarball)).code).toBe(0)
    const shown = await own.ask("actions")
    expect([shown.code, shown.findings.map(({ code }) => code)]).toEqual([0, ["OP503"]])
    expect(shown.findings[0]?.what).toContain("@orapart/action-convert-interval-to-interval-hash")
    expect(shown.findings[0]?.what).toContain("@acme/core-twin 3.2.1")
    expect((await own.run("generate", ...config, "--output-dir", "after")).code).toBe(0)
    expect(readTree(join(own.folder, "after"))).toEqual(readTree(join(own.folder, "before")))
    writeTree(
      join(own.folder, "using"),
      tables((action) => action === id)
    )
    const refused = await own.ask("generate", "--config", "using/migration_config.json", "--output-dir", "using/output")
    const errors = refused.findings.filter(({ severity }) => severity === "error").map(({ code }) => code)
    expect([refused.code, [...new Set(errors)]]).toEqual([1, ["OP109"]])
    expect((await own.run("plugins", "uninstall", "@acme/core-twin")).code).toBe(0)
    expect((await own.ask("actions")).findings).toEqual([])
    expect((await own.run("generate", "--config", "using/migration_config.json", "--output-dir", "again")).code).toBe(0)
  })
})
