// What would be published: the right files, nothing else, and manifests that work outside the workspace.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { homedir } from "node:os"
import { join } from "node:path"
import { parseSync } from "oxc-parser"
import { describe, expect, it, onTestFinished } from "vitest"
import { compiler, consumerConfig } from "./support/consumer-config.ts"
import { packed } from "./support/packed-cli.ts"
import { isolatedEnvironment, runProcess } from "./support/run-process.ts"
import { makeFolder, publishablePackages, readTarball, readTarballs } from "./support/tarballs.ts"
import type { Tarball } from "./support/tarballs.ts"
import { root } from "./support/workspace-files.ts"

const tarballs = readTarballs(packed.tarballs)
const ours = [...tarballs.values()]
const plugin = readTarball(packed.plugin)
const all = [...ours, plugin]
const named = (list: ReadonlyArray<Tarball>) => list.map((tarball) => [tarball.manifest.name, tarball] as const)

const paths = ({ files }: Tarball): ReadonlyArray<string> => [...files.keys()]

/** Every string of a manifest's field, however deep: targets of exports, entries of `orapart`. */
const textsIn = (value: unknown): ReadonlyArray<string> =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsIn)
      : []

const isThere = (tarball: Tarball, target: string): boolean => {
  const path = target.replace(/^\.\//u, "").replace(/\/$/u, "")
  if (path.includes("*")) {
    const [before = "", after = ""] = path.split("*")
    return paths(tarball).some((one) => one.startsWith(before) && one.endsWith(after))
  }
  return paths(tarball).some((one) => one === path || one.startsWith(`${path}/`))
}

/** Files that somebody could have meant to publish: sources for the maps, builds, data, and what npm adds by itself. */
const wanted = [
  /^(?:LICENSE|README\.md|package\.json)$/u,
  /^dist\/.+\.(?:js|d\.ts)(?:\.map)?$/u,
  /^src\/.+\.ts$/u,
  /^generated\/.+\.(?:js|d\.ts|md|json)$/u,
  /^schema\/.+\.schema\.json$/u,
  /^(?:bin\/run\.js|oclif\.manifest\.json)$/u,
  /^(?:templates\/\w+|core)\/.+\.njk$/u,
  /^index\.(?:js|d\.ts)$/u,
  /^pages\/.+\.md$/u,
  /^scaffold\/.+$/u
]

/** Names of the packages that a module imports, exports from, or imports when it runs. */
const packagesIn = (path: string, text: string): ReadonlyArray<string> => {
  const { dynamicImports, staticExports, staticImports } = parseSync(path, text).module
  const requests = [
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest?.value ?? ".")),
    ...dynamicImports.map(
      ({ moduleRequest }) => /^["'](.*)["']$/u.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[1] ?? "."
    )
  ]
  return requests
    .filter((request) => !/^(?:\.|node:)/u.test(request))
    .map((request) =>
      request
        .split("/")
        .slice(0, request.startsWith("@") ? 2 : 1)
        .join("/")
    )
}

const secrets = /-----BEGIN [A-Z ]*PRIVATE KEY|\b(?:npm|ghp|gho)_[A-Za-z0-9]{36}\b|_authToken|AKIA[0-9A-Z]{16}/u

describe("the tarballs", () => {
  it("are those of all packages that are not private", () => {
    expect(ours.map(({ manifest }) => manifest.name).toSorted()).toEqual(publishablePackages().toSorted())
    expect(ours.length).toBeGreaterThan(14)
  })

  it("carry what each kind of package needs", () => {
    const has = (name: string, path: string) => paths(tarballs.get(name) as Tarball).includes(path)
    expect(has("orapart", "oclif.manifest.json")).toBe(true)
    expect(has("orapart", "generated/pages/OP101-empty-file.md")).toBe(true)
    expect(has("@orapart/config-schema", "schema/migration-config.schema.json")).toBe(true)
    expect(has("@orapart/config-schema", "generated/validate-config.js")).toBe(true)
    expect(has("@orapart/action-add-interval-partitioning", "generated/validate-target.js")).toBe(true)
    expect(has("@orapart/templates", "core/50_swap_tables.sql.njk")).toBe(true)
  })

  it("have the pages of all codes in the CLI", () => {
    const pages = paths(tarballs.get("orapart") as Tarball).filter((path) => path.startsWith("generated/pages/"))
    const rows = readFileSync(join(root, "docs/reference/codes.md"), "utf8").matchAll(/\(checks\/(OP[^)]+\.md)\)/gu)
    expect(pages.map((path) => path.slice("generated/pages/".length)).toSorted()).toEqual(
      [...new Set([...rows].map(([, name]) => name))].toSorted()
    )
  })
})

