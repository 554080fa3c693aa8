WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 50  Cutover: WAREHOUSE.PRICE_CHANGES_INT becomes WAREHOUSE.PRICE_CHANGES
-- Table    WAREHOUSE.PRICE_CHANGES
-- Why      the application must find the partitioned table under the old name
-- Locks    exclusive on WAREHOUSE.PRICE_CHANGES (milliseconds per statement, waits 5 s at most),
--          exclusive on WAREHOUSE.PRICE_CHANGES_INT (milliseconds per statement)
-- Needs    owner, or ALTER ANY TABLE, ALTER ANY INDEX, ALTER ANY TRIGGER, REFERENCES for owners of
--          child tables
-- Restart  run its undo first, then this file again. The master does both
-- Undo     rollback/50_undo_swap_tables.sql: gives WAREHOUSE.PRICE_CHANGES its old table back with
--          all names, foreign keys and triggers, until step 70
-- Made by  orapart 0.0.0, plan a02f426d, template core:50_swap_tables.sql
-- ==============================================================================
PROMPT 50: WAREHOUSE.PRICE_CHANGES becomes WAREHOUSE.PRICE_CHANGES_OLD, then WAREHOUSE.PRICE_CHANGES_INT becomes WAREHOUSE.PRICE_CHANGES (seconds)
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '50 cutover');
END;
/

-- 50.1  Guard: object ids, names, DDL since the load.
DECLARE
  l_begun    VARCHAR2(100);
  l_segments VARCHAR2(100);
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM WAREHOUSE.ORAPART_PRICE_CHANGES WHERE item = :item'
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
     WHERE owner = 'WAREHOUSE' AND object_name = p_name AND object_type = 'TABLE';
    RETURN l_id;
  END table_id;
