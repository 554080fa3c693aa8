WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 50  Cutover: MYSCHEMA.ORDERS_INT becomes MYSCHEMA.ORDERS
-- Table    MYSCHEMA.ORDERS
-- Why      the application must find the partitioned table under the old name
-- Locks    exclusive on MYSCHEMA.ORDERS (milliseconds per statement, waits 5 s at most), exclusive
--          on MYSCHEMA.ORDERS_INT (milliseconds per statement)
-- Needs    owner, or ALTER ANY TABLE, ALTER ANY INDEX, ALTER ANY TRIGGER, REFERENCES for owners of
--          child tables
-- Restart  run its undo first, then this file again. The master does both
-- Undo     rollback/50_undo_swap_tables.sql: gives MYSCHEMA.ORDERS its old table back with all
--          names, foreign keys and triggers, until step 70
-- Made by  orapart 0.0.0, plan 46b9d555, template core:50_swap_tables.sql
-- ==============================================================================
PROMPT 50: MYSCHEMA.ORDERS becomes MYSCHEMA.ORDERS_OLD, then MYSCHEMA.ORDERS_INT becomes MYSCHEMA.ORDERS (seconds)
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
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM MYSCHEMA.ORAPART_ORDERS WHERE item = :item'
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
  IF noted('plan') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger MYSCHEMA.ORAPART_ORDERS does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> '46b9d55575d03a4309fcf296671e35645a6ad38a121b2f2ea9134b23e77240cb' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 46b9d555. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-50') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 50 has been done. Nothing was changed. Run the master for the next step.');
  END IF;
  IF noted('step-40') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 40 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('ORDERS') IS NULL OR table_id('ORDERS') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: MYSCHEMA.ORDERS has object id '
      || NVL(table_id('ORDERS'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('ORDERS_INT') IS NULL OR table_id('ORDERS_INT') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: MYSCHEMA.ORDERS_INT has object id '
      || NVL(table_id('ORDERS_INT'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF noted('interim-stale') = 'yes' THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: MYSCHEMA.ORDERS_INT is the copy of a cutover that was undone.'
      || ' Nothing was changed. Run rollback/master_rollback.sql, then start with master1.sql.');
  END IF;
  l_begun := noted('step-50-begun');
  IF l_begun IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20408, 'OP408 cutover-half-done: the cutover stopped midway at ' || l_begun
      || '. Run rollback/50_undo_swap_tables.sql, then this file; master2.sql does both.');
  ELSIF table_id('ORDERS_OLD') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: MYSCHEMA.ORDERS_OLD exists and this plan did not make it. Nothing was changed.');
  ELSIF table_id('ORAPART_ORDERS_LOG') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: MYSCHEMA.ORAPART_ORDERS_LOG exists and this plan did not make it. Nothing was changed.');
  ELSIF NOT is_read_only('ORDERS') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: MYSCHEMA.ORDERS is no longer READ ONLY, so rows may have changed since the load.'
      || ' Nothing was swapped. Run rollback/master_rollback.sql, then start again.');
  END IF;
  SELECT COUNT(*) || ' ' || SUM(data_object_id)
    INTO l_segments
    FROM all_objects
   WHERE owner = 'MYSCHEMA'
     AND object_name = 'ORDERS'
     AND object_type LIKE 'TABLE%';
  IF l_segments <> NVL(noted('source-segments'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: segments of MYSCHEMA.ORDERS were truncated, moved, added or dropped since the load.'
      || ' Nothing was swapped. Run rollback/master_rollback.sql, then start again.');
  END IF;
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;
DELETE FROM MYSCHEMA.ORAPART_ORDERS WHERE item = 'step-50-begun';
INSERT INTO MYSCHEMA.ORAPART_ORDERS (item, value, noted_at)
VALUES ('step-50-begun', TO_CHAR(SYSDATE, 'YYYY-MM-DD HH24:MI:SS'), SYSTIMESTAMP);
COMMIT;

-- 50.2  The freeze stands since step 10.

-- 50.3  No delta: nothing could be written since the load. The rows are counted once more.
DECLARE
  l_source NUMBER;
  l_copied NUMBER;
BEGIN
  SELECT COUNT(*) INTO l_source FROM MYSCHEMA.ORDERS;
  SELECT COUNT(*) INTO l_copied FROM MYSCHEMA.ORDERS_INT;
  IF l_source <> l_copied THEN
    RAISE_APPLICATION_ERROR(-20601, 'OP601 rows-differ: MYSCHEMA.ORDERS has ' || l_source || ' rows, MYSCHEMA.ORDERS_INT ' || l_copied
      || '. Nothing was swapped. Run rollback/50_undo_swap_tables.sql.');
  END IF;
END;
/

-- 50.4  Reverse capture: from the opening on, the key of every changed row is noted, so that the undo loses nothing.
CREATE TABLE MYSCHEMA.ORAPART_ORDERS_LOG
  TABLESPACE USERS
AS
SELECT ORDER_ID
  FROM MYSCHEMA.ORDERS_INT
 WHERE 1 = 0;
COMMENT ON TABLE MYSCHEMA.ORAPART_ORDERS_LOG IS 'orapart: keys of rows of MYSCHEMA.ORDERS changed since the cutover, dropped by step 70 or by the rollback';
CREATE OR REPLACE TRIGGER MYSCHEMA.ORAPART_ORDERS_TRG
  AFTER INSERT OR UPDATE OR DELETE ON MYSCHEMA.ORDERS_INT
  FOR EACH ROW
  DISABLE
BEGIN
  IF UPDATING OR DELETING THEN
    INSERT INTO MYSCHEMA.ORAPART_ORDERS_LOG (ORDER_ID)
    VALUES (:OLD.ORDER_ID);
  END IF;
  IF INSERTING OR UPDATING THEN
    INSERT INTO MYSCHEMA.ORAPART_ORDERS_LOG (ORDER_ID)
    VALUES (:NEW.ORDER_ID);
  END IF;
END;
/
-- A trigger that does not compile is no error to SQL*Plus; enabled it would refuse every change.
DECLARE
  l_status VARCHAR2(30);
BEGIN
  SELECT MAX(status) INTO l_status FROM all_objects
   WHERE owner = 'MYSCHEMA' AND object_name = 'ORAPART_ORDERS_TRG' AND object_type = 'TRIGGER';
  IF NVL(l_status, 'missing') <> 'VALID' THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: trigger MYSCHEMA.ORAPART_ORDERS_TRG is ' || NVL(l_status, 'missing')
      || ' (ALL_ERRORS says why). Nothing was swapped. Run rollback/50_undo_swap_tables.sql.');
  END IF;
END;
/




-- 50.8  The new table's triggers, then READ ONLY: nobody writes between the rename and the opening.
ALTER TRIGGER MYSCHEMA.ORAPART_ORDERS_TRG ENABLE;
ALTER TABLE MYSCHEMA.ORDERS_INT READ ONLY;


-- 50.10  Names: the old objects step aside, the new ones take theirs. Both tables are frozen, no hard parse waits for these.
ALTER INDEX MYSCHEMA.ORDERS_PK RENAME TO ORDERS_PK_OLD;
ALTER INDEX MYSCHEMA.ORDERS_CUSTOMER_IX RENAME TO ORDERS_CUSTOMER_IX_OLD;
ALTER INDEX MYSCHEMA.ORDERS_ORDER_DATE_IX RENAME TO ORDERS_ORDER_DATE_IX_OLD;
ALTER TABLE MYSCHEMA.ORDERS RENAME CONSTRAINT ORDERS_PK TO ORDERS_PK_OLD;
ALTER INDEX MYSCHEMA.ORDERS_PK_INT RENAME TO ORDERS_PK;
ALTER INDEX MYSCHEMA.ORDERS_CUSTOMER_IX_INT RENAME TO ORDERS_CUSTOMER_IX;
ALTER INDEX MYSCHEMA.ORDERS_ORDER_DATE_IX_INT RENAME TO ORDERS_ORDER_DATE_IX;
ALTER TABLE MYSCHEMA.ORDERS_INT RENAME CONSTRAINT ORDERS_PK_INT TO ORDERS_PK;

-- 50.11  The swap: two renames in one block. If the second one fails the first is taken back, and the error is raised again.
DECLARE
  l_swapped BOOLEAN := FALSE;
BEGIN
  EXECUTE IMMEDIATE 'ALTER TABLE MYSCHEMA.ORDERS RENAME TO ORDERS_OLD';
  BEGIN
    EXECUTE IMMEDIATE 'ALTER TABLE MYSCHEMA.ORDERS_INT RENAME TO ORDERS';
    l_swapped := TRUE;
  EXCEPTION
    WHEN OTHERS THEN
      EXECUTE IMMEDIATE 'ALTER TABLE MYSCHEMA.ORDERS_OLD RENAME TO ORDERS';
      RAISE;
  END;
  IF l_swapped THEN
    DBMS_OUTPUT.PUT_LINE('renamed: MYSCHEMA.ORDERS is now the new table, the old one is MYSCHEMA.ORDERS_OLD');
  END IF;
END;
/

-- The rename made the triggers invalid. They are compiled now: one that does not compile refuses every change (ORA-04098).
ALTER TRIGGER MYSCHEMA.ORAPART_ORDERS_TRG COMPILE REUSE SETTINGS;


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
    SELECT 'MYSCHEMA.ORDERS is not the new table' AS text
      FROM dual
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_objects o
               JOIN MYSCHEMA.ORAPART_ORDERS l ON l.item = 'interim-id' AND l.value = TO_CHAR(o.object_id)
              WHERE o.owner = 'MYSCHEMA'
                AND o.object_name = 'ORDERS'
                AND o.object_type = 'TABLE')
    UNION ALL
    SELECT 'MYSCHEMA.ORDERS_OLD is not the old table' AS text
      FROM dual
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_objects o
               JOIN MYSCHEMA.ORAPART_ORDERS l ON l.item = 'source-id' AND l.value = TO_CHAR(o.object_id)
              WHERE o.owner = 'MYSCHEMA'
                AND o.object_name = 'ORDERS_OLD'
                AND o.object_type = 'TABLE')
    UNION ALL
    SELECT 'MYSCHEMA.ORDERS is not partitioned'
      FROM all_tables
     WHERE owner = 'MYSCHEMA'
       AND table_name = 'ORDERS'
       AND partitioned <> 'YES'
    UNION ALL
    SELECT 'policies: ' || COUNT(*) || ' are there, 0 are planned'
      FROM all_policies
     WHERE object_owner = 'MYSCHEMA'
       AND object_name = 'ORDERS'
    HAVING COUNT(*) <> 0
    UNION ALL
    SELECT 'constraint ' || planned.name || ' is missing or not ' || planned.status
      FROM (
            SELECT 'ORDERS_PK' AS name, 'ENABLED' AS status FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_constraints c
              WHERE c.owner = 'MYSCHEMA'
                AND c.table_name = 'ORDERS'
                AND c.constraint_name = planned.name
                AND c.status = planned.status)
    UNION ALL
    SELECT 'index ' || planned.name || ' is missing or not ' || planned.locality
      FROM (
            SELECT 'ORDERS_PK' AS name, 'GLOBAL' AS locality FROM dual UNION ALL
            SELECT 'ORDERS_CUSTOMER_IX' AS name, 'GLOBAL' AS locality FROM dual UNION ALL
            SELECT 'ORDERS_ORDER_DATE_IX' AS name, 'LOCAL' AS locality FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_indexes i
               LEFT JOIN all_part_indexes p ON p.owner = i.owner AND p.index_name = i.index_name
              WHERE i.table_owner = 'MYSCHEMA'
                AND i.table_name = 'ORDERS'
                AND i.index_name = planned.name
                AND NVL(p.locality, 'GLOBAL') = planned.locality
                AND i.status <> 'UNUSABLE')
    UNION ALL
    SELECT 'trigger ' || planned.name || ' is missing, not ' || planned.status || ' or does not compile' AS text
      FROM (
            SELECT 'MYSCHEMA' AS owner, 'ORAPART_ORDERS_TRG' AS name, 'ENABLED' AS status FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_triggers t
               JOIN all_objects o ON o.owner = t.owner AND o.object_name = t.trigger_name AND o.object_type = 'TRIGGER'
              WHERE t.table_owner = 'MYSCHEMA'
                AND t.table_name = 'ORDERS'
                AND t.owner = planned.owner
                AND t.trigger_name = planned.name
                AND t.status = planned.status
                AND o.status = 'VALID')
    UNION ALL
    SELECT 'foreign key ' || c.owner || '.' || c.constraint_name || ' of ' || c.table_name || ' still points to the retained table'
      FROM all_constraints c
      JOIN all_constraints k ON k.owner = c.r_owner AND k.constraint_name = c.r_constraint_name
     WHERE c.constraint_type = 'R'
       AND k.owner = 'MYSCHEMA'
       AND k.table_name = 'ORDERS_OLD'
       AND NOT (c.owner = 'MYSCHEMA' AND c.table_name = 'ORDERS_OLD')
  ) LOOP
    wrong(found.text);
  END LOOP;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_wrong || ' thing(s) of the new MYSCHEMA.ORDERS are not as planned, listed above. Nothing has been opened, no row is lost.'
      || ' Run rollback/50_undo_swap_tables.sql.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('proved: ids, layout, constraints, indexes, triggers, foreign keys, grants and policies are as planned');
END;
/

-- 50.14  Opening. This is the last moment at which an undo has nothing to merge.
BEGIN
  DELETE FROM MYSCHEMA.ORAPART_ORDERS WHERE item IN ('step-50', 'step-50-begun', 'cutover-at');
  INSERT INTO MYSCHEMA.ORAPART_ORDERS (item, value, noted_at)
  VALUES ('cutover-at', TO_CHAR(SYSDATE, 'YYYY-MM-DD HH24:MI:SS'), SYSTIMESTAMP);
  INSERT INTO MYSCHEMA.ORAPART_ORDERS (item, value, noted_at)
  VALUES ('step-50', 'done', SYSTIMESTAMP);
  COMMIT;
  EXECUTE IMMEDIATE 'ALTER TABLE MYSCHEMA.ORDERS READ WRITE';
  DBMS_OUTPUT.PUT_LINE('50: OK, MYSCHEMA.ORDERS is RANGE INTERVAL NUMTODSINTERVAL(1,''DAY'') on ORDER_DATE, 4 hash subpartitions on ORDER_ID and open');
END;
/
