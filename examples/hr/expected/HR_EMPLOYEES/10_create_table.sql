WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 10  Create the interim table HR.EMPLOYEES_INT
-- Table    HR.EMPLOYEES
-- Why      a table cannot become RANGE INTERVAL NUMTODSINTERVAL(1,'DAY') on HIRE_DATE, 4 hash
--          subpartitions on EMPLOYEE_ID in place on every release: it is built beside the old one
-- Locks    exclusive on HR.EMPLOYEES_INT (while it is created, nobody knows it yet), exclusive on
--          HR.EMPLOYEES (an instant, waits 5 s, lets others pass, tries again)
-- Needs    owner HR with CREATE TABLE and quota, or CREATE ANY TABLE, ALTER ANY TABLE and COMMENT
--          ANY TABLE
-- Restart  run its undo first, then this file again. The master does both
-- Undo     rollback/10_undo_create_table.sql: sets HR.EMPLOYEES READ WRITE, drops HR.EMPLOYEES_INT
--          and the ledger, each only if this plan made it, until the cutover (step 50), after its
--          undo again
-- Made by  orapart 0.0.0, plan a3ddc70e, template core:10_create_table.sql
-- ==============================================================================
PROMPT 10: create HR.EMPLOYEES_INT and the ledger HR.ORAPART_EMPLOYEES
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '10 create table');
END;
/

-- Guard: both names must be free, except for what an earlier run of this very plan left behind.
DECLARE
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM HR.ORAPART_EMPLOYEES WHERE item = :item'
      INTO l_value USING p_item;
    RETURN l_value;
  EXCEPTION
    WHEN no_such_table THEN
      RETURN NULL;
  END noted;
  FUNCTION table_id (p_name IN VARCHAR2) RETURN VARCHAR2 IS
    l_id VARCHAR2(40);
  BEGIN
    SELECT TO_CHAR(MAX(object_id)) INTO l_id FROM all_objects
     WHERE owner = 'HR' AND object_name = p_name AND object_type = 'TABLE';
    RETURN l_id;
  END table_id;
BEGIN
  IF noted('plan') IS NOT NULL AND noted('plan') <> 'a3ddc70e8c5b246611d035cc5156b892ed5986f4a3d25abae89efcc37ab61dd1' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: plan ' || SUBSTR(noted('plan'), 1, 8) || ' of HR.EMPLOYEES is under way.'
      || ' Nothing was changed. Finish it or undo it with its own rollback/master_rollback.sql.');
  ELSIF noted('step-10') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 10 has been done. Nothing was changed. Go on with 20_data_load.sql, or run master1.sql.');
  ELSIF table_id('ORAPART_EMPLOYEES') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: HR.ORAPART_EMPLOYEES exists.'
      || ' Nothing was changed. If step 10 stopped midway, run rollback/10_undo_create_table.sql and then this file; master1.sql does both.');
  ELSIF table_id('EMPLOYEES_INT') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: HR.EMPLOYEES_INT exists and this plan did not make it.'
      || ' Nothing was changed. Choose another name (migration_settings.names.interim) and generate again.');
  ELSIF table_id('EMPLOYEES') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: there is no table HR.EMPLOYEES that this user can see. Nothing was changed.');
  END IF;
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;

-- 10.1  The ledger is made in one statement with its marks, so that it can never be taken for somebody else's table.
CREATE TABLE HR.ORAPART_EMPLOYEES
  TABLESPACE USERS
AS
SELECT CAST('plan' AS VARCHAR2(200)) AS item,
       CAST('a3ddc70e8c5b246611d035cc5156b892ed5986f4a3d25abae89efcc37ab61dd1' AS VARCHAR2(4000)) AS value,
       CAST(SYSTIMESTAMP AS TIMESTAMP) AS noted_at
  FROM dual
UNION ALL
SELECT 'step-10-begun', 'yes', CAST(SYSTIMESTAMP AS TIMESTAMP)
  FROM dual;
