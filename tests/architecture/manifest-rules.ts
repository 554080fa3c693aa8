// Rules about manifests, references and files. They need no source text.
import { folderOf } from "./import-rules.ts"
import type { Rule } from "./import-rules.ts"
import { layers } from "./layers.ts"
import type { Manifest, Package } from "./workspace.ts"

const dataPackages: ReadonlyArray<string> = ["templates"]
const isPlugin = (pkg: Package): boolean => /^(action|strategy)-/.test(pkg.folder)

const workspaceDependencies = (manifest: Manifest): ReadonlyArray<string> =>
  Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
    .map(folderOf)
    .filter((folder) => folder !== null)

const missingFrom = (present: ReadonlyArray<string>, wanted: ReadonlyArray<string>): ReadonlyArray<string> =>
  wanted.filter((item) => !present.includes(item))

/** Declared workspace dependencies stay within the layer, so a wrong direction fails before it is used. */
export const declaresWithinLayer: Rule = ({ packages }) =>
  packages.flatMap((pkg) =>
    missingFrom(layers[pkg.folder]?.imports ?? [], workspaceDependencies(pkg.manifest)).map(
      (folder) => `${pkg.folder} declares ${folder}, which its layer does not allow`
    )
  )

/** TypeScript builds in the order of the references; they are the workspace dependencies, no more and no less. */
export const referencesDependencies: Rule = ({ packages }) =>
  packages.flatMap((pkg) => {
    const dependencies = missingFrom(dataPackages, workspaceDependencies(pkg.manifest))
    return [
      ...missingFrom(pkg.references, dependencies).map(
        (folder) => `${pkg.folder} depends on ${folder} without a reference in tsconfig.json`
      ),
      ...missingFrom(dependencies, pkg.references).map(
        (folder) => `${pkg.folder} references ${folder} without depending on it`
      )
    ]
  })

const sourceExport = { "@orapart/source": "./src/index.ts", types: "./dist/index.d.ts", default: "./dist/index.js" }
const dataExport = { types: "./index.d.ts", default: "./index.js" }

/** Every package can be published as it is: licence, exports, files and a README that says what it is for. */
export const canBePublished: Rule = ({ version, packages }) =>
  packages.flatMap((pkg) => {
    const { manifest, folder } = pkg
    const main = dataPackages.includes(folder) ? dataExport : sourceExport
    const demands: ReadonlyArray<readonly [boolean, string]> = [
      [manifest.name === (folder === "cli" ? "orapart" : `@orapart/${folder}`), "is not named after its folder"],
      [manifest.version === version, `does not have the version ${version} of lerna.json`],
      [Boolean(manifest.description), "has no description"],
      [manifest.license === "MIT", "does not carry the MIT licence"],
      [manifest.type === "module", "is not an ES module"],
      [manifest.sideEffects === false, "does not say sideEffects: false"],
      [manifest.engines?.["node"] === ">=24.15", "does not ask for Node >=24.15"],
      [JSON.stringify(manifest.exports?.["."]) === JSON.stringify(main), "does not export source, types and default"],
      [(manifest.files ?? []).length > 0, "has no files list"],
      [pkg.readme.trim().split("\n").length > 2, "has no README with a title and a paragraph"]
    ]
    return demands.filter(([holds]) => !holds).map(([, sentence]) => `${folder} ${sentence}`)
  })

/** The host reads these fields before it imports a plugin, and npm users find it by the keyword. */
export const pluginsIntroduceThemselves: Rule = ({ packages }) =>
  packages.filter(isPlugin).flatMap((pkg) => {
    const kind = pkg.folder.startsWith("action-") ? "action" : "strategy"
    const entry = kind === "action" ? "actions" : "strategies"
    const { manifest, folder } = pkg
    const demands: ReadonlyArray<readonly [boolean, string]> = [
      [manifest.oclif !== undefined, "has no oclif key, so oclif would not take it as a plugin"],
      [manifest.orapart?.["contract"] === 1, "does not name contract 1"],
      [manifest.orapart?.[entry] === "./dist/index.js", `does not name its ${entry}`],
      [manifest.keywords?.includes(`orapart-${kind}`) ?? false, `lacks the keyword orapart-${kind}`]
    ]
    return demands.filter(([holds]) => !holds).map(([, sentence]) => `${folder} ${sentence}`)
  })

/** The CLI carries every action and strategy of the workspace as an oclif core plugin. */
export const cliCarriesThePlugins: Rule = ({ packages }) => {
  const carried = packages.find((pkg) => pkg.folder === "cli")?.manifest.oclif?.plugins ?? []
  const names = packages.filter(isPlugin).map((pkg) => `@orapart/${pkg.folder}`)
  return missingFrom(carried, names).map((name) => `the CLI does not list ${name} in oclif.plugins`)
}

/** A second copy of effect in a user's install costs time and memory; plugins take the host's. */
export const sharesOneEffect: Rule = ({ packages }) =>
  packages
    .filter((pkg) => pkg.folder !== "cli" && pkg.manifest.dependencies?.["effect"] !== undefined)
    .map((pkg) => `${pkg.folder} has effect as a dependency instead of a peer dependency`)

/** Versions are written once: in the catalog for other people's packages, by the workspace for ours. */
export const pinsInTheCatalog: Rule = ({ packages }) =>
  packages.flatMap(({ folder, manifest }) =>
    Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
      .filter(([name, range]) => range !== (folderOf(name) === null ? "catalog:" : "workspace:*"))
      .map(([name, range]) => `${folder} pins ${name} to ${range} itself`)
  )

const emptyWords = /(^|[-/])(utils?|helpers?|common|manager|misc)([-/.]|$)/

/** A file is named after what it does; these words say nothing. */
export const namesFilesAfterTheirSubject: Rule = ({ packages }) =>
  packages.flatMap((pkg) =>
    pkg.sources
      .filter(({ path }) => emptyWords.test(path))
      .map(({ path }) => `${pkg.folder}/src/${path} has a name that says nothing`)
  )
