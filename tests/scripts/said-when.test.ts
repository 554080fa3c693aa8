// Every code that a script can say, with the question that stands right before it: a code that is said for another reason misleads
// whoever reads its page at night.
import { describe, expect, it } from "vitest"
import { scriptCodes } from "../../packages/strategy-copy-swap/src/index.ts"
import { renderScenario } from "./scenario.ts"
import { findSet, readFile } from "./script-sets.ts"
import type { ScriptSet } from "./script-sets.ts"

const orders = findSet("hr/HR_ORDERS")
const notLogged = findSet("mixed_scenarios/WAREHOUSE_SENSOR_SAMPLES")

interface Said {
  readonly code: string
  readonly file: string
  /** A part of the condition or query that decides. */
  readonly question: string
  readonly set?: ScriptSet
}

const preflight = (code: string, question: string, set = orders): Said => ({
  code,
  file: "00_preflight.sql",
  question,
  set
})

const said: ReadonlyArray<Said> = [
  preflight("OP300", "IF l_errors > 0 THEN"),
  preflight("OP301", "SELECT 1 FROM session_privs s WHERE s.privilege IN (needed.privilege"),
  preflight("OP302", "IF l_count IS NULL THEN"),
  preflight("OP303", "IF l_count <> 12 THEN"),
  preflight("OP305", "WHERE ORDER_DATE >= TO_DATE("),
  preflight("OP306", "FROM all_triggers"),
  preflight("OP307", "WHERE c.constraint_type = 'R'"),
  preflight("OP308", "AND present.name = planned.name)"),
  preflight("OP309", "WHERE privilege = 'EXEMPT ACCESS POLICY'"),
  preflight("OP310", "FROM all_mview_logs"),
  preflight("OP311", "FROM dba_free_space WHERE tablespace_name"),
  preflight("OP312", "force_logging", notLogged),
  preflight("OP313", "FROM v$locked_object"),
  preflight("OP314", "WHERE parameter = ''Partitioning''"),
  preflight("OP315", "DBMS_DB_VERSION.VERSION < 12"),
  preflight("OP316", "AND o.status <> 'VALID'"),
  { code: "OP401", file: "20_data_load.sql", question: "noted('step-10') IS NULL" },
  { code: "OP402", file: "20_data_load.sql", question: "noted('plan') <> '" },
  { code: "OP403", file: "30_create_indexes.sql", question: "noted('step-30') = 'done'" },
  { code: "OP404", file: "50_swap_tables.sql", question: "table_id('ORDERS') <> NVL(noted('source-id'), '-')" },
  { code: "OP405", file: "10_create_table.sql", question: "WHEN resource_busy THEN" },
  { code: "OP406", file: "20_data_load.sql", question: "IF l_source <> l_copied THEN" },
  { code: "OP407", file: "70_drop_old_table.sql", question: "NVL(:orapart_answer, '-') <> 'HR.ORDERS'" },
  { code: "OP408", file: "50_swap_tables.sql", question: "l_begun IS NOT NULL" },
  { code: "OP409", file: "70_drop_old_table.sql", question: "SYSDATE < TO_DATE(noted('cutover-at')" },
  { code: "OP410", file: "rollback/10_undo_create_table.sql", question: "noted('step-50-begun') IS NOT NULL" },
  { code: "OP601", file: "20_data_load.sql", question: "IF l_differences > 0 THEN" },
  { code: "OP602", file: "65_verify.sql", question: "IF l_wrong > 0 THEN" }
]

/** The lines before each place where the code is said. */
const readReasons = ({ code, file, set = orders }: Said): ReadonlyArray<string> => {
  const lines = readFile(set, file).split("\n")
  return lines.flatMap((line, index) =>
    line.includes(`'${code} `) ? [lines.slice(Math.max(0, index - 12), index).join("\n")] : []
  )
}

describe("the codes that scripts say", () => {
  it.for(said)("$code is said by $file when it found: $question", (one) => {
    const reasons = readReasons(one)
    expect(reasons.length).toBeGreaterThan(0)
    expect(reasons.filter((reason) => reason.includes(one.question))).not.toEqual([])
  })

  it("OP304 is said for rows without a key, and only where the column allows them", async () => {
    const nullable = await renderScenario({ table: { columns: ["ORDER_ID NUMBER(12) NOT NULL", "ORDER_DATE DATE"] } })
    const one = preflight("OP304", "WHERE ORDER_DATE IS NULL", nullable)
    expect(readReasons(one).filter((reason) => reason.includes(one.question))).toHaveLength(1)
    expect(readReasons({ ...one, set: orders })).toEqual([])
  })

  it("OP317 is said when undo does not reach back, and only where others write during the load", () => {
    const one = preflight("OP317", "''undo_retention''", findSet("mixed_scenarios/WAREHOUSE_PRICE_CHANGES"))
    expect(readReasons(one)[0]).toContain(one.question)
    expect(readReasons({ ...one, set: orders })).toEqual([])
  })

  it("OP603 is said by the undo of the cutover when rows would be left behind", () => {
    const one = { code: "OP603", file: "rollback/50_undo_swap_tables.sql", question: "IF l_differences > 0 THEN" }
    expect(readReasons(one).filter((reason) => reason.includes(one.question))).not.toEqual([])
  })

  it("have a row here each", () => {
    const rows = [...said.map(({ code }) => code), "OP304", "OP317", "OP603"].toSorted()
    expect([...new Set(rows)]).toEqual(scriptCodes.map(({ code }) => code))
  })
})
