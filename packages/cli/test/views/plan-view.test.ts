import { intervalPartitioning, intervalPartitions, tableModel } from "@orapart/testkit"
import { describe, expect, it } from "vitest"
import { renderPlan, renderPlans } from "../../src/views/plan/plan-view.ts"
import { drawHistogram, mostBars } from "../../src/views/plan/draw-histogram.ts"
import { plainStyle } from "../../src/views/style.ts"
import { findingOf } from "../../src/words/cli-codes.ts"
import { migrationPlan, planStep } from "../support/migration-plan.ts"

const monthly = intervalPartitioning("ORDER_DATE", "MONTH", "2024-01-01", {
  partitions: intervalPartitions("2024-01-01", "2024-04-01", "MONTH", { rowCount: 40 })
})
const source = tableModel({
  owner: "HR",
  name: "ORDERS",
  partitioning: monthly,
  statistics: { rowCount: 3_200_000 },
  segments: { tableBytes: 10 * 1024 ** 3, lobBytes: 0, indexBytes: 2 * 1024 ** 3, source: "exact" }
})
const target = tableModel({
  owner: "HR",
  name: "ORDERS",
  partitioning: { ...monthly, subpartitioning: { type: "hash", columns: ["ORDER_ID"], count: 8, storeIn: [] } }
})

const note = findingOf("OP012", {
  subject: "HR.ORDERS",
  what: "Something has to be known.",
  why: "It is so.",
  advice: "Look at it.",
  evidence: {}
})

const wide = migrationPlan({
  source,
  target,
  notes: [note],
  estimatedSeconds: 7800,
  space: { neededBytes: 13 * 1024 ** 3, basis: "data and indexes" },
  outage: "READ ONLY from step 10 to the end of step 50",
  preview: {
    interval: "NUMTOYMINTERVAL(1,'MONTH')",
    partitions: 3,
    subpartitionsPerPartition: 8,
    rowsPerPartition: 1_066_667,
    from: "2024-01-01",
    to: "2024-03-01",
    positionsUsed: 24,
    hashMaxOverMean: 1.018,
    histogram: [
      { from: "2024-01-01 00:00:00", rows: 800_000 },
      { from: "2024-02-01 00:00:00", rows: 1_600_000 },
      { from: "2024-03-01 00:00:00", rows: 1 }
    ]
  },
  indexDecisions: [
    { index: "ORDERS_PK", choice: "GLOBAL", reason: "it does not contain the partition key", isOverride: false },
    { index: "ORDERS_CUSTOMER_IX", choice: "LOCAL", reason: "the config wants it", isOverride: true }
  ],
  steps: [
    planStep(10, "Create the interim table", {
      locks: [{ object: "HR.ORDERS", mode: "exclusive", duration: "an instant, waits 5 s" }]
    }),
    planStep(50, "Cutover", { master: 2, estimate: { seconds: null, bytes: null } }),
    planStep(70, "Drop the retained table", { master: null })
  ]
})

