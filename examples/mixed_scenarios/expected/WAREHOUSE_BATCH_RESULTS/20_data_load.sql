WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 20  Copy every row of WAREHOUSE.BATCH_RESULTS into WAREHOUSE.BATCH_RESULTS_INT
-- Table    WAREHOUSE.BATCH_RESULTS
-- Why      rows are read AS OF one SCN, so that all chunks show the same moment
-- Locks    exclusive on WAREHOUSE.BATCH_RESULTS_INT (per chunk, direct path)
-- Needs    EXECUTE ON DBMS_FLASHBACK, another user than the owner: SELECT and FLASHBACK on the
--          source, INSERT ANY TABLE
-- Restart  run again: it goes on where it stopped
-- Undo     rollback/20_undo_data_load.sql: empties WAREHOUSE.BATCH_RESULTS_INT and forgets the SCN
--          and the chunks, until the cutover (step 50), after its undo again
-- Made by  orapart 0.0.0, plan 528e11b5, template core:20_data_load.sql
-- ==============================================================================
PROMPT 20: copy about 4800000 rows (248 MB) into WAREHOUSE.BATCH_RESULTS_INT, about 7 s
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
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM WAREHOUSE.ORAPART_BATCH_RESULTS WHERE item = :item'
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
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger WAREHOUSE.ORAPART_BATCH_RESULTS does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> '528e11b55e0bc7846525d2d5a480c0b53a3fed8c66cbee856bc47bd693c74874' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 528e11b5. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-20') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 20 has been done. Nothing was changed. Run the master for the next step.');
  END IF;
  IF noted('step-10') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 10 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('BATCH_RESULTS') IS NULL OR table_id('BATCH_RESULTS') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: WAREHOUSE.BATCH_RESULTS has object id '
      || NVL(table_id('BATCH_RESULTS'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('BATCH_RESULTS_INT') IS NULL OR table_id('BATCH_RESULTS_INT') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: WAREHOUSE.BATCH_RESULTS_INT has object id '
      || NVL(table_id('BATCH_RESULTS_INT'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF noted('interim-stale') = 'yes' THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: WAREHOUSE.BATCH_RESULTS_INT is the copy of a cutover that was undone.'
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
  SELECT COUNT(*) INTO l_noted FROM WAREHOUSE.ORAPART_BATCH_RESULTS WHERE item = 'scn';
  IF l_noted = 0 THEN
    l_quiet := DBMS_UTILITY.WAIT_ON_PENDING_DML(
      tables  => 'WAREHOUSE.BATCH_RESULTS',
      timeout => 300,
      scn     => l_scn);
    IF NOT l_quiet THEN
      RAISE_APPLICATION_ERROR(-20405, 'OP405 lock-busy: transactions on WAREHOUSE.BATCH_RESULTS have been open for 300 seconds. Nothing was copied.'
        || ' End them (V$TRANSACTION, V$LOCKED_OBJECT), then run this file again.');
    END IF;
    l_scn := DBMS_FLASHBACK.GET_SYSTEM_CHANGE_NUMBER;
    INSERT INTO WAREHOUSE.ORAPART_BATCH_RESULTS (item, value, noted_at)
    VALUES ('scn', TO_CHAR(l_scn), SYSTIMESTAMP);
    -- TRUNCATE, MOVE and partition DDL change these numbers: step 50 compares them.
    INSERT INTO WAREHOUSE.ORAPART_BATCH_RESULTS (item, value, noted_at)
    SELECT 'source-segments', COUNT(*) || ' ' || SUM(data_object_id), SYSTIMESTAMP
      FROM all_objects
     WHERE owner = 'WAREHOUSE'
       AND object_name = 'BATCH_RESULTS'
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
  SELECT COUNT(*) INTO l_done FROM WAREHOUSE.ORAPART_BATCH_RESULTS WHERE item = 'chunk-all';
  IF l_done = 0 THEN
    SELECT TO_NUMBER(value) INTO l_scn FROM WAREHOUSE.ORAPART_BATCH_RESULTS WHERE item = 'scn';
    INSERT /*+ APPEND PARALLEL(i, 4) PQ_DISTRIBUTE(i PARTITION) */ INTO WAREHOUSE.BATCH_RESULTS_INT i (
       BATCH_ID,
       LINE_ID,
       RESULT
    )
    SELECT /*+ PARALLEL(t, 4) */
       t.BATCH_ID,
       t.LINE_ID,
       t.RESULT
      FROM WAREHOUSE.BATCH_RESULTS AS OF SCN l_scn t;
    l_rows := SQL%ROWCOUNT;
    INSERT INTO WAREHOUSE.ORAPART_BATCH_RESULTS (item, value, noted_at)
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

-- 20.3  Comparison of every row AS OF the SCN.
DECLARE
  l_scn         NUMBER;
  l_differences PLS_INTEGER := 0;
BEGIN
  SELECT TO_NUMBER(value)
    INTO l_scn
    FROM WAREHOUSE.ORAPART_BATCH_RESULTS
   WHERE item = 'scn';
  FOR difference IN (
    SELECT slot, SUM(side) AS rows_more
      FROM (
            SELECT /*+ PARALLEL(t, 4) */ 1 AS side,
                   FLOOR(t.BATCH_ID / 100000) AS slot,
                   TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
                        RAWTOHEX(STANDARD_HASH(t.BATCH_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.LINE_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.RESULT, 'MD5'))
                   , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX') AS row_hash
              FROM WAREHOUSE.BATCH_RESULTS AS OF SCN l_scn t
            UNION ALL
            SELECT /*+ PARALLEL(t, 4) */ -1 AS side,
                   FLOOR(t.BATCH_ID / 100000) AS slot,
                   TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
                        RAWTOHEX(STANDARD_HASH(t.BATCH_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.LINE_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.RESULT, 'MD5'))
                   , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX') AS row_hash
              FROM WAREHOUSE.BATCH_RESULTS_INT t
           )
     GROUP BY slot
    HAVING SUM(side) <> 0 OR SUM(side * row_hash) <> 0
     ORDER BY slot
  ) LOOP
    l_differences := l_differences + 1;
    IF l_differences <= 20 THEN
      DBMS_OUTPUT.PUT_LINE('differs: interval ' || difference.slot
        || ', rows more in BATCH_RESULTS: ' || difference.rows_more);
    END IF;
  END LOOP;
  IF l_differences > 0 THEN
    RAISE_APPLICATION_ERROR(-20601, 'OP601 rows-differ: ' || l_differences || ' part(s) of WAREHOUSE.BATCH_RESULTS and WAREHOUSE.BATCH_RESULTS_INT differ; the first 20 are listed above.'
      || ' The copy is not right. Run rollback/20_undo_data_load.sql, then this file.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('equal: WAREHOUSE.BATCH_RESULTS and WAREHOUSE.BATCH_RESULTS_INT, every row, 3 columns');
END;
/

-- Proof: as many rows as the source had at that SCN.
DECLARE
  l_scn    NUMBER;
  l_source NUMBER;
  l_copied NUMBER;
BEGIN
  SELECT TO_NUMBER(value) INTO l_scn FROM WAREHOUSE.ORAPART_BATCH_RESULTS WHERE item = 'scn';
  SELECT COUNT(*) INTO l_source FROM WAREHOUSE.BATCH_RESULTS AS OF SCN l_scn;
  SELECT COUNT(*) INTO l_copied FROM WAREHOUSE.BATCH_RESULTS_INT;
  IF l_source <> l_copied THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: WAREHOUSE.BATCH_RESULTS has ' || l_source || ' rows, WAREHOUSE.BATCH_RESULTS_INT ' || l_copied
      || '. Run rollback/20_undo_data_load.sql, then this file.');
  END IF;
  DELETE FROM WAREHOUSE.ORAPART_BATCH_RESULTS WHERE item = 'step-20';
  INSERT INTO WAREHOUSE.ORAPART_BATCH_RESULTS (item, value, noted_at)
  VALUES ('step-20', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('20: OK, every row of WAREHOUSE.BATCH_RESULTS is in WAREHOUSE.BATCH_RESULTS_INT');
END;
/
