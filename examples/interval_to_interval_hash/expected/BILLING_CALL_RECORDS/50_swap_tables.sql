WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 50  Cutover: BILLING.CALL_RECORDS_INT becomes BILLING.CALL_RECORDS
-- Table    BILLING.CALL_RECORDS
-- Why      the application must find the partitioned table under the old name
-- Locks    exclusive on BILLING.CALL_RECORDS (milliseconds per statement, waits 5 s at most),
--          exclusive on BILLING.CALL_RECORDS_INT (milliseconds per statement)
-- Needs    owner, or ALTER ANY TABLE, ALTER ANY INDEX, ALTER ANY TRIGGER, REFERENCES for owners of
--          child tables
-- Restart  run its undo first, then this file again. The master does both
-- Undo     rollback/50_undo_swap_tables.sql: gives BILLING.CALL_RECORDS its old table back with all
--          names, foreign keys and triggers, until step 70
-- Made by  orapart 0.0.0, plan 196769c0, template core:50_swap_tables.sql
-- ==============================================================================
PROMPT 50: BILLING.CALL_RECORDS becomes BILLING.CALL_RECORDS_OLD, then BILLING.CALL_RECORDS_INT becomes BILLING.CALL_RECORDS (seconds)
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '50 cutover');
END;
/

-- 50.1  Guard: object ids, names, DDL since the load, READ ONLY.
DECLARE
  l_begun    VARCHAR2(100);
  l_segments VARCHAR2(100);
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM BILLING.ORAPART_CALL_RECORDS WHERE item = :item'
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
     WHERE owner = 'BILLING' AND object_name = p_name AND object_type = 'TABLE';
    RETURN l_id;
  END table_id;
  FUNCTION is_read_only (p_name IN VARCHAR2) RETURN BOOLEAN IS
    l_state VARCHAR2(30);
  BEGIN
    SELECT MAX(read_only) INTO l_state FROM all_tables
     WHERE owner = 'BILLING' AND table_name = p_name;
    IF l_state = 'N/A' THEN
      EXECUTE IMMEDIATE
        'SELECT MAX(def_read_only) FROM all_part_tables WHERE owner = :owner AND table_name = :name'
        INTO l_state USING 'BILLING', p_name;
    END IF;
    RETURN NVL(l_state, 'NO') = 'YES';
  END is_read_only;
