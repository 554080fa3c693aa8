WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 10  Create the interim table HR.CUSTOMER_DATA_INT
-- Table    HR.CUSTOMER_DATA
-- Why      a table cannot become RANGE INTERVAL NUMTOYMINTERVAL(1,'MONTH') on REGISTRATION_DATE, 8
--          hash subpartitions on CUSTOMER_ID in place on every release: it is built beside the old
--          one
-- Locks    exclusive on HR.CUSTOMER_DATA_INT (while it is created, nobody knows it yet), exclusive
--          on HR.CUSTOMER_DATA (an instant, waits 5 s, lets others pass, tries again)
-- Needs    owner HR with CREATE TABLE and quota, or CREATE ANY TABLE, ALTER ANY TABLE and COMMENT
--          ANY TABLE
-- Restart  run its undo first, then this file again. The master does both
-- Undo     rollback/10_undo_create_table.sql: sets HR.CUSTOMER_DATA READ WRITE, drops
--          HR.CUSTOMER_DATA_INT and the ledger, each only if this plan made it, until the cutover
--          (step 50), after its undo again
-- Made by  orapart 0.0.0, plan 80d71c9b, template core:10_create_table.sql
-- ==============================================================================
PROMPT 10: create HR.CUSTOMER_DATA_INT and the ledger HR.ORAPART_CUSTOMER_DATA
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
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM HR.ORAPART_CUSTOMER_DATA WHERE item = :item'
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
  IF noted('plan') IS NOT NULL AND noted('plan') <> '80d71c9b6f7a6c3003c6900ec5145b17999398fe57672e2e4a678fa7e5d524e7' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: plan ' || SUBSTR(noted('plan'), 1, 8) || ' of HR.CUSTOMER_DATA is under way.'
      || ' Nothing was changed. Finish it or undo it with its own rollback/master_rollback.sql.');
  ELSIF noted('step-10') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 10 has been done. Nothing was changed. Go on with 20_data_load.sql, or run master1.sql.');
  ELSIF table_id('ORAPART_CUSTOMER_DATA') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: HR.ORAPART_CUSTOMER_DATA exists.'
      || ' Nothing was changed. If step 10 stopped midway, run rollback/10_undo_create_table.sql and then this file; master1.sql does both.');
  ELSIF table_id('CUSTOMER_DATA_INT') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: HR.CUSTOMER_DATA_INT exists and this plan did not make it.'
      || ' Nothing was changed. Choose another name (migration_settings.names.interim) and generate again.');
  ELSIF table_id('CUSTOMER_DATA') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: there is no table HR.CUSTOMER_DATA that this user can see. Nothing was changed.');
  END IF;
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;

-- 10.1  The ledger is made in one statement with its marks, so that it can never be taken for somebody else's table.
CREATE TABLE HR.ORAPART_CUSTOMER_DATA
  TABLESPACE USERS
AS
SELECT CAST('plan' AS VARCHAR2(200)) AS item,
       CAST('80d71c9b6f7a6c3003c6900ec5145b17999398fe57672e2e4a678fa7e5d524e7' AS VARCHAR2(4000)) AS value,
       CAST(SYSTIMESTAMP AS TIMESTAMP) AS noted_at
  FROM dual
UNION ALL
SELECT 'step-10-begun', 'yes', CAST(SYSTIMESTAMP AS TIMESTAMP)
  FROM dual;
COMMENT ON TABLE HR.ORAPART_CUSTOMER_DATA IS 'orapart: state of the migration of HR.CUSTOMER_DATA, dropped by step 70 or by the rollback';
COMMENT ON COLUMN HR.ORAPART_CUSTOMER_DATA.ITEM IS 'what is noted: plan, source-id, interim-id, scn, chunk-.., step-..';
COMMENT ON COLUMN HR.ORAPART_CUSTOMER_DATA.VALUE IS 'object id, SCN, number of rows or the word done';
COMMENT ON COLUMN HR.ORAPART_CUSTOMER_DATA.NOTED_AT IS 'time of the database server';
INSERT INTO HR.ORAPART_CUSTOMER_DATA (item, value, noted_at)
SELECT 'source-id', TO_CHAR(object_id), SYSTIMESTAMP
  FROM all_objects
 WHERE owner = 'HR'
   AND object_name = 'CUSTOMER_DATA'
   AND object_type = 'TABLE';
-- The name was free a moment ago: an empty table that carries it from now on is ours, even if this session dies at the next statement.
INSERT INTO HR.ORAPART_CUSTOMER_DATA (item, value, noted_at)
VALUES ('interim-intended', 'CUSTOMER_DATA_INT', SYSTIMESTAMP);
COMMIT;

