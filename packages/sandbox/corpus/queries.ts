// Queries and expressions: what they return, and how the database refuses them. Mistakes of writing are in query-mistakes.ts.
import type { CorpusEntry } from "./corpus-entry.ts"
import { fails, ok, rows, topic } from "./corpus-entry.ts"

/** Values that need no table but DUAL. */
const values = topic(
  { source: "assumed", reference: "SQL expressions" },
  rows("SELECT 1 + 1 FROM dual", ["2"]),
  rows("SELECT 1/4 FROM dual", [".25"]),
  rows("SELECT 2 * 3 - 4 / 2 FROM dual", ["4"]),
  rows("SELECT -2 - -3 FROM dual", ["1"]),
  rows("SELECT 'a' || 'b' || NULL FROM dual", ["ab"]),
  rows("SELECT 1 || 2 + 3 FROM dual", ["15"]),
  rows("SELECT '' FROM dual", [null]),
  rows("SELECT LENGTH('') FROM dual", [null]),
  rows("SELECT q'[it's]' FROM dual", ["it's"]),
  rows("SELECT N'x', nq'{y}' FROM dual", ["x", "y"]),
  rows("SELECT 1e3, 1.5E-2, .5, 5. FROM dual", ["1000", ".015", ".5", "5"]),
  rows("SELECT NVL(NULL, 'x'), NVL2('a', 'b', 'c'), COALESCE(NULL, NULL, 'z') FROM dual", ["x", "b", "z"]),
  rows("SELECT DECODE(NULL, NULL, 'same', 'other') FROM dual", ["same"]),
  rows("SELECT CASE 2 WHEN 1 THEN 'a' WHEN 2 THEN 'b' ELSE 'c' END FROM dual", ["b"]),
  rows("SELECT CASE WHEN 1 > 2 THEN 'a' END FROM dual", [null]),
  rows("SELECT SUBSTR('abcdef', -3, 2), INSTR('abcabc', 'b', 1, 2) FROM dual", ["de", "5"]),
  rows("SELECT UPPER('aB'), LOWER('aB'), INITCAP('the end') FROM dual", ["AB", "ab", "The End"]),
  rows("SELECT TRIM('  a '), TRIM(LEADING 'x' FROM 'xxa'), LTRIM('aab', 'a'), RTRIM('abb', 'b') FROM dual", [
    "a",
    "a",
    "b",
    "a"
  ]),
  rows("SELECT REPLACE('abc', 'b'), TRANSLATE('abc', 'ab', 'x'), LPAD('7', 3, '0') FROM dual", ["ac", "xc", "007"]),
  rows("SELECT GREATEST(1, 3, 2), LEAST('b', 'a') FROM dual", ["3", "a"]),
  rows("SELECT MOD(7, 3), MOD(-7, 3), ROUND(2.5), TRUNC(-2.7), CEIL(1.1), FLOOR(-1.1) FROM dual", [
    "1",
    "-1",
    "3",
    "-2",
    "2",
    "-2"
  ]),
  rows("SELECT TO_CHAR(DATE '2024-02-29' + 1, 'YYYY-MM-DD') FROM dual", ["2024-03-01"]),
  rows("SELECT DATE '2024-03-01' - DATE '2024-02-01' FROM dual", ["29"]),
  rows("SELECT TO_CHAR(ADD_MONTHS(DATE '2024-01-31', 1), 'YYYY-MM-DD') FROM dual", ["2024-02-29"]),
  rows(
    "SELECT TO_CHAR(TRUNC(TO_DATE('2024-05-17 13:14:15', 'YYYY-MM-DD HH24:MI:SS'), 'MM'), 'DD.MM.YYYY HH24:MI') FROM dual",
    ["01.05.2024 00:00"]
  ),
  rows(
    "SELECT TO_CHAR(LAST_DAY(DATE '2023-02-01'), 'DD'), MONTHS_BETWEEN(DATE '2024-03-01', DATE '2024-01-01') FROM dual",
    ["28", "2"]
  ),
  rows("SELECT EXTRACT(YEAR FROM DATE '2024-02-29'), EXTRACT(MONTH FROM DATE '2024-02-29') FROM dual", ["2024", "2"]),
  rows("SELECT TO_CHAR(DATE '2024-01-31' + NUMTODSINTERVAL(12, 'HOUR'), 'HH24') FROM dual", ["12"]),
  rows("SELECT TO_CHAR(DATE '2024-01-31' + INTERVAL '1' DAY, 'DD') FROM dual", ["01"]),
  rows("SELECT TO_NUMBER('12.5', '99D9', 'NLS_NUMERIC_CHARACTERS=''.,''') FROM dual", ["12.5"]),
  rows("SELECT TO_NUMBER('ff', 'XX') FROM dual", ["255"]),
  rows("SELECT CAST(1.567 AS NUMBER(3,1)), CAST('abc' AS CHAR(5)) || '.' FROM dual", ["1.6", "abc  ."]),
  rows("SELECT RAWTOHEX(HEXTORAW('0AFF')), CHR(65), ASCII('A') FROM dual", ["0AFF", "A", "65"]),
  rows("SELECT RAWTOHEX(STANDARD_HASH('abc', 'MD5')) FROM dual", ["900150983CD24FB0D6963F7D28E17F72"]),
  rows("SELECT NULLIF(1, 1), NULLIF('a', 'b') FROM dual", [null, "a"]),
  rows("SELECT REGEXP_REPLACE('a1b22', '[0-9]+', '#'), REGEXP_SUBSTR('x=12', '[0-9]+') FROM dual", ["a#b#", "12"]),
  rows("SELECT COUNT(*) FROM dual WHERE NULL = NULL", ["0"]),
  rows("SELECT COUNT(*) FROM dual WHERE NOT (NULL = 1)", ["0"]),
  rows("SELECT COUNT(*) FROM dual WHERE 1 NOT IN (2, NULL)", ["0"]),
  rows("SELECT COUNT(*) FROM dual WHERE 'a_c' LIKE 'a\\_c' ESCAPE '\\' AND 'abc' LIKE '_b%'", ["1"]),
  rows("SELECT COUNT(*) FROM dual WHERE (1, 2) IN ((1, 2), (3, 4)) AND 2 BETWEEN 1 AND 3", ["1"]),
  rows("SELECT COUNT(*) FROM dual WHERE 3 > ALL (1, 2) AND 1 = ANY (1, 2) AND 1 != 2 AND 1 ^= 2", ["1"]),
  rows("SELECT COUNT(*) FROM dual WHERE EXISTS (SELECT 1 FROM dual) AND NOT EXISTS (SELECT 1 FROM dual WHERE 1 = 0)", [
    "1"
  ]),
  ok("SELECT SYSDATE, SYSTIMESTAMP, SYSTIMESTAMP(3), CURRENT_DATE, LOCALTIMESTAMP, USER, UID FROM dual"),
  ok("SELECT SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA'), SESSIONTIMEZONE FROM dual"),
  ok("SELECT SYSTIMESTAMP AT TIME ZONE 'UTC', SYS_EXTRACT_UTC(SYSTIMESTAMP) FROM dual")
)

