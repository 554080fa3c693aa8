WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 50  Cutover: WAREHOUSE.SENSOR_SAMPLES_INT becomes WAREHOUSE.SENSOR_SAMPLES
-- Table    WAREHOUSE.SENSOR_SAMPLES
-- Why      the application must find the partitioned table under the old name
-- Locks    exclusive on WAREHOUSE.SENSOR_SAMPLES (milliseconds per statement, waits 5 s at most),
--          exclusive on WAREHOUSE.SENSOR_SAMPLES_INT (milliseconds per statement)
-- Needs    owner, or ALTER ANY TABLE, ALTER ANY INDEX, ALTER ANY TRIGGER, REFERENCES for owners of
--          child tables
-- Restart  run its undo first, then this file again. The master does both
-- Undo     rollback/50_undo_swap_tables.sql: gives WAREHOUSE.SENSOR_SAMPLES its old table back with
--          all names, foreign keys and triggers, until step 70
-- Made by  orapart 0.0.0, plan 4c2e1c11, template core:50_swap_tables.sql
-- ==============================================================================
PROMPT 50: WAREHOUSE.SENSOR_SAMPLES becomes WAREHOUSE.SENSOR_SAMPLES_OLD, then WAREHOUSE.SENSOR_SAMPLES_INT becomes WAREHOUSE.SENSOR_SAMPLES (seconds)
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
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM WAREHOUSE.ORAPART_SENSOR_SAMPLES WHERE item = :item'
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
  IF noted('plan') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger WAREHOUSE.ORAPART_SENSOR_SAMPLES does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> '4c2e1c116d7d436018134e4d75e47ea07ca445f7ac6fcaa96523c6f15534efb6' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 4c2e1c11. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-50') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 50 has been done. Nothing was changed. Run the master for the next step.');
  END IF;
  IF noted('step-40') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 40 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('SENSOR_SAMPLES') IS NULL OR table_id('SENSOR_SAMPLES') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: WAREHOUSE.SENSOR_SAMPLES has object id '
      || NVL(table_id('SENSOR_SAMPLES'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('SENSOR_SAMPLES_INT') IS NULL OR table_id('SENSOR_SAMPLES_INT') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: WAREHOUSE.SENSOR_SAMPLES_INT has object id '
      || NVL(table_id('SENSOR_SAMPLES_INT'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF noted('interim-stale') = 'yes' THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: WAREHOUSE.SENSOR_SAMPLES_INT is the copy of a cutover that was undone.'
      || ' Nothing was changed. Run rollback/master_rollback.sql, then start with master1.sql.');
  END IF;
  l_begun := noted('step-50-begun');
  IF l_begun IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20408, 'OP408 cutover-half-done: the cutover stopped midway at ' || l_begun
      || '. Run rollback/50_undo_swap_tables.sql, then this file; master2.sql does both.');
  ELSIF table_id('SENSOR_SAMPLES_OLD') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: WAREHOUSE.SENSOR_SAMPLES_OLD exists and this plan did not make it. Nothing was changed.');
  ELSIF NOT is_read_only('SENSOR_SAMPLES') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: WAREHOUSE.SENSOR_SAMPLES is no longer READ ONLY, so rows may have changed since the load.'
      || ' Nothing was swapped. Run rollback/master_rollback.sql, then start again.');
  END IF;
  SELECT COUNT(*) || ' ' || SUM(data_object_id)
    INTO l_segments
    FROM all_objects
   WHERE owner = 'WAREHOUSE'
     AND object_name = 'SENSOR_SAMPLES'
     AND object_type LIKE 'TABLE%';
  IF l_segments <> NVL(noted('source-segments'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: segments of WAREHOUSE.SENSOR_SAMPLES were truncated, moved, added or dropped since the load.'
      || ' Nothing was swapped. Run rollback/master_rollback.sql, then start again.');
  END IF;
END;
/
VARIABLE orapart_answer VARCHAR2(300)
COLUMN orapart_backup_taken NEW_VALUE orapart_backup_taken NOPRINT
SELECT NULL AS orapart_backup_taken FROM dual WHERE 1 = 0;
SET DEFINE ON
BEGIN
  :orapart_answer := q'~&orapart_backup_taken~';
END;
/
SET DEFINE OFF
BEGIN
  IF NVL(:orapart_answer, '-') <> 'WAREHOUSE.SENSOR_SAMPLES' THEN
    RAISE_APPLICATION_ERROR(-20407, 'OP407 not-confirmed: the load was NOLOGGING, so a backup of WAREHOUSE.SENSOR_SAMPLES_INT must exist before the cutover.'
      || ' Nothing was changed. When it is so: DEFINE orapart_backup_taken = "WAREHOUSE.SENSOR_SAMPLES", then run this file again.');
  END IF;
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;
DELETE FROM WAREHOUSE.ORAPART_SENSOR_SAMPLES WHERE item = 'step-50-begun';
INSERT INTO WAREHOUSE.ORAPART_SENSOR_SAMPLES (item, value, noted_at)
VALUES ('step-50-begun', TO_CHAR(SYSDATE, 'YYYY-MM-DD HH24:MI:SS'), SYSTIMESTAMP);
COMMIT;

-- 50.2  The freeze stands since step 10.

-- 50.3  No delta: nothing could be written since the load. The rows are counted once more.
DECLARE
  l_source NUMBER;
  l_copied NUMBER;
BEGIN
  SELECT COUNT(*) INTO l_source FROM WAREHOUSE.SENSOR_SAMPLES;
  SELECT COUNT(*) INTO l_copied FROM WAREHOUSE.SENSOR_SAMPLES_INT;
  IF l_source <> l_copied THEN
    RAISE_APPLICATION_ERROR(-20601, 'OP601 rows-differ: WAREHOUSE.SENSOR_SAMPLES has ' || l_source || ' rows, WAREHOUSE.SENSOR_SAMPLES_INT ' || l_copied
      || '. Nothing was swapped. Run rollback/50_undo_swap_tables.sql.');
  END IF;
END;
/

-- 50.4  No reverse capture: the table has no key to find changed rows by. The undo of this step compares instead.




-- 50.8  The new table's triggers, then READ ONLY: nobody writes between the rename and the opening.
ALTER TABLE WAREHOUSE.SENSOR_SAMPLES_INT READ ONLY;


-- 50.10  Names: the old objects step aside, the new ones take theirs. Both tables are frozen, no hard parse waits for these.
ALTER INDEX WAREHOUSE.SENSOR_SAMPLES_SENSOR_IX RENAME TO SENSOR_SAMPLES_SENSOR_IX_OLD;
ALTER INDEX WAREHOUSE.SENSOR_SAMPLES_SENSOR_IX_INT RENAME TO SENSOR_SAMPLES_SENSOR_IX;

-- 50.11  The swap: two renames in one block. If the second one fails the first is taken back, and the error is raised again.
DECLARE
  l_swapped BOOLEAN := FALSE;
BEGIN
  EXECUTE IMMEDIATE 'ALTER TABLE WAREHOUSE.SENSOR_SAMPLES RENAME TO SENSOR_SAMPLES_OLD';
  BEGIN
    EXECUTE IMMEDIATE 'ALTER TABLE WAREHOUSE.SENSOR_SAMPLES_INT RENAME TO SENSOR_SAMPLES';
    l_swapped := TRUE;
  EXCEPTION
    WHEN OTHERS THEN
      EXECUTE IMMEDIATE 'ALTER TABLE WAREHOUSE.SENSOR_SAMPLES_OLD RENAME TO SENSOR_SAMPLES';
      RAISE;
  END;
  IF l_swapped THEN
    DBMS_OUTPUT.PUT_LINE('renamed: WAREHOUSE.SENSOR_SAMPLES is now the new table, the old one is WAREHOUSE.SENSOR_SAMPLES_OLD');
  END IF;
END;
/


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
    SELECT 'WAREHOUSE.SENSOR_SAMPLES is not the new table' AS text
      FROM dual
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_objects o
               JOIN WAREHOUSE.ORAPART_SENSOR_SAMPLES l ON l.item = 'interim-id' AND l.value = TO_CHAR(o.object_id)
              WHERE o.owner = 'WAREHOUSE'
                AND o.object_name = 'SENSOR_SAMPLES'
                AND o.object_type = 'TABLE')
    UNION ALL
    SELECT 'WAREHOUSE.SENSOR_SAMPLES_OLD is not the old table' AS text
      FROM dual
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_objects o
               JOIN WAREHOUSE.ORAPART_SENSOR_SAMPLES l ON l.item = 'source-id' AND l.value = TO_CHAR(o.object_id)
              WHERE o.owner = 'WAREHOUSE'
                AND o.object_name = 'SENSOR_SAMPLES_OLD'
                AND o.object_type = 'TABLE')
    UNION ALL
    SELECT 'WAREHOUSE.SENSOR_SAMPLES is not partitioned'
      FROM all_tables
     WHERE owner = 'WAREHOUSE'
       AND table_name = 'SENSOR_SAMPLES'
       AND partitioned <> 'YES'
    UNION ALL
    SELECT 'policies: ' || COUNT(*) || ' are there, 0 are planned'
      FROM all_policies
     WHERE object_owner = 'WAREHOUSE'
       AND object_name = 'SENSOR_SAMPLES'
    HAVING COUNT(*) <> 0
    UNION ALL
    SELECT 'constraint ' || planned.name || ' is missing or not ' || planned.status
      FROM (
            SELECT NULL AS name, NULL AS status FROM dual WHERE 1 = 0
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_constraints c
              WHERE c.owner = 'WAREHOUSE'
                AND c.table_name = 'SENSOR_SAMPLES'
                AND c.constraint_name = planned.name
                AND c.status = planned.status)
    UNION ALL
    SELECT 'index ' || planned.name || ' is missing or not ' || planned.locality
      FROM (
            SELECT 'SENSOR_SAMPLES_SENSOR_IX' AS name, 'LOCAL' AS locality FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_indexes i
               LEFT JOIN all_part_indexes p ON p.owner = i.owner AND p.index_name = i.index_name
              WHERE i.table_owner = 'WAREHOUSE'
                AND i.table_name = 'SENSOR_SAMPLES'
                AND i.index_name = planned.name
                AND NVL(p.locality, 'GLOBAL') = planned.locality
                AND i.status <> 'UNUSABLE')
    UNION ALL
    SELECT 'trigger ' || planned.name || ' is missing, not ' || planned.status || ' or does not compile' AS text
      FROM (
            SELECT NULL AS owner, NULL AS name, NULL AS status FROM dual WHERE 1 = 0
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_triggers t
               JOIN all_objects o ON o.owner = t.owner AND o.object_name = t.trigger_name AND o.object_type = 'TRIGGER'
              WHERE t.table_owner = 'WAREHOUSE'
                AND t.table_name = 'SENSOR_SAMPLES'
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
       AND k.table_name = 'SENSOR_SAMPLES_OLD'
       AND NOT (c.owner = 'WAREHOUSE' AND c.table_name = 'SENSOR_SAMPLES_OLD')
  ) LOOP
    wrong(found.text);
  END LOOP;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_wrong || ' thing(s) of the new WAREHOUSE.SENSOR_SAMPLES are not as planned, listed above. Nothing has been opened, no row is lost.'
      || ' Run rollback/50_undo_swap_tables.sql.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('proved: ids, layout, constraints, indexes, triggers, foreign keys, grants and policies are as planned');
END;
/

-- 50.14  Opening. This is the last moment at which an undo has nothing to merge.
BEGIN
  DELETE FROM WAREHOUSE.ORAPART_SENSOR_SAMPLES WHERE item IN ('step-50', 'step-50-begun', 'cutover-at');
  INSERT INTO WAREHOUSE.ORAPART_SENSOR_SAMPLES (item, value, noted_at)
  VALUES ('cutover-at', TO_CHAR(SYSDATE, 'YYYY-MM-DD HH24:MI:SS'), SYSTIMESTAMP);
  INSERT INTO WAREHOUSE.ORAPART_SENSOR_SAMPLES (item, value, noted_at)
  VALUES ('step-50', 'done', SYSTIMESTAMP);
  COMMIT;
  EXECUTE IMMEDIATE 'ALTER TABLE WAREHOUSE.SENSOR_SAMPLES READ WRITE';
  DBMS_OUTPUT.PUT_LINE('50: OK, WAREHOUSE.SENSOR_SAMPLES is RANGE INTERVAL NUMTODSINTERVAL(15,''MINUTE'') on TAKEN_AT and open');
END;
/