BEGIN
  IF noted('plan') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger WAREHOUSE.ORAPART_PRICE_CHANGES does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> 'a02f426dda4ec40f093a468cb8b0ac522899ccc3ba7aeb3beca12685300ea6e2' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan a02f426d. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-50') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 50 has been done. Nothing was changed. Run the master for the next step.');
  END IF;
  IF noted('step-40') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 40 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('PRICE_CHANGES') IS NULL OR table_id('PRICE_CHANGES') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: WAREHOUSE.PRICE_CHANGES has object id '
      || NVL(table_id('PRICE_CHANGES'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('PRICE_CHANGES_INT') IS NULL OR table_id('PRICE_CHANGES_INT') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: WAREHOUSE.PRICE_CHANGES_INT has object id '
      || NVL(table_id('PRICE_CHANGES_INT'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF noted('interim-stale') = 'yes' THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: WAREHOUSE.PRICE_CHANGES_INT is the copy of a cutover that was undone.'
      || ' Nothing was changed. Run rollback/master_rollback.sql, then start with master1.sql.');
  END IF;
  l_begun := noted('step-50-begun');
  IF l_begun IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20408, 'OP408 cutover-half-done: the cutover stopped midway at ' || l_begun
      || '. Run rollback/50_undo_swap_tables.sql, then this file; master2.sql does both.');
  ELSIF table_id('PRICE_CHANGES_OLD') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: WAREHOUSE.PRICE_CHANGES_OLD exists and this plan did not make it. Nothing was changed.');
  ELSIF table_id('ORAPART_PRICE_CHANGES_LOG') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: WAREHOUSE.ORAPART_PRICE_CHANGES_LOG exists and this plan did not make it. Nothing was changed.');
  END IF;
  SELECT COUNT(*) || ' ' || SUM(data_object_id)
    INTO l_segments
    FROM all_objects
   WHERE owner = 'WAREHOUSE'
     AND object_name = 'PRICE_CHANGES'
     AND object_type LIKE 'TABLE%';
  IF l_segments <> NVL(noted('source-segments'), '-') THEN
    DBMS_OUTPUT.PUT_LINE('note: partitions of WAREHOUSE.PRICE_CHANGES came, went or moved since the load. The comparison inside the freeze decides.');
  END IF;
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;
DELETE FROM WAREHOUSE.ORAPART_PRICE_CHANGES WHERE item = 'step-50-begun';
INSERT INTO WAREHOUSE.ORAPART_PRICE_CHANGES (item, value, noted_at)
VALUES ('step-50-begun', TO_CHAR(SYSDATE, 'YYYY-MM-DD HH24:MI:SS'), SYSTIMESTAMP);
COMMIT;

-- 50.2  The freeze: from here to the end of this file every writer gets ORA-12081.
DECLARE
  resource_busy EXCEPTION;
  PRAGMA EXCEPTION_INIT(resource_busy, -54);
  l_quiet BOOLEAN;
  l_scn   NUMBER;
  FUNCTION is_read_only (p_name IN VARCHAR2) RETURN BOOLEAN IS
    l_state VARCHAR2(30);
  BEGIN
    SELECT MAX(read_only) INTO l_state FROM all_tables
     WHERE owner = 'WAREHOUSE' AND table_name = p_name;
    IF l_state = 'N/A' THEN
      EXECUTE IMMEDIATE
        'SELECT MAX(def_read_only) FROM all_part_tables WHERE owner = :owner AND table_name = :name'
        INTO l_state USING 'WAREHOUSE', p_name;
    END IF;
    RETURN NVL(l_state, 'NO') = 'YES';
  END is_read_only;
BEGIN
  FOR attempt IN 1 .. 20 LOOP
    EXIT WHEN is_read_only('PRICE_CHANGES');
    BEGIN
      EXECUTE IMMEDIATE 'ALTER TABLE WAREHOUSE.PRICE_CHANGES READ ONLY';
    EXCEPTION
      WHEN resource_busy THEN
        IF attempt = 20 THEN
          RAISE_APPLICATION_ERROR(-20405, 'OP405 lock-busy: WAREHOUSE.PRICE_CHANGES could not be set READ ONLY in 20 tries.'
            || ' It is unchanged and in use. End the sessions that hold it (V$LOCKED_OBJECT), then run the master again.');
        END IF;
        l_scn := NULL;
        l_quiet := DBMS_UTILITY.WAIT_ON_PENDING_DML(
          tables  => 'WAREHOUSE.PRICE_CHANGES',
          timeout => 5,
          scn     => l_scn);
    END;
  END LOOP;
END;
/

-- 50.3  The last delta, then the comparison of every row: the cutover stops here if the timestamp missed a change.
DECLARE
  l_from  DATE;
  l_begin DATE := SYSDATE - 1 / 24;
  l_rows  NUMBER;
BEGIN
  SELECT TO_DATE(value, 'YYYY-MM-DD HH24:MI:SS')
    INTO l_from
    FROM WAREHOUSE.ORAPART_PRICE_CHANGES
   WHERE item = 'delta-from';
  MERGE INTO WAREHOUSE.PRICE_CHANGES_INT i
  USING (
         SELECT
                t.CHANGE_ID,
                t.VALID_FROM,
                t.ARTICLE_ID,
                t.PRICE,
                t.LAST_CHANGED
           FROM WAREHOUSE.PRICE_CHANGES t
          WHERE t.LAST_CHANGED >= l_from
             OR t.LAST_CHANGED IS NULL
        ) t
     ON (i.CHANGE_ID = t.CHANGE_ID)
   WHEN MATCHED THEN UPDATE SET
        i.VALID_FROM = t.VALID_FROM,
        i.ARTICLE_ID = t.ARTICLE_ID,
        i.PRICE = t.PRICE,
        i.LAST_CHANGED = t.LAST_CHANGED
   WHEN NOT MATCHED THEN INSERT (
        i.CHANGE_ID,
        i.VALID_FROM,
        i.ARTICLE_ID,
        i.PRICE,
        i.LAST_CHANGED
      )
      VALUES (
        t.CHANGE_ID,
        t.VALID_FROM,
        t.ARTICLE_ID,
        t.PRICE,
        t.LAST_CHANGED
      );
  l_rows := SQL%ROWCOUNT;
  UPDATE WAREHOUSE.ORAPART_PRICE_CHANGES
     SET value = TO_CHAR(l_begin, 'YYYY-MM-DD HH24:MI:SS'), noted_at = SYSTIMESTAMP
   WHERE item = 'delta-from';
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('delta: ' || l_rows || ' rows merged');
END;
/
DECLARE
  l_scn         NUMBER;
  l_differences PLS_INTEGER := 0;
BEGIN
  FOR difference IN (
    SELECT slot, SUM(side) AS rows_more
      FROM (
            SELECT /*+ PARALLEL(t, 4) */ 1 AS side,
                   TO_CHAR(TRUNC(t.VALID_FROM, 'MM'), 'YYYY-MM-DD') AS slot,
                   TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
                        RAWTOHEX(STANDARD_HASH(t.CHANGE_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.VALID_FROM, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.ARTICLE_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.PRICE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.LAST_CHANGED, 'MD5'))
                   , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX') AS row_hash
              FROM WAREHOUSE.PRICE_CHANGES t
            UNION ALL
            SELECT /*+ PARALLEL(t, 4) */ -1 AS side,
                   TO_CHAR(TRUNC(t.VALID_FROM, 'MM'), 'YYYY-MM-DD') AS slot,
                   TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
                        RAWTOHEX(STANDARD_HASH(t.CHANGE_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.VALID_FROM, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.ARTICLE_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.PRICE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.LAST_CHANGED, 'MD5'))
                   , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX') AS row_hash
              FROM WAREHOUSE.PRICE_CHANGES_INT t
           )
     GROUP BY slot
    HAVING SUM(side) <> 0 OR SUM(side * row_hash) <> 0
     ORDER BY slot
  ) LOOP
    l_differences := l_differences + 1;
    IF l_differences <= 20 THEN
      DBMS_OUTPUT.PUT_LINE('differs: month from ' || difference.slot
        || ', rows more in PRICE_CHANGES: ' || difference.rows_more);
    END IF;
  END LOOP;
  IF l_differences > 0 THEN
    RAISE_APPLICATION_ERROR(-20601, 'OP601 rows-differ: ' || l_differences || ' part(s) of WAREHOUSE.PRICE_CHANGES and WAREHOUSE.PRICE_CHANGES_INT differ; the first 20 are listed above.'
      || ' The timestamp delta missed changes (deletes, updates that did not set the column). Run rollback/50_undo_swap_tables.sql and use delta_sync none.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('equal: WAREHOUSE.PRICE_CHANGES and WAREHOUSE.PRICE_CHANGES_INT, every row, 5 columns');
END;
/

-- 50.4  Reverse capture: from the opening on, the key of every changed row is noted, so that the undo loses nothing.
CREATE TABLE WAREHOUSE.ORAPART_PRICE_CHANGES_LOG
  TABLESPACE USERS
AS
SELECT CHANGE_ID
  FROM WAREHOUSE.PRICE_CHANGES_INT
 WHERE 1 = 0;
COMMENT ON TABLE WAREHOUSE.ORAPART_PRICE_CHANGES_LOG IS 'orapart: keys of rows of WAREHOUSE.PRICE_CHANGES changed since the cutover, dropped by step 70 or by the rollback';
CREATE OR REPLACE TRIGGER WAREHOUSE.ORAPART_PRICE_CHANGES_TRG
  AFTER INSERT OR UPDATE OR DELETE ON WAREHOUSE.PRICE_CHANGES_INT
  FOR EACH ROW
  DISABLE
BEGIN
  IF UPDATING OR DELETING THEN
    INSERT INTO WAREHOUSE.ORAPART_PRICE_CHANGES_LOG (CHANGE_ID)
    VALUES (:OLD.CHANGE_ID);
  END IF;
  IF INSERTING OR UPDATING THEN
    INSERT INTO WAREHOUSE.ORAPART_PRICE_CHANGES_LOG (CHANGE_ID)
    VALUES (:NEW.CHANGE_ID);
  END IF;
END;
/
-- A trigger that does not compile is no error to SQL*Plus; enabled it would refuse every change.
DECLARE
  l_status VARCHAR2(30);
BEGIN
  SELECT MAX(status) INTO l_status FROM all_objects
   WHERE owner = 'WAREHOUSE' AND object_name = 'ORAPART_PRICE_CHANGES_TRG' AND object_type = 'TRIGGER';
  IF NVL(l_status, 'missing') <> 'VALID' THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: trigger WAREHOUSE.ORAPART_PRICE_CHANGES_TRG is ' || NVL(l_status, 'missing')
      || ' (ALL_ERRORS says why). Nothing was swapped. Run rollback/50_undo_swap_tables.sql.');
  END IF;
END;
/




-- 50.8  The new table's triggers, then READ ONLY: nobody writes between the rename and the opening.
ALTER TRIGGER WAREHOUSE.PRICE_CHANGES_TOUCH_INT ENABLE;
ALTER TRIGGER WAREHOUSE.ORAPART_PRICE_CHANGES_TRG ENABLE;
ALTER TABLE WAREHOUSE.PRICE_CHANGES_INT READ ONLY;

-- 50.9  The retained table must not stand in the way of deletes on its parents, nor fire again.
ALTER TRIGGER WAREHOUSE.PRICE_CHANGES_TOUCH DISABLE;

-- 50.10  Names: the old objects step aside, the new ones take theirs. Both tables are frozen, no hard parse waits for these.
ALTER INDEX WAREHOUSE.PRICE_CHANGES_PK RENAME TO PRICE_CHANGES_PK_OLD;
ALTER INDEX WAREHOUSE.PRICE_CHANGES_ARTICLE_IX RENAME TO PRICE_CHANGES_ARTICLE_IX_OLD;
ALTER INDEX WAREHOUSE.PRICE_CHANGES_CHANGED_IX RENAME TO PRICE_CHANGES_CHANGED_IX_OLD;
ALTER TABLE WAREHOUSE.PRICE_CHANGES RENAME CONSTRAINT PRICE_CHANGES_PK TO PRICE_CHANGES_PK_OLD;
ALTER TRIGGER WAREHOUSE.PRICE_CHANGES_TOUCH RENAME TO PRICE_CHANGES_TOUCH_OLD;
ALTER INDEX WAREHOUSE.PRICE_CHANGES_PK_INT RENAME TO PRICE_CHANGES_PK;
ALTER INDEX WAREHOUSE.PRICE_CHANGES_ARTICLE_IX_INT RENAME TO PRICE_CHANGES_ARTICLE_IX;
ALTER INDEX WAREHOUSE.PRICE_CHANGES_CHANGED_IX_INT RENAME TO PRICE_CHANGES_CHANGED_IX;
ALTER TABLE WAREHOUSE.PRICE_CHANGES_INT RENAME CONSTRAINT PRICE_CHANGES_PK_INT TO PRICE_CHANGES_PK;
ALTER TRIGGER WAREHOUSE.PRICE_CHANGES_TOUCH_INT RENAME TO PRICE_CHANGES_TOUCH;

-- 50.11  The swap: two renames in one block. If the second one fails the first is taken back, and the error is raised again.
DECLARE
  l_swapped BOOLEAN := FALSE;
BEGIN
  EXECUTE IMMEDIATE 'ALTER TABLE WAREHOUSE.PRICE_CHANGES RENAME TO PRICE_CHANGES_OLD';
  BEGIN
    EXECUTE IMMEDIATE 'ALTER TABLE WAREHOUSE.PRICE_CHANGES_INT RENAME TO PRICE_CHANGES';
    l_swapped := TRUE;
  EXCEPTION
    WHEN OTHERS THEN
      EXECUTE IMMEDIATE 'ALTER TABLE WAREHOUSE.PRICE_CHANGES_OLD RENAME TO PRICE_CHANGES';
      RAISE;
  END;
  IF l_swapped THEN
    DBMS_OUTPUT.PUT_LINE('renamed: WAREHOUSE.PRICE_CHANGES is now the new table, the old one is WAREHOUSE.PRICE_CHANGES_OLD');
  END IF;
END;
/

-- The rename made the triggers invalid. They are compiled now: one that does not compile refuses every change (ORA-04098).
ALTER TRIGGER WAREHOUSE.PRICE_CHANGES_TOUCH COMPILE REUSE SETTINGS;
ALTER TRIGGER WAREHOUSE.ORAPART_PRICE_CHANGES_TRG COMPILE REUSE SETTINGS;


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
    SELECT 'WAREHOUSE.PRICE_CHANGES is not the new table' AS text
      FROM dual
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_objects o
               JOIN WAREHOUSE.ORAPART_PRICE_CHANGES l ON l.item = 'interim-id' AND l.value = TO_CHAR(o.object_id)
              WHERE o.owner = 'WAREHOUSE'
                AND o.object_name = 'PRICE_CHANGES'
                AND o.object_type = 'TABLE')
    UNION ALL
    SELECT 'WAREHOUSE.PRICE_CHANGES_OLD is not the old table' AS text
      FROM dual
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_objects o
               JOIN WAREHOUSE.ORAPART_PRICE_CHANGES l ON l.item = 'source-id' AND l.value = TO_CHAR(o.object_id)
              WHERE o.owner = 'WAREHOUSE'
                AND o.object_name = 'PRICE_CHANGES_OLD'
                AND o.object_type = 'TABLE')
    UNION ALL
    SELECT 'WAREHOUSE.PRICE_CHANGES is not partitioned'
      FROM all_tables
     WHERE owner = 'WAREHOUSE'
       AND table_name = 'PRICE_CHANGES'
       AND partitioned <> 'YES'
    UNION ALL
    SELECT 'policies: ' || COUNT(*) || ' are there, 0 are planned'
      FROM all_policies
     WHERE object_owner = 'WAREHOUSE'
       AND object_name = 'PRICE_CHANGES'
    HAVING COUNT(*) <> 0
    UNION ALL
    SELECT 'constraint ' || planned.name || ' is missing or not ' || planned.status
      FROM (
            SELECT 'PRICE_CHANGES_PK' AS name, 'ENABLED' AS status FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_constraints c
              WHERE c.owner = 'WAREHOUSE'
                AND c.table_name = 'PRICE_CHANGES'
                AND c.constraint_name = planned.name
                AND c.status = planned.status)
    UNION ALL
    SELECT 'index ' || planned.name || ' is missing or not ' || planned.locality
      FROM (
            SELECT 'PRICE_CHANGES_PK' AS name, 'GLOBAL' AS locality FROM dual UNION ALL
            SELECT 'PRICE_CHANGES_ARTICLE_IX' AS name, 'LOCAL' AS locality FROM dual UNION ALL
            SELECT 'PRICE_CHANGES_CHANGED_IX' AS name, 'GLOBAL' AS locality FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_indexes i
               LEFT JOIN all_part_indexes p ON p.owner = i.owner AND p.index_name = i.index_name
              WHERE i.table_owner = 'WAREHOUSE'
                AND i.table_name = 'PRICE_CHANGES'
                AND i.index_name = planned.name
                AND NVL(p.locality, 'GLOBAL') = planned.locality
                AND i.status <> 'UNUSABLE')
    UNION ALL
    SELECT 'trigger ' || planned.name || ' is missing, not ' || planned.status || ' or does not compile' AS text
      FROM (
            SELECT 'WAREHOUSE' AS owner, 'PRICE_CHANGES_TOUCH' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'WAREHOUSE' AS owner, 'ORAPART_PRICE_CHANGES_TRG' AS name, 'ENABLED' AS status FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_triggers t
               JOIN all_objects o ON o.owner = t.owner AND o.object_name = t.trigger_name AND o.object_type = 'TRIGGER'
              WHERE t.table_owner = 'WAREHOUSE'
                AND t.table_name = 'PRICE_CHANGES'
                AND t.owner = planned.owner
                AND t.trigger_name = planned.name
                AND t.status = planned.status
                AND o.status = 'VALID')
    UNION ALL
    SELECT 'foreign key ' || c.owner || '.' || c.constraint_name || ' of ' || c.table_name || ' still points to the retained table'
      FROM all_constraints c
      JOIN all_constraints k ON k.owner = c.r_owner AND k.constraint_name = c.r_constraint_name
     WHERE c.constraint_type = 'R'
       AND k.owner = 'WAREHOUSE'
       AND k.table_name = 'PRICE_CHANGES_OLD'
       AND NOT (c.owner = 'WAREHOUSE' AND c.table_name = 'PRICE_CHANGES_OLD')
  ) LOOP
    wrong(found.text);
  END LOOP;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_wrong || ' thing(s) of the new WAREHOUSE.PRICE_CHANGES are not as planned, listed above. Nothing has been opened, no row is lost.'
      || ' Run rollback/50_undo_swap_tables.sql.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('proved: ids, layout, constraints, indexes, triggers, foreign keys, grants and policies are as planned');
END;
/

-- 50.14  Opening. This is the last moment at which an undo has nothing to merge.
BEGIN
  DELETE FROM WAREHOUSE.ORAPART_PRICE_CHANGES WHERE item IN ('step-50', 'step-50-begun', 'cutover-at');
  INSERT INTO WAREHOUSE.ORAPART_PRICE_CHANGES (item, value, noted_at)
  VALUES ('cutover-at', TO_CHAR(SYSDATE, 'YYYY-MM-DD HH24:MI:SS'), SYSTIMESTAMP);
  INSERT INTO WAREHOUSE.ORAPART_PRICE_CHANGES (item, value, noted_at)
  VALUES ('step-50', 'done', SYSTIMESTAMP);
  COMMIT;
  EXECUTE IMMEDIATE 'ALTER TABLE WAREHOUSE.PRICE_CHANGES READ WRITE';
  DBMS_OUTPUT.PUT_LINE('50: OK, WAREHOUSE.PRICE_CHANGES is RANGE INTERVAL NUMTOYMINTERVAL(1,''MONTH'') on VALID_FROM, 4 hash subpartitions on CHANGE_ID and open');
END;
/
