WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 50  Cutover: BILLING.METER_READINGS_INT becomes BILLING.METER_READINGS
-- Table    BILLING.METER_READINGS
-- Why      the application must find the partitioned table under the old name
-- Locks    exclusive on BILLING.METER_READINGS (milliseconds per statement, waits 5 s at most),
--          exclusive on BILLING.METER_READINGS_INT (milliseconds per statement)
-- Needs    owner, or ALTER ANY TABLE, ALTER ANY INDEX, ALTER ANY TRIGGER, REFERENCES for owners of
--          child tables
-- Restart  run its undo first, then this file again. The master does both
-- Undo     rollback/50_undo_swap_tables.sql: gives BILLING.METER_READINGS its old table back with
--          all names, foreign keys and triggers, until step 70
-- Made by  orapart 0.0.0, plan 43087cc5, template core:50_swap_tables.sql
-- ==============================================================================
PROMPT 50: BILLING.METER_READINGS becomes BILLING.METER_READINGS_OLD, then BILLING.METER_READINGS_INT becomes BILLING.METER_READINGS (seconds)
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
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM BILLING.ORAPART_METER_READINGS WHERE item = :item'
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
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger BILLING.ORAPART_METER_READINGS does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> '43087cc59b352d46e645951fb2457b3392f8440bb920467ce4a39637ff24696f' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 43087cc5. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-50') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 50 has been done. Nothing was changed. Run the master for the next step.');
  END IF;
  IF noted('step-40') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 40 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('METER_READINGS') IS NULL OR table_id('METER_READINGS') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: BILLING.METER_READINGS has object id '
      || NVL(table_id('METER_READINGS'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('METER_READINGS_INT') IS NULL OR table_id('METER_READINGS_INT') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: BILLING.METER_READINGS_INT has object id '
      || NVL(table_id('METER_READINGS_INT'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF noted('interim-stale') = 'yes' THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: BILLING.METER_READINGS_INT is the copy of a cutover that was undone.'
      || ' Nothing was changed. Run rollback/master_rollback.sql, then start with master1.sql.');
  END IF;
  l_begun := noted('step-50-begun');
  IF l_begun IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20408, 'OP408 cutover-half-done: the cutover stopped midway at ' || l_begun
      || '. Run rollback/50_undo_swap_tables.sql, then this file; master2.sql does both.');
  ELSIF table_id('METER_READINGS_OLD') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: BILLING.METER_READINGS_OLD exists and this plan did not make it. Nothing was changed.');
  ELSIF table_id('ORAPART_METER_READINGS_LOG') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: BILLING.ORAPART_METER_READINGS_LOG exists and this plan did not make it. Nothing was changed.');
  ELSIF NOT is_read_only('METER_READINGS') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: BILLING.METER_READINGS is no longer READ ONLY, so rows may have changed since the load.'
      || ' Nothing was swapped. Run rollback/master_rollback.sql, then start again.');
  END IF;
  SELECT COUNT(*) || ' ' || SUM(data_object_id)
    INTO l_segments
    FROM all_objects
   WHERE owner = 'BILLING'
     AND object_name = 'METER_READINGS'
     AND object_type LIKE 'TABLE%';
  IF l_segments <> NVL(noted('source-segments'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: segments of BILLING.METER_READINGS were truncated, moved, added or dropped since the load.'
      || ' Nothing was swapped. Run rollback/master_rollback.sql, then start again.');
  END IF;
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;
DELETE FROM BILLING.ORAPART_METER_READINGS WHERE item = 'step-50-begun';
INSERT INTO BILLING.ORAPART_METER_READINGS (item, value, noted_at)
VALUES ('step-50-begun', TO_CHAR(SYSDATE, 'YYYY-MM-DD HH24:MI:SS'), SYSTIMESTAMP);
COMMIT;

-- 50.2  The freeze stands since step 10.

-- 50.3  No delta: nothing could be written since the load. The rows are counted once more.
DECLARE
  l_source NUMBER;
  l_copied NUMBER;
BEGIN
  SELECT COUNT(*) INTO l_source FROM BILLING.METER_READINGS;
  SELECT COUNT(*) INTO l_copied FROM BILLING.METER_READINGS_INT;
  IF l_source <> l_copied THEN
    RAISE_APPLICATION_ERROR(-20601, 'OP601 rows-differ: BILLING.METER_READINGS has ' || l_source || ' rows, BILLING.METER_READINGS_INT ' || l_copied
      || '. Nothing was swapped. Run rollback/50_undo_swap_tables.sql.');
  END IF;
END;
/

-- 50.4  Reverse capture: from the opening on, the key of every changed row is noted, so that the undo loses nothing.
CREATE TABLE BILLING.ORAPART_METER_READINGS_LOG
  TABLESPACE USERS
AS
SELECT READING_ID
  FROM BILLING.METER_READINGS_INT
 WHERE 1 = 0;
COMMENT ON TABLE BILLING.ORAPART_METER_READINGS_LOG IS 'orapart: keys of rows of BILLING.METER_READINGS changed since the cutover, dropped by step 70 or by the rollback';
CREATE OR REPLACE TRIGGER BILLING.ORAPART_METER_READINGS_TRG
  AFTER INSERT OR UPDATE OR DELETE ON BILLING.METER_READINGS_INT
  FOR EACH ROW
  DISABLE
BEGIN
  IF UPDATING OR DELETING THEN
    INSERT INTO BILLING.ORAPART_METER_READINGS_LOG (READING_ID)
    VALUES (:OLD.READING_ID);
  END IF;
  IF INSERTING OR UPDATING THEN
    INSERT INTO BILLING.ORAPART_METER_READINGS_LOG (READING_ID)
    VALUES (:NEW.READING_ID);
  END IF;
END;
/
-- A trigger that does not compile is no error to SQL*Plus; enabled it would refuse every change.
DECLARE
  l_status VARCHAR2(30);
BEGIN
  SELECT MAX(status) INTO l_status FROM all_objects
   WHERE owner = 'BILLING' AND object_name = 'ORAPART_METER_READINGS_TRG' AND object_type = 'TRIGGER';
  IF NVL(l_status, 'missing') <> 'VALID' THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: trigger BILLING.ORAPART_METER_READINGS_TRG is ' || NVL(l_status, 'missing')
      || ' (ALL_ERRORS says why). Nothing was swapped. Run rollback/50_undo_swap_tables.sql.');
  END IF;
END;
/




-- 50.8  The new table's triggers, then READ ONLY: nobody writes between the rename and the opening.
ALTER TRIGGER BILLING.ORAPART_METER_READINGS_TRG ENABLE;
ALTER TABLE BILLING.METER_READINGS_INT READ ONLY;


-- 50.10  Names: the old objects step aside, the new ones take theirs. Both tables are frozen, no hard parse waits for these.
ALTER INDEX BILLING.METER_READINGS_PK RENAME TO METER_READINGS_PK_OLD;
ALTER INDEX BILLING.METER_READINGS_METER_IX RENAME TO METER_READINGS_METER_IX_OLD;
ALTER TABLE BILLING.METER_READINGS RENAME CONSTRAINT METER_READINGS_PK TO METER_READINGS_PK_OLD;
ALTER INDEX BILLING.METER_READINGS_PK_INT RENAME TO METER_READINGS_PK;
ALTER INDEX BILLING.METER_READINGS_METER_IX_INT RENAME TO METER_READINGS_METER_IX;
ALTER TABLE BILLING.METER_READINGS_INT RENAME CONSTRAINT METER_READINGS_PK_INT TO METER_READINGS_PK;

-- 50.11  The swap: two renames in one block. If the second one fails the first is taken back, and the error is raised again.
DECLARE
  l_swapped BOOLEAN := FALSE;
BEGIN
  EXECUTE IMMEDIATE 'ALTER TABLE BILLING.METER_READINGS RENAME TO METER_READINGS_OLD';
  BEGIN
    EXECUTE IMMEDIATE 'ALTER TABLE BILLING.METER_READINGS_INT RENAME TO METER_READINGS';
    l_swapped := TRUE;
  EXCEPTION
    WHEN OTHERS THEN
      EXECUTE IMMEDIATE 'ALTER TABLE BILLING.METER_READINGS_OLD RENAME TO METER_READINGS';
      RAISE;
  END;
  IF l_swapped THEN
    DBMS_OUTPUT.PUT_LINE('renamed: BILLING.METER_READINGS is now the new table, the old one is BILLING.METER_READINGS_OLD');
  END IF;
END;
/

-- The rename made the triggers invalid. They are compiled now: one that does not compile refuses every change (ORA-04098).
ALTER TRIGGER BILLING.ORAPART_METER_READINGS_TRG COMPILE REUSE SETTINGS;


-- 50.13  Proof while everything is still frozen: until here the undo costs nothing but seconds.
DECLARE
  l_wrong PLS_INTEGER := 0;
  PROCEDURE wrong (p_text IN VARCHAR2) IS
  BEGIN
    l_wrong := l_wrong + 1;
    DBMS_OUTPUT.PUT_LINE('not as planned: ' || p_text);
  END wrong;
BEGIN
  FOR found IN (
    SELECT 'BILLING.METER_READINGS is not the new table' AS text
      FROM dual
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_objects o
               JOIN BILLING.ORAPART_METER_READINGS l ON l.item = 'interim-id' AND l.value = TO_CHAR(o.object_id)
              WHERE o.owner = 'BILLING'
                AND o.object_name = 'METER_READINGS'
                AND o.object_type = 'TABLE')
    UNION ALL
    SELECT 'BILLING.METER_READINGS_OLD is not the old table' AS text
      FROM dual
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_objects o
               JOIN BILLING.ORAPART_METER_READINGS l ON l.item = 'source-id' AND l.value = TO_CHAR(o.object_id)
              WHERE o.owner = 'BILLING'
                AND o.object_name = 'METER_READINGS_OLD'
                AND o.object_type = 'TABLE')
    UNION ALL
    SELECT 'BILLING.METER_READINGS is not partitioned'
      FROM all_tables
     WHERE owner = 'BILLING'
       AND table_name = 'METER_READINGS'
       AND partitioned <> 'YES'
    UNION ALL
    SELECT 'policies: ' || COUNT(*) || ' are there, 0 are planned'
      FROM all_policies
     WHERE object_owner = 'BILLING'
       AND object_name = 'METER_READINGS'
    HAVING COUNT(*) <> 0
    UNION ALL
    SELECT 'constraint ' || planned.name || ' is missing or not ' || planned.status
      FROM (
            SELECT 'METER_READINGS_PK' AS name, 'ENABLED' AS status FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_constraints c
              WHERE c.owner = 'BILLING'
                AND c.table_name = 'METER_READINGS'
                AND c.constraint_name = planned.name
                AND c.status = planned.status)
    UNION ALL
    SELECT 'index ' || planned.name || ' is missing or not ' || planned.locality
      FROM (
            SELECT 'METER_READINGS_PK' AS name, 'GLOBAL' AS locality FROM dual UNION ALL
            SELECT 'METER_READINGS_METER_IX' AS name, 'LOCAL' AS locality FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_indexes i
               LEFT JOIN all_part_indexes p ON p.owner = i.owner AND p.index_name = i.index_name
              WHERE i.table_owner = 'BILLING'
                AND i.table_name = 'METER_READINGS'
                AND i.index_name = planned.name
                AND NVL(p.locality, 'GLOBAL') = planned.locality
                AND i.status <> 'UNUSABLE')
    UNION ALL
    SELECT 'trigger ' || planned.name || ' is missing, not ' || planned.status || ' or does not compile' AS text
      FROM (
            SELECT 'BILLING' AS owner, 'ORAPART_METER_READINGS_TRG' AS name, 'ENABLED' AS status FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_triggers t
               JOIN all_objects o ON o.owner = t.owner AND o.object_name = t.trigger_name AND o.object_type = 'TRIGGER'
              WHERE t.table_owner = 'BILLING'
                AND t.table_name = 'METER_READINGS'
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
       AND k.table_name = 'METER_READINGS_OLD'
       AND NOT (c.owner = 'BILLING' AND c.table_name = 'METER_READINGS_OLD')
  ) LOOP
    wrong(found.text);
  END LOOP;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_wrong || ' thing(s) of the new BILLING.METER_READINGS are not as planned, listed above. Nothing has been opened, no row is lost.'
      || ' Run rollback/50_undo_swap_tables.sql.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('proved: ids, layout, constraints, indexes, triggers, foreign keys, grants and policies are as planned');
END;
/

-- 50.14  Opening. This is the last moment at which an undo has nothing to merge.
BEGIN
  DELETE FROM BILLING.ORAPART_METER_READINGS WHERE item IN ('step-50', 'step-50-begun', 'cutover-at');
  INSERT INTO BILLING.ORAPART_METER_READINGS (item, value, noted_at)
  VALUES ('cutover-at', TO_CHAR(SYSDATE, 'YYYY-MM-DD HH24:MI:SS'), SYSTIMESTAMP);
  INSERT INTO BILLING.ORAPART_METER_READINGS (item, value, noted_at)
  VALUES ('step-50', 'done', SYSTIMESTAMP);
  COMMIT;
  EXECUTE IMMEDIATE 'ALTER TABLE BILLING.METER_READINGS READ WRITE';
  DBMS_OUTPUT.PUT_LINE('50: OK, BILLING.METER_READINGS is RANGE INTERVAL NUMTOYMINTERVAL(1,''MONTH'') on READ_AT, 8 hash subpartitions on METER_ID and open');
END;
/
