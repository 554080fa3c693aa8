// Collections. Source: PL/SQL Language Reference, Collections.
import type { BlockCase } from "./block-case.ts"
import { fails } from "./block-case.ts"

const out = (text: string): string => `dbms_output.put_line(${text});`
const table = "declare type t is table of number; l t := t(10, 20, 30);"
const array = "declare type t is table of varchar2(9) index by pls_integer; a t;"

export const collectionCases: ReadonlyArray<BlockCase> = [
  {
    name: "counts and reads elements",
    block: `${table} begin ${out("l.count || l.first || l.last || l(2)")} end;`,
    output: ["31320"],
    source: "documented"
  },
  {
    name: "extends and trims",
    block: `${table} begin l.extend; l(4) := 40; l.extend(2, 1); ${out("l.count || ' ' || l(6)")} l.trim(4); ${out("l.count")} end;`,
    output: ["6 10", "2"],
    source: "documented"
  },
  {
    name: "keeps places after DELETE",
    block: `${table} begin l.delete(2); ${out("l.count || l.last || l.next(1) || l.prior(3)")} l(2) := 5; ${out("l.count")} end;`,
    output: ["2331", "3"],
    source: "documented"
  },
  {
    name: "asks for existence",
    block: `${table} begin l.delete(1); if not l.exists(1) and l.exists(3) and not l.exists(9) then ${out("'yes'")} end if; end;`,
    output: ["yes"],
    source: "documented"
  },
  {
    name: "empties",
    block: `${table} begin l.delete; ${out("l.count || nvl(to_char(l.first), '-')")} end;`,
    output: ["0-"],
    source: "documented"
  },
  {
    name: "copies on assignment",
    block: `${table} m t; begin m := l; m(1) := 0; ${out("l(1) || m(1)")} end;`,
    output: ["100"],
    source: "documented"
  },
  {
    name: "keeps keys of an associative array in order",
    block: `${array} i pls_integer; begin a(5) := 'e'; a(-1) := 'm'; a(3) := 'c'; i := a.first; while i is not null loop ${out("i || a(i)")} i := a.next(i); end loop; end;`,
    output: ["-1m", "3c", "5e"],
    source: "documented"
  },
  {
    name: "takes texts as keys",
    block: `declare type t is table of number index by varchar2(10); a t; begin a('b') := 2; a('a') := 1; ${out("a.first || a.last || a('b') || a.next('a')")} end;`,
    output: ["ab2b"],
    source: "documented"
  },
  {
    name: "makes a record in a new element",
    block: `declare type r is record (n number, s varchar2(3)); type t is table of r index by pls_integer; a t; begin a(1).s := 'x'; a(1).n := 2; ${out("a(1).n || a(1).s || a.count")} end;`,
    output: ["2x1"],
    source: "documented"
  },
  {
    name: "nests collections",
    block: `declare type i is table of number; type t is table of i; l t := t(i(1, 2), i(3)); begin l(2).extend; l(2)(2) := 9; ${out("l(1)(2) || l(2).count || l(2)(2)")} end;`,
    output: ["229"],
    source: "documented"
  },
  {
    name: "limits a varray",
    block: `declare type t is varray(3) of number; v t := t(1); begin v.extend(2); ${out("v.count || v.limit")} v.extend; exception when subscript_outside_limit then ${out("'limit'")} end;`,
    output: ["33", "limit"],
    source: "documented"
  },
  {
    name: "passes collections to subprograms and back",
    block: `declare type t is table of number; l t := t(1); function twice (p t) return t is r t := t(); begin for i in 1 .. p.count loop r.extend; r(i) := p(i) * 2; end loop; return r; end; begin l := twice(l); ${out("l(1)")} end;`,
    output: ["2"],
    source: "documented"
  },
  {
    name: "uses the table types of DBMS_SQL",
    block: `declare l dbms_sql.varchar2_table; begin l(1) := 'x'; ${out("l.count")} end;`,
    output: ["1"],
    source: "documented"
  },
  {
    name: "tells an uninitialised collection by IS NULL",
    block: `declare type t is table of number; l t; begin if l is null then ${out("'null'")} end if; l := t(); if l is not null then ${out("l.count")} end if; end;`,
    output: ["null", "0"],
    source: "documented"
  },
  fails("refuses an element beyond the count", `${table} begin l(4) := 1; end;`, "ORA-06533: Subscript beyond count"),
  {
    name: "copies collections inside collections",
    block: `declare type i is table of number; type t is table of i; l t := t(i(1)); m t; begin m := l; m(1)(1) := 2; ${out("l(1)(1) || m(1)(1)")} end;`,
    output: ["12"],
    source: "documented"
  },
  fails(
    "refuses a place beyond a varray's limit",
    "declare type t is varray(3) of number; v t := t(1); begin v(9) := 1; end;",
    "ORA-06532: Subscript outside of limit"
  ),
  fails("refuses element 0", `${table} begin l(0) := 1; end;`, "ORA-06532: Subscript outside of limit"),
  fails(
    "has no data in a deleted element",
    `${table} n number; begin l.delete(2); n := l(2); end;`,
    "ORA-01403: no data found"
  ),
  fails(
    "has no data under an unknown key",
    `${array} s varchar2(9); begin s := a(1); end;`,
    "ORA-01403: no data found"
  ),
  fails(
    "refuses an uninitialised collection",
    "declare type t is table of number; l t; begin l(1) := 1; end;",
    "ORA-06531: Reference to uninitialized collection"
  ),
  fails(
    "refuses NULL as a key",
    `${array} i pls_integer; begin a(i) := 'x'; end;`,
    "ORA-06502: PL/SQL: numeric or value error: NULL index table key value"
  ),
  fails(
    "refuses an element too long",
    `${array} begin a(1) := '1234567890'; end;`,
    "ORA-06502: PL/SQL: numeric or value error: character string buffer too small"
  ),
  fails(
    "refuses NULL for NOT NULL elements",
    "declare type t is table of number not null; l t := t(1); begin l(1) := null; end;",
    "ORA-06502: PL/SQL: numeric or value error"
  )
]
