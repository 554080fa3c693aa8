// What the HR schema's init scripts and the dictionary queries of discovery need (hr-tables, dictionary 2).
import type { CorpusEntry } from "./corpus-entry.ts"
import { ok, topic } from "./corpus-entry.ts"

const init = topic(
  { source: "documented", reference: "hr-tables" },
  ok("CREATE USER hr IDENTIFIED BY hr123 DEFAULT TABLESPACE users QUOTA UNLIMITED ON users"),
  ok("CREATE USER hr_app_user IDENTIFIED BY hrapp123 QUOTA 0 ON users"),
  ok("CREATE ROLE hr_app"),
  ok(
    "GRANT CREATE SESSION, CREATE TABLE, CREATE VIEW, CREATE SEQUENCE, CREATE PROCEDURE, CREATE TRIGGER, CREATE SYNONYM TO hr"
  ),
  ok("GRANT hr_app TO hr_app_user"),
  ok("CREATE SEQUENCE hr.emp_seq START WITH 5001 INCREMENT BY 1 NOCACHE"),
  ok(`CREATE TABLE hr.departments (department_id NUMBER(4) CONSTRAINT departments_pk PRIMARY KEY, department_name VARCHAR2(30) NOT NULL, manager_id NUMBER(6),
  location_id NUMBER(4), created_date DATE DEFAULT SYSDATE, CONSTRAINT departments_name_uk UNIQUE (department_name))`),
  ok(`CREATE TABLE hr.employees (employee_id NUMBER(6) CONSTRAINT employees_pk PRIMARY KEY, first_name VARCHAR2(20), last_name VARCHAR2(25) NOT NULL,
  email VARCHAR2(100) NOT NULL CONSTRAINT employees_email_uk UNIQUE, hire_date DATE NOT NULL, salary NUMBER(8,2), commission_pct NUMBER(2,2),
  department_id NUMBER(4) CONSTRAINT employees_department_fk REFERENCES hr.departments (department_id))`),
  ok(`CREATE TABLE hr.transactions (transaction_id NUMBER(12), account_id NUMBER(10) NOT NULL, txn_date DATE NOT NULL, amount NUMBER(12,2) NOT NULL,
  status VARCHAR2(20) DEFAULT 'COMPLETED', CONSTRAINT transactions_pk PRIMARY KEY (transaction_id))
  PARTITION BY RANGE (txn_date) INTERVAL (NUMTOYMINTERVAL(1,'MONTH')) (PARTITION p_initial VALUES LESS THAN (DATE '2023-01-01')) ENABLE ROW MOVEMENT`),
  ok(`CREATE TABLE hr.customer_data (customer_id NUMBER(10) PRIMARY KEY, notes CLOB, profile_photo BLOB, preferences CLOB)
  LOB (notes) STORE AS SECUREFILE (ENABLE STORAGE IN ROW) LOB (preferences) STORE AS SECUREFILE (ENABLE STORAGE IN ROW)
  LOB (profile_photo) STORE AS SECUREFILE (DISABLE STORAGE IN ROW CACHE READS)`),
  ok("CREATE INDEX hr.transactions_account_ix ON hr.transactions (account_id) LOCAL"),
  ok(`INSERT /*+ APPEND */ INTO hr.transactions (transaction_id, account_id, txn_date, amount, status)
SELECT LEVEL, 1000 + MOD(LEVEL * 7919, 5000), DATE '2023-01-01' + MOD(LEVEL * 104729, 1096) + MOD(LEVEL * 31, 86400) / 86400,
       ROUND(MOD(LEVEL * 48271, 1000000) / 100, 2), DECODE(MOD(LEVEL, 20), 0, 'FAILED', 'COMPLETED')
  FROM dual CONNECT BY LEVEL <= 500000`),
  ok(`INSERT INTO hr.events (event_id, event_type) SELECT n, CASE MOD(n, 4) WHEN 0 THEN 'LOGIN' WHEN 1 THEN 'CLICK' ELSE 'VIEW' END
  FROM (SELECT (a.n - 1) * 1000 + b.n AS n FROM (SELECT LEVEL AS n FROM dual CONNECT BY LEVEL <= 100) a CROSS JOIN (SELECT LEVEL AS n FROM dual CONNECT BY LEVEL <= 1000) b)`),
  ok(`CREATE OR REPLACE VIEW hr.v_table_summary AS SELECT t.table_name, t.num_rows, NVL(p.partition_count, 0) AS partitions FROM user_tables t
  LEFT JOIN user_part_tables p ON p.table_name = t.table_name`),
  ok(
    "CREATE OR REPLACE TRIGGER hr.orders_set_updated BEFORE UPDATE ON hr.orders FOR EACH ROW BEGIN :NEW.updated_date := SYSDATE; END;"
  ),
  ok("GRANT SELECT, INSERT, UPDATE, DELETE ON hr.employees TO hr_app"),
  ok("COMMENT ON COLUMN hr.employees.salary IS 'monthly, in the currency of the location'"),
  ok("BEGIN DBMS_STATS.GATHER_SCHEMA_STATS('HR'); END;")
)

