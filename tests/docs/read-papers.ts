// Reads what the parity rules compare. It judges nothing.
import { existsSync, readdirSync, readFileSync } from "node:fs"
import type { MigrationAction, MigrationStrategy } from "../../packages/contract/src/index.ts"
import { listedCodes } from "./listed-codes.ts"
import type { Papers, PluginPapers } from "./parity.ts"

const root = new URL("../../", import.meta.url)

const readText = (path: string): string =>
  existsSync(new URL(path, root)) ? readFileSync(new URL(path, root), "utf8") : ""

const listFolder = (path: string): ReadonlyArray<string> =>
  existsSync(new URL(path, root)) ? readdirSync(new URL(path, root)).toSorted() : []

const listFiles = (path: string, ending: string): ReadonlyArray<string> =>
  existsSync(new URL(path, root))
    ? readdirSync(new URL(path, root), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(ending) && !file.includes("node_modules"))
        .map((file) => `${path}${file.replaceAll("\\", "/")}`)
    : []

interface PluginModule {
  readonly actions?: ReadonlyArray<MigrationAction>
  readonly strategies?: ReadonlyArray<MigrationStrategy>
}

const readPlugin = async (folder: string): Promise<PluginPapers> => {
  const module = (await import(new URL(`packages/${folder}/src/index.ts`, root).href)) as PluginModule
  return {
    folder,
    ids: [...(module.actions ?? []), ...(module.strategies ?? [])].map(({ id }) => id),
    readme: readText(`packages/${folder}/README.md`),
    tests: listFiles(`packages/${folder}/test/`, ".test.ts").map(readText).join("\n")
  }
}

const examples = listFolder("examples/").filter((name) => readText(`examples/${name}/migration_config.json`) !== "")

interface LooseConfig {
  readonly tables: ReadonlyArray<{ readonly enabled?: boolean; readonly migration_action: string }>
}

const readUsedActions = (): ReadonlyArray<string> =>
  examples
    .map((name) => JSON.parse(readText(`examples/${name}/migration_config.json`)) as LooseConfig)
    .flatMap(({ tables }) => tables.filter(({ enabled }) => enabled !== false))
    .map(({ migration_action: action }) => action)

const readUsedStrategies = (): ReadonlyArray<string> =>
  examples
    .flatMap((name) => listFiles(`examples/${name}/expected/`, "plan.json"))
    .map((file) => (JSON.parse(readText(file)) as { readonly strategy: { readonly id: string } }).strategy.id)

const readTests = (): ReadonlyMap<string, string> => {
  const folders = [...listFolder("packages/").map((name) => `packages/${name}/test/`), "tests/"]
  // The rules' own test names codes to show that they fire; that is no test of a code.
  const files = folders.flatMap((folder) => listFiles(folder, ".test.ts")).filter((file) => !file.includes("parity"))
  return new Map(files.map((file) => [file, readText(file)]))
}

/** Reads the whole repository. */
export const readPapers = async (): Promise<Papers> => {
  const packages = listFolder("packages/")
  return {
    actions: await Promise.all(packages.filter((name) => name.startsWith("action-")).map(readPlugin)),
    strategies: await Promise.all(packages.filter((name) => name.startsWith("strategy-")).map(readPlugin)),
    actionPages: listFolder("docs/reference/actions/"),
    strategyPages: listFolder("docs/strategies/"),
    usedActions: readUsedActions(),
    usedStrategies: readUsedStrategies(),
    codes: listedCodes,
    codePages: listFolder("docs/reference/checks/"),
    testTexts: readTests()
  }
}
