// A config of 40 MB: a valid one is validated, one that is cut off and one with a mistake in its middle are refused with their place.
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { runNode } from "./measure.ts"
import { orapart } from "./places.ts"
import type { Result } from "./result.ts"
import { makeBigSet } from "./thousand-tables.ts"

const columns = (type: string, names: ReadonlyArray<string>) => names.map((name) => ({ name, type, nullable: "Y" }))

/** What discovery writes for the reader: it makes up most of a real config. */
const forReaders = {
  current_state: {
    is_partitioned: false,
    partition_type: "NONE",
    size_gb: 0.15,
    row_count: 1_000_000,
    lob_count: 0,
    index_count: 4
  },
  available_columns: {
    timestamp_columns: columns("TIMESTAMP(6)", ["ORDER_DATE", "CHANGED_AT"]),
    numeric_columns: columns("NUMBER(18)", ["ORDER_ID", "LINE_NO", "CUSTOMER_ID", "AMOUNT", "TAX"]),
    string_columns: columns("VARCHAR2(4000)", [
      "ORDER_REF",
      "STATUS",
      "CHANNEL",
      "CURRENCY",
      "REMARK",
      "COMMENT_TEXT",
      "SHIP_TO",
      "BILL_TO",
      "NOTE"
    ])
  }
}

const makeHugeText = (): string => {
  const config = JSON.parse(makeBigSet(15_000).configText) as { readonly tables: ReadonlyArray<object> }
  return JSON.stringify({ ...config, tables: config.tables.map((table) => ({ ...table, ...forReaders })) }, null, 2)
}

/** One run each per round, as processes. */
export const measureHuge = (folder: string, rounds: number): ReadonlyArray<Result> => {
  mkdirSync(folder, { recursive: true })
  const text = makeHugeText()
  const middle = text.indexOf('"owner"', text.length / 2)
  const texts = {
    "valid, without snapshot": { text, code: 0 },
    "cut off at its end": { text: text.slice(0, -4), code: 1 },
    "a wrong quote in its middle": { text: `${text.slice(0, middle)}'owner'${text.slice(middle + 7)}`, code: 1 }
  }
  return Object.entries(texts).map(([name, given], number) => {
    const config = join(folder, `config-${number}.json`)
    writeFileSync(config, given.text)
    const runs = Array.from({ length: rounds }, () =>
      runNode([orapart, "validate", "config", "--config", config, "--quiet"], { code: given.code })
    )
    const peaks = runs.flatMap(({ peakMiB }) => peakMiB ?? [])
    return {
      what: `validate config, 15,000 tables, ${Math.round(text.length / 1e6)} MB, ${name}`,
      ours: runs.map(({ ms }) => ms),
      anchor: null,
      most: null,
      peak: peaks.length === 0 ? null : { mib: Math.max(...peaks), most: null }
    }
  })
}
