import { describe, expect, it } from "vitest"
import { AbsentField } from "../../src/engine/render-fault.ts"
import { copyStrictly, findPath } from "../../src/engine/strict-copy.ts"

interface Sample {
  readonly name: string
  readonly note: null
  readonly parts: ReadonlyArray<{ readonly size: number }>
}

const sample: Sample = { name: "A", note: null, parts: [{ size: 1 }] }

describe("copyStrictly", () => {
  const copy = copyStrictly(sample) as Sample & { readonly nmae?: string }

  it("has the fields of the original, null included", () => {
    expect([copy.name, copy.note, copy.parts[0]?.size, copy.parts.length]).toEqual(["A", null, 1, 1])
    expect(JSON.stringify(copy)).toBe(JSON.stringify(sample))
    expect(Object.keys(copy)).toEqual(["name", "note", "parts"])
  })

  it("throws with the holder and the key when an absent field is read, at any depth", () => {
    expect(() => copy.nmae).toThrow(AbsentField)
    expect(() => (copy.parts[0] as { readonly sise?: number }).sise).toThrow("the field sise does not exist")
  })

  it("has the methods that every object has", () => {
    expect(copy.valueOf()).toBe(copy)
    expect(Object.hasOwn(copy, "nmae")).toBe(false)
  })

  it("copies frozen objects and leaves the original untouched", () => {
    const frozen = Object.freeze({ inner: Object.freeze({ value: 1 }) })
    const strict = copyStrictly(frozen) as { readonly inner: { readonly value: number } }
    expect(strict.inner.value).toBe(1)
    expect((sample as { readonly nmae?: string }).nmae).toBeUndefined()
  })

  it("copies an object once", () => {
    expect(copyStrictly(sample)).toBe(copy)
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
