import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { LobContent } from "../../../src/wire/call/lob-content.ts"
import { LobStore } from "../../../src/wire/call/lob-store.ts"
import { MemoryAccount } from "../../../src/wire/ttc/memory-account.ts"

type Step =
  | { readonly kind: "write"; readonly start: number; readonly data: string }
  | { readonly kind: "trim"; readonly length: number }

const steps: fc.Arbitrary<ReadonlyArray<Step>> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("write" as const), start: fc.nat(60), data: fc.stringMatching(/^[a-z]{1,20}$/) }),
    fc.record({ kind: fc.constant("trim" as const), length: fc.nat(60) })
  ),
  { maxLength: 30 }
)

// The same on a plain string: gaps are filled, writing replaces, trimming cuts.
const apply = (text: string, step: Step, filler: string): string =>
  step.kind === "trim"
    ? text.slice(0, step.length)
    : text.slice(0, step.start).padEnd(step.start, filler) + step.data + text.slice(step.start + step.data.length)

describe("the content of a LOB", () => {
  it("holds what was written and trimmed, as text and as bytes", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const text = new LobContent("")
        const bytes = new LobContent(new Uint8Array())
        let model = ""
        let binary = ""
        for (const step of all) {
          model = apply(model, step, " ")
          binary = apply(binary, step, "\0")
          if (step.kind === "trim") {
            text.trim(step.length)
            bytes.trim(step.length)
          } else {
            text.write(step.start, step.data)
            bytes.write(step.start, Buffer.from(step.data))
          }
          expect([text.length, bytes.length]).toEqual([model.length, binary.length])
        }
        expect(text.value).toBe(model)
        expect(Buffer.from(bytes.value as Uint8Array).toString("latin1")).toBe(binary)
        expect(text.read(3, 5)).toBe(model.slice(3, 8))
      })
    )
  })
})

describe("the LOBs of a session", () => {
  const makeStore = (limit: number) => {
    const account = new MemoryAccount("LOBs", limit)
    return { account, store: new LobStore(account) }
  }

  it("are found by their locator and by nothing else", () => {
    const { store } = makeStore(10_000)
    const lob = store.add("text", 1, false)
    expect(store.find(lob.locator).content.value).toBe("text")
    const forged = Buffer.from(lob.locator)
    forged[20] = (forged[20] ?? 0) ^ 1
    expect(() => store.find(forged)).toThrow(/ORA-22922/)
    expect(() => makeStore(10_000).store.find(lob.locator)).toThrow(/ORA-22922/)
    store.free(lob.locator)
    expect(() => store.find(lob.locator)).toThrow(/ORA-22922/)
  })

  it("give way to newer ones when memory runs out, temporary ones excepted", () => {
    const { store, account } = makeStore(3000)
    const temporary = store.add("", 1, true)
    const first = store.add("a".repeat(400), 1, false)
    const second = store.add("b".repeat(400), 1, false)
    const third = store.add("c".repeat(400), 1, false)
    expect(() => store.find(first.locator)).toThrow(/ORA-22922/)
    expect(store.find(second.locator).content.value).toBe("b".repeat(400))
    expect(store.find(third.locator).content.value).toBe("c".repeat(400))
    expect(store.find(temporary.locator).content.value).toBe("")
    expect(account.usedBytes).toBeLessThanOrEqual(3000)
    store.clear()
    expect(account.usedBytes).toBe(0)
  })

  it("fail with ORA-04030 when temporary ones have taken all memory", () => {
    const { store } = makeStore(3000)
    const lob = store.add("", 1, true)
    expect(() => store.change(lob.locator, 5000, (content) => content.write(0, "x"))).toThrow(/ORA-04030/)
    expect(() => store.change(lob.locator, 2 ** 50, () => undefined)).toThrow(/ORA-04030/)
  })

  it("are not written when they belong to a row", () => {
    const { store } = makeStore(3000)
    const lob = store.add("x", 1, false)
    expect(() => store.change(lob.locator, 0, () => undefined)).toThrow(/ORA-03001/)
  })
})
