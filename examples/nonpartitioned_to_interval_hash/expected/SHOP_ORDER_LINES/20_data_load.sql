WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 20  Copy every row of SHOP.ORDER_LINES into SHOP.ORDER_LINES_INT
-- Table    SHOP.ORDER_LINES
-- Why      rows are read AS OF one SCN, so that all chunks show the same moment
-- Locks    exclusive on SHOP.ORDER_LINES_INT (per chunk, direct path)
-- Needs    EXECUTE ON DBMS_FLASHBACK, another user than the owner: SELECT and FLASHBACK on the
--          source, INSERT ANY TABLE
-- Restart  run again: it goes on where it stopped
-- Undo     rollback/20_undo_data_load.sql: empties SHOP.ORDER_LINES_INT and forgets the SCN and the
--          chunks, until the cutover (step 50), after its undo again
-- Made by  orapart 0.0.0, plan f0b6bb88, template core:20_data_load.sql
-- ==============================================================================
PROMPT 20: copy about 1000000000 rows (43.4 GB) into SHOP.ORDER_LINES_INT, about 5 min 6 s
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
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM SHOP.ORAPART_ORDER_LINES WHERE item = :item'
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
     WHERE owner = 'SHOP' AND object_name = p_name AND object_type = 'TABLE';
    RETURN l_id;
  END table_id;
