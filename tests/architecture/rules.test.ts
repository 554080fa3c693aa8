// Every rule is shown a workspace that breaks it, so that a rule that went blind is noticed.
import { describe, expect, it } from "vitest"
import * as imports from "./import-rules.ts"
import * as manifests from "./manifest-rules.ts"
import type { Manifest, Package, Workspace } from "./workspace.ts"

const soundManifest = (folder: string): Manifest => ({
  name: folder === "cli" ? "orapart" : `@orapart/${folder}`,
  version: "0.1.0",
  description: "A package.",
  license: "MIT",
  type: "module",
  sideEffects: false,
  exports: { ".": { "@orapart/source": "./src/index.ts", types: "./dist/index.d.ts", default: "./dist/index.js" } },
  files: ["dist"],
  engines: { node: ">=24.15" }
})

const withPackage = (folder: string, manifest: Manifest, rest: Partial<Package> = {}): Workspace => ({
  version: "0.1.0",
  packages: [
    {
      folder,
      manifest: { ...soundManifest(folder), ...manifest },
      readme: `# ${folder}\n\nA package.\n`,
      references: [],
      sources: [],
      ...rest
    }
  ]
})

const withSource = (folder: string, text: string, path = "index.ts", manifest: Manifest = {}): Workspace =>
  withPackage(folder, manifest, { sources: [{ path, text }] })

describe("the direction rules", () => {
  it("report a package without a layer", () => {
    expect(imports.placesEveryPackage(withPackage("action-new", {}))).toHaveLength(1)
  })

  it.for([
    ["planner", 'import { render } from "@orapart/rendering"'],
    ["contract", 'import type { Rule } from "@orapart/oracle-rules"'],
    ["rollback", 'export * from "@orapart/oracle-rules"'],
    ["rollback", 'export { quote } from "@orapart/oracle-rules"'],
    ["sqlplus", 'const later = () => import("@orapart/planner")'],
    ["planner", 'type Plan = import("orapart").Plan'],
    ["planner", 'import nunjucks from "nunjucks"']
  ] as const)("report %s for `%s`", ([folder, text]) => {
    expect(imports.keepsDirection(withSource(folder, text))).toHaveLength(1)
  })

  it("accept an import that the layer allows", () => {
    const text = 'import { quote } from "@orapart/oracle-rules"\nimport * as Effect from "effect/Effect"'
    expect(imports.keepsDirection(withSource("planner", text))).toEqual([])
  })

  it("read imports from the syntax, not from comments and strings", () => {
    const text = '// import "@orapart/cli"\nexport const text = "import x from \'@orapart/rendering\'"'
    expect(imports.keepsDirection(withSource("planner", text))).toEqual([])
  })

  it("report an import that the manifest does not declare", () => {
    const source = 'import * as Effect from "effect/Effect"'
    expect(imports.declaresImports(withSource("planner", source))).toHaveLength(1)
    const declared = { peerDependencies: { effect: "^4.1.0" } }
    expect(imports.declaresImports(withSource("planner", source, "index.ts", declared))).toEqual([])
  })

  it.for([
    ["index.ts", "../../contract/src/index.ts"],
    ["deep/file.ts", "../../../contract/src/index.ts"],
    ["index.ts", "../test/builder.ts"],
    ["index.ts", "@orapart/contract/src/errors.ts"]
  ] as const)("report %s for reaching %s past the main entry", ([path, specifier]) => {
    expect(imports.entersByTheFrontDoor(withSource("planner", `import "${specifier}"`, path))).toHaveLength(1)
  })

  it("accept a file's own neighbours and the package's generated files", () => {
    const text = 'import "../order.ts"\nimport "../../generated/schema.js"'
    expect(imports.entersByTheFrontDoor(withSource("config-schema", text, "checks/a.ts"))).toEqual([])
  })

  it("report the effect barrel", () => {
    expect(imports.avoidsEffectBarrel(withSource("cli", 'import { Effect } from "effect"'))).toHaveLength(1)
  })

  it("report an Effect that is run outside the CLI", () => {
    const text = "export const value = Effect.runSync(effect)"
    expect(imports.runsEffectsAtTheEdge(withSource("planner", text))).toHaveLength(1)
    expect(imports.runsEffectsAtTheEdge(withSource("cli", text))).toEqual([])
  })
})

