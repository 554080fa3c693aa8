// Supplied packages, called from blocks. Source: PL/SQL Packages and Types Reference.
import { describe, expect, it } from "vitest"
import type { BlockCase } from "../plsql/block-case.ts"
import { fails, prints } from "../plsql/block-case.ts"
import { makeSession } from "../plsql/memory-runtime.ts"
import { runText } from "../plsql/run-case.ts"

const cases: ReadonlyArray<BlockCase> = [
  prints("dbms_assert.enquote_name('Order History', false)", '"Order History"'),
  prints("dbms_assert.enquote_name('orders')", '"ORDERS"'),
  prints("dbms_assert.enquote_name('\"orders\"')", '"orders"'),
  prints("dbms_assert.enquote_literal('abc')", "'abc'"),
  prints("dbms_assert.simple_sql_name('a_1')", "a_1"),
  prints("dbms_assert.qualified_sql_name('hr.\"x y\"')", 'hr."x y"'),
  fails(
    "an unclosed literal",
    "begin dbms_output.put_line(dbms_assert.enquote_literal('a''b')); end;",
    "ORA-06502: PL/SQL: numeric or value error",
    "assumed"
  ),
  fails(
    "a name with a quote in it",
    "begin dbms_output.put_line(dbms_assert.enquote_name('a\"b')); end;",
    "ORA-44003: invalid SQL name"
  ),
  fails(
    "a simple name with a blank",
    "begin dbms_output.put_line(dbms_assert.simple_sql_name('a b')); end;",
    "ORA-44003: invalid SQL name"
  ),
  fails(
    "a qualified name that ends in a point",
    "begin dbms_output.put_line(dbms_assert.qualified_sql_name('a.')); end;",
    "ORA-44004: invalid qualified SQL name"
  ),
  fails(
    "an unknown object",
    "begin dbms_output.put_line(dbms_assert.sql_object_name('nowhere')); end;",
    "ORA-44002: invalid object name"
  ),
  fails(
    "an unknown schema",
    "begin dbms_output.put_line(dbms_assert.schema_name('NOBODY')); end;",
    "ORA-44001: invalid schema"
  ),
  prints("dbms_db_version.version", "19"),
  prints("dbms_flashback.get_system_change_number", "2000001"),
  prints("dbms_lob.getlength('abc') || dbms_lob.substr('abcdef', 2, 3) || dbms_lob.instr('abcabc', 'c', 1, 2)", "3cd6"),
  prints("utl_raw.length(utl_raw.cast_to_raw('äb')) || utl_raw.substr(hextoraw('010203'), 2, 1)", "302"),
  prints("utl_raw.concat(hextoraw('01'), hextoraw('02')) || utl_raw.cast_from_number(100)", "0102C202"),
  prints("dbms_stats.get_prefs('INCREMENTAL')", "FALSE"),
  prints("case when dbms_random.value between 0 and 1 and dbms_random.value(5, 6) between 5 and 6 then 'in' end", "in"),
  prints("length(dbms_random.string('U', 8)) || nvl(dbms_random.string('x', 0), '-')", "8-"),
  {
    name: "DBMS_RANDOM repeats itself with the same seed",
    block:
      "declare a number; b number; begin dbms_random.seed(7); a := dbms_random.value; dbms_random.seed(7); b := dbms_random.value; if a = b and dbms_random.value <> a then dbms_output.put_line('same'); end if; end;",
    output: ["same"],
    source: "documented"
  },
  {
    name: "DBMS_OUTPUT puts lines together",
    block:
      "begin dbms_output.put('a'); dbms_output.put(1); dbms_output.new_line; dbms_output.put_line(''); dbms_output.put('lost'); end;",
    output: ["a1", ""],
    source: "documented"
  },
  {
    name: "DBMS_OUTPUT gives lines back",
    block:
      "declare s varchar2(9); n integer; begin dbms_output.put_line('x'); dbms_output.get_line(s, n); dbms_output.put_line(s || n); dbms_output.get_line(s, n); dbms_output.get_line(s, n); dbms_output.put_line(nvl(s, 'none') || n); end;",
    output: ["none1"],
    source: "documented"
  },
  {
    name: "DBMS_OUTPUT keeps nothing while disabled",
    block:
      "begin dbms_output.put_line('a'); dbms_output.disable; dbms_output.put_line('b'); dbms_output.enable; dbms_output.put_line('c'); end;",
    output: ["c"],
    source: "documented"
  },
  {
    name: "DBMS_OUTPUT overflows",
    block:
      "begin dbms_output.disable; dbms_output.enable(2000); for i in 1 .. 3 loop dbms_output.put_line(rpad('x', 900, 'x')); end loop; end;",
    output: ["x".repeat(900), "x".repeat(900)],
    error: "ORA-20000: ORU-10027: buffer overflow, limit of 2000 bytes\nORA-06512: at line 1",
    source: "documented"
  },
  {
    name: "DBMS_APPLICATION_INFO tells what was set, cut to its length",
    block:
      "declare m varchar2(99); a varchar2(99); c varchar2(99); begin dbms_application_info.set_module(rpad('m', 60, 'm'), 'act'); dbms_application_info.set_client_info('info'); dbms_application_info.read_module(m, a); dbms_application_info.read_client_info(c); dbms_output.put_line(length(m) || a || c); dbms_application_info.set_action(null); dbms_application_info.read_module(m, a); dbms_output.put_line(nvl(a, 'none')); end;",
    output: ["48actinfo", "none"],
    source: "documented"
  },
  {
    name: "DBMS_UTILITY waits for transactions and gives the SCN",
    block:
      "declare ok boolean; s number; begin ok := dbms_utility.wait_on_pending_dml(tables => 'emp, HR.\"T\"', timeout => 5, scn => s); if ok then dbms_output.put_line(s); end if; end;",
    output: ["2000001"],
    source: "documented"
  },
  fails(
    "waiting for a table that does not exist",
    "declare ok boolean; s number; begin ok := dbms_utility.wait_on_pending_dml('nowhere', 1, s); end;",
    "ORA-00942: table or view does not exist"
  ),
  fails(
    "statistics of a table that does not exist",
    "begin dbms_stats.gather_table_stats('HR', 'NOWHERE'); end;",
    'ORA-20000: Unable to analyze TABLE "HR"."NOWHERE", insufficient privileges or does not exist'
  ),
  fails(
    "a refresh without materialized views",
    "begin dbms_mview.refresh('HR.\"By day\"', 'C'); end;",
    'ORA-23401: materialized view "HR"."By day" does not exist'
  ),
  fails("a task that does not exist", "begin dbms_parallel_execute.drop_task('t'); end;", "ORA-29498: task not found"),
  fails(
    "a task that exists",
    "begin dbms_parallel_execute.create_task('t'); dbms_parallel_execute.create_task('t'); end;",
    "ORA-29497: duplicate task name"
  ),
  fails(
    "the DDL of an object that does not exist",
    "declare c clob; begin c := dbms_metadata.get_ddl('VIEW', 'V', 'HR'); end;",
    'ORA-31603: object "V" of type VIEW not found in schema "HR"'
  ),
  fails(
    "an implicit result of a closed cursor",
    "declare c sys_refcursor; begin dbms_sql.return_result(c); end;",
    "ORA-01001: invalid cursor"
  )
]

