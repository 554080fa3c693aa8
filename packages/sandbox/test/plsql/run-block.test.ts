// The entry: binds in all directions, stored units, break-off, speed, many turns.
import { performance } from "node:perf_hooks"
import { describe, expect, it } from "vitest"
import type { BindDeclaration, BindValue, OracleTypeName } from "../../src/engine/engine.ts"
import { ora } from "../../src/errors/ora.ts"
import type { BlockBind } from "../../src/plsql/run-block.ts"
import { callUnit, checkUnit, runBlock } from "../../src/plsql/run-block.ts"
import { parseStatement } from "../../src/sql/parse-statement.ts"
import { makeSession } from "./memory-runtime.ts"
import { runText } from "./run-case.ts"

const bind = (
  name: string,
  type: OracleTypeName,
  value: BindValue,
  more: Partial<BindDeclaration> = {}
): BlockBind => ({
  name,
  declaration: { type, maxBytes: 100, arraySize: null, ...more },
  value
})

const run = async (
  text: string,
  binds: ReadonlyArray<BlockBind>,
  session = makeSession()
): Promise<ReadonlyArray<BindValue>> => {
  const block = parseStatement(text)
  if (block.kind !== "block") throw new Error("not a block")
  return runBlock({ text, block }, binds, session.runtime)
}

describe("binds of a block", () => {
  it("go in, out, and both", async () => {
    const result = await run("begin :o := :i * 2; :io := :io || '!'; end;", [
      bind("O", "NUMBER", null),
      bind("I", "NUMBER", "21"),
      bind("IO", "VARCHAR2", "hey")
    ])
    expect(result).toEqual(["42", "21", "hey!"])
  })

  it("keep every digit", async () => {
    const digits = "12345678901234567890123456789012345678"
    expect(await run("begin :n := :n + 1; end;", [bind("N", "NUMBER", digits)])).toEqual([
      "12345678901234567890123456789012345679"
    ])
  })

  it("carry BOOLEAN, DATE, RAW and NULL", async () => {
    const result = await run("begin :b := not :b; :d := date '2024-03-31'; :r := hextoraw('0A0B'); :n := null; end;", [
      bind("B", "BOOLEAN", false),
      bind("D", "DATE", null),
      bind("R", "RAW", null),
      bind("N", "NUMBER", "7")
    ])
    expect(result).toEqual([true, "2024-03-31 00:00:00", new Uint8Array([10, 11]), null])
  })

  it("refuse a value longer than the driver made room for", async () => {
    const failing = run("begin :s := rpad('x', 50, 'x'); end;", [bind("S", "VARCHAR2", null, { maxBytes: 10 })])
    await expect(failing).rejects.toMatchObject({ code: 6502 })
  })

  it("pass texts beyond 32,767 bytes", async () => {
    const big = "0123456789".repeat(7000)
    const room = { maxBytes: 100_000 }
    expect(
      await run("begin :o := :i; end;", [bind("O", "VARCHAR2", null, room), bind("I", "VARCHAR2", big, room)])
    ).toEqual([big, big])
  })

  it("carry index-by tables both ways", async () => {
    const session = makeSession()
    await run("begin dbms_output.put_line('one'); dbms_output.put_line(null); end;", [], session)
    const result = await run(
      "begin dbms_output.get_lines(:lines, :n); end;",
      [bind("LINES", "VARCHAR2", [], { arraySize: 10 }), bind("N", "NUMBER", "10")],
      session
    )
    expect(result).toEqual([["one", null], "2"])
  })

  it("give an open cursor to the client", async () => {
    const [cursor] = await run("begin open :c for select id from emp; end;", [bind("C", "CURSOR", null)])
    if (cursor === null || typeof cursor !== "object" || !("fetch" in cursor)) throw new Error("no cursor")
    expect(await cursor.fetch(10)).toEqual([["1"], ["2"], ["3"]])
  })

  it("that nobody gave are PLS-00049", async () => {
    await expect(run("begin :x := 1; end;", [])).rejects.toThrow(/PLS-00049: bad bind variable 'X'/u)
  })
})

const double =
  "CREATE FUNCTION double (n NUMBER, times NUMBER DEFAULT 2) RETURN NUMBER IS\nBEGIN\n  RETURN n * times;\nEND;"
