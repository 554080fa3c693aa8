// The negative control: a grammar that takes everything would prove nothing. Most of these are what the predecessor
// really generated, or what one wrong character in a template would make of ours.
import { describe, expect, it } from "vitest"
import { blindSpots } from "./blind-spots.ts"
import { createJudge } from "./judge.ts"
import { parseStatement } from "./oracle-grammar.ts"
import type { StatementForm } from "./oracle-grammar.ts"
import { waivers } from "./waivers.ts"

interface BadStatement {
  readonly what: string
  readonly text: string
  readonly form?: StatementForm
}

const rangeTable = (clauses: string): string =>
  `CREATE TABLE S.T (ID NUMBER(10), D DATE) ${clauses} (PARTITION P VALUES LESS THAN (TO_DATE('2024-01-01', 'YYYY-MM-DD')))`

const gluedLines: ReadonlyArray<BadStatement> = [
  { what: "TABLESPACE and PARTITION glued", text: rangeTable("TABLESPACE USERSPARTITION BY RANGE (D)") },
  {
    what: "row movement and PARALLEL glued",
    text: `${rangeTable("PARTITION BY RANGE (D)")}ENABLE ROW MOVEMENTPARALLEL 4`
  },
  { what: "a table name and ORDER BY glued", text: "SELECT A FROM S.TORDER BY A" },
  { what: "two column definitions glued", text: "CREATE TABLE T (A NUMBER(10)B DATE)" },
  { what: "GRANT lists glued", text: "GRANT SELECTON S.T TO R" },
  { what: "two statements in one", text: "DROP TABLE S.T_NEW DROP TABLE S.T_OLD" }
]

const wrongPartitioning: ReadonlyArray<BadStatement> = [
  {
    what: "INTERVAL inside INTERVAL",
    text: rangeTable("PARTITION BY RANGE (D) INTERVAL (INTERVAL(NUMTOYMINTERVAL(1, 'MONTH')))")
  },
  {
    what: "a subpartition template after the partition list",
    text: `${rangeTable("PARTITION BY RANGE (D) SUBPARTITION BY HASH (ID)")} SUBPARTITION TEMPLATE (SUBPARTITION A, SUBPARTITION B)`
  },
  {
    what: "INTERVAL before PARTITION BY",
    text: rangeTable("INTERVAL (NUMTOYMINTERVAL(1, 'MONTH')) PARTITION BY RANGE (D)")
  },
  { what: "an enumeration printed as it is", text: rangeTable("PARTITION BY PartitionTypeEnum.INTERVAL (D)") },
  { what: "no partition key", text: rangeTable("PARTITION BY RANGE ()") },
  {
    what: "no bound",
    text: "CREATE TABLE S.T (D DATE) PARTITION BY RANGE (D) (PARTITION P VALUES LESS THAN ())"
  },
  {
    what: "SUBPARTITIONS without a number",
    text: rangeTable("PARTITION BY RANGE (D) SUBPARTITION BY HASH (ID) SUBPARTITIONS")
  },
  {
    what: "the tablespace after the partition list and a loose word",
    text: `${rangeTable("PARTITION BY RANGE (D)")} USERS TABLESPACE`
  }
]

const wrongDml: ReadonlyArray<BadStatement> = [
  {
    what: "an empty UPDATE SET in a MERGE",
    text: "MERGE INTO S.T t USING S.U u ON (t.ID = u.ID) WHEN MATCHED THEN UPDATE SET WHEN NOT MATCHED THEN INSERT (ID) VALUES (u.ID)"
  },
  { what: "an empty UPDATE SET", text: "UPDATE S.T SET WHERE ID = 1" },
  { what: "an empty column list", text: "INSERT INTO S.T () SELECT A FROM S.U" },
  { what: "a comma before FROM", text: "SELECT A, B, FROM S.T" },
  { what: "a missing parenthesis", text: "SELECT TO_NUMBER(SUBSTR(A, 1, 15) FROM S.T" },
  { what: "one parenthesis too many", text: "SELECT COUNT(*)) FROM S.T" },
  { what: "WHERE without a condition", text: "DELETE FROM S.T WHERE" },
  { what: "an open literal", text: "SELECT 'it is FROM dual" }
]

