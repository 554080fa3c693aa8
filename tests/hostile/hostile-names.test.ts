// Every hostile name in every place: the scripts lint clean and say the same as with plain names, or the name is refused by name.
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { generateScriptSets } from "../../packages/cli/src/index.ts"
import type { Finding } from "../../packages/contract/src/index.ts"
import { isPlainIdentifier } from "../../packages/oracle-rules/src/index.ts"
import { lintScript } from "../../packages/sqlplus/src/index.ts"
import { hostileNames } from "./hostile-names.ts"
import type { HostileName } from "./hostile-names.ts"
import { places, setWith, textPlaces } from "./places.ts"
import type { Place, TextPlace } from "./places.ts"
import { readStructure } from "./structure.ts"

type Names = { readonly [place in Place | TextPlace]?: string }
type Scripts = ReadonlyMap<string, string>

/** The scripts of the table with these names; else the errors. Fails when it fails, which no name may cause. */
const generate = async (
  names: Names
): Promise<{ readonly scripts: Scripts } | { readonly errors: ReadonlyArray<Finding> }> => {
  const { findings, result } = await Effect.runPromise(
    generateScriptSets({ ...setWith(names), madeBy: "orapart 0.0.0" })
  )
  if (result === null) return { errors: findings.filter(({ severity }) => severity === "error") }
  const files = result.flatMap((set) => set.files)
  return { scripts: new Map(files.filter(({ path }) => path.endsWith(".sql")).map(({ path, text }) => [path, text])) }
}

const besides = (scripts: Scripts, path: string): Scripts => {
  const folder = path.replace(/[^/]*$/, "")
  return new Map(
    [...scripts]
      .filter(([other]) => other.startsWith(folder))
      .map(([other, text]) => [other.slice(folder.length), text])
  )
}

const lint = (scripts: Scripts): ReadonlyArray<string> =>
  [...scripts].flatMap(([path, text]) =>
    lintScript(text, { file: path, allowNonAscii: true, scripts: besides(scripts, path) }).map(({ message }) => message)
  )

const plain = await generate({})
const plainScripts: Scripts = "scripts" in plain ? plain.scripts : new Map()

/** First difference of structure to the plain scripts, or null. */
const findDifference = (scripts: Scripts, names: Names): string | null => {
  const plainGiven = new Set(Object.values(names).filter(isPlainIdentifier))
  const given = Object.values(names).map((name) => name.toUpperCase())
  const isPlain = (word: string) => Object.keys(places).some((place) => word.startsWith(place))
  // A hostile name is never written bare; what is made of it may be: SELECT_INT.
  const isGiven = (word: string) =>
    isPlain(word) ||
    plainGiven.has(word) ||
    given.some((name) => word.startsWith(name.length > 40 ? name.slice(0, 40) : `${name}_`))
  for (const [path, text] of plainScripts) {
    const expected = readStructure(text, isPlain)
    const found = readStructure(scripts.get(path) ?? "", isGiven)
    const line = expected.findIndex((one, index) => one !== found[index])
    if (line >= 0 || expected.length !== found.length) return `${path}\n${expected[line]}\n${found[line]}`
  }
  return null
}

/** Places that can take the same name at the same time: no two of one namespace. */
const groups: ReadonlyArray<ReadonlyArray<Place | TextPlace>> = [
  [
    "XOWNER",
    "XTABLE",
    "XCOL_DATE",
    "XCON_PK",
    "XIX_PLAIN",
    "XTRIGGER",
    "XGRANTEE",
    "XTS_TARGET",
    "XPOLICY",
    "YCOMMENT_TABLE"
  ],
  ["XCOL_ID", "XCON_UK", "XIX_EXPRESSION", "XREF_TABLE", "XCHILD_FK", "XTS_LOB", "XVIEW_OWNER", "YDEFAULT"],
  ["XCOL_TEXT", "XCON_CK", "XIX_BITMAP", "XREF_OWNER", "XCHILD_TABLE", "XTS_INDEX", "XPOLICY_OWNER", "YCONDITION"],
  ["XCOL_VIRTUAL", "XCON_FK", "XREF_COLUMN", "XCHILD_OWNER", "XTRIGGER_OWNER", "XTS_STORE", "XPOLICY_PACKAGE", "YWHEN"],
  ["XCOL_LOB", "XCON_NN", "XCHILD_COLUMN", "XGRANTOR", "XSYNONYM", "XTS_TABLE", "XPOLICY_FUNCTION", "YBODY"],
  ["XCOL_REF", "XSYNONYM_OWNER", "XVIEW", "XINTERIM", "YEXPRESSION"],
  ["XCOL_HIDDEN", "XSEQUENCE", "XRETAINED", "YCOMMENT_COLUMN"],
  ["XPARTITION", "XLEDGER", "YPREFERENCE"]
]