BEGIN
  IF noted('plan') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger SHOP.ORAPART_ORDER_LINES does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> 'f0b6bb888c7bb83a8e7065144dbf243462e5c52acfbebaea3bac8bb82b92594a' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan f0b6bb88. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-20') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 20 has been done. Nothing was changed. Run the master for the next step.');
  END IF;
  IF noted('step-10') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 10 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('ORDER_LINES') IS NULL OR table_id('ORDER_LINES') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: SHOP.ORDER_LINES has object id '
      || NVL(table_id('ORDER_LINES'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('ORDER_LINES_INT') IS NULL OR table_id('ORDER_LINES_INT') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: SHOP.ORDER_LINES_INT has object id '
      || NVL(table_id('ORDER_LINES_INT'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF noted('interim-stale') = 'yes' THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: SHOP.ORDER_LINES_INT is the copy of a cutover that was undone.'
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
  SELECT COUNT(*) INTO l_noted FROM SHOP.ORAPART_ORDER_LINES WHERE item = 'scn';
  IF l_noted = 0 THEN
    l_quiet := DBMS_UTILITY.WAIT_ON_PENDING_DML(
      tables  => 'SHOP.ORDER_LINES',
      timeout => 300,
      scn     => l_scn);
    IF NOT l_quiet THEN
      RAISE_APPLICATION_ERROR(-20405, 'OP405 lock-busy: transactions on SHOP.ORDER_LINES have been open for 300 seconds. Nothing was copied.'
        || ' End them (V$TRANSACTION, V$LOCKED_OBJECT), then run this file again.');
    END IF;
    l_scn := DBMS_FLASHBACK.GET_SYSTEM_CHANGE_NUMBER;
    INSERT INTO SHOP.ORAPART_ORDER_LINES (item, value, noted_at)
    VALUES ('scn', TO_CHAR(l_scn), SYSTIMESTAMP);
    -- TRUNCATE, MOVE and partition DDL change these numbers: step 50 compares them.
    INSERT INTO SHOP.ORAPART_ORDER_LINES (item, value, noted_at)
    SELECT 'source-segments', COUNT(*) || ' ' || SUM(data_object_id), SYSTIMESTAMP
      FROM all_objects
     WHERE owner = 'SHOP'
       AND object_name = 'ORDER_LINES'
       AND object_type LIKE 'TABLE%';
    COMMIT;
  END IF;
END;
/

-- 20.2  The load, in chunks of ROWID ranges. A chunk and its line in the ledger are one transaction: run again, finished chunks are passed over.
ALTER SESSION ENABLE PARALLEL DML;
BEGIN
  FOR found IN (SELECT privilege FROM session_privs WHERE privilege = 'RESUMABLE') LOOP
    EXECUTE IMMEDIATE 'ALTER SESSION ENABLE RESUMABLE TIMEOUT 7200 NAME ''orapart 20''';
  END LOOP;
END;
/
-- The table is cut once, and the cuts are kept in the ledger: whoever goes on later finds the same chunks.
DECLARE
  l_task CONSTANT VARCHAR2(128) := 'ORAPART_ORDER_LINES';
  l_cut  PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_cut FROM SHOP.ORAPART_ORDER_LINES WHERE item = 'ranges';
  IF l_cut = 0 THEN
    FOR stale IN (SELECT task_name FROM user_parallel_execute_tasks WHERE task_name = l_task) LOOP
      DBMS_PARALLEL_EXECUTE.DROP_TASK(stale.task_name);
    END LOOP;
    DBMS_PARALLEL_EXECUTE.CREATE_TASK(l_task);
    DBMS_PARALLEL_EXECUTE.CREATE_CHUNKS_BY_ROWID(
      task_name   => l_task,
      table_owner => 'SHOP',
      table_name  => 'ORDER_LINES',
      by_row      => TRUE,
      chunk_size  => 25000000);
    INSERT INTO SHOP.ORAPART_ORDER_LINES (item, value, noted_at)
    SELECT 'range-' || ROWIDTOCHAR(start_rowid), ROWIDTOCHAR(end_rowid), SYSTIMESTAMP
      FROM user_parallel_execute_chunks
     WHERE task_name = l_task;
    INSERT INTO SHOP.ORAPART_ORDER_LINES (item, value, noted_at)
    VALUES ('ranges', 'cut', SYSTIMESTAMP);
    COMMIT;
    DBMS_PARALLEL_EXECUTE.DROP_TASK(l_task);
  END IF;
END;
/
DECLARE
  TYPE t_rowids IS TABLE OF ROWID;
  l_first t_rowids;
  l_last  t_rowids;
  l_scn   NUMBER;
  l_rows  NUMBER;
  l_done  PLS_INTEGER;
BEGIN
  SELECT TO_NUMBER(value) INTO l_scn FROM SHOP.ORAPART_ORDER_LINES WHERE item = 'scn';
  SELECT CHARTOROWID(SUBSTR(item, 7)), CHARTOROWID(value)
    BULK COLLECT INTO l_first, l_last
    FROM SHOP.ORAPART_ORDER_LINES
   WHERE item LIKE 'range-%'
   ORDER BY item;
  FOR place IN 1 .. l_first.COUNT LOOP
    SELECT COUNT(*) INTO l_done FROM SHOP.ORAPART_ORDER_LINES WHERE item = 'chunk-' || ROWIDTOCHAR(l_first(place));
    IF l_done = 0 THEN
      DBMS_APPLICATION_INFO.SET_ACTION('20 chunk ' || place || ' of ' || l_first.COUNT);
      INSERT /*+ APPEND PARALLEL(i, 16) PQ_DISTRIBUTE(i PARTITION) */ INTO SHOP.ORDER_LINES_INT i (
         ORDER_ID,
         LINE_NO,
         CREATED_AT,
         PRODUCT_ID,
         QUANTITY,
         PRICE,
         REMARK
      )
      SELECT /*+ PARALLEL(t, 16) */
         t.ORDER_ID,
         t.LINE_NO,
         t.CREATED_AT,
         t.PRODUCT_ID,
         t.QUANTITY,
         t.PRICE,
         t.REMARK
        FROM SHOP.ORDER_LINES AS OF SCN l_scn t
       WHERE t.ROWID BETWEEN l_first(place) AND l_last(place);
      l_rows := SQL%ROWCOUNT;
      INSERT INTO SHOP.ORAPART_ORDER_LINES (item, value, noted_at)
      VALUES ('chunk-' || ROWIDTOCHAR(l_first(place)), TO_CHAR(l_rows), SYSTIMESTAMP);
      COMMIT;
    END IF;
  END LOOP;
  DBMS_OUTPUT.PUT_LINE('copied: ' || l_first.COUNT || ' chunks');
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
    FROM SHOP.ORAPART_ORDER_LINES
   WHERE item = 'scn';
  FOR difference IN (
    SELECT slot, SUM(side) AS rows_more
      FROM (
            SELECT /*+ PARALLEL(t, 16) */ 1 AS side,
                   TO_CHAR(TRUNC(t.CREATED_AT, 'DD'), 'YYYY-MM-DD') AS slot,
                   TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
                        RAWTOHEX(STANDARD_HASH(t.ORDER_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.LINE_NO, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CREATED_AT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.PRODUCT_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.QUANTITY, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.PRICE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.REMARK, 'MD5'))
                   , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX') AS row_hash
              FROM SHOP.ORDER_LINES AS OF SCN l_scn t
            UNION ALL
            SELECT /*+ PARALLEL(t, 16) */ -1 AS side,
                   TO_CHAR(TRUNC(t.CREATED_AT, 'DD'), 'YYYY-MM-DD') AS slot,
                   TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
                        RAWTOHEX(STANDARD_HASH(t.ORDER_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.LINE_NO, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CREATED_AT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.PRODUCT_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.QUANTITY, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.PRICE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.REMARK, 'MD5'))
                   , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX') AS row_hash
              FROM SHOP.ORDER_LINES_INT t
           )
     GROUP BY slot
    HAVING SUM(side) <> 0 OR SUM(side * row_hash) <> 0
     ORDER BY slot
  ) LOOP
    l_differences := l_differences + 1;
    IF l_differences <= 20 THEN
      DBMS_OUTPUT.PUT_LINE('differs: day ' || difference.slot
        || ', rows more in ORDER_LINES: ' || difference.rows_more);
    END IF;
  END LOOP;
  IF l_differences > 0 THEN
    RAISE_APPLICATION_ERROR(-20601, 'OP601 rows-differ: ' || l_differences || ' part(s) of SHOP.ORDER_LINES and SHOP.ORDER_LINES_INT differ; the first 20 are listed above.'
      || ' The copy is not right. Run rollback/20_undo_data_load.sql, then this file.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('equal: SHOP.ORDER_LINES and SHOP.ORDER_LINES_INT, every row, 7 columns');
END;
/

-- Proof: as many rows as the source had at that SCN.
DECLARE
  l_scn    NUMBER;
  l_source NUMBER;
  l_copied NUMBER;
BEGIN
  SELECT TO_NUMBER(value) INTO l_scn FROM SHOP.ORAPART_ORDER_LINES WHERE item = 'scn';
  SELECT COUNT(*) INTO l_source FROM SHOP.ORDER_LINES AS OF SCN l_scn;
  SELECT COUNT(*) INTO l_copied FROM SHOP.ORDER_LINES_INT;
  IF l_source <> l_copied THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: SHOP.ORDER_LINES has ' || l_source || ' rows, SHOP.ORDER_LINES_INT ' || l_copied
      || '. Run rollback/20_undo_data_load.sql, then this file.');
  END IF;
  DELETE FROM SHOP.ORAPART_ORDER_LINES WHERE item = 'step-20';
  INSERT INTO SHOP.ORAPART_ORDER_LINES (item, value, noted_at)
  VALUES ('step-20', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('20: OK, every row of SHOP.ORDER_LINES is in SHOP.ORDER_LINES_INT');
END;
/
