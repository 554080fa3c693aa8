// `pnpm new check|lint-rule|action NAME`: writes the files of an addition as skeletons whose tests fail until they are filled in.
// The skeletons are the plain files of scripts/new; NAME, CONSTANT, ID and CODE in paths and texts are replaced. Nothing is overwritten.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"

const repository = fileURLToPath(new URL("..", import.meta.url))
const skeletons = join(repository, "scripts/new")
const nearestAction = "action-add-interval-partitioning"

/** What each kind needs beside its files: the range of its codes, and the places where it has to be entered. */
const kinds = {
  check: {
    area: "OP1",
    enter: ["packages/config-schema/src/core-checks.ts", "then: pnpm codes:write"]
  },
  "lint-rule": {
    area: "OP7",
    enter: ["packages/sqlplus/src/lint/lint-rules.ts", "packages/sqlplus/README.md", "then: pnpm codes:write"]
  },
  action: {
    area: null,
    enter: [
      "tests/architecture/layers.ts",
      "tsconfig.json",
      "dependencies, references and oclif.plugins of packages/cli, and src/services/core-plugins.ts",
      "a table of examples/definitions",
      "then: pnpm install, pnpm --filter ./packages/action-NAME generate, and validateTarget in its src/index.ts"
    ]
  }
}

const stop = (code, ...lines) => {
  for (const line of lines) console.error(line)
  process.exit(code)
}

const listFiles = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted()

/** The code after the last one of the area that a page or a source names: a code is never used twice. */
const nextCode = (area) => {
  const sources = ["config-schema", "sqlplus"].map((name) => join(repository, "packages", name, "src"))
  const texts = sources.flatMap((folder) => listFiles(folder).map((file) => readFileSync(join(folder, file), "utf8")))
  const named = [...readdirSync(join(repository, "docs/reference/checks")), ...texts].join("\n")
  const numbers = [...named.matchAll(new RegExp(`\\b${area}(\\d\\d)\\b`, "gu"))].map(([, digits]) => Number(digits))
  const next = Math.max(...numbers) + 1
  if (next > 99) stop(1, `new: all codes of ${area}xx are used`)
  return `${area}${String(next).padStart(2, "0")}`
}

const readSkeletons = (kind, replaceWords) => {
  const folder = join(skeletons, kind)
  return listFiles(folder).map((file) => ({
    path: replaceWords(file.replace(/\.txt$/u, "")),
    text: replaceWords(readFileSync(join(folder, file), "utf8"))
  }))
}

/** What is the same in every action package is taken from the nearest one, so that it cannot grow old here. */
const copyNearestAction = (name, id) => {
  const files = ["package.json", "tsconfig.json", "tsconfig.test.json", "vitest.config.ts", "src/target-schema.ts"]
  return files.map((file) => ({
    path: `packages/action-${name}/${file}`,
    text: readFileSync(join(repository, "packages", nearestAction, file), "utf8")
      .replaceAll("add-interval-partitioning", name)
      .replaceAll("add_interval_partitioning", id)
  }))
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { root: { type: "string", default: repository } }
})
const [kind = "", name = ""] = positionals
if (!Object.hasOwn(kinds, kind))
  stop(2, `usage: pnpm new ${Object.keys(kinds).join("|")} NAME, for example: pnpm new check key-too-wide`)
if (name.length > 60 || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/u.test(name))
  stop(
    2,
    `new: "${name.slice(0, 60)}" is no name: two or more words of small letters and digits with hyphens between, as in key-too-wide`
  )

const { area, enter } = kinds[kind]
const id = name.replaceAll("-", "_")
const words = {
  NAME: name,
  ID: id,
  CONSTANT: name.replaceAll(/-(.)/gu, (_, letter) => letter.toUpperCase()),
  CODE: area === null ? "" : nextCode(area)
}
const replaceWords = (text) => text.replaceAll(/\b(?:NAME|ID|CONSTANT|CODE)\b/gu, (word) => words[word])
const files = [...readSkeletons(kind, replaceWords), ...(kind === "action" ? copyNearestAction(name, id) : [])]

const slugTaken =
  area !== null &&
  readdirSync(join(repository, "docs/reference/checks")).find(
    (page) => page.endsWith(`-${name}.md`) && page.length === name.length + 9
  )
const taken = [
  ...files.map(({ path }) => path).filter((path) => existsSync(join(values.root, path))),
  ...(slugTaken ? [`docs/reference/checks/${slugTaken}`] : [])
]
if (taken.length > 0) stop(1, `new: nothing was written, there is already: ${taken.join(", ")}`)

for (const { path, text } of files) {
  mkdirSync(dirname(join(values.root, path)), { recursive: true })
  writeFileSync(join(values.root, path), text, { flag: "wx" })
}
console.log(
  [
    `${words.CODE} ${name}`.trim(),
    ...files.map(({ path }) => `  ${path}`),
    "Fill in every FILL IN; the tests fail until then. Enter it in:",
    ...enter.map((place) => `  ${replaceWords(place)}`)
  ].join("\n")
)
