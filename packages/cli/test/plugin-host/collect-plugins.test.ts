import { symlinkSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { collectPlugins } from "../../src/plugin-host/collect-plugins.ts"
import { findInstalledPlugins } from "../../src/plugin-host/plugin-place.ts"
import type { InstalledPlugin } from "../../src/plugin-host/plugin-place.ts"
import { actionPackage, actionSource, packageFiles } from "../support/plugin-sources.ts"
import { makeFolder } from "../support/temporary-folder.ts"

const ids = (actions: ReadonlyArray<{ readonly id: string }>) => actions.map(({ id }) => id)

const codesOf = (findings: ReadonlyArray<{ code: string; severity: string }>) =>
  findings.map(({ code, severity }) => `${code} ${severity}`)

const installedIn = (folder: string, name: string, orapart: object, type = "user"): InstalledPlugin => ({
  name,
  version: "3.0.0",
  root: join(folder, "node_modules", name),
  type,
  pjson: { name, orapart }
})

const usual = { contract: 1, actions: "./index.js" }

describe("the plugin host", () => {
  it("loads a package that the config names from the node_modules folder above it", async () => {
    const folder = makeFolder(actionPackage("@acme/archive", "archive_first"))
    const set = await collectPlugins([], ["@acme/archive"], join(folder, "deep", "down"))
    expect(set.findings).toEqual([])
    expect(ids(set.actions)).toEqual(["archive_first"])
    expect(set.plugins[0]).toMatchObject({
      contract: 1,
      place: { version: "3.0.0", source: "config", pointer: "/plugins/0" }
    })
  })

  it("loads a local file and a local folder relative to the config", async () => {
    const folder = makeFolder({
      "archive.mjs": `export const archive = ${actionSource("archive_first")}`,
      ...packageFiles(
        "plug",
        { type: "module", orapart: usual },
        { "index.js": `export const a = ${actionSource("b")}` }
      )
    })
    const set = await collectPlugins([], ["./archive.mjs", "./plug"], folder)
    expect([ids(set.actions), set.findings]).toEqual([["archive_first", "b"], []])
    expect(set.plugins.map(({ place }) => place.name)).toEqual(["./archive.mjs", "./plug"])
  })

  it("refuses another contract before a line of the plugin runs, and loads the rest", async () => {
    const folder = makeFolder({
      ...actionPackage("@acme/archive", "archive_first"),
      ...packageFiles(
        "node_modules/newer",
        { name: "newer", version: "9.0.0", orapart: { contract: 2, actions: "./index.js" } },
        {
          "index.js": "globalThis.newerWasRun = true\nexport const actions = []\n"
        }
      )
    })
    const set = await collectPlugins([], ["newer", "@acme/archive"], folder)
    expect(ids(set.actions)).toEqual(["archive_first"])
    expect(globalThis).not.toHaveProperty("newerWasRun")
    expect(set.findings).toMatchObject([{ code: "OP501", severity: "error", path: "/plugins/0" }])
    expect(set.findings[0]?.what).toBe("newer 9.0.0 needs contract 2; this orapart speaks contract 1.")
    expect(set.plugins.find(({ place }) => place.name === "newer")?.contract).toBe(2)
  })

  it("refuses an action that says another contract than its package", async () => {
    const folder = makeFolder({ "a.mjs": `export const a = ${actionSource("a", "contract: 7")}` })
    const set = await collectPlugins([], ["./a.mjs"], folder)
    expect([set.actions, codesOf(set.findings)]).toEqual([[], ["OP501 error"]])
  })

  it("only warns about an installed plugin that cannot be used, and calls it an error when the config names it", async () => {
    const folder = makeFolder(actionPackage("@acme/archive", "a", { contract: 2, actions: "./index.js" }))
    const installed = findInstalledPlugins([
      installedIn(folder, "@acme/archive", { contract: 2, actions: "./index.js" })
    ])
    expect(codesOf((await collectPlugins(installed, [], folder)).findings)).toEqual(["OP501 warning"])
    expect(codesOf((await collectPlugins(installed, ["@acme/archive"], folder)).findings)).toEqual(["OP501 error"])
  })

  it.for([
    ["throws", "throw new Error('boom')", "boom"],
    ["has a syntax error", "export const = 1", ""],
    ["imports what is not there", "import 'not-installed-anywhere'", "not-installed-anywhere"],
    ["exports nothing of use", "export const x = 1", "it exports no action and no strategy"],
    [
      "has an action that throws when it is looked at",
      "export const a = { id: 'a', applies: 1, get title() { throw new Error('boo') } }",
      "boo"
    ],
    ["exports half an action", "export const a = { id: 'a', applies: () => [] }", "a has no title (string)"],
    ["has checks that are no list", `export const a = ${actionSource("a", "checks: {}")}`, "checks of a is no list"]
  ] as const)("says why a file that %s could not be loaded, and loads the rest", async ([, text, reason]) => {
    const folder = makeFolder({ "broken.mjs": text, "whole.mjs": `export const a = ${actionSource("a")}` })
    const set = await collectPlugins([], ["./broken.mjs", "./whole.mjs"], folder)
    expect([ids(set.actions), codesOf(set.findings)]).toEqual([["a"], ["OP502 error"]])
    expect(set.findings[0]?.what).toContain(reason)
    expect(set.findings[0]?.what).toContain("./broken.mjs could not be loaded")
  })

  it.for([
    ["no orapart field", { name: "p" }],
    ["neither actions nor strategies", { name: "p", orapart: { contract: 1 } }],
    ["an entry that is not there", { name: "p", orapart: { contract: 1, actions: "./missing.js" } }]
  ] as const)("reports a package with %s as one without entry", async ([, manifest]) => {
    const folder = makeFolder(packageFiles("node_modules/p", manifest))
    expect(codesOf((await collectPlugins([], ["p"], folder)).findings)).toEqual(["OP504 error"])
  })

  it("says where a package or file was looked for that is not there", async () => {
    const folder = makeFolder()
    const { findings } = await collectPlugins([], ["@acme/none", "./none.ts"], folder)
    expect(codesOf(findings)).toEqual(["OP502 error", "OP502 error"])
    expect(findings[0]?.what).toContain(join(folder, "node_modules"))
    expect(findings[1]?.what).toContain(join(folder, "none.ts"))
  })

  it("uses neither of two plugins with one id and names both", async () => {
    const folder = makeFolder({
      ...actionPackage("first", "archive"),
      ...actionPackage("second", "archive"),
      ...actionPackage("third", "other")
    })
    const set = await collectPlugins([], ["first", "second", "third"], folder)
    expect([ids(set.actions), codesOf(set.findings)]).toEqual([["other"], ["OP503 error"]])
    expect(set.findings[0]?.what).toContain("first 3.0.0")
    expect(set.findings[0]?.what).toContain("second 3.0.0")
    expect(set.findings[0]?.evidence["plugins"]).toEqual(["first", "second"])
  })

  it("only warns about a doubled id as long as no config names one of the plugins", async () => {
    const folder = makeFolder({ ...actionPackage("first", "archive"), ...actionPackage("second", "archive") })
    const installed = findInstalledPlugins(["first", "second"].map((name) => installedIn(folder, name, usual)))
    const set = await collectPlugins(installed, [], folder)
    expect([ids(set.actions), codesOf(set.findings)]).toEqual([[], ["OP503 warning"]])
    expect(codesOf((await collectPlugins(installed, ["second"], folder)).findings)).toEqual(["OP503 error"])
  })

  it("leaves out an action whose schema cannot be compiled, and keeps the others of its package", async () => {
    const schema = 'targetSchema: { type: "strnig" }'
    const text = `export const actions = [${actionSource("wrong", schema)}, ${actionSource("right")}]`
    const set = await collectPlugins([], ["./both.mjs"], makeFolder({ "both.mjs": text }))
    expect([ids(set.actions), codesOf(set.findings)]).toEqual([["right"], ["OP502 error"]])
    expect(set.findings[0]?.what).toContain("The action wrong of ./both.mjs has a targetSchema")
  })

  it("gives a package the contract of the host when it brings none", async () => {
    const text = `import { CONTRACT_VERSION } from "@orapart/contract"\nexport const a = ${actionSource("a", "contract: CONTRACT_VERSION")}`
    const manifest = { name: "p", version: "1.0.0", type: "module", orapart: usual }
    const folder = makeFolder(packageFiles("node_modules/p", manifest, { "index.js": text }))
    const set = await collectPlugins([], ["p"], folder)
    expect([ids(set.actions), set.findings]).toEqual([["a"], []])
  })

  it("says where a plugin lies and how to be rid of it", async () => {
    const folder = makeFolder(actionPackage("newer", "a", { contract: 2, actions: "./index.js" }))
    const installed = findInstalledPlugins([installedIn(folder, "newer", { contract: 2, actions: "./index.js" })])
    const [warning] = (await collectPlugins(installed, [], folder)).findings
    expect(warning?.why).toContain(`It lies in ${join(folder, "node_modules", "newer")}.`)
    expect(warning?.advice).toContain("`orapart plugins uninstall newer`")
    const [error] = (await collectPlugins([], ["newer"], folder)).findings
    expect(error?.advice).toContain('take "newer" out of "plugins"')
  })

  it("counts one package once that oclif and the config both bring, also over a link", async () => {
    const folder = makeFolder(actionPackage("@acme/archive", "archive_first"))
    symlinkSync(join(folder, "node_modules", "@acme", "archive"), join(folder, "linked"))
    const installed = findInstalledPlugins([installedIn(folder, "@acme/archive", usual)])
    const set = await collectPlugins(installed, ["@acme/archive", "./linked"], folder)
    expect([ids(set.actions), set.findings, set.plugins.length]).toEqual([["archive_first"], [], 1])
  })

  it("sees only those of oclif's plugins that have an orapart field, with their source", () => {
    const [help, core, user, link] = [
      { ...installedIn("/x", "@oclif/plugin-help", usual), pjson: {} },
      installedIn("/x", "b-core", usual, "core"),
      installedIn("/x", "c-user", usual, "user"),
      installedIn("/x", "a-link", usual, "link")
    ]
    const places = findInstalledPlugins([help, core, user, link])
    expect(places.map(({ name, source }) => [name, source])).toEqual([
      ["a-link", "linked"],
      ["b-core", "core"],
      ["c-user", "installed"]
    ])
  })
})
