WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 10  Create the interim table MYSCHEMA.IE_PC_OFFER_IN_INT
-- Table    MYSCHEMA.IE_PC_OFFER_IN
-- Why      a table cannot become RANGE INTERVAL NUMTOYMINTERVAL(1,'MONTH') on AUDIT_CREATE_DATE, 8
--          hash subpartitions on OFFER_ID in place on every release: it is built beside the old one
-- Locks    exclusive on MYSCHEMA.IE_PC_OFFER_IN_INT (while it is created, nobody knows it yet),
--          exclusive on MYSCHEMA.IE_PC_OFFER_IN (an instant, waits 5 s, lets others pass, tries
--          again)
-- Needs    owner MYSCHEMA with CREATE TABLE and quota, or CREATE ANY TABLE, ALTER ANY TABLE and
--          COMMENT ANY TABLE
-- Restart  run its undo first, then this file again. The master does both
-- Undo     rollback/10_undo_create_table.sql: sets MYSCHEMA.IE_PC_OFFER_IN READ WRITE, drops
--          MYSCHEMA.IE_PC_OFFER_IN_INT and the ledger, each only if this plan made it, until the
--          cutover (step 50), after its undo again
-- Made by  orapart 0.0.0, plan b2fc355a, template core:10_create_table.sql
-- ==============================================================================
PROMPT 10: create MYSCHEMA.IE_PC_OFFER_IN_INT and the ledger MYSCHEMA.ORAPART_IE_PC_OFFER_IN
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
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM MYSCHEMA.ORAPART_IE_PC_OFFER_IN WHERE item = :item'
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
     WHERE owner = 'MYSCHEMA' AND object_name = p_name AND object_type = 'TABLE';
    RETURN l_id;
  END table_id;
BEGIN
  IF noted('plan') IS NOT NULL AND noted('plan') <> 'b2fc355a6f464464ee07d4dbbfa3c5ee7d5b791163b881db0188089d8c0a5eb2' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: plan ' || SUBSTR(noted('plan'), 1, 8) || ' of MYSCHEMA.IE_PC_OFFER_IN is under way.'
      || ' Nothing was changed. Finish it or undo it with its own rollback/master_rollback.sql.');
  ELSIF noted('step-10') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 10 has been done. Nothing was changed. Go on with 20_data_load.sql, or run master1.sql.');
  ELSIF table_id('ORAPART_IE_PC_OFFER_IN') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: MYSCHEMA.ORAPART_IE_PC_OFFER_IN exists.'
      || ' Nothing was changed. If step 10 stopped midway, run rollback/10_undo_create_table.sql and then this file; master1.sql does both.');
  ELSIF table_id('IE_PC_OFFER_IN_INT') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: MYSCHEMA.IE_PC_OFFER_IN_INT exists and this plan did not make it.'
      || ' Nothing was changed. Choose another name (migration_settings.names.interim) and generate again.');
  ELSIF table_id('IE_PC_OFFER_IN') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: there is no table MYSCHEMA.IE_PC_OFFER_IN that this user can see. Nothing was changed.');
  END IF;
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;

-- 10.1  The ledger is made in one statement with its marks, so that it can never be taken for somebody else's table.
CREATE TABLE MYSCHEMA.ORAPART_IE_PC_OFFER_IN
  TABLESPACE USERS
AS
SELECT CAST('plan' AS VARCHAR2(200)) AS item,
       CAST('b2fc355a6f464464ee07d4dbbfa3c5ee7d5b791163b881db0188089d8c0a5eb2' AS VARCHAR2(4000)) AS value,
       CAST(SYSTIMESTAMP AS TIMESTAMP) AS noted_at
  FROM dual
UNION ALL
SELECT 'step-10-begun', 'yes', CAST(SYSTIMESTAMP AS TIMESTAMP)
  FROM dual;
