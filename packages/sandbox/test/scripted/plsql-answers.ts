// The battery's PL/SQL blocks, and what they do to their binds.
import type { BindValue, ExecuteResult, SqlValue } from "../../src/engine/engine.ts"
import type { Answer, ScriptedCall, ScriptedSession } from "./scripted-engine.ts"
import { column, countRows, makeCursor, oraError } from "./scripted-values.ts"

type Binds = Readonly<Record<string, BindValue>>

/** A block that changes binds: the given ones come out, the others as they went in. */
const block =
  (run: (bind: (name: string) => BindValue, call: ScriptedCall) => Binds): Answer[1] =>
  (call): ExecuteResult => ({
    kind: "plsql",
    implicitResults: [],
    outRows: call.request.rows.map((row, at) => {
      const changed = run((name) => call.bind(name, at), call)
      return call.request.statement.binds.map((name, place) =>
        name in changed ? (changed[name] ?? null) : (row[place] ?? null)
      )
    })
  })

const textOf = (value: BindValue): string => (typeof value === "string" ? value : "")

const ddl =
  (hasCompileErrors: boolean): Answer[1] =>
  () => ({ kind: "ddl", hasCompileErrors })

const isArray = (value: BindValue): value is ReadonlyArray<SqlValue> => Array.isArray(value)
const elements = (value: BindValue): ReadonlyArray<SqlValue> => (isArray(value) ? value : [])

const linesOf = (session: ScriptedSession): Array<string> => {
  const lines = session.notes.get("lines")
  if (Array.isArray(lines)) return lines
  const fresh: Array<string> = []
  session.notes.set("lines", fresh)
  return fresh
}

const levels = (count: number) =>
  makeCursor(
    [column("LEVEL", "NUMBER")],
    countRows(count, (level) => [String(level)])
  )

const sleep = ({ request, bind }: ScriptedCall): Promise<ExecuteResult> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer)
      reject(oraError(1013, "user requested cancel of current operation"))
    }
    const timer = setTimeout(
      () => {
        request.signal.removeEventListener("abort", stop)
        resolve({ kind: "plsql", outRows: request.rows, implicitResults: [] })
      },
      Number(bind("SECONDS")) * 1000
    )
    request.signal.addEventListener("abort", stop, { once: true })
  })

/** Answers to blocks. */
export const plsqlAnswers: ReadonlyArray<Answer> = [
  [
    /^begin :o := :i \* 2; :io := :io \|\| '!'; end;$/i,
    block((bind) => ({ O: String(Number(bind("I")) * 2), IO: `${textOf(bind("IO"))}!` }))
  ],
  [/^begin :o := :i \* 2; end;$/i, block((bind) => ({ O: String(Number(bind("I")) * 2) }))],
  [/^begin :o := :i; end;$/i, block((bind) => ({ O: bind("I") }))],
  [/^begin :o := not :i; end;$/i, block((bind) => ({ O: bind("I") === null ? null : bind("I") !== true }))],
  [/^begin :n := null; :s := null; end;$/i, block(() => ({ N: null, S: null }))],
  [
    /^begin :d := date /i,
    block(() => ({ D: "2024-03-31 00:00:00", T: "2024-03-31 01:02:03.5", R: Uint8Array.of(10, 11) }))
  ],
  [/^begin :s := rpad\('x', 50, 'x'\); end;$/i, block(() => ({ S: "x".repeat(50) }))],
  [
    /^begin raise_application_error\(-20123, 'no such order'\); end;$/i,
    () => {
      throw oraError(20_123, "no such order\nORA-06512: at line 1")
    }
  ],
  [
    /^begin no_such_procedure; end;$/i,
    () => {
      throw oraError(6550, "line 1, column 7:\nPLS-00201: identifier 'NO_SUCH_PROCEDURE' must be declared", 6)
    }
  ],
  [/^begin dbms_output\.enable\(null\); end;$/i, block(() => ({}))],
  [
    /^begin dbms_output\.put_line\('one'\); dbms_output\.put_line\('two'\); end;$/i,
    block((_, { session }) => {
      linesOf(session).push("one", "two")
      return {}
    })
  ],
  [
    /^begin dbms_output\.get_line\(:line, :status\); end;$/i,
    block((_, { session }) => {
      const line = linesOf(session).shift()
      return { LINE: line ?? null, STATUS: line === undefined ? "1" : "0" }
    })
  ],
  [
    /^begin dbms_output\.get_lines\(:lines, :count\); end;$/i,
    block((bind, { session }) => {
      const lines = linesOf(session).splice(0, Number(bind("COUNT")))
      return { LINES: lines, COUNT: String(lines.length) }
    })
  ],
  [/^create or replace package battery_pkg /i, ddl(false)],
  [/^drop (package|procedure) /i, ddl(false)],
  [/^create or replace procedure battery_broken /i, ddl(true)],
  [
    /^begin :sum := battery_pkg\.total\(:numbers\); end;$/i,
    block((bind) => ({
      SUM: String(elements(bind("NUMBERS")).reduce((sum: number, value) => sum + Number(value), 0))
    }))
  ],
  [/^begin open :rc for select level from dual connect by level <= 250; end;$/i, block(() => ({ RC: levels(250) }))],
  [
    /^begin open :rc for select level, to_clob\('text ' \|\| level\) from dual connect by level <= 120; end;$/i,
    block(() => ({
      RC: makeCursor(
        [column("LEVEL", "NUMBER"), column("C", "CLOB")],
        countRows(120, (level) => [String(level), `text ${level}`])
      )
    }))
  ],
  [
    /^declare c1 sys_refcursor; /i,
    () => ({
      kind: "plsql",
      outRows: [[]],
      implicitResults: [levels(3), makeCursor([column("X", "CHAR", { sizeBytes: 1 })], [["x"]])]
    })
  ],
  [/^begin dbms_session\.sleep\(:seconds\); end;$/i, sleep]
]
