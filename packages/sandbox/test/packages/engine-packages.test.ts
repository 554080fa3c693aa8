// Packages that read tables and change the catalog, and blocks with real SQL under them: on the real engine.
import { performance } from "node:perf_hooks"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Engine, EngineSession } from "../../src/engine/engine.ts"
import { execute, failure, openSession, openTestEngine, query, scalar, touch } from "../engine/sandbox-kit.ts"

let engine: Engine
let session: EngineSession

beforeAll(async () => {
  engine = await openTestEngine()
  session = await openSession(engine)
  await execute(session, "CREATE TABLE shop (id NUMBER PRIMARY KEY, region VARCHAR2(10), opened DATE, note CLOB)")
  await touch(
    session,
    "INSERT INTO shop SELECT LEVEL, CASE MOD(LEVEL, 4) WHEN 0 THEN NULL WHEN 1 THEN 'north' ELSE 'south' END, DATE '2024-01-01' + LEVEL, 'n' FROM dual CONNECT BY LEVEL <= 100"
  )
  await session.commit()
}, 120_000)

afterAll(() => engine.close())

const block = async (text: string): Promise<ReadonlyArray<string>> => {
  await execute(session, "begin dbms_output.enable(null); end;")
  await execute(session, text)
  const lines: string[] = []
  for (;;) {
    const result = await execute(session, "begin dbms_output.get_line(:l, :s); end;", [null, null])
    const row = result.kind === "plsql" ? result.outRows[0] : undefined
    if (row === undefined || row[1] !== "0") return lines
    lines.push(typeof row[0] === "string" ? row[0] : "")
  }
}

describe("DBMS_STATS", () => {
  it("counts rows, distinct values and NULLs", async () => {
    await block(
      "begin dbms_stats.gather_table_stats(user, 'shop', method_opt => 'FOR ALL COLUMNS SIZE 1', cascade => true); end;"
    )
    expect(await query(session, "SELECT num_rows, sample_size FROM user_tables WHERE table_name = 'SHOP'")).toEqual([
      ["100", "100"]
    ])
    expect(
      await query(
        session,
        "SELECT column_name, num_distinct, num_nulls FROM user_tab_col_statistics WHERE table_name = 'SHOP' AND column_name IN ('ID', 'REGION') ORDER BY 1"
      )
    ).toEqual([
      ["ID", "100", "0"],
      ["REGION", "2", "25"]
    ])
  })

  it("keeps the least and greatest value in Oracle's bytes", async () => {
    expect(
      await query(
        session,
        "SELECT RAWTOHEX(low_value), RAWTOHEX(high_value) FROM user_tab_col_statistics WHERE table_name = 'SHOP' AND column_name = 'ID'"
      )
    ).toEqual([["C102", "C202"]])
  })

  it("forgets them again", async () => {
    await block("begin dbms_stats.delete_table_stats(user, 'SHOP'); end;")
    expect(await scalar(session, "SELECT num_rows FROM user_tables WHERE table_name = 'SHOP'")).toBeNull()
  })

  it("refuses a locked table unless it is forced", async () => {
    await block("begin dbms_stats.lock_table_stats(user, 'SHOP'); end;")
    const error = await failure(session, "begin dbms_stats.gather_table_stats(user, 'SHOP'); end;")
    expect(error.message).toBe("ORA-20005: object statistics are locked (stattype = ALL)\nORA-06512: at line 1")
    await block(
      "begin dbms_stats.gather_table_stats(user, 'SHOP', force => true); dbms_stats.unlock_table_stats(user, 'SHOP'); end;"
    )
    expect(await scalar(session, "SELECT num_rows FROM user_tables WHERE table_name = 'SHOP'")).toBe("100")
  })

  it("keeps preferences of a table", async () => {
    const lines = await block(
      "begin dbms_stats.set_table_prefs(user, 'SHOP', 'INCREMENTAL', 'TRUE'); dbms_output.put_line(dbms_stats.get_prefs('INCREMENTAL', user, 'SHOP')); dbms_output.put_line(dbms_stats.get_prefs('INCREMENTAL')); end;"
    )
    expect(lines).toEqual(["TRUE", "FALSE"])
  })

  it("names an extension by its text, and makes it once", async () => {
    const create = `declare n varchar2(128); begin n := dbms_stats.create_extended_stats(ownname => user, tabname => '"SHOP"', extension => '("ID","REGION")'); dbms_output.put_line(n); end;`
    expect(await block(create)).toEqual([expect.stringMatching(/^SYS_STU[0-9A-Z]{21}_$/u)])
    expect((await failure(session, create)).code).toBe(20007)
  })
})