describe("supplied packages", () => {
  it.each(cases)("$name", async ({ block, output = [], error = null }) => {
    const seen = await runText(block)
    expect({ error: seen.error, output: seen.output }).toEqual({ error, output })
  })

  it("sleeps as long as it is told", async () => {
    const { session } = await runText("begin dbms_session.sleep(0.5); dbms_lock.sleep(2); end;")
    expect(session.log).toEqual(["sleep 0.5", "sleep 2"])
  })

  it("gives implicit results in order", async () => {
    const { session } = await runText(
      "declare c sys_refcursor; begin open c for select id from emp; dbms_sql.return_result(c); open c for select name from emp; dbms_sql.return_result(c); end;"
    )
    expect(await Promise.all(session.results.map(async (cursor) => (await cursor.fetch(1))[0]))).toEqual([
      ["1"],
      ["ANN"]
    ])
  })

  it("keeps a task with its chunks in the catalog until it is dropped", async () => {
    const session = makeSession()
    const { error } = await runText("begin dbms_parallel_execute.create_task('t', 'why'); end;", session)
    expect(error).toBeNull()
    expect([...session.runtime.catalog().all("parallel-task")]).toMatchObject([
      { owner: "HR", name: "t", comment: "why", chunks: [] }
    ])
    await runText("begin dbms_parallel_execute.drop_task('t'); end;", session)
    expect([...session.runtime.catalog().all("parallel-task")]).toEqual([])
  })
})
