// The rules, held against the real workspace.
import { describe, expect, it } from "vitest"
import * as imports from "./import-rules.ts"
import { layers } from "./layers.ts"
import * as manifests from "./manifest-rules.ts"
import { readRootReferences, readWorkspace } from "./workspace.ts"

const workspace = readWorkspace()

describe("the workspace", () => {
  it("has a layer for every package", () => expect(imports.placesEveryPackage(workspace)).toEqual([]))
  it("imports in one direction", () => expect(imports.keepsDirection(workspace)).toEqual([]))
  it("declares every import in the package that uses it", () => expect(imports.declaresImports(workspace)).toEqual([]))
  it("crosses package borders through main entries only", () =>
    expect(imports.entersByTheFrontDoor(workspace)).toEqual([]))
  it("imports effect by its modules, never as the barrel", () =>
    expect(imports.avoidsEffectBarrel(workspace)).toEqual([]))
  it("keeps files and processes out of the pure packages", () => expect(imports.keepsFilesOut(workspace)).toEqual([]))
  it("keeps clock, chance, environment and locale out of the pure packages", () =>
    expect(imports.keepsTheWorldOut(workspace)).toEqual([]))
  it("runs Effects in the CLI only", () => expect(imports.runsEffectsAtTheEdge(workspace)).toEqual([]))
  it("declares no dependency against the direction", () => expect(manifests.declaresWithinLayer(workspace)).toEqual([]))
  it("references exactly what it depends on", () => expect(manifests.referencesDependencies(workspace)).toEqual([]))
  it("has licence, exports, files and README in every package", () =>
    expect(manifests.canBePublished(workspace)).toEqual([]))
  it("lets every plugin introduce itself before it is imported", () =>
    expect(manifests.pluginsIntroduceThemselves(workspace)).toEqual([]))
  it("ships its own plugins with the CLI", () => expect(manifests.cliCarriesThePlugins(workspace)).toEqual([]))
  it("asks the host for effect instead of bringing a copy", () =>
    expect(manifests.sharesOneEffect(workspace)).toEqual([]))
  it("writes third-party versions in the catalog only", () => expect(manifests.pinsInTheCatalog(workspace)).toEqual([]))
  it("names files after their subject", () => expect(manifests.namesFilesAfterTheirSubject(workspace)).toEqual([]))

  it("builds every package that has sources from the root", () => {
    const built = workspace.packages.filter(({ sources }) => sources.length > 0).map(({ folder }) => folder)
    expect(readRootReferences().toSorted()).toEqual(built.toSorted())
  })
})

describe("the layers", () => {
  it("have no cycle", () => {
    const reaches = (from: string, seen: ReadonlyArray<string>): ReadonlyArray<string> =>
      seen.includes(from)
        ? [[...seen, from].join(" -> ")]
        : (layers[from]?.imports ?? []).flatMap((to) => reaches(to, [...seen, from]))
    expect(Object.keys(layers).flatMap((folder) => reaches(folder, []))).toEqual([])
  })

  it("name only packages that exist", () => {
    const folders = workspace.packages.map(({ folder }) => folder)
    expect(Object.keys(layers).filter((folder) => !folders.includes(folder))).toEqual([])
  })
})