const failing = "CREATE PROCEDURE failing (o OUT NUMBER) IS\nBEGIN\n  o := 1;\n  RAISE NO_DATA_FOUND;\nEND;"
const broken = "CREATE PROCEDURE broken IS\nBEGIN\n  nonsense;\nEND;"
const fill =
  "CREATE PROCEDURE fill (a IN NUMBER, b OUT VARCHAR2, c IN OUT NUMBER) IS\nBEGIN\n  b := 'b' || a;\n  c := c + a;\nEND;"

describe("stored units", () => {
  it("are called from a block by name", async () => {
    const session = makeSession([double])
    const { output } = await runText(
      "begin dbms_output.put_line(double(21) || ' ' || double(times => 3, n => 2)); end;",
      session
    )
    expect(output).toEqual(["42 6"])
  })

  it("stand in ORA-06512 with owner and line", async () => {
    const { error } = await runText("declare n number;\nbegin\n  failing(n);\nend;", makeSession([failing]))
    expect(error).toBe('ORA-01403: no data found\nORA-06512: at "HR.FAILING", line 4\nORA-06512: at line 3')
  })

  it("that do not compile are ORA-06508", async () => {
    const { error } = await runText("begin broken; end;", makeSession([broken]))
    expect(error).toBe('ORA-06508: PL/SQL: could not find program unit being called: "HR.BROKEN"\nORA-06512: at line 1')
  })

  it("are checked with places in their own text", async () => {
    const { runtime } = makeSession([broken, double])
    const [bad, good] = [runtime.findUnit(["BROKEN"]), runtime.findUnit(["DOUBLE"])]
    if (bad === null || good === null) throw new Error("not found")
    expect(await checkUnit(good, runtime)).toEqual([])
    expect(await checkUnit(bad, runtime)).toMatchObject([
      { message: "PLS-00201: identifier 'NONSENSE' must be declared", line: 3, column: 3 },
      { message: "PL/SQL: Statement ignored", line: 3, column: 3 }
    ])
  })

  it("give results and OUT arguments to callUnit", async () => {
    const { runtime } = makeSession([fill, double])
    const [fillUnit, doubleUnit] = [runtime.findUnit(["FILL"]), runtime.findUnit(["DOUBLE"])]
    if (fillUnit === null || doubleUnit === null) throw new Error("not found")
    const number = (value: string) => ({ type: "NUMBER" as const, value })
    const called = await callUnit(fillUnit, [number("2"), { type: "VARCHAR2", value: null }, number("5")], runtime)
    expect(called).toEqual({ result: null, values: [number("2"), { type: "VARCHAR2", value: "b2" }, number("7")] })
    expect((await callUnit(doubleUnit, [number("4")], runtime)).result).toEqual(number("8"))
  })
})

describe("a long run", () => {
  it("makes a million turns in about a second", async () => {
    const begin = performance.now()
    const { output } = await runText(
      "declare n pls_integer := 0; begin for i in 1 .. 1000000 loop if mod(i, 3) = 0 then n := n + 1; end if; end loop; dbms_output.put_line(n); end;"
    )
    expect(output).toEqual(["333333"])
    expect(performance.now() - begin).toBeLessThan(3000)
  })

  it("takes no memory for turns that wait", async () => {
    const { output } = await runText(
      "declare d date := date '2024-01-01'; n pls_integer := 0; begin loop n := n + 1; exit when n = 20000; d := d + 0; end loop; dbms_output.put_line(n); end;"
    )
    expect(output).toEqual(["20000"])
  })

  it("is broken off by the client, which no handler catches", async () => {
    const session = makeSession()
    let asked = 0
    const runtime = {
      ...session.runtime,
      checkpoint: () => {
        asked += 1
        if (asked > 3) throw ora(1013)
        return Promise.resolve()
      }
    }
    const text = "begin loop null; end loop; exception when others then dbms_output.put_line('caught'); end;"
    const block = parseStatement(text)
    if (block.kind !== "block") throw new Error("not a block")
    await expect(runBlock({ text, block }, [], runtime)).rejects.toMatchObject({ code: 1013 })
    expect(session.runtime.output.takeMany(9)).toEqual([])
  })

  it("leaves transactions to the session, in order", async () => {
    const { session } = await runText(
      "begin savepoint a; rollback to a; commit; execute immediate 'create table x (a number)'; lock table emp in exclusive mode; rollback; end;"
    )
    expect(session.log).toEqual([
      "savepoint A",
      "rollback to A",
      "commit",
      "create table x (a number)",
      "lock",
      "rollback"
    ])
  })
})