-- 10.2  The interim table: 12 columns, RANGE INTERVAL NUMTOYMINTERVAL(1,'MONTH') on REGISTRATION_DATE, 8 hash subpartitions on CUSTOMER_ID.
CREATE TABLE HR.CUSTOMER_DATA_INT (
  CUSTOMER_ID NUMBER(10),
  CUSTOMER_NAME VARCHAR2(100 BYTE) NOT NULL,
  EMAIL VARCHAR2(100 BYTE),
  PHONE VARCHAR2(20 BYTE),
  ADDRESS VARCHAR2(500 BYTE),
  REGISTRATION_DATE DATE NOT NULL,
  ACCOUNT_STATUS VARCHAR2(20 BYTE) DEFAULT 'ACTIVE',
  NOTES CLOB,
  PROFILE_PHOTO BLOB,
  PREFERENCES CLOB,
  CREATED_DATE DATE DEFAULT SYSDATE,
  UPDATED_DATE DATE
)
SEGMENT CREATION DEFERRED
PCTFREE 10
INITRANS 1
STORAGE (INITIAL 64K NEXT 1M)
TABLESPACE USERS
LOGGING
  LOB (NOTES) STORE AS SECUREFILE (
    TABLESPACE USERS
    ENABLE STORAGE IN ROW
    CHUNK 8192
    NOCACHE LOGGING
  )
  LOB (PROFILE_PHOTO) STORE AS SECUREFILE (
    TABLESPACE USERS
    DISABLE STORAGE IN ROW
    CHUNK 8192
    NOCACHE LOGGING
  )
  LOB (PREFERENCES) STORE AS SECUREFILE (
    TABLESPACE USERS
    ENABLE STORAGE IN ROW
    CHUNK 8192
    NOCACHE LOGGING
  )
PARTITION BY RANGE (REGISTRATION_DATE)
  INTERVAL (NUMTOYMINTERVAL(1,'MONTH'))
  SUBPARTITION BY HASH (CUSTOMER_ID)
  SUBPARTITIONS 8
(
  PARTITION P_ANCHOR VALUES LESS THAN (TO_DATE('2021-01-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN'))
)
ENABLE ROW MOVEMENT
;
INSERT INTO HR.ORAPART_CUSTOMER_DATA (item, value, noted_at)
SELECT 'interim-id', TO_CHAR(object_id), SYSTIMESTAMP
  FROM all_objects
 WHERE owner = 'HR'
   AND object_name = 'CUSTOMER_DATA_INT'
   AND object_type = 'TABLE';
COMMIT;

-- 10.3  Comments.
COMMENT ON TABLE HR.CUSTOMER_DATA_INT IS 'Customers with their letters, portraits and preferences.';
COMMENT ON COLUMN HR.CUSTOMER_DATA_INT.CUSTOMER_ID IS 'Filled from CUST_SEQ.';
COMMENT ON COLUMN HR.CUSTOMER_DATA_INT.NOTES IS 'Letters and remarks as text.';
COMMENT ON COLUMN HR.CUSTOMER_DATA_INT.PROFILE_PHOTO IS 'JPEG, at most 64 KB.';
COMMENT ON COLUMN HR.CUSTOMER_DATA_INT.PREFERENCES IS 'JSON as the shop writes it.';

-- 10.5  delta_sync is none: from here until the end of step 50 every writer gets ORA-12081.
DELETE FROM HR.ORAPART_CUSTOMER_DATA WHERE item = 'frozen-by-10';
INSERT INTO HR.ORAPART_CUSTOMER_DATA (item, value, noted_at)
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
    EXIT WHEN is_read_only('CUSTOMER_DATA');
    BEGIN
      EXECUTE IMMEDIATE 'ALTER TABLE HR.CUSTOMER_DATA READ ONLY';
    EXCEPTION
      WHEN resource_busy THEN
        IF attempt = 20 THEN
          RAISE_APPLICATION_ERROR(-20405, 'OP405 lock-busy: HR.CUSTOMER_DATA could not be set READ ONLY in 20 tries.'
            || ' It is unchanged and in use. End the sessions that hold it (V$LOCKED_OBJECT), then run the master again.');
        END IF;
        l_scn := NULL;
        l_quiet := DBMS_UTILITY.WAIT_ON_PENDING_DML(
          tables  => 'HR.CUSTOMER_DATA',
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
    SELECT 'HR.CUSTOMER_DATA_INT is not the table that the ledger knows' AS text
      FROM dual
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_objects o
               JOIN HR.ORAPART_CUSTOMER_DATA l ON l.item = 'interim-id' AND l.value = TO_CHAR(o.object_id)
              WHERE o.owner = 'HR'
                AND o.object_name = 'CUSTOMER_DATA_INT'
                AND o.object_type = 'TABLE')
    UNION ALL
    SELECT 'user columns: ' || COUNT(*) || ', planned 12'
      FROM all_tab_cols
     WHERE owner = 'HR'
       AND table_name = 'CUSTOMER_DATA_INT'
       AND user_generated = 'YES'
    HAVING COUNT(*) <> 12
    UNION ALL
    SELECT 'interval: ' || MAX(p.interval) || ', planned NUMTOYMINTERVAL(1,''MONTH'')'
      FROM all_part_tables p
     WHERE p.owner = 'HR'
       AND p.table_name = 'CUSTOMER_DATA_INT'
    HAVING MAX(p.interval) IS NULL
  ) LOOP
    wrong(found.text);
  END LOOP;
  IF NOT is_read_only('CUSTOMER_DATA') THEN
    wrong('HR.CUSTOMER_DATA is not READ ONLY');
  END IF;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_wrong || ' thing(s) of HR.CUSTOMER_DATA_INT are not as planned, listed above.'
      || ' Run rollback/10_undo_create_table.sql.');
  END IF;
  DELETE FROM HR.ORAPART_CUSTOMER_DATA WHERE item = 'step-10';
  INSERT INTO HR.ORAPART_CUSTOMER_DATA (item, value, noted_at)
  VALUES ('step-10', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('10: OK, HR.CUSTOMER_DATA_INT stands, RANGE INTERVAL NUMTOYMINTERVAL(1,''MONTH'') on REGISTRATION_DATE, 8 hash subpartitions on CUSTOMER_ID');
END;
/
