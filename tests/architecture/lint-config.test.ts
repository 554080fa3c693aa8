// Lint shows a wrong import in the editor; this holds its copy of the layers to the one the architecture test uses.
import { matchesGlob } from "node:path"
import { describe, expect, it } from "vitest"
import { folderOf } from "./import-rules.ts"
import { layers, pureBuiltins } from "./layers.ts"
import { readLintConfig } from "./workspace.ts"

interface RestrictedImports {
  readonly paths?: ReadonlyArray<{ readonly name: string }>
  readonly patterns?: ReadonlyArray<{ readonly group: ReadonlyArray<string> }>
}

const { overrides } = readLintConfig()

/** The rule as it holds for a file; the last override that matches wins, as in oxlint. */
const restrictionsFor = (file: string): RestrictedImports => {
  const rules = overrides
    .filter(({ files, rules: own }) => "no-restricted-imports" in own && files.some((glob) => matchesGlob(file, glob)))
    .map(({ rules: own }) => own["no-restricted-imports"] as readonly [string, RestrictedImports])
  return rules.at(-1)?.[1] ?? {}
}

const exceptions = (file: string, pattern: string): ReadonlyArray<string> =>
  (restrictionsFor(file).patterns ?? [])
    .filter(({ group }) => group.includes(pattern))
    .flatMap(({ group }) => group.filter((item) => item.startsWith("!")).map((item) => item.slice(1)))

const libraries = Object.entries(layers).filter(([folder]) => folder !== "cli" && folder !== "templates")

describe("the lint configuration", () => {
  it.for(libraries)("allows %s the orapart packages of its layer and no others", ([folder, layer]) => {
    const allowed = exceptions(`packages/${folder}/src/index.ts`, "@orapart/*").map((name) => folderOf(name) ?? name)
    expect(allowed.toSorted()).toEqual(layer.imports.toSorted())
  })

  it.for(libraries.filter(([, layer]) => layer.isPure))("allows %s the Node modules of a pure package", ([folder]) => {
    expect(exceptions(`packages/${folder}/src/index.ts`, "node:*")).toEqual(pureBuiltins)
  })

  it("lets rendering read files in template-source.ts only", () => {
    const allowed = layers["rendering"]?.builtinsByFile?.["template-source.ts"]
    expect(exceptions("packages/rendering/src/template-source.ts", "node:*")).toEqual(allowed)
  })

  it.for(Object.keys(layers).filter((folder) => folder !== "templates"))("forbids %s the effect barrel", (folder) => {
    const names = restrictionsFor(`packages/${folder}/src/index.ts`).paths?.map(({ name }) => name)
    expect(names).toContain("effect")
  })
})
