// Writes corpus/golden-shapes.json anew: one statement of every shape in the golden scripts. Run it when golden-shapes.test.ts finds a shape that is missing:
// node --conditions=@orapart/source packages/sandbox/test/sql/write-golden-shapes.ts
import { writeFileSync } from "node:fs"
import { collectGoldenShapes } from "./golden-shapes.ts"

const samples = [...collectGoldenShapes().values()].toSorted((a, b) => (a < b ? -1 : 1))
writeFileSync(new URL("../../corpus/golden-shapes.json", import.meta.url), `${JSON.stringify(samples, null, 2)}\n`)
console.log(`${samples.length} shapes`)