const discovery = topic(
  { source: "documented", reference: "dictionary 2.3 and 2.4" },
  ok("SELECT banner FROM v$version"),
  ok("SELECT product, version FROM product_component_version"),
  ok("SELECT SYS_CONTEXT('USERENV', 'SESSION_USER'), SYS_CONTEXT('USERENV', 'CON_NAME') FROM dual"),
  ok("SELECT privilege FROM session_privs ORDER BY privilege"),
  ok("SELECT username FROM all_users WHERE oracle_maintained = 'N' ORDER BY username"),
  ok(
    "SELECT owner, table_name, partitioned, num_rows, degree FROM all_tables WHERE owner IN (:o1, :o2) AND temporary = 'N' AND nested = 'NO' AND iot_name IS NULL ORDER BY owner, table_name"
  ),
  ok(`SELECT owner, name AS table_name, 'P' AS level_, column_position, column_name FROM all_part_key_columns
 WHERE owner IN (:o1,:o2,:o3,:o4) AND object_type LIKE 'TABLE%' AND name NOT LIKE 'BIN$%'
UNION ALL
SELECT owner, name, 'S', column_position, column_name FROM all_subpart_key_columns
 WHERE owner IN (:o1,:o2,:o3,:o4) AND object_type LIKE 'TABLE%' AND name NOT LIKE 'BIN$%'
ORDER BY 1, 2, 3, 4`),
  ok(`SELECT table_owner, table_name, composite, interval, COUNT(*) n, SUM(subpartition_count) nsub, SUM(num_rows) rows_est
  FROM all_tab_partitions WHERE table_owner IN (:o1,:o2,:o3,:o4) AND table_name NOT LIKE 'BIN$%'
 GROUP BY table_owner, table_name, composite, interval ORDER BY 1, 2, 3, 4`),
  ok(`SELECT owner, segment_name, segment_type, tablespace_name, COUNT(*) segs, SUM(bytes) bytes
  FROM dba_segments WHERE owner IN (:o1,:o2,:o3,:o4) AND segment_name NOT LIKE 'BIN$%'
 GROUP BY owner, segment_name, segment_type, tablespace_name ORDER BY 1, 2, 3, 4`),
  ok("SELECT value FROM v$option WHERE parameter = 'Partitioning'"),
  ok(
    "SELECT i.owner, i.index_name, p.locality FROM all_indexes i LEFT JOIN all_part_indexes p ON p.owner = i.owner AND p.index_name = i.index_name WHERE i.table_owner = :owner"
  ),
  ok(
    "SELECT c.constraint_name, LISTAGG(k.column_name, ',') WITHIN GROUP (ORDER BY k.position) FROM all_constraints c JOIN all_cons_columns k ON k.owner = c.owner AND k.constraint_name = c.constraint_name WHERE c.owner = :owner GROUP BY c.constraint_name"
  ),
  ok(
    "SELECT trigger_name, trigger_type, triggering_event, status, description FROM sys.all_triggers WHERE table_owner = :owner"
  )
)

/** HR and discovery. */
export const hrEntries: ReadonlyArray<CorpusEntry> = [...init, ...discovery]
