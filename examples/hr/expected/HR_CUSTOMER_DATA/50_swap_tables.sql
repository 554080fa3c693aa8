WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 50  Cutover: HR.CUSTOMER_DATA_INT becomes HR.CUSTOMER_DATA
-- Table    HR.CUSTOMER_DATA
-- Why      the application must find the partitioned table under the old name
-- Locks    exclusive on HR.CUSTOMER_DATA (milliseconds per statement, waits 5 s at most), exclusive
--          on HR.CUSTOMER_DATA_INT (milliseconds per statement)
-- Needs    owner, or ALTER ANY TABLE, ALTER ANY INDEX, ALTER ANY TRIGGER, REFERENCES for owners of
--          child tables
-- Restart  run its undo first, then this file again. The master does both
-- Undo     rollback/50_undo_swap_tables.sql: gives HR.CUSTOMER_DATA its old table back with all
--          names, foreign keys and triggers, until step 70
-- Made by  orapart 0.0.0, plan 80d71c9b, template core:50_swap_tables.sql
-- ==============================================================================
PROMPT 50: HR.CUSTOMER_DATA becomes HR.CUSTOMER_DATA_OLD, then HR.CUSTOMER_DATA_INT becomes HR.CUSTOMER_DATA (seconds)
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
  IF noted('plan') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger HR.ORAPART_CUSTOMER_DATA does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> '80d71c9b6f7a6c3003c6900ec5145b17999398fe57672e2e4a678fa7e5d524e7' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 80d71c9b. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-50') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 50 has been done. Nothing was changed. Run the master for the next step.');
  END IF;
  IF noted('step-40') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 40 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('CUSTOMER_DATA') IS NULL OR table_id('CUSTOMER_DATA') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: HR.CUSTOMER_DATA has object id '
      || NVL(table_id('CUSTOMER_DATA'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('CUSTOMER_DATA_INT') IS NULL OR table_id('CUSTOMER_DATA_INT') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: HR.CUSTOMER_DATA_INT has object id '
      || NVL(table_id('CUSTOMER_DATA_INT'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF noted('interim-stale') = 'yes' THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: HR.CUSTOMER_DATA_INT is the copy of a cutover that was undone.'
      || ' Nothing was changed. Run rollback/master_rollback.sql, then start with master1.sql.');
  END IF;
  l_begun := noted('step-50-begun');
  IF l_begun IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20408, 'OP408 cutover-half-done: the cutover stopped midway at ' || l_begun
      || '. Run rollback/50_undo_swap_tables.sql, then this file; master2.sql does both.');
  ELSIF table_id('CUSTOMER_DATA_OLD') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: HR.CUSTOMER_DATA_OLD exists and this plan did not make it. Nothing was changed.');
  ELSIF table_id('ORAPART_CUSTOMER_DATA_LOG') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: HR.ORAPART_CUSTOMER_DATA_LOG exists and this plan did not make it. Nothing was changed.');
  ELSIF NOT is_read_only('CUSTOMER_DATA') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: HR.CUSTOMER_DATA is no longer READ ONLY, so rows may have changed since the load.'
      || ' Nothing was swapped. Run rollback/master_rollback.sql, then start again.');
  END IF;
  SELECT COUNT(*) || ' ' || SUM(data_object_id)
    INTO l_segments
    FROM all_objects
   WHERE owner = 'HR'
     AND object_name = 'CUSTOMER_DATA'
     AND object_type LIKE 'TABLE%';
  IF l_segments <> NVL(noted('source-segments'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: segments of HR.CUSTOMER_DATA were truncated, moved, added or dropped since the load.'
      || ' Nothing was swapped. Run rollback/master_rollback.sql, then start again.');
  END IF;
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;
DELETE FROM HR.ORAPART_CUSTOMER_DATA WHERE item = 'step-50-begun';
INSERT INTO HR.ORAPART_CUSTOMER_DATA (item, value, noted_at)
VALUES ('step-50-begun', TO_CHAR(SYSDATE, 'YYYY-MM-DD HH24:MI:SS'), SYSTIMESTAMP);
COMMIT;

-- 50.2  The freeze stands since step 10.

-- 50.3  No delta: nothing could be written since the load. The rows are counted once more.
DECLARE
  l_source NUMBER;
  l_copied NUMBER;
BEGIN
  SELECT COUNT(*) INTO l_source FROM HR.CUSTOMER_DATA;
  SELECT COUNT(*) INTO l_copied FROM HR.CUSTOMER_DATA_INT;
  IF l_source <> l_copied THEN
    RAISE_APPLICATION_ERROR(-20601, 'OP601 rows-differ: HR.CUSTOMER_DATA has ' || l_source || ' rows, HR.CUSTOMER_DATA_INT ' || l_copied
      || '. Nothing was swapped. Run rollback/50_undo_swap_tables.sql.');
  END IF;
END;
/

-- 50.4  Reverse capture: from the opening on, the key of every changed row is noted, so that the undo loses nothing.
CREATE TABLE HR.ORAPART_CUSTOMER_DATA_LOG
  TABLESPACE USERS
AS
SELECT CUSTOMER_ID
  FROM HR.CUSTOMER_DATA_INT
 WHERE 1 = 0;
COMMENT ON TABLE HR.ORAPART_CUSTOMER_DATA_LOG IS 'orapart: keys of rows of HR.CUSTOMER_DATA changed since the cutover, dropped by step 70 or by the rollback';
CREATE OR REPLACE TRIGGER HR.ORAPART_CUSTOMER_DATA_TRG
  AFTER INSERT OR UPDATE OR DELETE ON HR.CUSTOMER_DATA_INT
  FOR EACH ROW
  DISABLE
BEGIN
  IF UPDATING OR DELETING THEN
    INSERT INTO HR.ORAPART_CUSTOMER_DATA_LOG (CUSTOMER_ID)
    VALUES (:OLD.CUSTOMER_ID);
  END IF;
  IF INSERTING OR UPDATING THEN
    INSERT INTO HR.ORAPART_CUSTOMER_DATA_LOG (CUSTOMER_ID)
    VALUES (:NEW.CUSTOMER_ID);
  END IF;
END;
/
-- A trigger that does not compile is no error to SQL*Plus; enabled it would refuse every change.
DECLARE
  l_status VARCHAR2(30);
BEGIN
  SELECT MAX(status) INTO l_status FROM all_objects
   WHERE owner = 'HR' AND object_name = 'ORAPART_CUSTOMER_DATA_TRG' AND object_type = 'TRIGGER';
  IF NVL(l_status, 'missing') <> 'VALID' THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: trigger HR.ORAPART_CUSTOMER_DATA_TRG is ' || NVL(l_status, 'missing')
      || ' (ALL_ERRORS says why). Nothing was swapped. Run rollback/50_undo_swap_tables.sql.');
  END IF;
END;
/




-- 50.8  The new table's triggers, then READ ONLY: nobody writes between the rename and the opening.
ALTER TRIGGER HR.ORAPART_CUSTOMER_DATA_TRG ENABLE;
ALTER TABLE HR.CUSTOMER_DATA_INT READ ONLY;


-- 50.10  Names: the old objects step aside, the new ones take theirs. Both tables are frozen, no hard parse waits for these.
ALTER INDEX HR.CUSTOMER_DATA_PK RENAME TO CUSTOMER_DATA_PK_OLD;
ALTER INDEX HR.CUSTOMER_DATA_EMAIL_UK RENAME TO CUSTOMER_DATA_EMAIL_UK_OLD;
ALTER INDEX HR.CUSTOMER_DATA_REGISTERED_IX RENAME TO CUSTOMER_DATA_REGISTERED_IX_OLD;
ALTER INDEX HR.CUSTOMER_DATA_STATUS_IX RENAME TO CUSTOMER_DATA_STATUS_IX_OLD;
ALTER TABLE HR.CUSTOMER_DATA RENAME CONSTRAINT CUSTOMER_DATA_PK TO CUSTOMER_DATA_PK_OLD;
ALTER TABLE HR.CUSTOMER_DATA RENAME CONSTRAINT CUSTOMER_DATA_EMAIL_UK TO CUSTOMER_DATA_EMAIL_UK_OLD;
ALTER INDEX HR.CUSTOMER_DATA_PK_INT RENAME TO CUSTOMER_DATA_PK;
ALTER INDEX HR.CUSTOMER_DATA_EMAIL_UK_INT RENAME TO CUSTOMER_DATA_EMAIL_UK;
ALTER INDEX HR.CUSTOMER_DATA_REGISTERED_IX_INT RENAME TO CUSTOMER_DATA_REGISTERED_IX;
ALTER INDEX HR.CUSTOMER_DATA_STATUS_IX_INT RENAME TO CUSTOMER_DATA_STATUS_IX;
ALTER TABLE HR.CUSTOMER_DATA_INT RENAME CONSTRAINT CUSTOMER_DATA_PK_INT TO CUSTOMER_DATA_PK;
ALTER TABLE HR.CUSTOMER_DATA_INT RENAME CONSTRAINT CUSTOMER_DATA_EMAIL_UK_INT TO CUSTOMER_DATA_EMAIL_UK;

-- 50.11  The swap: two renames in one block. If the second one fails the first is taken back, and the error is raised again.
DECLARE
  l_swapped BOOLEAN := FALSE;
BEGIN
  EXECUTE IMMEDIATE 'ALTER TABLE HR.CUSTOMER_DATA RENAME TO CUSTOMER_DATA_OLD';
  BEGIN
    EXECUTE IMMEDIATE 'ALTER TABLE HR.CUSTOMER_DATA_INT RENAME TO CUSTOMER_DATA';
    l_swapped := TRUE;
  EXCEPTION
    WHEN OTHERS THEN
      EXECUTE IMMEDIATE 'ALTER TABLE HR.CUSTOMER_DATA_OLD RENAME TO CUSTOMER_DATA';
      RAISE;
  END;
  IF l_swapped THEN
    DBMS_OUTPUT.PUT_LINE('renamed: HR.CUSTOMER_DATA is now the new table, the old one is HR.CUSTOMER_DATA_OLD');
  END IF;
END;
/

-- The rename made the triggers invalid. They are compiled now: one that does not compile refuses every change (ORA-04098).
ALTER TRIGGER HR.ORAPART_CUSTOMER_DATA_TRG COMPILE REUSE SETTINGS;


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
    l_views VARCHAR2(4) := CASE WHEN USER = 'HR' THEN 'all_' ELSE 'dba_' END;
    l_owner VARCHAR2(12) := CASE WHEN USER = 'HR' THEN 'table_schema' ELSE 'owner' END;
  BEGIN
    EXECUTE IMMEDIATE
      'SELECT COUNT(*) FROM (SELECT ' || l_owner || ' AS owner, table_name, grantee, privilege, ''*'' AS column_name, grantable FROM ' || l_views
      || 'tab_privs UNION ALL SELECT ' || l_owner || ', table_name, grantee, privilege, column_name, grantable FROM ' || l_views || 'col_privs)'
      || ' WHERE owner = :owner AND table_name = :name AND grantee = :grantee AND privilege = :privilege AND column_name = :column_name'
      || ' AND grantable IN (:grantable, ''YES'')'
      INTO l_count USING 'HR', p_table, p_grantee, p_privilege, p_column, p_grantable;
    RETURN l_count;
  END count_grants;
BEGIN
  FOR found IN (
    SELECT 'HR.CUSTOMER_DATA is not the new table' AS text
      FROM dual
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_objects o
               JOIN HR.ORAPART_CUSTOMER_DATA l ON l.item = 'interim-id' AND l.value = TO_CHAR(o.object_id)
              WHERE o.owner = 'HR'
                AND o.object_name = 'CUSTOMER_DATA'
                AND o.object_type = 'TABLE')
    UNION ALL
    SELECT 'HR.CUSTOMER_DATA_OLD is not the old table' AS text
      FROM dual
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_objects o
               JOIN HR.ORAPART_CUSTOMER_DATA l ON l.item = 'source-id' AND l.value = TO_CHAR(o.object_id)
              WHERE o.owner = 'HR'
                AND o.object_name = 'CUSTOMER_DATA_OLD'
                AND o.object_type = 'TABLE')
    UNION ALL
    SELECT 'HR.CUSTOMER_DATA is not partitioned'
      FROM all_tables
     WHERE owner = 'HR'
       AND table_name = 'CUSTOMER_DATA'
       AND partitioned <> 'YES'
    UNION ALL
    SELECT 'policies: ' || COUNT(*) || ' are there, 0 are planned'
      FROM all_policies
     WHERE object_owner = 'HR'
       AND object_name = 'CUSTOMER_DATA'
    HAVING COUNT(*) <> 0
    UNION ALL
    SELECT 'constraint ' || planned.name || ' is missing or not ' || planned.status
      FROM (
            SELECT 'CUSTOMER_DATA_PK' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'CUSTOMER_DATA_EMAIL_UK' AS name, 'ENABLED' AS status FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_constraints c
              WHERE c.owner = 'HR'
                AND c.table_name = 'CUSTOMER_DATA'
                AND c.constraint_name = planned.name
                AND c.status = planned.status)
    UNION ALL
    SELECT 'index ' || planned.name || ' is missing or not ' || planned.locality
      FROM (
            SELECT 'CUSTOMER_DATA_PK' AS name, 'GLOBAL' AS locality FROM dual UNION ALL
            SELECT 'CUSTOMER_DATA_EMAIL_UK' AS name, 'GLOBAL' AS locality FROM dual UNION ALL
            SELECT 'CUSTOMER_DATA_REGISTERED_IX' AS name, 'LOCAL' AS locality FROM dual UNION ALL
            SELECT 'CUSTOMER_DATA_STATUS_IX' AS name, 'GLOBAL' AS locality FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_indexes i
               LEFT JOIN all_part_indexes p ON p.owner = i.owner AND p.index_name = i.index_name
              WHERE i.table_owner = 'HR'
                AND i.table_name = 'CUSTOMER_DATA'
                AND i.index_name = planned.name
                AND NVL(p.locality, 'GLOBAL') = planned.locality
                AND i.status <> 'UNUSABLE')
    UNION ALL
    SELECT 'trigger ' || planned.name || ' is missing, not ' || planned.status || ' or does not compile' AS text
      FROM (
            SELECT 'HR' AS owner, 'ORAPART_CUSTOMER_DATA_TRG' AS name, 'ENABLED' AS status FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_triggers t
               JOIN all_objects o ON o.owner = t.owner AND o.object_name = t.trigger_name AND o.object_type = 'TRIGGER'
              WHERE t.table_owner = 'HR'
                AND t.table_name = 'CUSTOMER_DATA'
                AND t.owner = planned.owner
                AND t.trigger_name = planned.name
                AND t.status = planned.status
                AND o.status = 'VALID')
    UNION ALL
    SELECT 'foreign key ' || c.owner || '.' || c.constraint_name || ' of ' || c.table_name || ' still points to the retained table'
      FROM all_constraints c
      JOIN all_constraints k ON k.owner = c.r_owner AND k.constraint_name = c.r_constraint_name
     WHERE c.constraint_type = 'R'
       AND k.owner = 'HR'
       AND k.table_name = 'CUSTOMER_DATA_OLD'
       AND NOT (c.owner = 'HR' AND c.table_name = 'CUSTOMER_DATA_OLD')
  ) LOOP
    wrong(found.text);
  END LOOP;
  FOR planned IN (
    SELECT 'HR_APP' AS grantee, 'SELECT' AS privilege,
           '*' AS column_name, 'NO' AS grantable FROM dual UNION ALL
    SELECT 'HR_APP' AS grantee, 'INSERT' AS privilege,
           '*' AS column_name, 'NO' AS grantable FROM dual UNION ALL
    SELECT 'HR_APP' AS grantee, 'UPDATE' AS privilege,
           '*' AS column_name, 'NO' AS grantable FROM dual UNION ALL
    SELECT 'HR_APP' AS grantee, 'DELETE' AS privilege,
           '*' AS column_name, 'NO' AS grantable FROM dual
  ) LOOP
    IF count_grants('CUSTOMER_DATA', planned.grantee, planned.privilege, planned.column_name, planned.grantable) = 0 THEN
      wrong('grant ' || planned.privilege || ' to ' || planned.grantee || ' is missing or without its grant option');
    END IF;
  END LOOP;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_wrong || ' thing(s) of the new HR.CUSTOMER_DATA are not as planned, listed above. Nothing has been opened, no row is lost.'
      || ' Run rollback/50_undo_swap_tables.sql.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('proved: ids, layout, constraints, indexes, triggers, foreign keys, grants and policies are as planned');
END;
/

-- 50.14  Opening. This is the last moment at which an undo has nothing to merge.
BEGIN
  DELETE FROM HR.ORAPART_CUSTOMER_DATA WHERE item IN ('step-50', 'step-50-begun', 'cutover-at');
  INSERT INTO HR.ORAPART_CUSTOMER_DATA (item, value, noted_at)
  VALUES ('cutover-at', TO_CHAR(SYSDATE, 'YYYY-MM-DD HH24:MI:SS'), SYSTIMESTAMP);
  INSERT INTO HR.ORAPART_CUSTOMER_DATA (item, value, noted_at)
  VALUES ('step-50', 'done', SYSTIMESTAMP);
  COMMIT;
  EXECUTE IMMEDIATE 'ALTER TABLE HR.CUSTOMER_DATA READ WRITE';
  DBMS_OUTPUT.PUT_LINE('50: OK, HR.CUSTOMER_DATA is RANGE INTERVAL NUMTOYMINTERVAL(1,''MONTH'') on REGISTRATION_DATE, 8 hash subpartitions on CUSTOMER_ID and open');
END;
/
