WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 20  Copy every row of WAREHOUSE.CUSTOMER_NOTES into WAREHOUSE.CUSTOMER_NOTES_BY_YEAR
-- Table    WAREHOUSE.CUSTOMER_NOTES
-- Why      rows are read AS OF one SCN, so that all chunks show the same moment
-- Locks    exclusive on WAREHOUSE.CUSTOMER_NOTES_BY_YEAR (per chunk, direct path)
-- Needs    EXECUTE ON DBMS_FLASHBACK, another user than the owner: SELECT and FLASHBACK on the
--          source, INSERT ANY TABLE
-- Restart  run again: it goes on where it stopped
-- Undo     rollback/20_undo_data_load.sql: empties WAREHOUSE.CUSTOMER_NOTES_BY_YEAR and forgets the
--          SCN and the chunks, until the cutover (step 50), after its undo again
-- Made by  orapart 0.0.0, plan 59674a40, template core:20_data_load.sql
-- ==============================================================================
PROMPT 20: copy about 640000 rows (824 MB) into WAREHOUSE.CUSTOMER_NOTES_BY_YEAR, about 11 s
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '20 data load');
END;
/

-- Guard.
DECLARE
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM WAREHOUSE.ORAPART_CUSTOMER_NOTES WHERE item = :item'
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
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger WAREHOUSE.ORAPART_CUSTOMER_NOTES does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> '59674a40cfc89c2f2a66a4cfe30229c4ad283dac382d7a429e5ec0aaea82049a' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 59674a40. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-20') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 20 has been done. Nothing was changed. Run the master for the next step.');
  END IF;
  IF noted('step-10') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 10 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('CUSTOMER_NOTES') IS NULL OR table_id('CUSTOMER_NOTES') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: WAREHOUSE.CUSTOMER_NOTES has object id '
      || NVL(table_id('CUSTOMER_NOTES'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('CUSTOMER_NOTES_BY_YEAR') IS NULL OR table_id('CUSTOMER_NOTES_BY_YEAR') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: WAREHOUSE.CUSTOMER_NOTES_BY_YEAR has object id '
      || NVL(table_id('CUSTOMER_NOTES_BY_YEAR'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF noted('interim-stale') = 'yes' THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: WAREHOUSE.CUSTOMER_NOTES_BY_YEAR is the copy of a cutover that was undone.'
      || ' Nothing was changed. Run rollback/master_rollback.sql, then start with master1.sql.');
  END IF;
END;
/

-- 20.1  One SCN for the whole copy, taken when no transaction that touched the table is open any more.
DECLARE
  l_scn   NUMBER;
  l_quiet BOOLEAN;
  l_noted PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_noted FROM WAREHOUSE.ORAPART_CUSTOMER_NOTES WHERE item = 'scn';
  IF l_noted = 0 THEN
    l_quiet := DBMS_UTILITY.WAIT_ON_PENDING_DML(
      tables  => 'WAREHOUSE.CUSTOMER_NOTES',
      timeout => 300,
      scn     => l_scn);
    IF NOT l_quiet THEN
      RAISE_APPLICATION_ERROR(-20405, 'OP405 lock-busy: transactions on WAREHOUSE.CUSTOMER_NOTES have been open for 300 seconds. Nothing was copied.'
        || ' End them (V$TRANSACTION, V$LOCKED_OBJECT), then run this file again.');
    END IF;
    l_scn := DBMS_FLASHBACK.GET_SYSTEM_CHANGE_NUMBER;
    INSERT INTO WAREHOUSE.ORAPART_CUSTOMER_NOTES (item, value, noted_at)
    VALUES ('scn', TO_CHAR(l_scn), SYSTIMESTAMP);
    -- TRUNCATE, MOVE and partition DDL change these numbers: step 50 compares them.
    INSERT INTO WAREHOUSE.ORAPART_CUSTOMER_NOTES (item, value, noted_at)
    SELECT 'source-segments', COUNT(*) || ' ' || SUM(data_object_id), SYSTIMESTAMP
      FROM all_objects
     WHERE owner = 'WAREHOUSE'
       AND object_name = 'CUSTOMER_NOTES'
       AND object_type LIKE 'TABLE%';
    COMMIT;
  END IF;
END;
/

-- 20.2  The load, in one piece. A chunk and its line in the ledger are one transaction: run again, finished chunks are passed over.
ALTER SESSION ENABLE PARALLEL DML;
BEGIN
  FOR found IN (SELECT privilege FROM session_privs WHERE privilege = 'RESUMABLE') LOOP
    EXECUTE IMMEDIATE 'ALTER SESSION ENABLE RESUMABLE TIMEOUT 7200 NAME ''orapart 20''';
  END LOOP;
END;
/
DECLARE
  l_scn  NUMBER;
  l_rows NUMBER;
  l_done PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_done FROM WAREHOUSE.ORAPART_CUSTOMER_NOTES WHERE item = 'chunk-all';
  IF l_done = 0 THEN
    SELECT TO_NUMBER(value) INTO l_scn FROM WAREHOUSE.ORAPART_CUSTOMER_NOTES WHERE item = 'scn';
    INSERT /*+ APPEND PARALLEL(i, 2) PQ_DISTRIBUTE(i PARTITION) */ INTO WAREHOUSE.CUSTOMER_NOTES_BY_YEAR i (
       NOTE_ID,
       REGION,
       WRITTEN_ON,
       BODY
    )
    SELECT /*+ PARALLEL(t, 2) */
       t.NOTE_ID,
       t.REGION,
       t.WRITTEN_ON,
       t.BODY
      FROM WAREHOUSE.CUSTOMER_NOTES AS OF SCN l_scn t;
    l_rows := SQL%ROWCOUNT;
    INSERT INTO WAREHOUSE.ORAPART_CUSTOMER_NOTES (item, value, noted_at)
    VALUES ('chunk-all', TO_CHAR(l_rows), SYSTIMESTAMP);
    COMMIT;
    DBMS_OUTPUT.PUT_LINE('copied: ' || l_rows || ' rows');
  END IF;
END;
/
ALTER SESSION DISABLE PARALLEL DML;
BEGIN
  FOR found IN (SELECT privilege FROM session_privs WHERE privilege = 'RESUMABLE') LOOP
    EXECUTE IMMEDIATE 'ALTER SESSION DISABLE RESUMABLE';
  END LOOP;
END;
/

-- 20.3  Comparison of every row AS OF the SCN: left out, the config says validate_data false.
PROMPT 20: rows are counted only, the config says validate_data false

-- Proof: as many rows as the source had at that SCN.
DECLARE
  l_scn    NUMBER;
  l_source NUMBER;
  l_copied NUMBER;
BEGIN
  SELECT TO_NUMBER(value) INTO l_scn FROM WAREHOUSE.ORAPART_CUSTOMER_NOTES WHERE item = 'scn';
  SELECT COUNT(*) INTO l_source FROM WAREHOUSE.CUSTOMER_NOTES AS OF SCN l_scn;
  SELECT COUNT(*) INTO l_copied FROM WAREHOUSE.CUSTOMER_NOTES_BY_YEAR;
  IF l_source <> l_copied THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: WAREHOUSE.CUSTOMER_NOTES has ' || l_source || ' rows, WAREHOUSE.CUSTOMER_NOTES_BY_YEAR ' || l_copied
      || '. Run rollback/20_undo_data_load.sql, then this file.');
  END IF;
  DELETE FROM WAREHOUSE.ORAPART_CUSTOMER_NOTES WHERE item = 'step-20';
  INSERT INTO WAREHOUSE.ORAPART_CUSTOMER_NOTES (item, value, noted_at)
  VALUES ('step-20', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('20: OK, every row of WAREHOUSE.CUSTOMER_NOTES is in WAREHOUSE.CUSTOMER_NOTES_BY_YEAR');
END;
/
