WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 30  Indexes, keys, foreign keys and triggers of WAREHOUSE.SENSOR_SAMPLES_INT
-- Table    WAREHOUSE.SENSOR_SAMPLES
-- Why      built after the load they cost one scan each, and direct path needs a table without
--          triggers and foreign keys
-- Locks    exclusive on WAREHOUSE.SENSOR_SAMPLES_INT (per index build)
-- Needs    owner, or CREATE ANY INDEX, ALTER ANY TABLE, CREATE ANY TRIGGER, TEMP for the sorts
-- Restart  run again: it goes on where it stopped
-- Undo     rollback/30_undo_create_indexes.sql: drops triggers, keys, foreign keys and indexes of
--          WAREHOUSE.SENSOR_SAMPLES_INT, until the cutover (step 50), after its undo again
-- Made by  orapart 0.0.0, plan 4c2e1c11, template core:30_create_indexes.sql
-- ==============================================================================
PROMPT 30: 1 indexes and 0 constraints on WAREHOUSE.SENSOR_SAMPLES_INT, about 1 min 42 s
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '30 create indexes');
END;
/

-- Guard.
DECLARE
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
BEGIN
  IF noted('plan') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger WAREHOUSE.ORAPART_SENSOR_SAMPLES does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> '4c2e1c116d7d436018134e4d75e47ea07ca445f7ac6fcaa96523c6f15534efb6' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 4c2e1c11. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-30') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 30 has been done. Nothing was changed. Run the master for the next step.');
  END IF;
  IF noted('step-20') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 20 is not done. Nothing was changed. Run the master, which goes in order.');
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
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;

BEGIN
  FOR found IN (SELECT privilege FROM session_privs WHERE privilege = 'RESUMABLE') LOOP
    EXECUTE IMMEDIATE 'ALTER SESSION ENABLE RESUMABLE TIMEOUT 7200 NAME ''orapart 30''';
  END LOOP;
END;
/
-- 30.1  Indexes under interim names. One that stands from an earlier run is passed over: a build that failed leaves nothing behind.
-- Index    SENSOR_SAMPLES_SENSOR_IX is LOCAL: its key contains the partition key TAKEN_AT, so
--          queries read few partitions
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'WAREHOUSE' AND index_name = 'SENSOR_SAMPLES_SENSOR_IX_INT'
     AND table_owner = 'WAREHOUSE' AND table_name = 'SENSOR_SAMPLES_INT';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 1 of 1');
    EXECUTE IMMEDIATE q'~CREATE INDEX WAREHOUSE.SENSOR_SAMPLES_SENSOR_IX_INT
  ON WAREHOUSE.SENSOR_SAMPLES_INT (SENSOR_ID, TAKEN_AT)
  LOCAL
  PCTFREE 10
  INITRANS 2
  TABLESPACE USERS
  NOLOGGING
  PARALLEL 2~';
  END IF;
END;
/
BEGIN
  FOR found IN (SELECT privilege FROM session_privs WHERE privilege = 'RESUMABLE') LOOP
    EXECUTE IMMEDIATE 'ALTER SESSION DISABLE RESUMABLE';
  END LOOP;
END;
/



-- 30.4  The degree of the build goes back to that of the original index, logging is switched on again where the original logs.
ALTER INDEX WAREHOUSE.SENSOR_SAMPLES_SENSOR_IX_INT NOPARALLEL;
ALTER INDEX WAREHOUSE.SENSOR_SAMPLES_SENSOR_IX_INT LOGGING;
ALTER INDEX WAREHOUSE.SENSOR_SAMPLES_SENSOR_IX_INT MODIFY DEFAULT ATTRIBUTES LOGGING;
ALTER TABLE WAREHOUSE.SENSOR_SAMPLES_INT MODIFY DEFAULT ATTRIBUTES LOGGING;
DECLARE
  TYPE t_names IS TABLE OF VARCHAR2(128);
  l_names t_names;
BEGIN
  SELECT partition_name
    BULK COLLECT INTO l_names
    FROM all_tab_partitions
   WHERE table_owner = 'WAREHOUSE'
     AND table_name = 'SENSOR_SAMPLES_INT';
  FOR place IN 1 .. l_names.COUNT LOOP
    EXECUTE IMMEDIATE 'ALTER TABLE WAREHOUSE.SENSOR_SAMPLES_INT MODIFY PARTITION '
      || DBMS_ASSERT.ENQUOTE_NAME(l_names(place), FALSE) || ' LOGGING';
  END LOOP;
