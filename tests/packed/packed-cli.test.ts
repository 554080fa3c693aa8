// The CLI as npm installs it says and writes the same as the one in the workspace.
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { exampleFiles, makeUser, readExample } from "./support/packed-cli.ts"
import { readTree, root } from "./support/workspace-files.ts"

const workspace = { entry: join(root, "packages", "cli", "bin", "run.js") }

const config = ["--config", "migration_config.json"]

const commands: ReadonlyArray<ReadonlyArray<string>> = [
  ["--version"],
  ["--help"],
  ["generate", "--help"],
  ["actions"],
  ["actions", "--json"],
  ["actions", "show", "convert_to_interval_hash"],
  ["explain", "OP142"],
  ["validate", "config", ...config],
  ["plan", ...config],
  ["plan", ...config, "--json"],
  ["generate", ...config]
]

describe("the packed CLI", () => {
  it.for(commands)("answers `%s %s %s` as the workspace does", async (words) => {
    const given = exampleFiles("hr")
    const [here, there] = [makeUser(given, workspace), makeUser(given)]
    const [expected, found] = [await here.run(...words), await there.run(...words)]
    expect(found).toEqual(expected)
    expect([found.code, found.stdout.length > 10]).toEqual([0, true])
  })

  it("writes the golden files of examples/hr, byte for byte, and no others", async () => {
    const user = makeUser({
      "migration_config.json": readExample("hr", "migration_config.json"),
      "schema_snapshot.json": readExample("hr", "schema_snapshot.json")
    })
    const { code, stdout } = await user.run("--version")
    const version = /^orapart\/(\S+) /u.exec(stdout)?.[1] ?? "no version"
    expect([code, (await user.run("generate", ...config)).code]).toEqual([0, 0])
    const written = readTree(join(user.folder, "output"), [".orapart-files.json"])
    const expected = readTree(join(root, "examples", "hr", "expected"))
    expect(Object.keys(written)).toEqual(Object.keys(expected))
    // Golden files are made under a version that no release has.
    const others = Object.entries(written).filter(
      ([path, text]) => text.replaceAll(`orapart ${version}`, "orapart 0.0.0") !== expected[path]
    )
    expect(others.map(([path]) => path)).toEqual([])
  })

  it("writes nothing but the script sets into the folder, and nothing into home", async () => {
    const user = makeUser(exampleFiles("minimal"))
    await user.run("generate", ...config, "--output-dir", "scripts")
    const folders = new Set(Object.keys(readTree(user.folder)).map((path) => path.split("/")[0]))
    expect([...folders].toSorted()).toEqual([".keep", "migration_config.json", "schema_snapshot.json", "scripts"])
    expect(Object.keys(readTree(user.home)).filter((path) => path !== ".keep")).toEqual([])
  })
})
