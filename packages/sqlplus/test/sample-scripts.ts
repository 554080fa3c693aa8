// Scripts in the manner of a generated set, and one that does what they avoid. Test data only.
import { script } from "./lint/lines-breaking.ts"

const handlers = ["WHENEVER OSERROR EXIT 9 ROLLBACK", "WHENEVER SQLERROR EXIT 4 ROLLBACK"]

export const settings = script(
  "SET ECHO ON",
  "SET FEEDBACK ON",
  "SET TIMING ON",
  "SET VERIFY OFF",
  "SET DEFINE OFF",
  "SET SQLBLANKLINES ON",
  "SET SERVEROUTPUT ON SIZE UNLIMITED FORMAT WRAPPED",
  "SET LINESIZE 200 PAGESIZE 1000",
  "SET TRIMSPOOL ON",
  "SET TAB OFF",
  "SET EXITCOMMIT OFF",
  "SET LONG 2000000 LONGCHUNKSIZE 32767"
)

const header = [
  "-- ===========================================================================",
  "-- Step of the plan for APP.ORDERS                                change window",
  "-- Why      the application must find the partitioned table under the old name",
  "-- Undo     rollback/50_undo_swap_tables.sql, until step 70",
  "-- ==========================================================================="
]

export const cutover = script(
  ...handlers,
  "@@_settings.sql",
  ...header,
  "PROMPT 50: APP.ORDERS becomes ORDERS_OLD, then APP.ORDERS_INT becomes ORDERS (about 5 s)",
  "DECLARE",
  "  l_found VARCHAR2(400);",
  "BEGIN",
  "  SELECT LISTAGG(table_name, ',') WITHIN GROUP (ORDER BY table_name)",
  "    INTO l_found",
  "    FROM all_tables",
  "   WHERE owner = 'APP' AND table_name IN ('ORDERS', 'ORDERS_INT', 'ORDERS_OLD');",
  "  IF l_found = 'ORDERS,ORDERS_OLD' THEN",
  "    RAISE_APPLICATION_ERROR(-20050, 'OP450 step-done: the cutover has been done.');",
  "  ELSIF l_found IS NULL OR l_found <> 'ORDERS,ORDERS_INT' THEN",
  "    RAISE_APPLICATION_ERROR(-20052, 'OP452 step-blocked: found ' || NVL(l_found, 'neither') || '.');",
  "  END IF;",
  "END;",
  "/",
  "ALTER SESSION SET ddl_lock_timeout = 5;",
  "BEGIN",
  "  EXECUTE IMMEDIATE q'~ALTER TABLE APP.ORDERS RENAME TO ORDERS_OLD~';",
  "  EXECUTE IMMEDIATE q'~ALTER TABLE APP.ORDERS_INT RENAME TO ORDERS~';",
  "EXCEPTION",
  "  WHEN OTHERS THEN",
  "    EXECUTE IMMEDIATE q'~ALTER TABLE APP.ORDERS_OLD RENAME TO ORDERS~';",
  "    RAISE;",
  "END;",
  "/",
  "VARIABLE orapart_state VARCHAR2(30)",
  "EXEC :orapart_state := 'it''s done'",
  "BEGIN",
  "  IF :orapart_state IS NULL THEN RAISE NO_DATA_FOUND; END IF;",
  "  DBMS_OUTPUT.PUT_LINE('50: OK, APP.ORDERS is partitioned');",
  "END;",
  "/"
)

export const createTable = script(
  ...handlers,
  "@@_settings.sql",
  ...header,
  "EXEC DBMS_APPLICATION_INFO.SET_MODULE('orapart', '10 create table');",
  "DECLARE",
  "  l_count PLS_INTEGER;",
  "BEGIN",
  "  SELECT COUNT(*) INTO l_count FROM all_tables WHERE owner = 'APP' AND table_name = 'ORDERS_INT';",
  "  IF l_count = 0 THEN",
  "    EXECUTE IMMEDIATE q'~CREATE TABLE APP.ORDERS_INT",
  "(",
  "  ORDER_ID   NUMBER(12) NOT NULL,",
  "  ORDER_DATE DATE NOT NULL",
  ")",
  "PARTITION BY RANGE (ORDER_DATE) INTERVAL (NUMTOYMINTERVAL(1,'MONTH'))",
  "(",
  "  PARTITION P_ANCHOR VALUES LESS THAN (TO_DATE('2015-01-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN'))",
  ")",
  "ENABLE ROW MOVEMENT~';",
  "  END IF;",
  "END;",
  "/",
  "COMMENT ON TABLE APP.ORDERS_INT IS 'Interim table of Sales'' orders; see the plan.';",
  "CREATE UNIQUE INDEX APP.ORDERS_PK_INT",
  "  ON APP.ORDERS_INT (ORDER_ID)",
  "  TABLESPACE DATA_01;"
)

export const dropOldTable = script(
  ...handlers,
  "@@_settings.sql",
  "COLUMN orapart_confirm_drop NEW_VALUE orapart_confirm_drop NOPRINT",
  "SELECT CAST(NULL AS VARCHAR2(128)) AS orapart_confirm_drop FROM dual WHERE 1 = 0;",
  "SET DEFINE ON",
  "BEGIN",
  "  IF NVL('&orapart_confirm_drop', '-') <> 'APP.ORDERS' THEN",
  "    RAISE_APPLICATION_ERROR(-20070, 'OP470 not-confirmed: DEFINE orapart_confirm_drop = APP.ORDERS first.');",
  "  END IF;",
  "END;",
  "/",
  "SET DEFINE OFF",
  "DROP TABLE APP.ORDERS_OLD;"
)

export const master = script(
  ...handlers,
  "SPOOL master1.log REPLACE",
  "@@_settings.sql",
  "COLUMN orapart_script NEW_VALUE orapart_script NOPRINT",
  "SELECT CASE COUNT(*) WHEN 0 THEN '10_create_table.sql' ELSE '_skip.sql' END AS orapart_script",
  "  FROM all_tables",
  " WHERE owner = 'APP' AND table_name = 'ORDERS_INT';",
  "SET DEFINE ON",
  "@@&orapart_script",
  "SELECT CASE COUNT(*) WHEN 0 THEN '20_data_load.sql' ELSE '_skip.sql' END AS orapart_script FROM APP.ORDERS_INT;",
  "SET DEFINE ON",
  "@@&orapart_script",
  "SPOOL OFF",
  "EXIT 0"
)

export const predecessorStep = [
  "WHENEVER SQLERROR EXIT SQL.SQLCODE",
  "-- \u2713 step 50",
  "PROMPT ------------------",
  "PROMPT swap",
  "DROP TABLE app.orders_old CASCADE CONSTRAINTS PURGE;",
  "SELECT 'R&D' FROM dual;",
  "INSERT INTO app.orders_new (order_id,",
  "  order_date -- take all;",
  "",
  ") SELECT * FROM app.orders;",
  "COMMIT;",
  "/",
  "PROMPT R & D",
  "BEGIN",
  "  app.log_swap;",
  "EXCEPTION WHEN OTHERS THEN NULL;",
  "END;",
  "/",
  "PROMPT \u2713 5 index(es) created",
  "@@./60_restore_grants.sql",
  "ACCEPT answer",
  "SELECT 1 FROM dual"
].join("\n")
