import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { explainCode } from "../../src/services/explain-code.ts"
import type { PluginPlace } from "../../src/plugin-host/plugin-place.ts"
import { makeFolder } from "../support/temporary-folder.ts"

const pages = () =>
  makeFolder({
    "OP101-unknown-column.md": "# OP101 unknown-column\n",
    "OP102-wrong-type.md": "# OP102 wrong-type\n",
    "README.md": "# Checks\n"
  })

const pluginWithPages = (
  name: string,
  files: { readonly [page: string]: string },
  orapart: object = { contract: 1, actions: "./i.js", pages: "./pages" }
): PluginPlace => ({
  name,
  version: "1.0.0",
  source: "installed",
  root: makeFolder(Object.fromEntries(Object.entries(files).map(([page, text]) => [`pages/${page}`, text]))),
  manifest: { name, orapart },
  pointer: null
})

describe("explaining a code", () => {
  it.for(["OP101", "op101", " OP101 ", "unknown-column", "Unknown-Column"])("finds the page of %s", async (wanted) => {
    const { result } = await Effect.runPromise(explainCode(wanted, { folder: pages() }))
    expect(result).toEqual({ code: "OP101", slug: "unknown-column", plugin: null, page: "# OP101 unknown-column\n" })
  })

  it("offers codes for what looks like a code and names for the rest", async () => {
    const knownFor = async (wanted: string) =>
      (await Effect.runPromise(Effect.flip(explainCode(wanted, { folder: pages() })))).reason
    expect(await knownFor("OP110")).toEqual({ _tag: "UnknownCode", code: "OP110", known: ["OP101", "OP102"] })
    expect(await knownFor("README")).toMatchObject({ known: ["OP101", "unknown-column", "OP102", "wrong-type"] })
  })

  it("finds the pages of plugins, without importing them, and orapart's own first", async () => {
    const folder = makeFolder({ "OP101-unknown-column.md": "# ours\n" })
    const place = pluginWithPages("first", {
      "ACME101-too-old.md": "# first\n",
      "ACME102-unknown-column.md": "# second\n"
    })
    const explain = async (wanted: string) =>
      (await Effect.runPromise(explainCode(wanted, { folder, plugins: [place] }))).result
    expect(await explain("acme101")).toEqual({ code: "ACME101", slug: "too-old", plugin: "first", page: "# first\n" })
    expect((await explain("unknown-column"))?.page).toBe("# ours\n")
    expect((await explain("ACME102"))?.page).toBe("# second\n")
  })

  it("looks at no page of a plugin that takes orapart's letters, has another contract or names no folder", async () => {
    const folder = pages()
    const foreign = pluginWithPages("a", { "OP900-mine.md": "# mine\n" })
    const newer = pluginWithPages("b", { "ACME101-x.md": "" }, { contract: 2, actions: "./i.js", pages: "./pages" })
    const without = pluginWithPages("c", { "ACME101-x.md": "" }, { contract: 1, actions: "./i.js" })
    for (const wanted of ["OP900", "ACME101"]) {
      const failure = await Effect.runPromise(
        Effect.flip(explainCode(wanted, { folder, plugins: [foreign, newer, without] }))
      )
      expect(failure.reason).toEqual({ _tag: "UnknownCode", code: wanted, known: ["OP101", "OP102"] })
    }
  })

  it("shows the first of two pages for one code, and says that there are two", async () => {
    const plugins = ["first", "second"].map((name) => pluginWithPages(name, { "ACME101-too-old.md": `# ${name}\n` }))
    const { findings, result } = await Effect.runPromise(explainCode("ACME101", { folder: pages(), plugins }))
    expect([result?.page, findings.map(({ code, severity }) => `${code} ${severity}`)]).toEqual([
      "# first\n",
      ["OP508 warning"]
    ])
    expect(findings[0]?.what).toContain("first 1.0.0 and second 1.0.0")
  })
})
