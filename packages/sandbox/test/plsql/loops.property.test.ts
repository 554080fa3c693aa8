// Loops against plain JavaScript: bounds, direction, steps, nesting.
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { runText } from "./run-case.ts"

const bound = fc.integer({ min: -20, max: 20 })

describe("FOR loops", () => {
  it("run through low .. high, in either direction, and nowhere else", async () => {
    await fc.assert(
      fc.asyncProperty(bound, bound, fc.boolean(), async (low, high, isReverse) => {
        const { output } = await runText(
          `begin for i in ${isReverse ? "reverse " : ""}${String(low)} .. ${String(high)} loop dbms_output.put_line(i); end loop; end;`
        )
        const expected = Array.from({ length: Math.max(0, high - low + 1) }, (_, at) => String(low + at))
        expect(output).toEqual(isReverse ? expected.toReversed() : expected)
      }),
      { numRuns: 60 }
    )
  })

  it("stop and skip where they are told to", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 15 }),
        async (high, skip, stop) => {
          const { output } = await runText(
            `begin for i in 1 .. ${String(high)} loop continue when mod(i, ${String(skip)}) = 0; exit when i >= ${String(stop)}; dbms_output.put_line(i); end loop; end;`
          )
          const expected: string[] = []
          for (let at = 1; at <= high; at += 1) {
            if (at % skip === 0) continue
            if (at >= stop) break
            expected.push(String(at))
          }
          expect(output).toEqual(expected)
        }
      ),
      { numRuns: 60 }
    )
  })

  it("run through all rows of a query, however many there are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 230 }), async (count) => {
        const { output } = await runText(
          `declare n number := 0; begin for r in (select level as l from dual connect by level <= ${String(count)}) loop n := n + r.l; end loop; dbms_output.put_line(n); end;`
        )
        expect(output).toEqual([String((count * (count + 1)) / 2)])
      }),
      { numRuns: 15 }
    )
  })
})