COMMENT ON TABLE HR.ORAPART_EMPLOYEES IS 'orapart: state of the migration of HR.EMPLOYEES, dropped by step 70 or by the rollback';
COMMENT ON COLUMN HR.ORAPART_EMPLOYEES.ITEM IS 'what is noted: plan, source-id, interim-id, scn, chunk-.., step-..';
COMMENT ON COLUMN HR.ORAPART_EMPLOYEES.VALUE IS 'object id, SCN, number of rows or the word done';
COMMENT ON COLUMN HR.ORAPART_EMPLOYEES.NOTED_AT IS 'time of the database server';
INSERT INTO HR.ORAPART_EMPLOYEES (item, value, noted_at)
SELECT 'source-id', TO_CHAR(object_id), SYSTIMESTAMP
  FROM all_objects
 WHERE owner = 'HR'
   AND object_name = 'EMPLOYEES'
   AND object_type = 'TABLE';
-- The name was free a moment ago: an empty table that carries it from now on is ours, even if this session dies at the next statement.
INSERT INTO HR.ORAPART_EMPLOYEES (item, value, noted_at)
VALUES ('interim-intended', 'EMPLOYEES_INT', SYSTIMESTAMP);
COMMIT;

-- 10.2  The interim table: 13 columns, RANGE INTERVAL NUMTODSINTERVAL(1,'DAY') on HIRE_DATE, 4 hash subpartitions on EMPLOYEE_ID.
CREATE TABLE HR.EMPLOYEES_INT (
  EMPLOYEE_ID NUMBER(6),
  FIRST_NAME VARCHAR2(20 BYTE),
  LAST_NAME VARCHAR2(25 BYTE) NOT NULL,
  EMAIL VARCHAR2(100 BYTE) NOT NULL,
  PHONE_NUMBER VARCHAR2(20 BYTE),
  HIRE_DATE DATE NOT NULL,
  JOB_ID VARCHAR2(10 BYTE) NOT NULL,
  SALARY NUMBER(8,2),
  COMMISSION_PCT NUMBER(2,2),
  MANAGER_ID NUMBER(6),
  DEPARTMENT_ID NUMBER(4),
  CREATED_DATE DATE DEFAULT SYSDATE,
  UPDATED_DATE DATE
)
SEGMENT CREATION DEFERRED
PCTFREE 10
INITRANS 1
STORAGE (INITIAL 64K NEXT 1M)
TABLESPACE USERS
LOGGING
PARTITION BY RANGE (HIRE_DATE)
  INTERVAL (NUMTODSINTERVAL(1,'DAY'))
  SUBPARTITION BY HASH (EMPLOYEE_ID)
  SUBPARTITIONS 4
(
  PARTITION P_ANCHOR VALUES LESS THAN (TO_DATE('2023-01-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN'))
)
ENABLE ROW MOVEMENT
;
INSERT INTO HR.ORAPART_EMPLOYEES (item, value, noted_at)
SELECT 'interim-id', TO_CHAR(object_id), SYSTIMESTAMP
  FROM all_objects
 WHERE owner = 'HR'
   AND object_name = 'EMPLOYEES_INT'
   AND object_type = 'TABLE';
COMMIT;

-- 10.3  Comments.
COMMENT ON TABLE HR.EMPLOYEES_INT IS 'People on the payroll, present and past.';
COMMENT ON COLUMN HR.EMPLOYEES_INT.EMPLOYEE_ID IS 'Filled from EMP_SEQ.';
COMMENT ON COLUMN HR.EMPLOYEES_INT.EMAIL IS 'Business address, unique in the company.';
COMMENT ON COLUMN HR.EMPLOYEES_INT.HIRE_DATE IS 'First working day.';
COMMENT ON COLUMN HR.EMPLOYEES_INT.SALARY IS 'Gross per month in the company''s currency.';

-- 10.5  delta_sync is none: from here until the end of step 50 every writer gets ORA-12081.
DELETE FROM HR.ORAPART_EMPLOYEES WHERE item = 'frozen-by-10';
INSERT INTO HR.ORAPART_EMPLOYEES (item, value, noted_at)
VALUES ('frozen-by-10', 'yes', SYSTIMESTAMP);
COMMIT;
DECLARE
  resource_busy EXCEPTION;
  PRAGMA EXCEPTION_INIT(resource_busy, -54);
  l_quiet BOOLEAN;
  l_scn   NUMBER;
  FUNCTION is_read_only (p_name IN VARCHAR2) RETURN BOOLEAN IS
    l_state VARCHAR2(30);
  BEGIN
    SELECT MAX(read_only) INTO l_state FROM all_tables
     WHERE owner = 'HR' AND table_name = p_name;
    IF l_state = 'N/A' THEN
      EXECUTE IMMEDIATE
        'SELECT MAX(def_read_only) FROM all_part_tables WHERE owner = :owner AND table_name = :name'
        INTO l_state USING 'HR', p_name;
    END IF;
    RETURN NVL(l_state, 'NO') = 'YES';
  END is_read_only;
