// Property tests draw from one fixed seed, so that a clean checkout gives the same verdict every time.
// `pnpm fuzz` (ORAPART_PROPERTY_SEED=random, or a number) looks further.
import fc from "fast-check"

const wanted = process.env["ORAPART_PROPERTY_SEED"]
if (wanted !== "random") fc.configureGlobal({ seed: wanted === undefined ? 20_261_122 : Number(wanted) })
