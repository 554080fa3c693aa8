// `generate` as a process: what is written, what is refused, what stays as it was.
import { chmodSync, chownSync, mkdirSync, readFileSync, symlinkSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { canRunAs, copyExample, runOrapart } from "../support/run-orapart.ts"
import type { RunOptions } from "../support/run-orapart.ts"
import { readTree, writeInto } from "../support/temporary-folder.ts"

const generate = (folder: string, words: ReadonlyArray<string> = [], options: RunOptions = {}) =>
  runOrapart(["generate", "--config", "migration_config.json", ...words], { cwd: folder, ...options })

const output = (folder: string) => readTree(join(folder, "output"))

describe("generate", () => {
  it("writes a folder per enabled table and says what to run next", async () => {
    const folder = copyExample("hr")
    const run = await generate(folder)
    expect([run.code, run.stderr]).toEqual([0, ""])
    const folders = [...new Set(Object.keys(output(folder)).map((path) => path.split("/")[0]))]
    expect(folders).toEqual(
      ["AUDIT_LOG", "CUSTOMER_DATA", "EMPLOYEES", "EVENTS", "ORDERS", "TRANSACTIONS"].map((table) => `HR_${table}`)
    )
    expect(Object.keys(output(folder))).toContain("HR_ORDERS/50_swap_tables.sql")
    expect(run.stdout).toMatch(/^HR\.ORDERS +output\/HR_ORDERS +\d+ +[\d.]+ KB {2}new$/mu)
    expect(run.stdout).toMatch(/6 script sets, \d+ files, .* 0? ?\d* ?warnings/u)
    expect(run.stdout).toMatch(/cd output\/HR_\w+ && sqlplus user@service @master1\.sql\n$/u)
  })

  it("gives the same bytes when it runs again over its own output, and touches nothing", async () => {
    const folder = copyExample("hr")
    await generate(folder)
    const before = output(folder)
    const run = await generate(folder)
    expect(run.code).toBe(0)
    expect(run.stdout).toMatch(/HR_ORDERS .* unchanged$/mu)
    expect(output(folder)).toEqual(before)
  })

  it("gives one table the same bytes alone and among the others", async () => {
    const [all, one] = [copyExample("hr"), copyExample("hr")]
    await generate(all)
    await generate(one, ["--table", "HR.ORDERS"])
    const expected = Object.entries(output(all)).filter(([path]) => path.startsWith("HR_ORDERS/"))
    expect(output(one)).toEqual(Object.fromEntries(expected))
  })

  it("says which chosen table is disabled and writes the others", async () => {
    const folder = copyExample("hr")
    const run = await generate(folder, ["--table", "HR.DEPARTMENTS", "--table", "hr.orders"])
    expect(run.code).toBe(0)
    expect(run.stdout).toContain("warning OP012 table-disabled: HR.DEPARTMENTS")
    expect(Object.keys(output(folder)).every((path) => path.startsWith("HR_ORDERS/"))).toBe(true)
  })

  it("writes nothing when one of the folders is somebody else's, and names all of them", async () => {
    const folder = copyExample("hr")
    writeInto(folder, "output/HR_ORDERS/notes.txt", "mine")
    writeInto(folder, "output/HR_EVENTS", "a file")
    const before = output(folder)
    const run = await generate(folder)
    expect(run.code).toBe(1)
    expect(run.stdout).toContain("error OP007 output-folder-not-ours: output/HR_ORDERS was not written by orapart")
    expect(run.stdout).toContain("output/HR_EVENTS is a file, where a folder is needed")
    expect(run.stdout).toContain("Nothing was written")
    expect(output(folder)).toEqual(before)
  })

  it("refuses to replace a script that was changed by hand, also after the config changed", async () => {
    const folder = copyExample("minimal")
    await generate(folder)
    const script = join("output", "APP_READINGS", "20_data_load.sql")
    const mine = `${readFileSync(join(folder, script), "utf8")}-- mine\n`
    writeInto(folder, script, mine)
    const run = await generate(folder)
    expect([run.code, readFileSync(join(folder, script), "utf8")]).toEqual([1, mine])
    expect(run.stdout).toMatch(/scripts\s+that\s+were\s+changed\s+since\s+they\s+were\s+written:\s+20_data_load\.sql/u)
  })

  it("refuses an output directory that is a file, lies below a file or is a broken link", async () => {
    const folder = copyExample("minimal")
    writeInto(folder, "file", "text")
    symlinkSync("nowhere", join(folder, "broken"))
    for (const directory of ["file", "file/below", "broken"]) {
      const run = await generate(folder, ["--output-dir", directory])
      expect([directory, run.code]).toEqual([directory, 1])
      expect(run.stdout + run.stderr).toContain("OP008 not-written")
    }
    expect(Object.keys(readTree(folder))).toEqual(["broken", "file", "migration_config.json", "schema_snapshot.json"])
  })

  it("writes nothing when a later table cannot be planned, though earlier ones were staged", async () => {
    const folder = copyExample("hr")
    const snapshot = JSON.parse(readFileSync(join(folder, "schema_snapshot.json"), "utf8")) as {
      readonly tables: ReadonlyArray<{ readonly name: string; flashbackArchive: string | null }>
    }
    for (const table of snapshot.tables) if (table.name === "ORDERS") table.flashbackArchive = "FDA1"
    writeInto(folder, "schema_snapshot.json", JSON.stringify(snapshot))
    const run = await generate(folder)
    expect(run.code).toBe(1)
    expect(run.stdout).toMatch(/^error OP2\d\d [\w-]+: HR\.ORDERS/mu)
    expect(Object.keys(readTree(folder))).toEqual(["migration_config.json", "schema_snapshot.json"])
  })

  it("leaves nothing behind when the disk is full", async () => {
    const folder = copyExample("hr")
    // A limit on the size of one file stands in for a full disk: the write of a larger one fails in its middle.
    const run = await generate(folder, [], { shell: `trap '' XFSZ; ulimit -f 20; "$@"` })
    expect(run.code).toBe(1)
    expect(run.stderr).toMatch(/OP008 not-written: output\/HR_\w+ could not be written: EFBIG/u)
    expect(Object.keys(readTree(folder))).toEqual(["migration_config.json", "schema_snapshot.json"])
  })

  it("prints nothing with --quiet, and only the errors when there are some", async () => {
    const folder = copyExample("minimal")
    expect(await generate(folder, ["--quiet"])).toMatchObject({ code: 0, stdout: "", stderr: "" })
    writeInto(folder, "output/APP_READINGS/mine.txt", "mine")
    const run = await generate(folder, ["--quiet"])
    expect([run.code, run.stdout]).toEqual([1, ""])
    expect(run.stderr).toMatch(/^error OP007 /u)
    expect(run.stderr).not.toContain("warning")
  })

  it("says with --verbose what was read", async () => {
    const run = await generate(copyExample("minimal"), ["--verbose"])
    expect(run.stderr).toContain("snapshot  schema_snapshot.json")
    expect(run.stderr).toMatch(/plugin {4}@orapart\/strategy-copy-swap \S+ \(core\): copy_swap/u)
  })
})

// Root may read and write everything, so the process is run as another user where that is possible.
const nobody = 65_534

describe.skipIf(!canRunAs(nobody))(
  "generate as a user without rights (needs root to become one, and a checkout that others may read)",
  () => {
    const ownedByNobody = (name: string): string => {
      const folder = copyExample(name)
      chmodSync(folder, 0o755)
      return folder
    }

    it("says that the config may not be read", async () => {
      const folder = ownedByNobody("minimal")
      chmodSync(join(folder, "migration_config.json"), 0o600)
      const run = await generate(folder, [], { uid: nobody })
      expect(run.code).toBe(1)
      expect(run.stderr).toContain(
        "OP002 file-not-readable: The config migration_config.json cannot be read: the permission"
      )
    })

    it("says that the output directory may not be written and writes nothing", async () => {
      const folder = ownedByNobody("minimal")
      const run = await generate(folder, [], { uid: nobody })
      expect(run.code).toBe(1)
      expect(run.stdout).toContain("OP008 not-written: Nothing can be written to output")
      expect(run.stdout).toContain("EACCES")
      expect(Object.keys(readTree(folder))).toEqual(["migration_config.json", "schema_snapshot.json"])
    })

    it("writes where it may", async () => {
      const folder = ownedByNobody("minimal")
      mkdirSync(join(folder, "output"))
      chownSync(join(folder, "output"), nobody, nobody)
      expect((await generate(folder, [], { uid: nobody })).code).toBe(0)
      expect(Object.keys(output(folder)).length).toBeGreaterThan(10)
    })
  }
)