BEGIN
  FOR attempt IN 1 .. 20 LOOP
    EXIT WHEN is_read_only('EMPLOYEES');
    BEGIN
      EXECUTE IMMEDIATE 'ALTER TABLE HR.EMPLOYEES READ ONLY';
    EXCEPTION
      WHEN resource_busy THEN
        IF attempt = 20 THEN
          RAISE_APPLICATION_ERROR(-20405, 'OP405 lock-busy: HR.EMPLOYEES could not be set READ ONLY in 20 tries.'
            || ' It is unchanged and in use. End the sessions that hold it (V$LOCKED_OBJECT), then run the master again.');
        END IF;
        l_scn := NULL;
        l_quiet := DBMS_UTILITY.WAIT_ON_PENDING_DML(
          tables  => 'HR.EMPLOYEES',
          timeout => 5,
          scn     => l_scn);
    END;
  END LOOP;
END;
/

-- Proof: the interim table is ours, partitioned as planned, and the source is READ ONLY.
DECLARE
  l_wrong PLS_INTEGER := 0;
  FUNCTION is_read_only (p_name IN VARCHAR2) RETURN BOOLEAN IS
    l_state VARCHAR2(30);
  BEGIN
    SELECT MAX(read_only) INTO l_state FROM all_tables
     WHERE owner = 'HR' AND table_name = p_name;
    IF l_state = 'N/A' THEN
      EXECUTE IMMEDIATE
        'SELECT MAX(def_read_only) FROM all_part_tables WHERE owner = :owner AND table_name = :name'
        INTO l_state USING 'HR', p_name;
    END IF;
    RETURN NVL(l_state, 'NO') = 'YES';
  END is_read_only;
  PROCEDURE wrong (p_text IN VARCHAR2) IS
  BEGIN
    l_wrong := l_wrong + 1;
    DBMS_OUTPUT.PUT_LINE('not as planned: ' || p_text);
  END wrong;
BEGIN
  FOR found IN (
    SELECT 'HR.EMPLOYEES_INT is not the table that the ledger knows' AS text
      FROM dual
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_objects o
               JOIN HR.ORAPART_EMPLOYEES l ON l.item = 'interim-id' AND l.value = TO_CHAR(o.object_id)
              WHERE o.owner = 'HR'
                AND o.object_name = 'EMPLOYEES_INT'
                AND o.object_type = 'TABLE')
    UNION ALL
    SELECT 'user columns: ' || COUNT(*) || ', planned 13'
      FROM all_tab_cols
     WHERE owner = 'HR'
       AND table_name = 'EMPLOYEES_INT'
       AND user_generated = 'YES'
    HAVING COUNT(*) <> 13
    UNION ALL
    SELECT 'interval: ' || MAX(p.interval) || ', planned NUMTODSINTERVAL(1,''DAY'')'
      FROM all_part_tables p
     WHERE p.owner = 'HR'
       AND p.table_name = 'EMPLOYEES_INT'
    HAVING MAX(p.interval) IS NULL
  ) LOOP
    wrong(found.text);
  END LOOP;
  IF NOT is_read_only('EMPLOYEES') THEN
    wrong('HR.EMPLOYEES is not READ ONLY');
  END IF;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_wrong || ' thing(s) of HR.EMPLOYEES_INT are not as planned, listed above.'
      || ' Run rollback/10_undo_create_table.sql.');
  END IF;
  DELETE FROM HR.ORAPART_EMPLOYEES WHERE item = 'step-10';
  INSERT INTO HR.ORAPART_EMPLOYEES (item, value, noted_at)
  VALUES ('step-10', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('10: OK, HR.EMPLOYEES_INT stands, RANGE INTERVAL NUMTODSINTERVAL(1,''DAY'') on HIRE_DATE, 4 hash subpartitions on EMPLOYEE_ID');
END;
/