const allPlaces = [...Object.keys(places), ...Object.keys(textPlaces)] as ReadonlyArray<Place | TextPlace>

/** Faults of one set of names: an empty list means clean scripts or a clear refusal. */
const judge = async (
  { name, isPossible }: HostileName,
  group: ReadonlyArray<Place | TextPlace>
): Promise<ReadonlyArray<string>> => {
  const names: Names = Object.fromEntries(group.map((place) => [place, name]))
  const made = await generate(names)
  const label = group.join(", ")
  if ("scripts" in made) {
    const difference = findDifference(made.scripts, names)
    const isWritten = !isPossible && [...made.scripts.values()].some((text) => name !== "" && text.includes(name))
    return [
      ...lint(made.scripts)
        .slice(0, 2)
        .map((message) => `${label}: ${message}`),
      ...(difference === null ? [] : [`${label}: ${difference}`]),
      ...(isWritten && group.some((place) => place.startsWith("X")) ? [`${label}: an impossible name was written`] : [])
    ]
  }
  if (group.length > 1)
    return (await Promise.all(group.map((place) => judge({ what: "", name, isPossible }, [place])))).flat()
  const sought = name === "" ? "empty" : JSON.stringify(name).slice(1, 20)
  const isNamed = made.errors.some(({ what, evidence }) => `${what}${JSON.stringify(evidence)}`.includes(sought))
  const isCoded = made.errors.length > 0 && made.errors.every(({ code }) => /^OP\d{3}$/.test(code))
  return isNamed && isCoded
    ? []
    : [`${label}: refused without naming it: ${made.errors.map(({ code, what }) => `${code} ${what}`).join("; ")}`]
}

describe("the plain table", () => {
  it("is accepted and lints clean", () => expect([plainScripts.size > 15, lint(plainScripts)]).toEqual([true, []]))

  it("writes every place into its scripts, but those that stay as they are", () => {
    const text = [...plainScripts.values()].join("\n")
    expect(allPlaces.filter((place) => !text.includes(place))).toEqual([
      "XGRANTOR",
      "XSYNONYM",
      "XSYNONYM_OWNER",
      "XPARTITION"
    ])
  })

  it("is covered by the groups", () => expect(groups.flat().toSorted()).toEqual(allPlaces.toSorted()))
})

describe.for(hostileNames)("$what", (hostile) => {
  it("is quoted right or refused by name in every place", async () => {
    // An empty text is no text: only a name can be missing.
    const isName = (place: Place | TextPlace) => place.startsWith("X")
    const tried = hostile.name === "" ? groups.map((group) => group.filter(isName)) : groups
    const faults = await Promise.all(tried.map((group) => judge(hostile, group)))
    expect(faults.flat().map((fault) => fault.slice(0, 1200))).toEqual([])
  }, 60_000)
})

const onlyCaseDiffers: ReadonlyArray<Names> = [
  { XCOL_TEXT: "Hue", XCOL_HIDDEN: "HUE" },
  { XCOL_DATE: "Day", XCOL_ID: "DAY" },
  { XIX_PLAIN: "By Name", XIX_EXPRESSION: "BY NAME" },
  { XCON_CK: "Rule", XCON_UK: "RULE" },
  { XINTERIM: "Orders", XRETAINED: "ORDERS" },
  { XGRANTEE: "Clerk", XGRANTOR: "CLERK" }
]

describe("two names that differ only in case", () => {
  it.for(onlyCaseDiffers)("stay two names: %o", async (names) => {
    const made = await generate(names)
    if ("errors" in made) throw new Error(made.errors.map(({ code, what }) => `${code} ${what}`).join("; "))
    expect([lint(made.scripts), findDifference(made.scripts, names)]).toEqual([[], null])
    const text = [...made.scripts.values()].join("\n")
    const mixed = Object.values(names)[0] ?? ""
    expect(text).toContain(`"${mixed}"`)
  })
})