END;
/

-- Proof: every index stands and is usable, every constraint has its state, every trigger compiled.
DECLARE
  l_wrong PLS_INTEGER := 0;
  PROCEDURE wrong (p_text IN VARCHAR2) IS
  BEGIN
    l_wrong := l_wrong + 1;
    DBMS_OUTPUT.PUT_LINE('not as planned: ' || p_text);
  END wrong;
BEGIN
  FOR found IN (
    SELECT index_name || ' is ' || status AS text
      FROM all_indexes
     WHERE table_owner = 'WAREHOUSE'
       AND table_name = 'SENSOR_SAMPLES_INT'
       AND status = 'UNUSABLE'
    UNION ALL
    SELECT p.index_name || ', partition ' || p.partition_name || ' is ' || p.status
      FROM all_ind_partitions p
      JOIN all_indexes i ON i.owner = p.index_owner AND i.index_name = p.index_name
     WHERE i.table_owner = 'WAREHOUSE'
       AND i.table_name = 'SENSOR_SAMPLES_INT'
       AND p.status = 'UNUSABLE'
    UNION ALL
    SELECT s.index_name || ', subpartition ' || s.subpartition_name || ' is ' || s.status
      FROM all_ind_subpartitions s
      JOIN all_indexes i ON i.owner = s.index_owner AND i.index_name = s.index_name
     WHERE i.table_owner = 'WAREHOUSE'
       AND i.table_name = 'SENSOR_SAMPLES_INT'
       AND s.status = 'UNUSABLE'
    UNION ALL
    SELECT 'trigger ' || t.owner || '.' || t.trigger_name || ' does not compile (ALL_ERRORS says why)'
      FROM all_triggers t
      JOIN all_objects o ON o.owner = t.owner AND o.object_name = t.trigger_name AND o.object_type = 'TRIGGER'
     WHERE t.table_owner = 'WAREHOUSE'
       AND t.table_name = 'SENSOR_SAMPLES_INT'
       AND o.status <> 'VALID'
    UNION ALL
    SELECT 'indexes: ' || COUNT(*) || ' stand, 1 are planned'
      FROM all_indexes
     WHERE table_owner = 'WAREHOUSE'
       AND table_name = 'SENSOR_SAMPLES_INT'
       AND index_type <> 'LOB'
    HAVING COUNT(*) <> 1
    UNION ALL
    SELECT 'partition ' || partition_name || ' is NOLOGGING'
      FROM all_tab_partitions
     WHERE table_owner = 'WAREHOUSE'
       AND table_name = 'SENSOR_SAMPLES_INT'
       AND logging = 'NO'
    UNION ALL
    SELECT 'subpartition ' || subpartition_name || ' is NOLOGGING'
      FROM all_tab_subpartitions
     WHERE table_owner = 'WAREHOUSE'
       AND table_name = 'SENSOR_SAMPLES_INT'
       AND logging = 'NO'
    UNION ALL
    SELECT 'index ' || i.index_name || ' is NOLOGGING'
      FROM all_indexes i
     WHERE i.table_owner = 'WAREHOUSE'
       AND i.table_name = 'SENSOR_SAMPLES_INT'
       AND i.index_name IN ('SENSOR_SAMPLES_SENSOR_IX_INT')
       AND (i.logging = 'NO'
            OR EXISTS (SELECT 1 FROM all_ind_partitions p
                        WHERE p.index_owner = i.owner AND p.index_name = i.index_name AND p.logging = 'NO')
            OR EXISTS (SELECT 1 FROM all_ind_subpartitions s
                        WHERE s.index_owner = i.owner AND s.index_name = i.index_name AND s.logging = 'NO'))

  ) LOOP
    wrong(found.text);
  END LOOP;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_wrong || ' thing(s) on WAREHOUSE.SENSOR_SAMPLES_INT are not as planned, listed above.'
      || ' Mend them and run this file again, or run rollback/30_undo_create_indexes.sql.');
  END IF;
  DELETE FROM WAREHOUSE.ORAPART_SENSOR_SAMPLES WHERE item = 'step-30';
  INSERT INTO WAREHOUSE.ORAPART_SENSOR_SAMPLES (item, value, noted_at)
  VALUES ('step-30', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('30: OK, indexes, constraints and triggers of WAREHOUSE.SENSOR_SAMPLES_INT stand');
END;
/
