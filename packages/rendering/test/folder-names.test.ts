import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { nameFolders } from "../src/index.ts"

const table = (owner: string, name: string) => ({ owner, table: name })
const nameOf = (owner: string, name: string) => [...nameFolders([table(owner, name)]).values()][0]

describe("nameFolders", () => {
  it("is OWNER_TABLE for plain names", () => {
    expect(nameOf("HR", "ORDERS")).toBe("HR_ORDERS")
    expect(nameOf("HR", "A$B#C")).toBe("HR_A$B#C")
  })

  it("gives both tables another name when they would share one", () => {
    const names = [...nameFolders([table("A_B", "C"), table("A", "B_C"), table("A", "OTHER")]).values()]
    expect(names[0]).toMatch(/^A_B_C-[0-9a-f]{8}$/)
    expect(names[1]).toMatch(/^A_B_C-[0-9a-f]{8}$/)
    expect(names[0]).not.toBe(names[1])
    expect(names[2]).toBe("A_OTHER")
  })

  it("takes upper and lower case for the same, as Windows and macOS do", () => {
    const names = [...nameFolders([table("HR", "ORDERS"), table("HR", "Orders")]).values()]
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(2)
  })

  it.each([
    "MY TABLE",
    "A/B",
    "A\\B",
    "..",
    "A.",
    "CON:",
    "A\u0000B",
    "GR\u00d6SSE",
    "\u{1f600}",
    'A*?<>|"',
    "X".repeat(300)
  ])("escapes %j", (name) => {
    const folder = nameOf("HR", name)
    expect(folder).toMatch(/^HR_[A-Za-z0-9_$#-]*-[0-9a-f]{8}$/)
    expect(folder?.length).toBeLessThanOrEqual(200)
  })

  it("is never a name that Windows keeps for itself", () => {
    expect(nameOf("COM1", "NUL")).toBe("COM1_NUL")
  })

  it("gives one name to a table that is listed twice", () => {
    expect(new Set(nameFolders([table("HR", "A"), table("HR", "A")]).values())).toEqual(new Set(["HR_A"]))
  })

  it("is safe, unique even without regard to case, and independent of the order, for any set of tables", () => {
    const name = fc.string({
      unit: fc.constantFrom("A", "B", "a", "b", "_", ".", "/", " ", "\u00e9", "-"),
      minLength: 1,
      maxLength: 4
    })
    const tables = fc.uniqueArray(fc.record({ owner: name, table: name }), {
      selector: ({ owner, table: own }) => JSON.stringify([owner, own]),
      maxLength: 30
    })
    fc.assert(
      fc.property(tables, (list) => {
        const folders = nameFolders(list)
        const names = [...folders.values()]
        for (const folder of names) expect(folder).toMatch(/^[A-Za-z0-9_$#-]{1,200}$/)
        expect(new Set(names.map((folder) => folder.toLowerCase())).size).toBe(list.length)
        const reversed = nameFolders([...list].reverse())
        for (const one of list) expect(reversed.get(one)).toBe(folders.get(one))
      })
    )
  })
})