describe("DBMS_RLS", () => {
  const add =
    "begin dbms_rls.add_policy(object_schema => user, object_name => 'SHOP', policy_name => '\"P 1\"', function_schema => 'SEC', policy_function => 'RULES.ONLY_OWN', statement_types => 'SELECT,UPDATE', policy_type => dbms_rls.context_sensitive, sec_relevant_cols => 'REGION,\"Name\"'); end;"

  it("records a policy once", async () => {
    await block(add)
    expect((await failure(session, add)).code).toBe(28101)
  })

  it("drops one that is there and no other", async () => {
    await block("begin dbms_rls.drop_policy(user, 'SHOP', '\"P 1\"'); end;")
    expect((await failure(session, "begin dbms_rls.drop_policy(user, 'SHOP', '\"P 1\"'); end;")).code).toBe(28102)
  })
})

describe("DBMS_PARALLEL_EXECUTE", () => {
  it("cuts a table into chunks that hold every row once", async () => {
    await block(
      "begin dbms_parallel_execute.create_task('T1'); dbms_parallel_execute.create_chunks_by_rowid('T1', user, 'SHOP', by_row => true, chunk_size => 30); dbms_output.put_line(dbms_parallel_execute.task_status('T1')); dbms_parallel_execute.drop_task('T1'); end;"
    )
    expect((await failure(session, "begin dbms_parallel_execute.drop_task('T1'); end;")).code).toBe(29498)
  })
})

describe("a block over real tables", () => {
  it("undoes everything when it fails, and nothing that was before", async () => {
    await touch(session, "UPDATE shop SET region = 'west' WHERE id = 1")
    await failure(session, "begin update shop set region = 'lost' where id = 2; raise value_error; end;")
    expect(await query(session, "SELECT region FROM shop WHERE id IN (1, 2) ORDER BY id")).toEqual([
      ["west"],
      ["south"]
    ])
    await session.rollback()
  })

  it("keeps what a handled error left", async () => {
    await block(
      "begin update shop set region = 'kept' where id = 2; begin insert into shop (id) values (1); exception when dup_val_on_index then null; end; end;"
    )
    expect(await scalar(session, "SELECT region FROM shop WHERE id = 2")).toBe("kept")
    await session.rollback()
  })

  it("reports unknown tables and columns before it runs", async () => {
    const error = await failure(session, "begin\n  update shop set region = 'x';\n  delete from nowhere;\nend;")
    expect(error.message).toContain("ORA-06550: line 3, column 15:\nPL/SQL: ORA-00942: table or view does not exist")
    expect(await scalar(session, "SELECT COUNT(*) FROM shop WHERE region = 'x'")).toBe("0")
  })

  it("reads fields of a cursor's rows, dates and CLOBs included", async () => {
    const lines = await block(
      "begin for r in (select id, opened, note, region from shop where id < 3 order by id) loop dbms_output.put_line(r.id || to_char(r.opened, 'YYYY-MM-DD') || r.note || nvl(r.region, '-')); end loop; end;"
    )
    expect(lines).toEqual(["12024-01-02nnorth", "22024-01-03nsouth"])
  })

  it("runs DDL between statements and sees its effect", async () => {
    const lines = await block(
      "declare n number; begin execute immediate 'create table made (a number)'; execute immediate 'insert into made values (:1)' using 7; execute immediate 'select max(a) from made' into n; dbms_output.put_line(n); execute immediate 'drop table made purge'; end;"
    )
    expect(lines).toEqual(["7"])
  })

  it("inserts 1,000 rows one by one in a second or two", async () => {
    const begin = performance.now()
    await block(
      "begin for i in 1001 .. 2000 loop insert into shop (id, region) values (i, 'r' || mod(i, 7)); end loop; end;"
    )
    expect(await scalar(session, "SELECT COUNT(*) FROM shop")).toBe("1100")
    expect(performance.now() - begin).toBeLessThan(5000)
    await session.rollback()
  })
})
