// Statements: control, loops, jumps, blocks, subprograms. Source: PL/SQL Language Reference, Control Statements; Subprograms.
import type { BlockCase } from "./block-case.ts"

const out = (text: string): string => `dbms_output.put_line(${text});`

export const statementCases: ReadonlyArray<BlockCase> = [
  {
    name: "runs the first branch that is true",
    block: `declare n number := 5; begin if n > 9 then ${out("'a'")} elsif n > 3 then ${out("'b'")} elsif n > 1 then ${out("'c'")} else ${out("'d'")} end if; end;`,
    output: ["b"],
    source: "documented"
  },
  {
    name: "takes NULL for not true",
    block: `begin if null then ${out("'a'")} else ${out("'b'")} end if; end;`,
    output: ["b"],
    source: "documented"
  },
  {
    name: "counts up",
    block: `begin for i in 1 .. 3 loop ${out("i")} end loop; end;`,
    output: ["1", "2", "3"],
    source: "documented"
  },
  {
    name: "counts down",
    block: `begin for i in reverse 1 .. 3 loop ${out("i")} end loop; end;`,
    output: ["3", "2", "1"],
    source: "documented"
  },
  {
    name: "does nothing when the bounds are crossed",
    block: `begin for i in 3 .. 1 loop ${out("i")} end loop; ${out("'end'")} end;`,
    output: ["end"],
    source: "documented"
  },
  {
    name: "rounds bounds",
    block: `begin for i in 1.5 .. 3.4 loop ${out("i")} end loop; end;`,
    output: ["2", "3"],
    source: "documented"
  },
  {
    name: "evaluates bounds once",
    block: `declare n number := 2; begin for i in 1 .. n loop n := 5; ${out("i")} end loop; end;`,
    output: ["1", "2"],
    source: "documented"
  },
  {
    name: "hides an outer variable by the loop's",
    block: `declare i number := 9; begin for i in 1 .. 1 loop ${out("i")} end loop; ${out("i")} end;`,
    output: ["1", "9"],
    source: "documented"
  },
  {
    name: "reaches a hidden variable by the block's label",
    block: `<<main>> declare i number := 9; begin for i in 1 .. 1 loop ${out("main.i || i")} end loop; end;`,
    output: ["91"],
    source: "documented"
  },
  {
    name: "runs WHILE until the condition fails",
    block: `declare n number := 3; begin while n > 0 loop ${out("n")} n := n - 1; end loop; end;`,
    output: ["3", "2", "1"],
    source: "documented"
  },
  {
    name: "does not enter WHILE NULL",
    block: `begin while null loop ${out("1")} end loop; ${out("2")} end;`,
    output: ["2"],
    source: "documented"
  },
  {
    name: "leaves a loop with EXIT WHEN",
    block: `declare n number := 0; begin loop n := n + 1; exit when n >= 3; end loop; ${out("n")} end;`,
    output: ["3"],
    source: "documented"
  },
  {
    name: "goes on with CONTINUE WHEN",
    block: `begin for i in 1 .. 4 loop continue when mod(i, 2) = 0; ${out("i")} end loop; end;`,
    output: ["1", "3"],
    source: "documented"
  },
  {
    name: "leaves an outer loop by its label",
    block: `begin <<o>> for i in 1 .. 3 loop for j in 1 .. 3 loop exit o when j = 2; ${out("i || j")} end loop; end loop o; ${out("'x'")} end;`,
    output: ["11", "x"],
    source: "documented"
  },
  {
    name: "continues an outer loop by its label",
    block: `begin <<o>> for i in 1 .. 2 loop for j in 1 .. 3 loop continue o when j = 2; ${out("i || j")} end loop; end loop; end;`,
    output: ["11", "21"],
    source: "documented"
  },
  {
    name: "runs CASE with a selector",
    block: `declare n number := 2; begin case n when 1 then ${out("'a'")} when 2 then ${out("'b'")} else ${out("'c'")} end case; end;`,
    output: ["b"],
    source: "documented"
  },
  {
    name: "runs a searched CASE",
    block: `declare n number := 7; begin case when n < 5 then ${out("'a'")} when n < 9 then ${out("'b'")} end case; end;`,
    output: ["b"],
    source: "documented"
  },
  {
    name: "raises CASE_NOT_FOUND",
    block: "begin\n  case 3\n    when 1 then null;\n  end case;\nend;",
    error: "ORA-06592: CASE not found while executing CASE statement\nORA-06512: at line 2",
    source: "documented"
  },
  {
    name: "ends the block with RETURN",
    block: `begin ${out("1")} return; ${out("2")} end;`,
    output: ["1"],
    source: "documented"
  },
  {
    name: "calls a local procedure",
    block: `declare procedure p (a in number, b in varchar2 default 'x') is begin ${out("a || b")} end p; begin p(1); p(2, 'y'); p(b => 'z', a => 3); end;`,
    output: ["1x", "2y", "3z"],
    source: "documented"
  },
  {
    name: "evaluates a default where the subprogram is declared",
    block: `declare g number := 1; procedure p (a number default g + 1) is begin ${out("a")} end; begin g := 5; declare g number := 100; begin p; end; end;`,
    output: ["6"],
    source: "documented"
  },
  {
    name: "calls a function with and without parentheses",
    block: `declare function f return number is begin return 4; end; function g (n number) return number is begin return n * 2; end g; begin ${out("f || f() || g(f)")} end;`,
    output: ["448"],
    source: "documented"
  },
  {
    name: "recurses",
    block: `declare function fact (n pls_integer) return number is begin if n <= 1 then return 1; end if; return n * fact(n - 1); end; begin ${out("fact(25)")} end;`,
    output: ["15511210043330985984000000"],
    source: "documented"
  },
  {
    name: "gives each call its own variables",
    block: `declare procedure p (n number) is v number := n; begin if n < 3 then p(n + 1); end if; ${out("v")} end; begin p(1); end;`,
    output: ["3", "2", "1"],
    source: "documented"
  },
  {
    name: "sees the variables around it",
    block: `declare n number := 0; procedure add_one is begin n := n + 1; end; begin add_one; add_one; ${out("n")} end;`,
    output: ["2"],
    source: "documented"
  },
  {
    name: "lets two procedures call each other after a forward declaration",
    block: `declare procedure b (n number); procedure a (n number) is begin ${out("'a' || n")} if n > 0 then b(n - 1); end if; end; procedure b (n number) is begin ${out("'b' || n")} a(n); end; begin a(1); end;`,
    output: ["a1", "b0", "a0"],
    source: "documented"
  },
  {
    name: "copies OUT and IN OUT parameters back",
    block: `declare x number := 1; y number := 2; procedure p (a in number, b out number, c in out nocopy number) is begin b := a + 10; c := c + a; end; begin p(5, x, y); ${out("x || ' ' || y")} end;`,
    output: ["15 7"],
    source: "documented"
  },
  {
    name: "does not look at what an OUT argument held before",
    block: `declare x varchar2(9) := 'abc'; procedure p (a out number) is begin a := 5; end; begin p(x); ${out("x")} end;`,
    output: ["5"],
    source: "documented"
  },
  {
    name: "evaluates a default among the variables of the declaring block when called from inside another subprogram",
    block: `declare g number := 7; procedure p (a number default g) is begin ${out("a")} end; procedure q is h number := 99; begin p; end; begin q; end;`,
    output: ["7"],
    source: "documented"
  },
  {
    name: "begins OUT parameters with NULL",
    block: `declare x number := 1; procedure p (a out number) is begin if a is null then a := 9; end if; end; begin p(x); ${out("x")} end;`,
    output: ["9"],
    source: "documented"
  },
  {
    name: "leaves OUT arguments alone after an exception",
    block: `declare x number := 1; procedure p (a out number) is begin a := 5; raise value_error; end; begin p(x); exception when value_error then ${out("x")} end;`,
    output: ["1"],
    source: "documented"
  },
  {
    name: "chooses the overload by type",
    block: `declare procedure p (a boolean) is begin ${out("'boolean'")} end; procedure p (a number) is begin ${out("'number'")} end; procedure p (a varchar2) is begin ${out("'text'")} end; begin p(true); p(1); p('x'); end;`,
    output: ["boolean", "number", "text"],
    source: "documented"
  },
  {
    name: "fails when a function ends without RETURN",
    block:
      "declare\n  function f return number is\n  begin\n    null;\n  end;\nbegin\n  dbms_output.put_line(f);\nend;",
    error: "ORA-06503: PL/SQL: Function returned without value\nORA-06512: at line 4\nORA-06512: at line 7",
    source: "assumed"
  },
  {
    name: "initialises variables again whenever a block is entered",
    block: `begin for i in 1 .. 2 loop declare n number := i * 10; m number; begin ${out("n || nvl(to_char(m), '-')")} m := 1; end; end loop; end;`,
    output: ["10-", "20-"],
    source: "documented"
  },
  {
    name: "uses constants and subtypes",
    block: `declare k constant number := 3; subtype t_name is varchar2(5); subtype t_digit is pls_integer range 0 .. 9; n t_name := 'abc'; d t_digit := 9; begin ${out("k || n || d")} d := 10; exception when value_error then ${out("'range'")} end;`,
    output: ["3abc9", "range"],
    source: "documented"
  },
  {
    name: "anchors types to variables and columns",
    block: `declare a number(3); b a%type := 7; n emp.name%type := 'ABC'; begin ${out("b || n")} n := 'ABCDEFGHIJK'; exception when value_error then ${out("sqlerrm")} end;`,
    output: ["7ABC", "ORA-06502: PL/SQL: numeric or value error: character string buffer too small"],
    source: "documented"
  },
  {
    name: "keeps records by value",
    block: `declare type t is record (a number := 1, b varchar2(5)); x t; y t; begin x.b := 'q'; y := x; y.a := 9; ${out("x.a || x.b || y.a || y.b")} end;`,
    output: ["1q9q"],
    source: "documented"
  },
  {
    name: "nests records",
    block: `declare type t_in is record (n number); type t is record (i t_in, s varchar2(3)); x t; begin x.i.n := 4; x.s := 'z'; ${out("x.i.n || x.s")} end;`,
    output: ["4z"],
    source: "documented"
  },
  {
    name: "takes a row type from a table",
    block: `declare r emp%rowtype; begin r.name := 'DAN'; r.pay := 1.239; ${out("r.name || r.pay || nvl(to_char(r.id), '-')")} end;`,
    output: ["DAN1.24-"],
    source: "documented"
  }
]
