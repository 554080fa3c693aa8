// Strict rendering beside nunjucks as it comes. The comparison itself lies in packages/rendering, which has nunjucks.
import { readNode } from "./measure.ts"
import { renderSpeed } from "./places.ts"
import type { Result } from "./result.ts"

/** Processor time for 100 tables of 25 files. */
export const measureRendering = (): ReadonlyArray<Result> => {
  const { strict, lenient } = readNode(["--conditions=@orapart/source", renderSpeed]) as {
    readonly strict: ReadonlyArray<number>
    readonly lenient: ReadonlyArray<number>
  }
  return [
    {
      what: "rendering, 100 tables of 25 files, processor time",
      ours: strict,
      anchor: { name: "lenient nunjucks", times: lenient },
      most: 3,
      peak: null
    }
  ]
}
