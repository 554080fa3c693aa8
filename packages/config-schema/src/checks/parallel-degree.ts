// Is the parallel degree one that the machine can serve?
import { defineCheck } from "@orapart/contract"
import { targetPath, wishesOf } from "../facts/wishes.ts"

// PARALLEL_THREADS_PER_CPU is 2 by default: more servers than that wait for each other.
const SERVERS_PER_CPU = 2
const LARGEST_UNASKED = 64

export const parallelDegree = defineCheck({
  code: "OP166",
  slug: "parallel-degree",
  title: "The parallel degree is more than the machine can serve",
  severity: "warning",
  rules: [],
  run: (context) => {
    const degree = wishesOf(context)?.parallel_degree
    if (degree === undefined) return []
    const cpus = context.database?.cpuCount ?? null
    const limit = cpus === null ? LARGEST_UNASKED : cpus * SERVERS_PER_CPU
    if (degree <= limit) return []
    const machine = cpus === null ? "the number of CPUs is not known" : `the database sees ${cpus} CPUs`
    return [
      {
        at: targetPath("parallel_degree"),
        what: `parallel_degree is ${degree}; ${machine}.`,
        why: "A parallel load takes up to twice the degree in server processes and PGA; beyond two per CPU it gets slower, and Oracle may grant fewer without a word.",
        advice: `Use ${limit} or less.`,
        evidence: { degree, cpuCount: cpus, limit }
      }
    ]
  }
})