COMMENT ON TABLE MYSCHEMA.ORAPART_IE_PC_OFFER_IN IS 'orapart: state of the migration of MYSCHEMA.IE_PC_OFFER_IN, dropped by step 70 or by the rollback';
COMMENT ON COLUMN MYSCHEMA.ORAPART_IE_PC_OFFER_IN.ITEM IS 'what is noted: plan, source-id, interim-id, scn, chunk-.., step-..';
COMMENT ON COLUMN MYSCHEMA.ORAPART_IE_PC_OFFER_IN.VALUE IS 'object id, SCN, number of rows or the word done';
COMMENT ON COLUMN MYSCHEMA.ORAPART_IE_PC_OFFER_IN.NOTED_AT IS 'time of the database server';
INSERT INTO MYSCHEMA.ORAPART_IE_PC_OFFER_IN (item, value, noted_at)
SELECT 'source-id', TO_CHAR(object_id), SYSTIMESTAMP
  FROM all_objects
 WHERE owner = 'MYSCHEMA'
   AND object_name = 'IE_PC_OFFER_IN'
   AND object_type = 'TABLE';
-- The name was free a moment ago: an empty table that carries it from now on is ours, even if this session dies at the next statement.
INSERT INTO MYSCHEMA.ORAPART_IE_PC_OFFER_IN (item, value, noted_at)
VALUES ('interim-intended', 'IE_PC_OFFER_IN_INT', SYSTIMESTAMP);
COMMIT;

-- 10.2  The interim table: 10 columns, RANGE INTERVAL NUMTOYMINTERVAL(1,'MONTH') on AUDIT_CREATE_DATE, 8 hash subpartitions on OFFER_ID.
CREATE TABLE MYSCHEMA.IE_PC_OFFER_IN_INT (
  OFFER_ID NUMBER NOT NULL,
  SEQ_NUM NUMBER NOT NULL,
  CUSTOMER_ID NUMBER NOT NULL,
  OFFER_CODE VARCHAR2(50 BYTE) NOT NULL,
  STATUS VARCHAR2(20 BYTE) NOT NULL,
  AUDIT_CREATE_DATE DATE NOT NULL,
  LAST_UPDATE_DATE DATE,
  PROCESS_DATE TIMESTAMP(6) NOT NULL,
  REQUEST_BODY CLOB,
  RESPONSE_BODY CLOB
)
SEGMENT CREATION DEFERRED
PCTFREE 10
INITRANS 1
TABLESPACE USERS
LOGGING
  LOB (REQUEST_BODY) STORE AS SECUREFILE (
    TABLESPACE USERS
    ENABLE STORAGE IN ROW
    CHUNK 8192
    NOCACHE LOGGING
  )
  LOB (RESPONSE_BODY) STORE AS SECUREFILE (
    TABLESPACE USERS
    ENABLE STORAGE IN ROW
    CHUNK 8192
    NOCACHE LOGGING
  )
PARTITION BY RANGE (AUDIT_CREATE_DATE)
  INTERVAL (NUMTOYMINTERVAL(1,'MONTH'))
  SUBPARTITION BY HASH (OFFER_ID)
  SUBPARTITIONS 8
(
  PARTITION P_ANCHOR VALUES LESS THAN (TO_DATE('2020-01-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN'))
)
ENABLE ROW MOVEMENT
;
INSERT INTO MYSCHEMA.ORAPART_IE_PC_OFFER_IN (item, value, noted_at)
SELECT 'interim-id', TO_CHAR(object_id), SYSTIMESTAMP
  FROM all_objects
 WHERE owner = 'MYSCHEMA'
   AND object_name = 'IE_PC_OFFER_IN_INT'
   AND object_type = 'TABLE';
COMMIT;

-- 10.3  Comments.
COMMENT ON TABLE MYSCHEMA.IE_PC_OFFER_IN_INT IS 'Offers as the partner system sends them.';
COMMENT ON COLUMN MYSCHEMA.IE_PC_OFFER_IN_INT.REQUEST_BODY IS 'The offer as received.';
COMMENT ON COLUMN MYSCHEMA.IE_PC_OFFER_IN_INT.RESPONSE_BODY IS 'The answer that was sent.';

