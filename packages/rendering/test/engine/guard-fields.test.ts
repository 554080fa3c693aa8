import { describe, expect, it } from "vitest"
import { findPath, guardFields } from "../../src/engine/guard-fields.ts"
import { AbsentField } from "../../src/engine/render-fault.ts"

interface Sample {
  readonly name: string
  readonly note: null
  readonly parts: ReadonlyArray<{ readonly size: number }>
}

const sample: Sample = { name: "A", note: null, parts: [{ size: 1 }] }

describe("guardFields", () => {
  const view = guardFields(sample) as Sample & { readonly nmae?: string }

  it("has the fields of the data, null included", () => {
    expect([view.name, view.note, view.parts[0]?.size, view.parts.length]).toEqual(["A", null, 1, 1])
    expect(JSON.stringify(view)).toBe(JSON.stringify(sample))
    expect(Object.keys(view)).toEqual(["name", "note", "parts"])
    expect({ ...view.parts[0] }).toEqual({ size: 1 })
  })

  it("throws with the holder and the key when an absent field is read, at any depth", () => {
    expect(() => view.nmae).toThrow(AbsentField)
    expect(() => (view.parts[0] as { readonly sise?: number }).sise).toThrow("the field sise does not exist")
  })

  it("guards the objects of a list wherever the list is read", () => {
    const sizes = () => view.parts.map((part) => (part as { readonly sise?: number }).sise)
    expect(sizes).toThrow(AbsentField)
  })

  it("has the methods that every object has", () => {
    expect(view.valueOf()).toBe(view)
    expect(Object.hasOwn(view, "nmae")).toBe(false)
  })

  it("guards frozen data as well and leaves all data as it is", () => {
    const inner = Object.freeze({ value: 1 })
    const guarded = guardFields(Object.freeze({ inner, list: Object.freeze([1]) })) as {
      readonly inner: { readonly value: number; readonly valeu?: number }
      readonly list: ReadonlyArray<number>
    }
    expect([guarded.list, guarded.inner.value]).toEqual([[1], 1])
    const read = (): unknown => guarded.inner.valeu
    expect(read).toThrow(AbsentField)
    expect(read).toThrow(expect.objectContaining({ holder: inner }))
    expect((sample as { readonly nmae?: string }).nmae).toBeUndefined()
  })
})

describe("findPath", () => {
  it("names the way from the root to an object", () => {
    const [part] = sample.parts
    expect(findPath(sample, part ?? {})).toBe(".parts[0]")
    expect(findPath(sample, sample)).toBe("")
    expect(findPath(sample, {})).toBeNull()
  })
})
