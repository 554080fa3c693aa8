// SQL in blocks, cursors, dynamic SQL, bulk. The tables are those of memory-runtime.ts. Source: PL/SQL Language Reference, Static SQL; Dynamic SQL; Bulk SQL.
import type { BlockCase } from "./block-case.ts"

const out = (text: string): string => `dbms_output.put_line(${text});`

export const sqlCases: ReadonlyArray<BlockCase> = [
  {
    name: "selects one row",
    block: `declare n emp.name%type; p number; begin select name, pay into n, p from emp where id = 1; ${out("n || p || sql%rowcount")} end;`,
    output: ["ANN1000.51"],
    source: "documented"
  },
  {
    name: "selects into a record",
    block: `declare r emp%rowtype; begin select * into r from emp where id = 2; ${out("r.id || r.name || r.pay")} end;`,
    output: ["2BOB900"],
    source: "documented"
  },
  {
    name: "raises NO_DATA_FOUND",
    block: "declare n number;\nbegin\n  select id into n from emp where id = 99;\nend;",
    error: "ORA-01403: no data found\nORA-06512: at line 3",
    source: "observed"
  },
  {
    name: "raises TOO_MANY_ROWS",
    block: `declare n number; begin select id into n from emp; exception when too_many_rows then ${out("sqlerrm")} end;`,
    output: ["ORA-01422: exact fetch returns more than requested number of rows"],
    source: "documented"
  },
  {
    name: "reads variables in a WHERE clause",
    block: `declare l_id number := 2; l_name varchar2(9); begin select name into l_name from emp where id = l_id; ${out("l_name")} end;`,
    output: ["BOB"],
    source: "documented"
  },
  {
    name: "lets a column win over a variable",
    block: `declare name varchar2(9) := 'BOB'; n number; begin select count(*) into n from emp where name = name; ${out("n")} end;`,
    output: ["3"],
    source: "documented"
  },
  {
    name: "reads a record's field in SQL",
    block: `declare r emp%rowtype; n varchar2(9); begin r.id := 3; select name into n from emp where id = r.id; ${out("n")} end;`,
    output: ["CID"],
    source: "documented"
  },
  {
    name: "reads an element of a collection in SQL",
    block: `declare type t is table of number; l t := t(3, 1); n varchar2(9); begin for i in 1 .. l.count loop select name into n from emp where id = l(i); ${out("n")} end loop; end;`,
    output: ["CID", "ANN"],
    source: "documented"
  },
  {
    name: "counts changed rows",
    block: `begin update emp set pay = 1 where id < 3; ${out("sql%rowcount")} delete from emp where id = 77; ${out("sql%rowcount")} if sql%notfound then ${out("'none'")} end if; end;`,
    output: ["2", "0", "none"],
    source: "documented"
  },
  {
    name: "has NULL attributes before the first statement",
    block: `begin if sql%rowcount is null and sql%found is null and not sql%isopen then ${out("'null'")} end if; end;`,
    output: ["null"],
    source: "documented"
  },
  {
    name: "inserts values of variables",
    block: `declare n number := 4; begin insert into emp (id, name) values (n, 'D' || 'AN'); for r in (select id, name from emp where id = 4) loop ${out("r.id || r.name")} end loop; end;`,
    output: ["4DAN"],
    source: "documented"
  },
  {
    name: "inserts a record",
    block: `declare r emp%rowtype; begin r.id := 5; r.name := 'EVE'; insert into emp values r; update emp set pay = 7 where id = 5 returning pay into r.pay; ${out("sql%rowcount || r.pay")} end;`,
    output: ["17"],
    source: "documented"
  },
  {
    name: "raises DUP_VAL_ON_INDEX",
    block: `begin insert into emp (id, name) values (1, 'X'); exception when dup_val_on_index then ${out("sqlerrm")} end;`,
    output: ["ORA-00001: unique constraint (HR.T_PK) violated"],
    source: "documented"
  },
  {
    name: "returns values of a changed row",
    block: `declare n varchar2(9); begin update emp set name = 'ANNE' where id = 1 returning name into n; ${out("n")} end;`,
    output: ["ANNE"],
    source: "documented"
  },
  {
    name: "leaves RETURNING targets alone when no row was touched",
    block: `declare n varchar2(9) := 'old'; begin update emp set name = 'X' where id = 99 returning name into n; ${out("n || sql%rowcount")} end;`,
    output: ["old0"],
    source: "assumed"
  },
  {
    name: "refuses several rows for one RETURNING target",
    block: "declare n number; begin update emp set pay = 1 returning id into n; end;",
    error: "ORA-01422: exact fetch returns more than requested number of rows\nORA-06512: at line 1",
    source: "documented"
  },
  {
    name: "loops over a query",
    block: `begin for r in (select name, pay from emp order by name) loop ${out("r.name || nvl(r.pay, 0)")} end loop; end;`,
    output: ["ANN1000.5", "BOB900", "CID0"],
    source: "documented"
  },
  {
    name: "loops over more rows than one fetch",
    block: `declare n number := 0; begin for r in (select level as l from dual connect by level <= 250) loop n := n + r.l; end loop; ${out("n")} end;`,
    output: ["31375"],
    source: "documented"
  },
  {
    name: "leaves a cursor loop early",
    block: `begin for r in (select id from emp) loop ${out("r.id")} exit; end loop; end;`,
    output: ["1"],
    source: "documented"
  },
  {
    name: "returns out of a cursor loop in a function",
    block: `declare function f return varchar2 is begin for r in (select name from emp) loop return r.name; end loop; return null; end; begin ${out("f")} end;`,
    output: ["ANN"],
    source: "documented"
  },
  {
    name: "fetches from a declared cursor",
    block: `declare cursor c is select id, name from emp; i number; n varchar2(9); begin open c; loop fetch c into i, n; exit when c%notfound; ${out("i || n || c%rowcount")} end loop; close c; end;`,
    output: ["1ANN1", "2BOB2", "3CID3"],
    source: "documented"
  },
  {
    name: "passes parameters to a cursor",
    block: `declare cursor c (p number, q number default 9) is select name from emp where id > p and id < q; begin for r in c(1) loop ${out("r.name")} end loop; for r in c(q => 2, p => 0) loop ${out("r.name")} end loop; end;`,
    output: ["BOB", "CID", "ANN"],
    source: "documented"
  },
  {
    name: "takes the row type of a cursor",
    block: `declare cursor c is select name, pay from emp where id = 1; r c%rowtype; begin open c; fetch c into r; close c; ${out("r.name || r.pay")} end;`,
    output: ["ANN1000.5"],
    source: "documented"
  },
  {
    name: "knows whether a cursor is open",
    block: `declare cursor c is select 1 from dual; begin if not c%isopen then open c; end if; if c%isopen and c%found is null then ${out("'open'")} end if; close c; end;`,
    output: ["open"],
    source: "documented"
  },
  {
    name: "refuses to open a cursor twice",
    block: "declare cursor c is select 1 from dual; begin open c; open c; end;",
    error: "ORA-06511: PL/SQL: cursor already open\nORA-06512: at line 1",
    source: "documented"
  },
  {
    name: "refuses to fetch from a closed cursor",
    block: "declare cursor c is select id from emp; n number; begin fetch c into n; end;",
    error: "ORA-01001: invalid cursor\nORA-06512: at line 1",
    source: "documented"
  },
  {
    name: "refuses the attributes of a closed cursor",
    block: "declare cursor c is select id from emp; begin if c%found then null; end if; end;",
    error: "ORA-01001: invalid cursor\nORA-06512: at line 1",
    source: "documented"
  },
  {
    name: "opens a cursor variable for a query",
    block: `declare c sys_refcursor; n varchar2(9); l number := 2; begin open c for select name from emp where id = l; fetch c into n; close c; ${out("n")} end;`,
    output: ["BOB"],
    source: "documented"
  },
  {
    name: "passes a cursor variable to a procedure",
    block: `declare c sys_refcursor; procedure o (p in out sys_refcursor) is begin open p for select id from emp; end; n number; begin o(c); fetch c into n; ${out("n")} close c; end;`,
    output: ["1"],
    source: "documented"
  },
  {
    name: "collects a column",
    block: `declare type t is table of emp.name%type; l t; begin select name bulk collect into l from emp; ${out("l.count || l(1) || l(l.last) || sql%rowcount")} end;`,
    output: ["3ANNCID3"],
    source: "documented"
  },
  {
    name: "collects into several collections and arrays",
    block: `declare type a is table of number index by pls_integer; type b is table of varchar2(9); x a; y b; begin select id, name bulk collect into x, y from emp; ${out("x(2) || y(2)")} end;`,
    output: ["2BOB"],
    source: "documented"
  },
  {
    name: "collects rows into records",
    block: `declare type t is table of emp%rowtype; l t; begin select * bulk collect into l from emp; ${out("l(3).name || l.count")} end;`,
    output: ["CID3"],
    source: "documented"
  },
  {
    name: "has an empty collection when nothing was found",
    block: `declare type t is table of number; l t; begin select id bulk collect into l from emp where id > 9; ${out("l.count")} end;`,
    output: ["0"],
    source: "documented"
  },
  {
    name: "fetches in pieces with LIMIT",
    block: `declare cursor c is select level as l from dual connect by level <= 5; type t is table of number; l t; begin open c; loop fetch c bulk collect into l limit 2; ${out("l.count || case when c%notfound then 'end' end")} exit when c%notfound; end loop; close c; end;`,
    output: ["2", "2", "1end"],
    source: "documented"
  },
  {
    name: "runs DML for every element",
    block: `declare type t is table of number; l t := t(1, 3); begin forall i in 1 .. l.count update emp set pay = 5 where id = l(i); ${out("sql%rowcount || sql%bulk_rowcount(1) || sql%bulk_rowcount(2)")} end;`,
    output: ["211"],
    source: "documented"
  },
  {
    name: "runs DML for the indices that exist",
    block: `declare type t is table of number; l t := t(1, 2, 3); begin l.delete(2); forall i in indices of l delete from emp where id = l(i); ${out("sql%rowcount")} end;`,
    output: ["2"],
    source: "documented"
  },
  {
    name: "saves exceptions of FORALL",
    block: `declare type t is table of number; l t := t(1, 7, 2); begin forall i in 1 .. 3 save exceptions insert into emp (id, name) values (l(i), 'N'); exception when others then ${out("sqlcode || ' ' || sql%bulk_exceptions.count || ' ' || sql%bulk_exceptions(2).error_index || ' ' || sql%bulk_exceptions(1).error_code")} end;`,
    output: ["-24381 2 3 1"],
    source: "documented"
  },
  {
    name: "stops FORALL at the first error",
    block: `declare type t is table of number; l t := t(8, 1, 9); n number; begin begin forall i in 1 .. 3 insert into emp (id, name) values (l(i), 'N'); exception when dup_val_on_index then null; end; select count(*) into n from emp; ${out("n")} end;`,
    output: ["4"],
    source: "documented"
  },
  {
    name: "collects RETURNING of FORALL",
    block: `declare type t is table of number; l t := t(1, 2); r t; begin forall i in 1 .. 2 update emp set pay = 3 where id = l(i) returning id bulk collect into r; ${out("r.count || r(2)")} end;`,
    output: ["22"],
    source: "documented"
  },
  {
    name: "runs dynamic DDL",
    block: "begin execute immediate 'create table x (a number)'; end;",
    source: "documented"
  },
  {
    name: "runs a dynamic query",
    block: `declare n varchar2(9); begin execute immediate 'select name from emp where id = :i' into n using 2; ${out("n")} end;`,
    output: ["BOB"],
    source: "documented"
  },
  {
    name: "takes arguments of a dynamic query by position",
    block: `declare n number; begin execute immediate 'select count(*) from emp where id >= :x and id <= :x' into n using 1, 2; ${out("n")} end;`,
    output: ["2"],
    source: "documented"
  },
  {
    name: "collects a dynamic query",
    block: `declare type t is table of varchar2(9); l t; begin execute immediate 'select name from emp' bulk collect into l; ${out("l.count")} end;`,
    output: ["3"],
    source: "documented"
  },
  {
    name: "raises NO_DATA_FOUND of a dynamic query",
    block: "declare n number; begin execute immediate 'select id from emp where id = 0' into n; end;",
    error: "ORA-01403: no data found\nORA-06512: at line 1",
    source: "documented"
  },
  {
    name: "runs dynamic DML with RETURNING",
    block: `declare n varchar2(9); begin execute immediate 'update emp set pay = :p where id = :i returning name into :n' using 5, 2 returning into n; ${out("n || sql%rowcount")} end;`,
    output: ["BOB1"],
    source: "documented"
  },
  {
    name: "runs a dynamic block with OUT arguments",
    block: `declare n number := 1; m number := 5; begin execute immediate 'begin :a := :b * 2; :b := :a + 1; end;' using out n, in out m; ${out("n || ' ' || m")} end;`,
    output: ["10 11"],
    source: "documented"
  },
  {
    name: "has lines of both blocks",
    block: "begin\n  execute immediate 'begin\n\n  raise_application_error(-20001, ''in''); end;';\nend;",
    error: "ORA-20001: in\nORA-06512: at line 3\nORA-06512: at line 2",
    source: "assumed"
  },
  {
    name: "refuses too few arguments",
    block: "declare n number; begin execute immediate 'select id from emp where id = :i' into n; end;",
    error: "ORA-01008: not all variables bound\nORA-06512: at line 1",
    source: "documented"
  },
  {
    name: "refuses too few arguments of a block",
    block: "begin execute immediate 'begin :a := 1; end;'; end;",
    error: "ORA-01008: not all variables bound\nORA-06512: at line 1",
    source: "documented"
  },
  {
    name: "refuses too many arguments",
    block: "declare n number; begin execute immediate 'select id from emp' into n using 1; end;",
    error: "ORA-01006: bind variable does not exist\nORA-06512: at line 1",
    source: "documented"
  },
  {
    name: "refuses an empty text",
    block: "declare s varchar2(9); begin execute immediate s; end;",
    error: "ORA-06535: statement string in EXECUTE IMMEDIATE is NULL or 0 length\nORA-06512: at line 1",
    source: "documented"
  },
  {
    name: "reports a syntax error of the text at its own line",
    block: "begin\n  execute immediate 'selec 1 from dual';\nend;",
    error: "ORA-00900: invalid SQL statement\nORA-06512: at line 2",
    source: "observed"
  },
  {
    name: "opens a cursor variable for a text",
    block: `declare c sys_refcursor; n varchar2(9); begin open c for 'select name from emp where id = :1' using 3; fetch c into n; close c; ${out("n")} end;`,
    output: ["CID"],
    source: "documented"
  },
  {
    name: "reads a sequence",
    block: `declare n number; begin n := s.nextval; ${out("n")} end;`,
    output: ["42"],
    source: "documented"
  }
]
