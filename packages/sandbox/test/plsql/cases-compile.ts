// Errors that a block has before it runs: numbers, texts and places. Source: Database Error Messages (PLS); places are those that ORA-06550 counts.
import type { BlockCase } from "./block-case.ts"
import { refuses } from "./block-case.ts"

const ignored = "Statement ignored"

export const compileCases: ReadonlyArray<BlockCase> = [
  refuses(
    "an unknown procedure",
    "begin\n  no_such_procedure;\nend;",
    ["2:3", "PLS-00201: identifier 'NO_SUCH_PROCEDURE' must be declared"],
    ["2:3", ignored],
    "observed"
  ),
  refuses(
    "an unknown variable",
    "begin\n  dbms_output.put_line(x);\nend;",
    ["2:24", "PLS-00201: identifier 'X' must be declared"],
    ["2:3", ignored],
    "observed"
  ),
  refuses(
    "an unknown target",
    "begin\n  x := 1;\nend;",
    ["2:3", "PLS-00201: identifier 'X' must be declared"],
    ["2:3", ignored],
    "observed"
  ),
  refuses(
    "an unknown package",
    "begin pkg.run(1); end;",
    ["1:7", "PLS-00201: identifier 'PKG.RUN' must be declared"],
    ["1:7", ignored]
  ),
  refuses(
    "an unknown member of a package",
    "begin dbms_output.print('x'); end;",
    ["1:19", "PLS-00302: component 'PRINT' must be declared"],
    ["1:7", ignored],
    "observed"
  ),
  refuses(
    "an unknown field",
    "declare type t is record (a number); r t; begin r.b := 1; end;",
    ["1:51", "PLS-00302: component 'B' must be declared"],
    ["1:49", ignored]
  ),
  refuses(
    "too many arguments",
    "begin dbms_output.put_line('a', 'b'); end;",
    ["1:7", "PLS-00306: wrong number or types of arguments in call to 'PUT_LINE'"],
    ["1:7", ignored],
    "observed"
  ),
  refuses(
    "a BOOLEAN for a text",
    "begin dbms_output.put_line(true); end;",
    ["1:7", "PLS-00306: wrong number or types of arguments in call to 'PUT_LINE'"],
    ["1:7", ignored],
    "observed"
  ),
  refuses(
    "an unknown name of an argument",
    "begin dbms_output.put_line(line => 'a'); end;",
    ["1:7", "PLS-00306: wrong number or types of arguments in call to 'PUT_LINE'"],
    ["1:7", ignored]
  ),
  refuses(
    "BOOLEAN in a concatenation",
    "declare s varchar2(9); begin s := 'a' || true; end;",
    ["1:35", "PLS-00306: wrong number or types of arguments in call to '||'"],
    ["1:30", ignored]
  ),
  refuses(
    "a BOOLEAN compared with a number",
    "declare b boolean; begin if b = 1 then null; end if; end;",
    ["1:29", "PLS-00306: wrong number or types of arguments in call to '='"],
    ["1:26", ignored]
  ),
  refuses(
    "a number as a condition",
    "begin if 1 then null; end if; end;",
    ["1:10", "PLS-00382: expression is of wrong type"],
    ["1:7", ignored]
  ),
  refuses(
    "a text for a BOOLEAN",
    "declare b boolean; begin b := 'TRUE'; end;",
    ["1:31", "PLS-00382: expression is of wrong type"],
    ["1:26", ignored]
  ),
  refuses(
    "an assignment to a constant",
    "declare k constant number := 1; begin k := 2; end;",
    ["1:39", "PLS-00363: expression 'K' cannot be used as an assignment target"],
    ["1:39", ignored],
    "observed"
  ),
  refuses(
    "an assignment to a loop variable",
    "begin for i in 1 .. 2 loop i := 1; end loop; end;",
    ["1:28", "PLS-00363: expression 'I' cannot be used as an assignment target"],
    ["1:28", ignored],
    "observed"
  ),
  refuses(
    "an assignment to an IN parameter",
    "declare procedure p (a number) is begin a := 1; end; begin null; end;",
    ["1:41", "PLS-00363: expression 'A' cannot be used as an assignment target"],
    ["1:41", ignored],
    "observed"
  ),
  refuses(
    "a function as a statement",
    "declare function f return number is begin return 1; end; begin f; end;",
    ["1:64", "PLS-00221: 'F' is not a procedure or is undefined"],
    ["1:64", ignored],
    "observed"
  ),
  refuses(
    "a procedure as a value",
    "declare n number; procedure p is begin null; end; begin n := p; end;",
    ["1:62", "PLS-00222: no function with name 'P' exists in this scope"],
    ["1:57", ignored],
    "observed"
  ),
  refuses(
    "ROWNUM outside SQL",
    "declare n number; begin n := rownum; end;",
    ["1:30", "PLS-00204: function or pseudo-column 'ROWNUM' may be used inside a SQL statement only"],
    ["1:25", ignored]
  ),
  refuses(
    "EXIT outside a loop",
    "begin\n  exit;\nend;",
    ["2:3", "PLS-00376: illegal EXIT/CONTINUE statement; it must appear inside a loop"],
    ["2:3", ignored]
  ),
  refuses(
    "RAISE without a name outside a handler",
    "begin raise; end;",
    ["1:7", "PLS-00367: a RAISE statement with no exception name must be inside an exception handler"],
    ["1:7", ignored]
  ),
  refuses(
    "RETURN with a value in a procedure",
    "begin return 1; end;",
    ["1:7", "PLS-00372: In a procedure, RETURN statement cannot contain an expression"],
    ["1:7", ignored]
  ),
  refuses(
    "RETURN without a value in a function",
    "declare function f return number is begin return; end; begin null; end;",
    ["1:43", "PLS-00503: RETURN <value> statement required for this return from function"],
    ["1:43", ignored]
  ),
  {
    name: "SELECT without INTO",
    block: "begin\n  select name from emp;\nend;",
    error: "ORA-06550: line 2, column 3:\nPLS-00428: an INTO clause is expected in this SELECT statement",
    source: "observed"
  },
  refuses(
    "a table that does not exist",
    "declare n number; begin\n  select count(*) into n from nowhere;\nend;",
    ["2:31", "PL/SQL: ORA-00942: table or view does not exist"],
    ["2:3", "SQL Statement ignored"],
    "observed"
  ),
  refuses(
    "a column that does not exist",
    "declare n number; begin\n  select wages into n from emp;\nend;",
    ["2:10", 'PL/SQL: ORA-00904: "WAGES": invalid identifier'],
    ["2:3", "SQL Statement ignored"],
    "observed"
  ),
  refuses(
    "more targets than columns",
    "declare a number; b number; begin select id into a, b from emp; end;",
    ["1:45", "PL/SQL: ORA-00947: not enough values"],
    ["1:35", "SQL Statement ignored"]
  ),
  refuses(
    "more columns than targets",
    "declare a number; begin select id, pay into a from emp; end;",
    ["1:40", "PL/SQL: ORA-00913: too many values"],
    ["1:25", "SQL Statement ignored"],
    "assumed"
  ),
  refuses(
    "an unknown exception",
    "begin null; exception when no_such then null; end;",
    ["1:28", "PLS-00201: identifier 'NO_SUCH' must be declared"],
    ["1:23", ignored],
    "assumed"
  ),
  refuses(
    "an unknown type",
    "declare v t_nothing; begin null; end;",
    ["1:11", "PLS-00201: identifier 'T_NOTHING' must be declared"],
    ["1:9", "Item ignored"],
    "observed"
  ),
  refuses(
    "an unknown column for %TYPE",
    "declare v emp.wages%type; begin null; end;",
    ["1:11", "PLS-00201: identifier 'EMP.WAGES' must be declared"],
    ["1:9", "Item ignored"],
    "assumed"
  ),
  refuses(
    "PRAGMA EXCEPTION_INIT of an unknown name",
    "declare pragma exception_init(e, -1); begin null; end;",
    ["1:31", "PLS-00109: unknown exception name 'E' in PRAGMA EXCEPTION_INIT"],
    ["1:9", "Item ignored"]
  ),
  refuses(
    "an index on a scalar",
    "declare n number; begin n := n(1); end;",
    ["1:30", "PLS-00224: object 'N' must be of type function or array to be used this way"],
    ["1:25", ignored]
  ),
  refuses(
    "a method of a scalar",
    "declare n number; begin n := n.count; end;",
    ["1:32", "PLS-00487: Invalid reference to variable 'COUNT'"],
    ["1:25", ignored],
    "assumed"
  ),
  refuses(
    "a type as a value",
    "declare type t is table of number; n number; begin n := t; end;",
    ["1:57", "PLS-00330: invalid use of type name or subtype name"],
    ["1:52", ignored]
  ),
  refuses(
    "a literal for an OUT parameter",
    "declare procedure p (a out number) is begin a := 1; end; begin p(5); end;",
    ["1:64", "PLS-00306: wrong number or types of arguments in call to 'P'"],
    ["1:64", ignored],
    "assumed"
  ),
  {
    name: "all errors at once",
    block: "declare\n  a number;\nbegin\n  a := b;\n  if a = 1 then\n    c;\n  end if;\n  d := 2;\nend;",
    error:
      "ORA-06550: line 4, column 8:\nPLS-00201: identifier 'B' must be declared\nORA-06550: line 4, column 3:\nPL/SQL: Statement ignored\nORA-06550: line 6, column 5:\nPLS-00201: identifier 'C' must be declared\nORA-06550: line 6, column 5:\nPL/SQL: Statement ignored\nORA-06550: line 8, column 3:\nPLS-00201: identifier 'D' must be declared\nORA-06550: line 8, column 3:\nPL/SQL: Statement ignored",
    source: "documented"
  },
  {
    name: "nothing runs when there is an error anywhere",
    block: "begin dbms_output.put_line('started'); nothing_there; end;",
    error:
      "ORA-06550: line 1, column 40:\nPLS-00201: identifier 'NOTHING_THERE' must be declared\nORA-06550: line 1, column 40:\nPL/SQL: Statement ignored",
    source: "observed"
  },
  {
    name: "an autonomous transaction is refused by name",
    block: "declare pragma autonomous_transaction; begin null; end;",
    error: "ORA-03001: unimplemented feature, not supported in the sandbox: PRAGMA AUTONOMOUS_TRANSACTION",
    source: "documented"
  }
]
