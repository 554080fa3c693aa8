// The dependency direction of the product, written once. Lint repeats it for the editor, and a test holds the two together.

/** What one package may reach. */
export interface Layer {
  /** Folder names of the workspace packages it may import. */
  readonly imports: ReadonlyArray<string>
  /** Names of the third-party packages it may import. */
  readonly thirdParty: ReadonlyArray<string>
  /** Same input, same bytes: no files, clock, environment, locale or network, and it runs no Effect. */
  readonly isPure: boolean
  /** Node modules that single files of a pure package may import, by the file's path in src. */
  readonly builtinsByFile?: Readonly<Record<string, ReadonlyArray<string>>>
}

/** Node modules that keep a pure package pure: their result depends on their arguments alone. */
export const pureBuiltins: ReadonlyArray<string> = ["node:crypto"]

const pure = (imports: ReadonlyArray<string>, thirdParty: ReadonlyArray<string> = ["effect"]): Layer => ({
  imports,
  thirdParty,
  isPure: true
})

const actions = [
  "action-add-interval-partitioning",
  "action-add-interval-hash-partitioning",
  "action-convert-interval-to-interval-hash",
  "action-add-hash-subpartitions",
  "action-convert-to-interval-hash"
]
const strategies = ["strategy-copy-swap"]
const plugin = pure(["contract", "oracle-rules"])

/** Every package of the workspace by its folder name; a package that is missing here fails the architecture test. */
export const layers: Readonly<Record<string, Layer>> = {
  contract: pure([]),
  "oracle-rules": pure(["contract"]),
  sqlplus: pure(["contract"]),
  "config-schema": pure(["contract", "oracle-rules"], ["effect", "ajv", "jsonc-parser", "fastest-levenshtein"]),
  planner: pure(["contract", "oracle-rules"]),
  rendering: {
    ...pure(["contract", "oracle-rules", "templates"], ["effect", "nunjucks"]),
    builtinsByFile: { "template-source.ts": ["node:fs", "node:path", "node:url"] }
  },
  rollback: pure(["contract"]),
  testkit: {
    imports: ["contract", "planner", "rendering", "rollback", "sqlplus"],
    thirdParty: ["effect", "vitest", "fast-check", "ajv"],
    isPure: false
  },
  ...Object.fromEntries([...actions, ...strategies].map((name) => [name, plugin])),
  cli: {
    imports: [
      "contract",
      "oracle-rules",
      "sqlplus",
      "config-schema",
      "planner",
      "rendering",
      "rollback",
      "templates",
      ...actions,
      ...strategies
    ],
    thirdParty: ["effect", "@oclif/core", "@oclif/plugin-help", "@oclif/plugin-plugins"],
    isPure: false
  },
  sandbox: {
    imports: ["oracle-rules", "sqlplus"],
    thirdParty: ["effect", "@electric-sql/pglite", "@oclif/core"],
    isPure: false
  },
  templates: { imports: [], thirdParty: [], isPure: false }
}

/** Packages that may run an Effect: the CLI owns the runtime, the testkit stands in for it in tests. */
export const effectRunners: ReadonlyArray<string> = ["cli", "testkit"]
