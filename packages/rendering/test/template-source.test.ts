import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import { templatesDirectory } from "@orapart/templates"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { checkTemplates, createRenderer, readTemplates } from "../src/index.ts"

describe("readTemplates", () => {
  let folder = ""

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "orapart-templates-"))
    for (const path of ["core/_macros", "core/rollback", "acme", "node_modules/x"])
      mkdirSync(join(folder, path), { recursive: true })
    for (const path of [
      "core/10_create_table.sql.njk",
      "core/readme.md.njk",
      "core/rollback/10_undo_create_table.sql.njk",
      "core/_macros/guard.sql.njk",
      "core/notes.txt",
      "acme/25_archive.sql.njk",
      "node_modules/x/y.njk",
      "stray.njk"
    ]) {
      writeFileSync(join(folder, path), `text of ${path}`)
    }
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it("names templates by folder and path and leaves other files out", () => {
    expect(Object.fromEntries(readTemplates(folder))).toEqual({
      "acme:25_archive.sql": "text of acme/25_archive.sql.njk",
      "core:10_create_table.sql": "text of core/10_create_table.sql.njk",
      "core:_macros/guard.sql": "text of core/_macros/guard.sql.njk",
      "core:readme.md": "text of core/readme.md.njk",
      "core:rollback/10_undo_create_table.sql": "text of core/rollback/10_undo_create_table.sql.njk"
    })
  })

  it("reads the templates that are shipped, and every one compiles", () => {
    const templates = readTemplates(templatesDirectory)
    expect([...templates.keys()]).toContain("core:10_create_table.sql")
    expect(Effect.runSync(checkTemplates(createRenderer({ templates })))).toBeUndefined()
  })
})