const published = topic(
  { source: "documented", reference: "ora-hash" },
  rows("SELECT ORA_HASH('test') FROM dual", ["2662839991"]),
  rows("SELECT ORA_HASH(2023) FROM dual", ["2671887358"]),
  rows("SELECT ORA_HASH(TO_DATE('2023-03-01 12:34:56', 'YYYY-MM-DD HH24:MI:SS')) FROM dual", ["112410422"]),
  rows("SELECT ORA_HASH('abracadabra', 255) FROM dual", ["82"]),
  rows("SELECT ORA_HASH('fred', 1023) FROM dual", ["903"])
)

const shop = [
  "CREATE TABLE c_dept (id NUMBER(4) PRIMARY KEY, name VARCHAR2(20))",
  "CREATE TABLE c_emp (id NUMBER(6) PRIMARY KEY, dept NUMBER(4), pay NUMBER(8,2), hired DATE)",
  "INSERT INTO c_dept VALUES (10, 'Sales')",
  "INSERT INTO c_dept VALUES (20, 'Lab')",
  "INSERT INTO c_dept VALUES (30, 'Idle')",
  "INSERT INTO c_emp VALUES (1, 10, 100, DATE '2024-01-15')",
  "INSERT INTO c_emp VALUES (2, 10, 300, DATE '2024-02-15')",
  "INSERT INTO c_emp VALUES (3, 20, 200, DATE '2024-02-20')",
  "INSERT INTO c_emp VALUES (4, NULL, NULL, DATE '2024-03-01')"
]

