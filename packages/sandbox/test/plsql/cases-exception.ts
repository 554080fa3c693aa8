// Exceptions: handlers, names, lines. Source: PL/SQL Language Reference, Error Handling; lines of traces are assumed unless a sample of the books shows them.
import type { BlockCase } from "./block-case.ts"

const out = (text: string): string => `dbms_output.put_line(${text});`

export const exceptionCases: ReadonlyArray<BlockCase> = [
  {
    name: "tells the line of an application's error",
    block: "begin\n  null;\n  raise_application_error(-20123, 'no such order');\nend;",
    error: "ORA-20123: no such order\nORA-06512: at line 3",
    source: "observed"
  },
  {
    name: "tells one line per activation, innermost first",
    block:
      "declare\n  procedure p is\n  begin\n    raise_application_error(-20001, 'x');\n  end;\n  procedure q is\n  begin\n    p;\n  end;\nbegin\n  q;\nend;",
    error: "ORA-20001: x\nORA-06512: at line 4\nORA-06512: at line 8\nORA-06512: at line 11",
    source: "documented"
  },
  {
    name: "refuses numbers outside -20999 to -20000",
    block: "begin raise_application_error(-19999, 'x'); end;",
    error:
      "ORA-21000: error number argument to raise_application_error of -19999 is out of range\nORA-06512: at line 1",
    source: "documented"
  },
  {
    name: "refuses numbers below -20999",
    block: "begin raise_application_error(-21000, 'x'); end;",
    error:
      "ORA-21000: error number argument to raise_application_error of -21000 is out of range\nORA-06512: at line 1",
    source: "documented"
  },
  {
    name: "catches by name",
    block: `declare n number; begin n := 1 / 0; exception when no_data_found then ${out("'a'")} when zero_divide then ${out("'b ' || sqlcode || ' ' || sqlerrm")} end;`,
    output: ["b -1476 ORA-01476: divisor is equal to zero"],
    source: "documented"
  },
  {
    name: "catches several names at once",
    block: `begin raise value_error; exception when no_data_found or value_error then ${out("sqlcode")} end;`,
    output: ["-6502"],
    source: "documented"
  },
  {
    name: "has 100 as the code of no data",
    block: `begin raise no_data_found; exception when others then ${out("sqlcode || sqlerrm")} end;`,
    output: ["100ORA-01403: no data found"],
    source: "documented"
  },
  {
    name: "has 1 as the code of an own exception",
    block: `declare e exception; begin raise e; exception when e then ${out("sqlcode || ' ' || sqlerrm")} end;`,
    output: ["1 User-Defined Exception"],
    source: "documented"
  },
  {
    name: "reports an unhandled own exception",
    block: "declare\n  e exception;\nbegin\n  raise e;\nend;",
    error: "ORA-06510: PL/SQL: unhandled user-defined exception\nORA-06512: at line 4",
    source: "documented"
  },
  {
    name: "gives an own exception a number",
    block: `declare e exception; pragma exception_init(e, -942); begin execute immediate 'drop table no_such'; exception when e then ${out("sqlcode")} end;`,
    output: ["-942"],
    source: "documented"
  },
  {
    name: "catches an application's error by its number",
    block: `declare e exception; pragma exception_init(e, -20005); begin raise_application_error(-20005, 'five'); exception when e then ${out("sqlerrm")} end;`,
    output: ["ORA-20005: five"],
    source: "documented"
  },
  {
    name: "keeps two exceptions of one name apart",
    block: `declare e exception; begin declare e exception; begin raise e; end; exception when e then ${out("'outer'")} when others then ${out("'other'")} end;`,
    output: ["other"],
    source: "documented"
  },
  {
    name: "forgets the exception after the handler",
    block: `begin begin raise value_error; exception when others then null; end; ${out("sqlcode")} end;`,
    output: ["0"],
    source: "documented"
  },
  {
    name: "tells a subprogram called by a handler of the exception",
    block: `declare procedure show is begin ${out("sqlcode")} end; begin raise too_many_rows; exception when others then show; end;`,
    output: ["-1422"],
    source: "documented"
  },
  {
    name: "raises the same exception again",
    block: "begin\n  begin\n    raise no_data_found;\n  exception\n    when others then\n      raise;\n  end;\nend;",
    error: "ORA-01403: no data found\nORA-06512: at line 6\nORA-06512: at line 3",
    source: "assumed"
  },
  {
    name: "names the earlier error below one raised in a handler",
    block: "begin\n  raise no_data_found;\nexception\n  when no_data_found then\n    raise value_error;\nend;",
    error: "ORA-06502: PL/SQL: numeric or value error\nORA-01403: no data found\nORA-06512: at line 5",
    source: "assumed"
  },
  {
    name: "replaces the earlier error by an application's error",
    block:
      "begin\n  raise no_data_found;\nexception\n  when no_data_found then\n    raise_application_error(-20001, 'gone');\nend;",
    error: "ORA-20001: gone\nORA-06512: at line 5",
    source: "documented"
  },
  {
    name: "keeps the earlier error when it is told to",
    block:
      "begin\n  raise no_data_found;\nexception\n  when no_data_found then\n    raise_application_error(-20001, 'gone', true);\nend;",
    error: "ORA-20001: gone\nORA-01403: no data found\nORA-06512: at line 2\nORA-06512: at line 5",
    source: "assumed"
  },
  {
    name: "does not handle exceptions of declarations in the same block",
    block:
      "begin\n  declare\n    n number(1) := 10;\n  begin\n    null;\n  exception\n    when others then\n      dbms_output.put_line('inner');\n  end;\nexception\n  when value_error then\n    dbms_output.put_line('outer');\nend;",
    output: ["outer"],
    source: "documented"
  },
  {
    name: "does not handle exceptions of a handler in the same block",
    block: `begin begin raise value_error; exception when value_error then raise too_many_rows; when too_many_rows then ${out("'inner'")} end; exception when too_many_rows then ${out("'outer'")} end;`,
    output: ["outer"],
    source: "documented"
  },
  {
    name: "tells where it happened",
    block: `declare\n  procedure p is\n  begin\n    raise value_error;\n  end;\nbegin\n  p;\nexception\n  when others then\n    ${out("dbms_utility.format_error_stack")}\n    ${out("dbms_utility.format_error_backtrace")}\nend;`,
    output: ["ORA-06502: PL/SQL: numeric or value error", "ORA-06512: at line 4\nORA-06512: at line 7\n"],
    source: "assumed"
  },
  {
    name: "has the line of the statement, not of the part that failed",
    block: "declare\n  s varchar2(2);\nbegin\n  s := 'a'\n    || 'b'\n    || 'c';\nend;",
    error: "ORA-06502: PL/SQL: numeric or value error: character string buffer too small\nORA-06512: at line 4",
    source: "assumed"
  },
  {
    name: "has the line of a declaration",
    block: "declare\n  n number := 1;\n  m number(1) := 12;\nbegin\n  null;\nend;",
    error: "ORA-06502: PL/SQL: numeric or value error: number precision too large\nORA-06512: at line 3",
    source: "documented"
  },
  {
    name: "has the line of ELSIF",
    block:
      "declare\n  n number := 0;\nbegin\n  if n = 1 then\n    null;\n  elsif 1 / n = 2 then\n    null;\n  end if;\nend;",
    error: "ORA-01476: divisor is equal to zero\nORA-06512: at line 6",
    source: "assumed"
  },
  {
    name: "has the line of WHILE after the first turn",
    block: "declare\n  n number := 1;\nbegin\n  while 1 / n > 0 loop\n    n :=\n      n - 1;\n  end loop;\nend;",
    error: "ORA-01476: divisor is equal to zero\nORA-06512: at line 4",
    source: "assumed"
  },
  {
    name: "stops endless recursion",
    block:
      "declare procedure p is begin p; end; begin p; exception when storage_error then dbms_output.put_line('stopped'); end;",
    output: ["stopped"],
    source: "assumed"
  },
  {
    name: "returns from a handler",
    block: `declare function f return number is begin raise no_data_found; return 1; exception when no_data_found then return 2; end; begin ${out("f")} end;`,
    output: ["2"],
    source: "documented"
  },
  {
    name: "goes on with the loop after a handled error",
    block: `begin for i in 1 .. 3 loop begin if i = 2 then raise value_error; end if; ${out("i")} exception when value_error then ${out("'skip'")} end; end loop; end;`,
    output: ["1", "skip", "3"],
    source: "documented"
  }
]
