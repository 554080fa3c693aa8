import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { tmpdir } from "node:os"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { exampleNames, renderExample, scriptSets } from "./script-sets.ts"
import type { ScriptSet } from "./script-sets.ts"

const digest = (sets: ReadonlyArray<ScriptSet>): string => {
  const files = sets.flatMap((set) => [...set.files].map(([path, text]) => [`${set.name}/${path}`, text]))
  return createHash("sha256").update(JSON.stringify(files), "utf8").digest("hex")
}

// The child renders the same examples from another folder, with another language, time zone and home.
const childProgram = `
const { createHash } = await import("node:crypto")
const { scriptSets } = await import(${JSON.stringify(new URL("./script-sets.ts", import.meta.url).href)})
const files = scriptSets.flatMap((set) => [...set.files].map(([path, text]) => [set.name + "/" + path, text]))
process.stdout.write(createHash("sha256").update(JSON.stringify(files), "utf8").digest("hex"))
`

describe("the script sets", () => {
  it("are the same bytes when they are made twice", async () => {
    const again = (await Promise.all(exampleNames.map(renderExample))).flat()
    expect(digest(again)).toBe(digest(scriptSets))
  })

  it("are the same bytes from another folder, in another time zone and language", () => {
    const child = spawnSync(
      process.execPath,
      ["--conditions=@orapart/source", "--input-type=module", "-e", childProgram],
      {
        cwd: tmpdir(),
        env: {
          PATH: process.env["PATH"] ?? "",
          TZ: "Pacific/Kiritimati",
          LANG: "tr_TR.UTF-8",
          LC_ALL: "tr_TR.UTF-8",
          HOME: tmpdir()
        },
        encoding: "utf8"
      }
    )
    expect(child.stderr).toBe("")
    expect(child.stdout).toBe(digest(scriptSets))
  })

  it("belong to examples that the test project finds by their files", () => {
    expect(exampleNames).toContain("hard_names")
    expect(fileURLToPath(import.meta.url)).not.toContain("dist")
  })
})