/** Two small tables. */
const tables = topic(
  { source: "assumed", reference: "SELECT", setup: shop },
  rows("SELECT name FROM c_dept ORDER BY id", ["Sales"], ["Lab"], ["Idle"]),
  rows(
    "SELECT d.name, COUNT(e.id) FROM c_dept d LEFT JOIN c_emp e ON e.dept = d.id GROUP BY d.name ORDER BY 1",
    ["Idle", "0"],
    ["Lab", "1"],
    ["Sales", "2"]
  ),
  rows(
    "SELECT d.name, e.id FROM c_dept d, c_emp e WHERE d.id = e.dept (+) AND e.pay (+) > 150 ORDER BY d.id, e.id",
    ["Sales", "2"],
    ["Lab", "3"],
    ["Idle", null]
  ),
  rows("SELECT COUNT(*) FROM c_dept CROSS JOIN c_emp", ["12"]),
  rows("SELECT COUNT(*) FROM c_dept d FULL OUTER JOIN c_emp e ON e.dept = d.id", ["5"]),
  rows("SELECT COUNT(*) FROM c_dept d JOIN c_emp e ON e.dept = d.id AND e.hired >= DATE '2024-02-01'", ["2"]),
  rows("SELECT SUM(pay), AVG(pay), MIN(hired) - MAX(hired), COUNT(pay), COUNT(DISTINCT dept) FROM c_emp", [
    "600",
    "200",
    "-46",
    "3",
    "2"
  ]),
  rows(
    "SELECT dept, SUM(pay) FROM c_emp GROUP BY ROLLUP (dept) HAVING SUM(pay) > 250 ORDER BY dept NULLS LAST",
    ["10", "400"],
    [null, "600"]
  ),
  rows(
    "SELECT id FROM c_emp WHERE dept IN (SELECT id FROM c_dept WHERE name LIKE 'S%') ORDER BY id DESC",
    ["2"],
    ["1"]
  ),
  rows(
    "SELECT id FROM c_emp e WHERE pay = (SELECT MAX(pay) FROM c_emp m WHERE m.dept = e.dept) ORDER BY id",
    ["2"],
    ["3"]
  ),
  rows("SELECT id FROM c_emp WHERE ROWNUM <= 2 ORDER BY id", ["1"], ["2"]),
  rows("SELECT id FROM c_emp ORDER BY pay DESC NULLS LAST FETCH FIRST 2 ROWS ONLY", ["2"], ["3"]),
  rows("SELECT id FROM c_emp ORDER BY id OFFSET 3 ROWS FETCH NEXT ROW ONLY", ["4"]),
  rows(
    "SELECT id, ROW_NUMBER() OVER (PARTITION BY dept ORDER BY pay DESC) FROM c_emp WHERE dept = 10 ORDER BY 2",
    ["2", "1"],
    ["1", "2"]
  ),
  rows(
    "SELECT id, LAG(id) OVER (ORDER BY id), SUM(pay) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM c_emp WHERE id < 3 ORDER BY 1",
    ["1", null, "100"],
    ["2", "1", "400"]
  ),
  rows("SELECT LISTAGG(name, ', ') WITHIN GROUP (ORDER BY name) FROM c_dept", ["Idle, Lab, Sales"]),
  rows("SELECT id FROM c_dept MINUS SELECT dept FROM c_emp", ["30"]),
  rows("SELECT id FROM c_dept INTERSECT SELECT dept FROM c_emp ORDER BY 1", ["10"], ["20"]),
  rows("SELECT COUNT(*) FROM (SELECT id FROM c_dept UNION ALL SELECT dept FROM c_emp UNION SELECT 99 FROM dual)", [
    "5"
  ]),
  rows("WITH paid AS (SELECT dept, pay FROM c_emp WHERE pay IS NOT NULL) SELECT COUNT(*) FROM paid", ["3"]),
  rows("SELECT LEVEL FROM dual CONNECT BY LEVEL <= 3", ["1"], ["2"], ["3"]),
  rows("SELECT SUM(LEVEL) FROM dual CONNECT BY LEVEL <= 10", ["55"]),
  rows(
    "SELECT TO_CHAR(TRUNC(hired, 'MM'), 'YYYY-MM'), COUNT(*) FROM c_emp GROUP BY TRUNC(hired, 'MM') ORDER BY 1",
    ["2024-01", "1"],
    ["2024-02", "2"],
    ["2024-03", "1"]
  ),
  ok("SELECT /*+ PARALLEL(e, 4) */ e.*, e.ROWID FROM c_emp e FOR UPDATE OF e.pay NOWAIT"),
  ok("SELECT dept, GROUPING(dept) FROM c_emp GROUP BY GROUPING SETS ((dept), ())"),
  ok("SELECT * FROM (SELECT id FROM c_emp) t, LATERAL (SELECT t.id + 1 AS next_id FROM dual) n"),
  ok("SELECT id FROM c_emp SAMPLE (50) SEED (1)"),
  ok("SELECT CURSOR(SELECT id FROM c_emp e WHERE e.dept = d.id) FROM c_dept d"),
  fails(942, "SELECT * FROM all_segments"),
  fails(942, "SELECT * FROM c_missing"),
  fails(904, "SELECT nope FROM c_dept"),
  fails(918, "SELECT id FROM c_dept d JOIN c_emp e ON e.dept = d.id"),
  fails(979, "SELECT dept, id, COUNT(*) FROM c_emp GROUP BY dept"),
  fails(937, "SELECT id, COUNT(*) FROM c_emp"),
  fails(934, "SELECT id FROM c_emp WHERE COUNT(*) > 1"),
  fails(1789, "SELECT id FROM c_dept UNION SELECT id, name FROM c_dept"),
  fails(1790, "SELECT id FROM c_dept UNION SELECT name FROM c_dept"),
  fails(1722, "SELECT TO_NUMBER('x') FROM dual"),
  fails(1427, "SELECT (SELECT id FROM c_dept) FROM dual"),
  fails(1476, "SELECT 1/0 FROM dual"),
  fails(1843, "SELECT TO_DATE('2024-13-01', 'YYYY-MM-DD') FROM dual"),
  fails(932, "SELECT id + hired - DATE '2024-01-01' || SYSTIMESTAMP FROM c_emp WHERE hired = 1"),
  fails(1785, "SELECT id FROM c_dept ORDER BY 2")
)

/** A LONG column of the dictionary cannot be compared, grouped or combined. */
const longs = topic(
  { source: "documented", reference: "dictionary 7" },
  fails(932, "SELECT COUNT(*) FROM all_tab_partitions WHERE high_value = '1'"),
  fails(997, "SELECT high_value FROM all_tab_partitions GROUP BY high_value"),
  fails(997, "SELECT high_value FROM all_tab_partitions UNION SELECT high_value FROM all_tab_partitions"),
  fails(932, "SELECT SUBSTR(high_value, 1, 10) FROM all_tab_partitions"),
  ok("SELECT table_name, partition_name, high_value FROM all_tab_partitions ORDER BY table_name, partition_position")
)

/** Queries: results and documented errors. */
export const queryEntries: ReadonlyArray<CorpusEntry> = [...values, ...published, ...tables, ...longs]