BEGIN
  IF noted('plan') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger BILLING.ORAPART_CALL_RECORDS does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> '196769c04b0af5e3b78fc36c24adb0622df8fbc52d3ded90e0bc293a6ce39ba1' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 196769c0. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-50') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 50 has been done. Nothing was changed. Run the master for the next step.');
  END IF;
  IF noted('step-40') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 40 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('CALL_RECORDS') IS NULL OR table_id('CALL_RECORDS') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: BILLING.CALL_RECORDS has object id '
      || NVL(table_id('CALL_RECORDS'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('CALL_RECORDS_INT') IS NULL OR table_id('CALL_RECORDS_INT') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: BILLING.CALL_RECORDS_INT has object id '
      || NVL(table_id('CALL_RECORDS_INT'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF noted('interim-stale') = 'yes' THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: BILLING.CALL_RECORDS_INT is the copy of a cutover that was undone.'
      || ' Nothing was changed. Run rollback/master_rollback.sql, then start with master1.sql.');
  END IF;
  l_begun := noted('step-50-begun');
  IF l_begun IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20408, 'OP408 cutover-half-done: the cutover stopped midway at ' || l_begun
      || '. Run rollback/50_undo_swap_tables.sql, then this file; master2.sql does both.');
  ELSIF table_id('CALL_RECORDS_OLD') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: BILLING.CALL_RECORDS_OLD exists and this plan did not make it. Nothing was changed.');
  ELSIF table_id('ORAPART_CALL_RECORDS_LOG') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: BILLING.ORAPART_CALL_RECORDS_LOG exists and this plan did not make it. Nothing was changed.');
  ELSIF NOT is_read_only('CALL_RECORDS') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: BILLING.CALL_RECORDS is no longer READ ONLY, so rows may have changed since the load.'
      || ' Nothing was swapped. Run rollback/master_rollback.sql, then start again.');
  END IF;
  SELECT COUNT(*) || ' ' || SUM(data_object_id)
    INTO l_segments
    FROM all_objects
   WHERE owner = 'BILLING'
     AND object_name = 'CALL_RECORDS'
     AND object_type LIKE 'TABLE%';
  IF l_segments <> NVL(noted('source-segments'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: segments of BILLING.CALL_RECORDS were truncated, moved, added or dropped since the load.'
      || ' Nothing was swapped. Run rollback/master_rollback.sql, then start again.');
  END IF;
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;
DELETE FROM BILLING.ORAPART_CALL_RECORDS WHERE item = 'step-50-begun';
INSERT INTO BILLING.ORAPART_CALL_RECORDS (item, value, noted_at)
VALUES ('step-50-begun', TO_CHAR(SYSDATE, 'YYYY-MM-DD HH24:MI:SS'), SYSTIMESTAMP);
COMMIT;

-- 50.2  The freeze stands since step 10.

-- 50.3  No delta: nothing could be written since the load. The rows are counted once more.
DECLARE
  l_source NUMBER;
  l_copied NUMBER;
BEGIN
  SELECT COUNT(*) INTO l_source FROM BILLING.CALL_RECORDS;
  SELECT COUNT(*) INTO l_copied FROM BILLING.CALL_RECORDS_INT;
  IF l_source <> l_copied THEN
    RAISE_APPLICATION_ERROR(-20601, 'OP601 rows-differ: BILLING.CALL_RECORDS has ' || l_source || ' rows, BILLING.CALL_RECORDS_INT ' || l_copied
      || '. Nothing was swapped. Run rollback/50_undo_swap_tables.sql.');
  END IF;
END;
/

-- 50.4  Reverse capture: from the opening on, the key of every changed row is noted, so that the undo loses nothing.
CREATE TABLE BILLING.ORAPART_CALL_RECORDS_LOG
  TABLESPACE USERS
AS
SELECT CALL_ID, STARTED_AT
  FROM BILLING.CALL_RECORDS_INT
 WHERE 1 = 0;
COMMENT ON TABLE BILLING.ORAPART_CALL_RECORDS_LOG IS 'orapart: keys of rows of BILLING.CALL_RECORDS changed since the cutover, dropped by step 70 or by the rollback';
CREATE OR REPLACE TRIGGER BILLING.ORAPART_CALL_RECORDS_TRG
  AFTER INSERT OR UPDATE OR DELETE ON BILLING.CALL_RECORDS_INT
  FOR EACH ROW
  DISABLE
BEGIN
  IF UPDATING OR DELETING THEN
    INSERT INTO BILLING.ORAPART_CALL_RECORDS_LOG (CALL_ID, STARTED_AT)
    VALUES (:OLD.CALL_ID, :OLD.STARTED_AT);
  END IF;
  IF INSERTING OR UPDATING THEN
    INSERT INTO BILLING.ORAPART_CALL_RECORDS_LOG (CALL_ID, STARTED_AT)
    VALUES (:NEW.CALL_ID, :NEW.STARTED_AT);
  END IF;
END;
/
-- A trigger that does not compile is no error to SQL*Plus; enabled it would refuse every change.
DECLARE
  l_status VARCHAR2(30);
BEGIN
  SELECT MAX(status) INTO l_status FROM all_objects
   WHERE owner = 'BILLING' AND object_name = 'ORAPART_CALL_RECORDS_TRG' AND object_type = 'TRIGGER';
  IF NVL(l_status, 'missing') <> 'VALID' THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: trigger BILLING.ORAPART_CALL_RECORDS_TRG is ' || NVL(l_status, 'missing')
      || ' (ALL_ERRORS says why). Nothing was swapped. Run rollback/50_undo_swap_tables.sql.');
  END IF;
END;
/




-- 50.8  The new table's triggers, then READ ONLY: nobody writes between the rename and the opening.
ALTER TRIGGER BILLING.ORAPART_CALL_RECORDS_TRG ENABLE;
ALTER TABLE BILLING.CALL_RECORDS_INT READ ONLY;


-- 50.10  Names: the old objects step aside, the new ones take theirs. Both tables are frozen, no hard parse waits for these.
ALTER INDEX BILLING.CALL_RECORDS_PK RENAME TO CALL_RECORDS_PK_OLD;
ALTER INDEX BILLING.CALL_RECORDS_SUBSCRIBER_IX RENAME TO CALL_RECORDS_SUBSCRIBER_IX_OLD;
ALTER TABLE BILLING.CALL_RECORDS RENAME CONSTRAINT CALL_RECORDS_PK TO CALL_RECORDS_PK_OLD;
ALTER INDEX BILLING.CALL_RECORDS_PK_INT RENAME TO CALL_RECORDS_PK;
ALTER INDEX BILLING.CALL_RECORDS_SUBSCRIBER_IX_INT RENAME TO CALL_RECORDS_SUBSCRIBER_IX;
ALTER TABLE BILLING.CALL_RECORDS_INT RENAME CONSTRAINT CALL_RECORDS_PK_INT TO CALL_RECORDS_PK;

-- 50.11  The swap: two renames in one block. If the second one fails the first is taken back, and the error is raised again.
DECLARE
  l_swapped BOOLEAN := FALSE;
BEGIN
  EXECUTE IMMEDIATE 'ALTER TABLE BILLING.CALL_RECORDS RENAME TO CALL_RECORDS_OLD';
  BEGIN
    EXECUTE IMMEDIATE 'ALTER TABLE BILLING.CALL_RECORDS_INT RENAME TO CALL_RECORDS';
    l_swapped := TRUE;
  EXCEPTION
    WHEN OTHERS THEN
      EXECUTE IMMEDIATE 'ALTER TABLE BILLING.CALL_RECORDS_OLD RENAME TO CALL_RECORDS';
      RAISE;
  END;
  IF l_swapped THEN
    DBMS_OUTPUT.PUT_LINE('renamed: BILLING.CALL_RECORDS is now the new table, the old one is BILLING.CALL_RECORDS_OLD');
  END IF;
END;
/

-- The rename made the triggers invalid. They are compiled now: one that does not compile refuses every change (ORA-04098).
ALTER TRIGGER BILLING.ORAPART_CALL_RECORDS_TRG COMPILE REUSE SETTINGS;


-- 50.13  Proof while everything is still frozen: until here the undo costs nothing but seconds.
DECLARE
  l_wrong PLS_INTEGER := 0;
  PROCEDURE wrong (p_text IN VARCHAR2) IS
  BEGIN
    l_wrong := l_wrong + 1;
    DBMS_OUTPUT.PUT_LINE('not as planned: ' || p_text);
  END wrong;
  FUNCTION count_grants (p_table IN VARCHAR2, p_grantee IN VARCHAR2, p_privilege IN VARCHAR2, p_column IN VARCHAR2,
    p_grantable IN VARCHAR2) RETURN PLS_INTEGER
  IS
    l_count PLS_INTEGER;
    l_views VARCHAR2(4) := CASE WHEN USER = 'BILLING' THEN 'all_' ELSE 'dba_' END;
    l_owner VARCHAR2(12) := CASE WHEN USER = 'BILLING' THEN 'table_schema' ELSE 'owner' END;
  BEGIN
    EXECUTE IMMEDIATE
      'SELECT COUNT(*) FROM (SELECT ' || l_owner || ' AS owner, table_name, grantee, privilege, ''*'' AS column_name, grantable FROM ' || l_views
      || 'tab_privs UNION ALL SELECT ' || l_owner || ', table_name, grantee, privilege, column_name, grantable FROM ' || l_views || 'col_privs)'
      || ' WHERE owner = :owner AND table_name = :name AND grantee = :grantee AND privilege = :privilege AND column_name = :column_name'
      || ' AND grantable IN (:grantable, ''YES'')'
      INTO l_count USING 'BILLING', p_table, p_grantee, p_privilege, p_column, p_grantable;
    RETURN l_count;
  END count_grants;
BEGIN
  FOR found IN (
    SELECT 'BILLING.CALL_RECORDS is not the new table' AS text
      FROM dual
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_objects o
               JOIN BILLING.ORAPART_CALL_RECORDS l ON l.item = 'interim-id' AND l.value = TO_CHAR(o.object_id)
              WHERE o.owner = 'BILLING'
                AND o.object_name = 'CALL_RECORDS'
                AND o.object_type = 'TABLE')
    UNION ALL
    SELECT 'BILLING.CALL_RECORDS_OLD is not the old table' AS text
      FROM dual
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_objects o
               JOIN BILLING.ORAPART_CALL_RECORDS l ON l.item = 'source-id' AND l.value = TO_CHAR(o.object_id)
              WHERE o.owner = 'BILLING'
                AND o.object_name = 'CALL_RECORDS_OLD'
                AND o.object_type = 'TABLE')
    UNION ALL
    SELECT 'BILLING.CALL_RECORDS is not partitioned'
      FROM all_tables
     WHERE owner = 'BILLING'
       AND table_name = 'CALL_RECORDS'
       AND partitioned <> 'YES'
    UNION ALL
    SELECT 'policies: ' || COUNT(*) || ' are there, 0 are planned'
      FROM all_policies
     WHERE object_owner = 'BILLING'
       AND object_name = 'CALL_RECORDS'
    HAVING COUNT(*) <> 0
    UNION ALL
    SELECT 'constraint ' || planned.name || ' is missing or not ' || planned.status
      FROM (
            SELECT 'CALL_RECORDS_PK' AS name, 'ENABLED' AS status FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_constraints c
              WHERE c.owner = 'BILLING'
                AND c.table_name = 'CALL_RECORDS'
                AND c.constraint_name = planned.name
                AND c.status = planned.status)
    UNION ALL
    SELECT 'index ' || planned.name || ' is missing or not ' || planned.locality
      FROM (
            SELECT 'CALL_RECORDS_PK' AS name, 'GLOBAL' AS locality FROM dual UNION ALL
            SELECT 'CALL_RECORDS_SUBSCRIBER_IX' AS name, 'LOCAL' AS locality FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_indexes i
               LEFT JOIN all_part_indexes p ON p.owner = i.owner AND p.index_name = i.index_name
              WHERE i.table_owner = 'BILLING'
                AND i.table_name = 'CALL_RECORDS'
                AND i.index_name = planned.name
                AND NVL(p.locality, 'GLOBAL') = planned.locality
                AND i.status <> 'UNUSABLE')
    UNION ALL
    SELECT 'trigger ' || planned.name || ' is missing, not ' || planned.status || ' or does not compile' AS text
      FROM (
            SELECT 'BILLING' AS owner, 'ORAPART_CALL_RECORDS_TRG' AS name, 'ENABLED' AS status FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_triggers t
               JOIN all_objects o ON o.owner = t.owner AND o.object_name = t.trigger_name AND o.object_type = 'TRIGGER'
              WHERE t.table_owner = 'BILLING'
                AND t.table_name = 'CALL_RECORDS'
                AND t.owner = planned.owner
                AND t.trigger_name = planned.name
                AND t.status = planned.status
                AND o.status = 'VALID')
    UNION ALL
    SELECT 'foreign key ' || c.owner || '.' || c.constraint_name || ' of ' || c.table_name || ' still points to the retained table'
      FROM all_constraints c
      JOIN all_constraints k ON k.owner = c.r_owner AND k.constraint_name = c.r_constraint_name
     WHERE c.constraint_type = 'R'
       AND k.owner = 'BILLING'
       AND k.table_name = 'CALL_RECORDS_OLD'
       AND NOT (c.owner = 'BILLING' AND c.table_name = 'CALL_RECORDS_OLD')
  ) LOOP
    wrong(found.text);
  END LOOP;
  FOR planned IN (
    SELECT 'BILLING_APP' AS grantee, 'SELECT' AS privilege,
           '*' AS column_name, 'NO' AS grantable FROM dual UNION ALL
    SELECT 'BILLING_APP' AS grantee, 'INSERT' AS privilege,
           '*' AS column_name, 'NO' AS grantable FROM dual
  ) LOOP
    IF count_grants('CALL_RECORDS', planned.grantee, planned.privilege, planned.column_name, planned.grantable) = 0 THEN
      wrong('grant ' || planned.privilege || ' to ' || planned.grantee || ' is missing or without its grant option');
    END IF;
  END LOOP;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_wrong || ' thing(s) of the new BILLING.CALL_RECORDS are not as planned, listed above. Nothing has been opened, no row is lost.'
      || ' Run rollback/50_undo_swap_tables.sql.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('proved: ids, layout, constraints, indexes, triggers, foreign keys, grants and policies are as planned');
END;
/

-- 50.14  Opening. This is the last moment at which an undo has nothing to merge.
BEGIN
  DELETE FROM BILLING.ORAPART_CALL_RECORDS WHERE item IN ('step-50', 'step-50-begun', 'cutover-at');
  INSERT INTO BILLING.ORAPART_CALL_RECORDS (item, value, noted_at)
  VALUES ('cutover-at', TO_CHAR(SYSDATE, 'YYYY-MM-DD HH24:MI:SS'), SYSTIMESTAMP);
  INSERT INTO BILLING.ORAPART_CALL_RECORDS (item, value, noted_at)
  VALUES ('step-50', 'done', SYSTIMESTAMP);
  COMMIT;
  EXECUTE IMMEDIATE 'ALTER TABLE BILLING.CALL_RECORDS READ WRITE';
  DBMS_OUTPUT.PUT_LINE('50: OK, BILLING.CALL_RECORDS is RANGE INTERVAL NUMTODSINTERVAL(1,''DAY'') on STARTED_AT, 8 hash subpartitions on SUBSCRIBER_ID and open');
END;
/