describe.for(named(all))("the tarball of %s", ([, tarball]) => {
  const { files, manifest } = tarball

  it("holds the licence, a README and no file that nobody asked for", () => {
    expect(files.get("LICENSE")?.toString()).toBe(readFileSync(join(root, "LICENSE"), "utf8"))
    expect(files.get("README.md")?.length).toBeGreaterThan(200)
    expect(paths(tarball).filter((path) => !wanted.some((pattern) => pattern.test(path)))).toEqual([])
  })

  it("holds no test, no build state, no secret and no path of this machine", () => {
    const published = paths(tarball).filter((path) => !path.startsWith("scaffold/"))
    expect(
      // What `orapart actions new` writes has tests of its own.
      published.filter((path) => /\.test\.|tsbuildinfo|(?:^|\/)(?:test|node_modules|\.env)/u.test(path))
    ).toEqual([])
    const machine = [root, homedir(), packed.install].filter((path) => path.length > 3)
    for (const [path, content] of files) {
      const text = content.toString()
      expect([path, machine.filter((one) => text.includes(one.replace(/\/$/u, "/"))), secrets.test(text)]).toEqual([
        path,
        [],
        false
      ])
    }
  })

  it("has every file that its manifest points to", () => {
    const targets = [...textsIn(manifest.exports), ...textsIn(manifest.bin), ...textsIn(manifest.orapart)]
    expect(targets.length).toBeGreaterThan(1)
    expect(targets.filter((target) => !isThere(tarball, target))).toEqual([])
  })

  it("asks for versions that a registry can have, and for all that it imports", () => {
    const { dependencies, devDependencies, peerDependencies } = manifest
    const ranges = textsIn({ dependencies, peerDependencies, devDependencies })
    expect(ranges.filter((range) => /workspace:|catalog:|link:|file:/u.test(range))).toEqual([])
    const modules = paths(tarball).filter((path) => /^(?:dist|generated|bin)\/.*\.js$|^index\.js$/u.test(path))
    const names = modules.flatMap((path) => packagesIn(path, files.get(path)?.toString() ?? ""))
    const known = Object.keys({ ...dependencies, ...peerDependencies })
    expect([...new Set(names)].filter((name) => !known.includes(name))).toEqual([])
  })

  it("maps its builds to sources that it holds", () => {
    for (const path of paths(tarball).filter((one) => one.endsWith(".map"))) {
      const map = JSON.parse(files.get(path)?.toString() ?? "{}") as { readonly sources: ReadonlyArray<string> }
      const sources = map.sources.map((source) => join(path, "..", source))
      expect([path, sources.filter((source) => !files.has(source))]).toEqual([path, []])
    }
  })
})

describe.for(named(ours))("the manifest of %s", ([, { manifest }]) => {
  it("is MIT, for everybody, without scripts that run at an install", () => {
    expect(manifest.license).toBe("MIT")
    if (manifest.name.startsWith("@")) expect(manifest.publishConfig).toEqual({ access: "public" })
    expect(Object.keys(manifest.scripts ?? {}).filter((name) => /install|^prepare$/u.test(name))).toEqual([])
  })
})

describe("the installation", () => {
  it("has declarations that a strict compiler takes without a complaint, of every entry of every package", async () => {
    const entries = ours.flatMap(({ manifest: { exports = {}, name } }) =>
      Object.keys(exports)
        .filter((entry) => !entry.endsWith(".json"))
        .map((entry) => `${name}${entry.slice(1)}`)
    )
    const folder = makeFolder(join(packed.install, "consumer"))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const lines = entries.map((entry, at) => `import * as entry${at} from "${entry}"\nconsole.log(entry${at})\n`)
    writeFileSync(join(folder, "consumer.mts"), lines.join(""))
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify(consumerConfig(["consumer.mts"], { skipLibCheck: false }))
    )
    const run = await runProcess(process.execPath, [compiler], { cwd: folder, env: isolatedEnvironment(folder) })
    expect([run.stdout, run.code, entries.length > ours.length]).toEqual(["", 0, true])
  })

  it("has one copy of each of our packages and of effect", () => {
    for (const name of [...tarballs.keys(), "effect"].filter((one) =>
      existsSync(join(packed.install, "node_modules", one))
    ))
      expect(existsSync(join(packed.install, "node_modules", "orapart", "node_modules", name))).toBe(false)
    const lock = JSON.parse(readFileSync(join(packed.install, "package-lock.json"), "utf8")) as {
      readonly packages: Readonly<Record<string, unknown>>
    }
    const copies = Object.keys(lock.packages).map((path) => path.split("node_modules/").at(-1) ?? "")
    const doubled = copies.filter(
      (name, at) => /^(?:@orapart\/|effect$|@oclif\/core$)/u.test(name) && copies.indexOf(name) !== at
    )
    expect(doubled).toEqual([])
  })
})