const wrongDdl: ReadonlyArray<BadStatement> = [
  { what: "a table without columns", text: "CREATE TABLE S.T ()" },
  { what: "an index without columns", text: "CREATE INDEX I ON S.T LOCAL PARALLEL 4" },
  { what: "a constraint without columns", text: "ALTER TABLE S.T ADD CONSTRAINT C PRIMARY KEY ()" },
  { what: "PARALLEL with a bind variable", text: "ALTER TABLE S.T PARALLEL :degree" },
  { what: "RENAME CONSTRAINT without TO", text: "ALTER TABLE S.T RENAME CONSTRAINT A B" },
  { what: "an unquoted name with a blank", text: "ALTER TABLE S.Order History READ ONLY" },
  { what: "a comment without its text", text: "COMMENT ON TABLE S.T IS" },
  { what: "a statement with its semicolon", text: "DROP TABLE S.T;" }
]

const wrongPlsql: ReadonlyArray<BadStatement> = [
  { what: "IF without THEN", form: "plsql", text: "BEGIN IF 1 = 1 NULL; END IF; END;" },
  { what: "an empty block", form: "plsql", text: "BEGIN END;" },
  { what: "a block without its semicolon", form: "plsql", text: "BEGIN NULL; END" },
  { what: "a statement without its semicolon", form: "plsql", text: "BEGIN DBMS_OUTPUT.PUT_LINE('a') NULL; END;" },
  { what: "a loop that is not closed", form: "plsql", text: "BEGIN FOR r IN (SELECT A FROM T) LOOP NULL; END;" },
  { what: "EXECUTE IMMEDIATE without a text", form: "plsql", text: "BEGIN EXECUTE IMMEDIATE; END;" },
  {
    what: "a trigger without an event",
    form: "plsql",
    text: "CREATE OR REPLACE TRIGGER R AFTER ON T FOR EACH ROW BEGIN NULL; END;"
  }
]

const insideWaivers: ReadonlyArray<BadStatement> = [
  { what: "two values for a parameter", text: "ALTER SESSION SET DDL_LOCK_TIMEOUT = 5 5" },
  { what: "a parenthesis missing beside an identity", text: "ALTER TABLE T MODIFY (ID GENERATED ALWAYS AS IDENTITY" },
  { what: "an error beside a compressed index", text: "CREATE INDEX I ON T (A,) COMPRESS ADVANCED LOW" },
  {
    what: "an error in a trigger's call",
    form: "plsql",
    text: "CREATE OR REPLACE TRIGGER R BEFORE DELETE ON T CALL P.Q(,)"
  },
  { what: "an error inside a call that is judged apart", text: "SELECT RAWTOHEX(STANDARD_HASH(A 'MD5')) FROM T" },
  { what: "an error around a call that is judged apart", text: "SELECT RAWTOHEX(A) RAWTOHEX(B) C FROM T" }
]

const badStatements = [...gluedLines, ...wrongPartitioning, ...wrongDml, ...wrongDdl, ...wrongPlsql, ...insideWaivers]

const isBeyondGrammar = ({ form = "sql", text }: BadStatement): boolean => parseStatement(text, form) === null

describe("the grammar with its waivers", () => {
  it.for(badStatements)("refuses $what", ({ text, form = "sql" }) => {
    const { judge } = createJudge(new Map(), waivers)
    expect(judge({ form, text }).refusal).not.toBeNull()
  })

  it("needs our own rules for as many of them as there are blind spots", () => {
    expect(badStatements.filter(isBeyondGrammar).map(({ what }) => what)).toEqual([
      "GRANT lists glued",
      "INTERVAL inside INTERVAL"
    ])
    expect(blindSpots).toHaveLength(2)
  })

  it("takes the same table when it is written right", () => {
    const { judge } = createJudge(new Map(), waivers)
    const clauses = "TABLESPACE USERS PARTITION BY RANGE (D) INTERVAL (NUMTOYMINTERVAL(1, 'MONTH'))"
    const text = `${rangeTable(`${clauses} SUBPARTITION BY HASH (ID) SUBPARTITIONS 8`)} ENABLE ROW MOVEMENT PARALLEL 4`
    expect(judge({ form: "sql", text }).refusal).toBeNull()
  })
})