-- 10.5  delta_sync is none: from here until the end of step 50 every writer gets ORA-12081.
DELETE FROM MYSCHEMA.ORAPART_IE_PC_OFFER_IN WHERE item = 'frozen-by-10';
INSERT INTO MYSCHEMA.ORAPART_IE_PC_OFFER_IN (item, value, noted_at)
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
     WHERE owner = 'MYSCHEMA' AND table_name = p_name;
    IF l_state = 'N/A' THEN
      EXECUTE IMMEDIATE
        'SELECT MAX(def_read_only) FROM all_part_tables WHERE owner = :owner AND table_name = :name'
        INTO l_state USING 'MYSCHEMA', p_name;
    END IF;
    RETURN NVL(l_state, 'NO') = 'YES';
  END is_read_only;
BEGIN
  FOR attempt IN 1 .. 20 LOOP
    EXIT WHEN is_read_only('IE_PC_OFFER_IN');
    BEGIN
      EXECUTE IMMEDIATE 'ALTER TABLE MYSCHEMA.IE_PC_OFFER_IN READ ONLY';
    EXCEPTION
      WHEN resource_busy THEN
        IF attempt = 20 THEN
          RAISE_APPLICATION_ERROR(-20405, 'OP405 lock-busy: MYSCHEMA.IE_PC_OFFER_IN could not be set READ ONLY in 20 tries.'
            || ' It is unchanged and in use. End the sessions that hold it (V$LOCKED_OBJECT), then run the master again.');
        END IF;
        l_scn := NULL;
        l_quiet := DBMS_UTILITY.WAIT_ON_PENDING_DML(
          tables  => 'MYSCHEMA.IE_PC_OFFER_IN',
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
     WHERE owner = 'MYSCHEMA' AND table_name = p_name;
    IF l_state = 'N/A' THEN
      EXECUTE IMMEDIATE
        'SELECT MAX(def_read_only) FROM all_part_tables WHERE owner = :owner AND table_name = :name'
        INTO l_state USING 'MYSCHEMA', p_name;
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
    SELECT 'MYSCHEMA.IE_PC_OFFER_IN_INT is not the table that the ledger knows' AS text
      FROM dual
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_objects o
               JOIN MYSCHEMA.ORAPART_IE_PC_OFFER_IN l ON l.item = 'interim-id' AND l.value = TO_CHAR(o.object_id)
              WHERE o.owner = 'MYSCHEMA'
                AND o.object_name = 'IE_PC_OFFER_IN_INT'
                AND o.object_type = 'TABLE')
    UNION ALL
    SELECT 'user columns: ' || COUNT(*) || ', planned 10'
      FROM all_tab_cols
     WHERE owner = 'MYSCHEMA'
       AND table_name = 'IE_PC_OFFER_IN_INT'
       AND user_generated = 'YES'
    HAVING COUNT(*) <> 10
    UNION ALL
    SELECT 'interval: ' || MAX(p.interval) || ', planned NUMTOYMINTERVAL(1,''MONTH'')'
      FROM all_part_tables p
     WHERE p.owner = 'MYSCHEMA'
       AND p.table_name = 'IE_PC_OFFER_IN_INT'
    HAVING MAX(p.interval) IS NULL
  ) LOOP
    wrong(found.text);
  END LOOP;
  IF NOT is_read_only('IE_PC_OFFER_IN') THEN
    wrong('MYSCHEMA.IE_PC_OFFER_IN is not READ ONLY');
  END IF;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_wrong || ' thing(s) of MYSCHEMA.IE_PC_OFFER_IN_INT are not as planned, listed above.'
      || ' Run rollback/10_undo_create_table.sql.');
  END IF;
  DELETE FROM MYSCHEMA.ORAPART_IE_PC_OFFER_IN WHERE item = 'step-10';
  INSERT INTO MYSCHEMA.ORAPART_IE_PC_OFFER_IN (item, value, noted_at)
  VALUES ('step-10', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('10: OK, MYSCHEMA.IE_PC_OFFER_IN_INT stands, RANGE INTERVAL NUMTOYMINTERVAL(1,''MONTH'') on AUDIT_CREATE_DATE, 8 hash subpartitions on OFFER_ID');
END;
/
