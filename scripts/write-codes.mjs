// Writes docs/reference/codes.md from the lists of codes that the packages export. Run it after a code was added:
//   node scripts/write-codes.mjs          writes the file
//   node scripts/write-codes.mjs --check  writes nothing; exit code 1 when the file is not current
// Stops when two findings share a code or a slug, or when a code's page is missing or stands under another slug.
import { spawnSync } from "node:child_process"
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

// The packages import each other's sources, which node finds under this condition only.
const condition = "--conditions=@orapart/source"
if (!process.execArgv.includes(condition)) {
  const result = spawnSync(process.execPath, [condition, fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: "inherit"
  })
  process.exit(result.status ?? 1)
}

// Where lists of codes are exported; a list is an array or a function that returns one. A package that is not there yet is left out.
// Lint rules have no title: the one of their page is taken.
const sources = [
  { module: "../packages/cli/src/words/cli-codes.ts", names: ["cliCodes"] },
  { module: "../packages/config-schema/src/index.ts", names: ["listCodes"] },
  { module: "../packages/oracle-rules/src/index.ts", names: ["actionCodes"] },
  { module: "../packages/planner/src/index.ts", names: ["plannerCodes"] },
  { module: "../packages/strategy-copy-swap/src/index.ts", names: ["refusalCodes", "scriptCodes"] },
  { module: "../packages/sqlplus/src/index.ts", names: ["lintRules"] }
]

const areas = [
  { digit: "0", title: "OP0xx: command line" },
  { digit: "1", title: "OP1xx: config" },
  { digit: "2", title: "OP2xx: plan" },
  { digit: "3", title: "OP3xx: preflight" },
  { digit: "4", title: "OP4xx: run" },
  { digit: "5", title: "OP5xx: plugins and templates" },
  { digit: "6", title: "OP6xx: comparison and state after the cutover" },
  { digit: "7", title: "OP7xx: script linter" }
]

// The rules of the validator, as the rule book of the project numbers them.
const rules = {
  V01: "the key column exists and can be an interval key",
  V02: "no row has NULL in the key",
  V03: "smallest and largest key fit the first bound",
  V04: "the positions last",
  V05: "not too many real partitions",
  V06: "hash count, hash key and skew",
  V07: "kinds of tables, columns and indexes that cannot be moved",
  V08: "unique indexes are LOCAL only with both keys",
  V09: "bitmap indexes are LOCAL",
  V10: "everything that hangs on the table was seen",
  V11: "release, edition and option",
  V12: "privileges and quota",
  V13: "space",
  V14: "names",
  V15: "identity",
  V16: "force logging and standby",
  V17: "updates of the key",
  V18: "rollback, retention, changes during the copy",
  V19: "the comparison covers everything",
  V20: "baseline of invalid objects"
}

const pagesFolder = new URL("../docs/reference/checks/", import.meta.url)
const tableFile = new URL("../docs/reference/codes.md", import.meta.url)

const readPageTitle = ({ code, slug }) => {
  const page = readIfThere(new URL(`${code}-${slug}.md`, pagesFolder))
  return /^# .*\n\n(.*)\.\n/.exec(page)?.[1] ?? ""
}

const readList = async ({ module, names }) => {
  const exported = await import(module).catch((error) => {
    if (
      error.code === "ERR_MODULE_NOT_FOUND" &&
      error.message.includes(fileURLToPath(new URL(module, import.meta.url)))
    )
      return {}
    throw error
  })
  return names.flatMap((name) => {
    const list = exported[name]
    return list === undefined ? [] : typeof list === "function" ? list() : list
  })
}

const findRepeats = (values) => [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]

const findPageProblems = (codes) => {
  const pages = readdirSync(pagesFolder).filter((name) => /^OP\d{3}-.*\.md$/.test(name))
  const wanted = new Set(codes.map(({ code, slug }) => `${code}-${slug}.md`))
  return [
    ...[...wanted]
      .filter((name) => !pages.includes(name))
      .map((name) => `there is no page docs/reference/checks/${name}`),
    ...pages.filter((name) => !wanted.has(name)).map((name) => `docs/reference/checks/${name} belongs to no code`)
  ]
}

const findProblems = (codes) => [
  ...findRepeats(codes.map(({ code }) => code)).map((code) => `two findings share the code ${code}`),
  ...findRepeats(codes.map(({ slug }) => slug)).map((slug) => `two findings share the slug ${slug}`),
  ...findPageProblems(codes)
]

const row = ({ code, rules: own, severity, slug, title }) =>
  `| [${code}](checks/${code}-${slug}.md) | ${slug} | ${severity} | ${(own ?? []).join(", ")} | ${title} |`

const writeArea = (codes, { digit, title }) => {
  const own = codes.filter(({ code }) => code[2] === digit)
  if (own.length === 0) return ""
  return `\n## ${title}\n\n| code | name | severity | rules | what it says |\n|---|---|---|---|---|\n${own.map(row).join("\n")}\n`
}

const writeRules = (codes) => {
  const lines = Object.entries(rules).map(([rule, words]) => {
    const own = codes
      .filter((entry) => entry.rules?.includes(rule))
      .map(({ code, slug }) => `[${code}](checks/${code}-${slug}.md)`)
    return `| ${rule} | ${words} | ${own.join(" ")} |`
  })
  return `\n## By rule\n\nThe validator's rules and the config checks that ask them.\n\n| rule | asks | codes |\n|---|---|---|\n${lines.join("\n")}\n`
}

const writeTable = (codes) =>
  `<!-- Generated by scripts/write-codes.mjs; do not edit. -->
# Codes

Every finding has a code that never changes its meaning. \`orapart explain CODE\` shows its page. A severity can differ with the case; the usual one stands here.
${areas.map((area) => writeArea(codes, area)).join("")}${writeRules(codes)}`

const readIfThere = (file) => {
  try {
    return readFileSync(file, "utf8")
  } catch {
    return ""
  }
}

const byCode = (left, right) => (left.code < right.code ? -1 : left.code > right.code ? 1 : 0)
const codes = (await Promise.all(sources.map(readList)))
  .flat()
  .map((entry) => (entry.title === undefined ? { ...entry, title: readPageTitle(entry) } : entry))
  .toSorted(byCode)
const problems = findProblems(codes)
const text = writeTable(codes)
const isCurrent = readIfThere(tableFile) === text
const isCheck = process.argv.includes("--check")

for (const problem of problems) console.error(`write-codes: ${problem}`)
if (isCheck && !isCurrent)
  console.error("write-codes: docs/reference/codes.md is not current; run node scripts/write-codes.mjs")
if (!isCheck && !isCurrent) writeFileSync(tableFile, text)
console.log(
  `${codes.length} codes, ${problems.length} problems, docs/reference/codes.md ${isCurrent ? "current" : isCheck ? "not current" : "written"}`
)
process.exitCode = problems.length > 0 || (isCheck && !isCurrent) ? 1 : 0