describe("the view of a plan", () => {
  it("shows what the table becomes, its layout, indexes, steps, locks, outage, space, time, names and notes", () => {
    expect(renderPlan(wide, plainStyle)).toMatchInlineSnapshot(`
      "HR.ORDERS                                                                              plan 01234567
        action    add_interval: Partition it
        strategy  copy_swap: Copy and swap
        from      interval by ORDER_DATE, NUMTOYMINTERVAL(1,'MONTH'); no subpartitions; 4 partitions today
        to        interval by ORDER_DATE, NUMTOYMINTERVAL(1,'MONTH'); 8 hash subpartitions by ORDER_ID
        rows      3,200,000; table 10.0 GB, indexes 2.0 GB (exact)
        layout    3 partitions, from 2024-01-01 to 2024-03-01, about 1,066,667 rows each
                  24 of 1,048,575 positions used
                  8 subpartitions per partition; the fullest gets 1.02 times the mean when the hash key is
                  unique
                  rows per partition
                  2024-01-01    800,000  ####################
                  2024-02-01  1,600,000  ########################################
                  2024-03-01          1  #

        index               becomes  because
        ORDERS_PK           GLOBAL   it does not contain the partition key
        ORDERS_CUSTOMER_IX  LOCAL    the config wants it (chosen in the config)

        step  what                      time  run by
          10  Create the interim table   5 s  master1
              exclusive lock on HR.ORDERS: an instant, waits 5 s
          50  Cutover                      ?  master2
          70  Drop the retained table    5 s  by hand
              after this step nothing can be undone

        outage    READ ONLY from step 10 to the end of step 50
        space     13.0 GB (data and indexes)
        time      about 2 h 10 min
        names     interim ORDERS_INT, retained ORDERS_OLD, ledger ORAPART_ORDERS
                  ORDERS_OLD is kept at least 7 days after the cutover

        warning OP012 table-disabled: Something has to be known.
          why  It is so.
          do   Look at it."
    `)
  })

  it("says what is unknown instead of leaving it out", () => {
    const text = renderPlan(migrationPlan(), plainStyle)
    expect(text).toContain("one heap table, not partitioned")
    expect(text).toContain("unknown (no statistics); size unknown")
    expect(text).toContain("the number of partitions is unknown")
    expect(text).toContain("space     unknown (no sizes)")
    expect(text).toContain("time      unknown: sizes are not in the snapshot")
  })

  it("is never wider than 100 columns, whatever the names", () => {
    const long = "N".repeat(128)
    const step = planStep(10, `Create ${long} and ${long}`, {
      locks: [{ object: "HR.X", mode: "share", duration: "w ".repeat(90) }]
    })
    const plan = { ...wide, outage: "word ".repeat(60).trim(), steps: [step] }
    const lines = renderPlan(plan, plainStyle).split("\n")
    expect(lines.filter((line) => line.length > 100 && !line.includes(long))).toEqual([])
  })

  it("keeps the config's own hours beside the estimate", () => {
    const plan = migrationPlan({ estimatedSeconds: 40, settings: { ...migrationPlan().settings, estimatedHours: 2.5 } })
    expect(renderPlan(plan, plainStyle)).toContain("about 40 s; the config says 2.5 h")
  })
})

describe("the closing lines of plan", () => {
  const flags = { config: "my configs/c.json", snapshot: "s.json", table: ["HR.ORDERS"] }

  it("lead to generate with the same flags, ready to copy", () => {
    const text = renderPlans(flags)({ findings: [], result: { plans: [wide], refused: [] } }, plainStyle)
    expect(text.split("\n").slice(-2)).toEqual([
      "1 plan; 1 warning. Nothing was written.",
      "Next: orapart generate --config 'my configs/c.json' --snapshot s.json --table HR.ORDERS"
    ])
  })

  it("lead to validate when a table was refused", () => {
    const refusal = { ...note, severity: "error" as const }
    const outcome = { findings: [refusal], result: { plans: [], refused: [{ owner: "HR", table: "ORDERS" }] } }
    expect(renderPlans(flags)(outcome, plainStyle).split("\n").slice(-2)).toEqual([
      "0 plans, 1 table without a plan; 1 error. Nothing was written.",
      "Correct the errors, then: orapart validate config --config 'my configs/c.json' --snapshot s.json --table HR.ORDERS"
    ])
  })
})

describe("the histogram", () => {
  const draw = (rows: ReadonlyArray<number>) =>
    drawHistogram({ ...wide.preview, histogram: rows.map((count, index) => ({ from: `P${index}`, rows: count })) })

  it("groups neighbours so that there are never more than twelve bars, and loses no row", () => {
    const lines = draw(Array.from({ length: 100 }, (_, index) => index))
    expect(lines[0]).toBe("rows per 9 partitions")
    const bars = lines.slice(1)
    expect(bars.length).toBeLessThanOrEqual(mostBars)
    const sum = bars.reduce((total, line) => total + Number((line.split(/ +/u)[1] ?? "").replaceAll(",", "")), 0)
    expect(sum).toBe(4950)
  })

  it("draws the largest bar 40 long, a single row as one, and none as nothing", () => {
    const [, ...bars] = draw([1_000_000, 1, 0])
    expect(bars.map((line) => line.replaceAll(/[^#]/gu, "").length)).toEqual([40, 1, 0])
    expect(drawHistogram(wide.preview)[0]).toBe("rows per partition")
    expect(draw([])).toEqual([])
  })
})