describe("the purity rules", () => {
  it.for(["node:fs", "fs", "node:fs/promises", "node:child_process", "node:os"])("report %s", (name) => {
    expect(imports.keepsFilesOut(withSource("config-schema", `import * as x from "${name}"`))).toHaveLength(1)
  })

  it("accept hashing, and files in rendering's template source only", () => {
    expect(imports.keepsFilesOut(withSource("planner", 'import { createHash } from "node:crypto"'))).toEqual([])
    const text = 'import { readFileSync } from "node:fs"'
    expect(imports.keepsFilesOut(withSource("rendering", text, "template-source.ts"))).toEqual([])
    expect(imports.keepsFilesOut(withSource("rendering", text, "render.ts"))).toHaveLength(1)
  })

  it.for([
    "Date.now()",
    "new Date()",
    "Date()",
    "performance.now()",
    "Math.random()",
    "crypto.randomUUID()",
    "process.env.HOME",
    'process["env"]',
    "a.localeCompare(b)",
    "day.getHours()",
    "new Date(2026, 0, 1)"
  ])("report `%s`", (expression) => {
    const text = `export const value = ${expression}`
    expect(imports.keepsTheWorldOut(withSource("action-add-hash-subpartitions", text))).not.toEqual([])
    expect(imports.keepsTheWorldOut(withSource("cli", text))).toEqual([])
  })

  it("report the environment taken apart and a clock from effect", () => {
    expect(imports.keepsTheWorldOut(withSource("planner", "const { env } = process"))).toHaveLength(1)
    expect(imports.keepsTheWorldOut(withSource("planner", 'import * as Clock from "effect/Clock"'))).toHaveLength(1)
  })

  it("accept a date that comes from its arguments", () => {
    const text = "export const year = (text: string) => new Date(text).getUTCFullYear() + Date.UTC(2026, 0)"
    expect(imports.keepsTheWorldOut(withSource("planner", text))).toEqual([])
  })
})

describe("the manifest rules", () => {
  it("report a dependency against the direction", () => {
    const broken = withPackage("contract", { dependencies: { "@orapart/planner": "workspace:*" } })
    expect(manifests.declaresWithinLayer(broken)).toHaveLength(1)
  })

  it("report a dependency without a reference and a reference without a dependency", () => {
    const dependencies = { "@orapart/contract": "workspace:*" }
    expect(manifests.referencesDependencies(withPackage("planner", { dependencies }))).toHaveLength(1)
    expect(manifests.referencesDependencies(withPackage("planner", {}, { references: ["contract"] }))).toHaveLength(1)
    const sound = withPackage("planner", { dependencies }, { references: ["contract"] })
    expect(manifests.referencesDependencies(sound)).toEqual([])
  })

  it.for([
    ["licence", { license: "UNLICENSED" }],
    ["exports", { exports: {} }],
    ["version", { version: "0.2.0" }],
    ["name", { name: "@orapart/other" }],
    ["description", { description: "" }],
    ["module type", { type: "commonjs" }],
    ["side effects", { sideEffects: true }],
    ["engine", { engines: {} }],
    ["files", { files: [] }]
  ] as const)("report a wrong %s", ([, manifest]) => {
    expect(manifests.canBePublished(withPackage("planner", manifest))).toHaveLength(1)
  })

  it("report a missing README and nothing on a sound package", () => {
    expect(manifests.canBePublished(withPackage("planner", {}, { readme: "" }))).toHaveLength(1)
    expect(manifests.canBePublished(withPackage("planner", {}))).toEqual([])
  })

  it("report a plugin that does not introduce itself", () => {
    const sound = { oclif: {}, orapart: { contract: 1, strategies: "./dist/index.js" }, keywords: ["orapart-strategy"] }
    expect(manifests.pluginsIntroduceThemselves(withPackage("strategy-copy-swap", sound))).toEqual([])
    expect(manifests.pluginsIntroduceThemselves(withPackage("strategy-copy-swap", {}))).toHaveLength(4)
  })

  it("report a plugin that the CLI does not carry", () => {
    expect(manifests.cliCarriesThePlugins(withPackage("action-add-hash-subpartitions", {}))).toHaveLength(1)
  })

  it("report effect as a plain dependency outside the CLI", () => {
    const dependencies = { effect: "catalog:" }
    expect(manifests.sharesOneEffect(withPackage("planner", { dependencies }))).toHaveLength(1)
    expect(manifests.sharesOneEffect(withPackage("cli", { dependencies }))).toEqual([])
  })

  it("report a version outside the catalog", () => {
    const dependencies = { ajv: "^8.20.0", "@orapart/contract": "^0.1.0" }
    expect(manifests.pinsInTheCatalog(withPackage("planner", { dependencies }))).toHaveLength(2)
  })

  it("report file names that say nothing", () => {
    const named = (path: string) => withSource("planner", "export {}", path)
    expect(manifests.namesFilesAfterTheirSubject(named("string-utils.ts"))).toHaveLength(1)
    expect(manifests.namesFilesAfterTheirSubject(named("common/order.ts"))).toHaveLength(1)
    expect(manifests.namesFilesAfterTheirSubject(named("commonality.ts"))).toEqual([])
  })
})
