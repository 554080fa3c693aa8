WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 20  Copy every row of BILLING.PAYMENTS into BILLING.PAYMENTS_INT
-- Table    BILLING.PAYMENTS
-- Why      rows are read AS OF one SCN, so that all chunks show the same moment
-- Locks    exclusive on BILLING.PAYMENTS_INT (per chunk, direct path)
-- Needs    EXECUTE ON DBMS_FLASHBACK, another user than the owner: SELECT and FLASHBACK on the
--          source, INSERT ANY TABLE
-- Restart  run again: it goes on where it stopped
-- Undo     rollback/20_undo_data_load.sql: empties BILLING.PAYMENTS_INT and forgets the SCN and the
--          chunks, until the cutover (step 50), after its undo again
-- Made by  orapart 0.0.0, plan 7554e637, template core:20_data_load.sql
-- ==============================================================================
PROMPT 20: copy about 80000000 rows (10.4 GB) into BILLING.PAYMENTS_INT, about 2 min 27 s
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
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM BILLING.ORAPART_PAYMENTS WHERE item = :item'
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
BEGIN
  IF noted('plan') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger BILLING.ORAPART_PAYMENTS does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> '7554e637c79b79bc1173695696725a7a94bf7b1748947d64c10aec812b9880be' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 7554e637. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-20') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 20 has been done. Nothing was changed. Run the master for the next step.');
  END IF;
  IF noted('step-10') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 10 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('PAYMENTS') IS NULL OR table_id('PAYMENTS') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: BILLING.PAYMENTS has object id '
      || NVL(table_id('PAYMENTS'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('PAYMENTS_INT') IS NULL OR table_id('PAYMENTS_INT') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: BILLING.PAYMENTS_INT has object id '
      || NVL(table_id('PAYMENTS_INT'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF noted('interim-stale') = 'yes' THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: BILLING.PAYMENTS_INT is the copy of a cutover that was undone.'
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
  SELECT COUNT(*) INTO l_noted FROM BILLING.ORAPART_PAYMENTS WHERE item = 'scn';
  IF l_noted = 0 THEN
    l_quiet := DBMS_UTILITY.WAIT_ON_PENDING_DML(
      tables  => 'BILLING.PAYMENTS',
      timeout => 300,
      scn     => l_scn);
    IF NOT l_quiet THEN
      RAISE_APPLICATION_ERROR(-20405, 'OP405 lock-busy: transactions on BILLING.PAYMENTS have been open for 300 seconds. Nothing was copied.'
        || ' End them (V$TRANSACTION, V$LOCKED_OBJECT), then run this file again.');
    END IF;
    l_scn := DBMS_FLASHBACK.GET_SYSTEM_CHANGE_NUMBER;
    INSERT INTO BILLING.ORAPART_PAYMENTS (item, value, noted_at)
    VALUES ('scn', TO_CHAR(l_scn), SYSTIMESTAMP);
    -- TRUNCATE, MOVE and partition DDL change these numbers: step 50 compares them.
    INSERT INTO BILLING.ORAPART_PAYMENTS (item, value, noted_at)
    SELECT 'source-segments', COUNT(*) || ' ' || SUM(data_object_id), SYSTIMESTAMP
      FROM all_objects
     WHERE owner = 'BILLING'
       AND object_name = 'PAYMENTS'
       AND object_type LIKE 'TABLE%';
    COMMIT;
  END IF;
END;
/

-- 20.2  The load, one chunk per partition of the source. A chunk and its line in the ledger are one transaction: run again, finished chunks are passed over.
ALTER SESSION ENABLE PARALLEL DML;
BEGIN
  FOR found IN (SELECT privilege FROM session_privs WHERE privilege = 'RESUMABLE') LOOP
    EXECUTE IMMEDIATE 'ALTER SESSION ENABLE RESUMABLE TIMEOUT 7200 NAME ''orapart 20''';
  END LOOP;
END;
/
DECLARE
  TYPE t_names IS TABLE OF VARCHAR2(128);
  l_names t_names;
  l_scn   NUMBER;
  l_rows  NUMBER;
  l_done  PLS_INTEGER;
BEGIN
  SELECT TO_NUMBER(value) INTO l_scn FROM BILLING.ORAPART_PAYMENTS WHERE item = 'scn';
  SELECT partition_name
    BULK COLLECT INTO l_names
    FROM all_tab_partitions
   WHERE table_owner = 'BILLING'
     AND table_name = 'PAYMENTS'
   ORDER BY partition_position;
  FOR place IN 1 .. l_names.COUNT LOOP
    SELECT COUNT(*) INTO l_done FROM BILLING.ORAPART_PAYMENTS WHERE item = 'chunk-' || l_names(place);
    IF l_done = 0 THEN
      DBMS_APPLICATION_INFO.SET_ACTION('20 partition ' || place || ' of ' || l_names.COUNT);
      EXECUTE IMMEDIATE q'~INSERT /*+ APPEND PARALLEL(i, 8) PQ_DISTRIBUTE(i PARTITION) */ INTO BILLING.PAYMENTS_INT i (
  PAYMENT_ID,
  CUSTOMER_ID,
  PAID_AT,
  METHOD,
  AMOUNT,
  REFERENCE
)
SELECT /*+ PARALLEL(t, 8) */
  t.PAYMENT_ID,
  t.CUSTOMER_ID,
  t.PAID_AT,
  t.METHOD,
  t.AMOUNT,
  t.REFERENCE
  FROM BILLING.PAYMENTS PARTITION (~'
        || DBMS_ASSERT.ENQUOTE_NAME(l_names(place), FALSE)
        || ') AS OF SCN :scn t' USING l_scn;
      l_rows := SQL%ROWCOUNT;
      INSERT INTO BILLING.ORAPART_PAYMENTS (item, value, noted_at)
      VALUES ('chunk-' || l_names(place), TO_CHAR(l_rows), SYSTIMESTAMP);
      COMMIT;
      DBMS_OUTPUT.PUT_LINE('copied: partition ' || l_names(place) || ', ' || l_rows || ' rows');
    END IF;
  END LOOP;
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
    FROM BILLING.ORAPART_PAYMENTS
   WHERE item = 'scn';
  FOR difference IN (
    SELECT slot, SUM(side) AS rows_more
      FROM (
            SELECT /*+ PARALLEL(t, 8) */ 1 AS side,
                   TO_CHAR(TRUNC(t.PAID_AT, 'MM'), 'YYYY-MM-DD') AS slot,
                   TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
                        RAWTOHEX(STANDARD_HASH(t.PAYMENT_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CUSTOMER_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.PAID_AT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.METHOD, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.AMOUNT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.REFERENCE, 'MD5'))
                   , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX') AS row_hash
              FROM BILLING.PAYMENTS AS OF SCN l_scn t
            UNION ALL
            SELECT /*+ PARALLEL(t, 8) */ -1 AS side,
                   TO_CHAR(TRUNC(t.PAID_AT, 'MM'), 'YYYY-MM-DD') AS slot,
                   TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
                        RAWTOHEX(STANDARD_HASH(t.PAYMENT_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CUSTOMER_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.PAID_AT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.METHOD, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.AMOUNT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.REFERENCE, 'MD5'))
                   , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX') AS row_hash
              FROM BILLING.PAYMENTS_INT t
           )
     GROUP BY slot
    HAVING SUM(side) <> 0 OR SUM(side * row_hash) <> 0
     ORDER BY slot
  ) LOOP
    l_differences := l_differences + 1;
    IF l_differences <= 20 THEN
      DBMS_OUTPUT.PUT_LINE('differs: month from ' || difference.slot
        || ', rows more in PAYMENTS: ' || difference.rows_more);
    END IF;
  END LOOP;
  IF l_differences > 0 THEN
    RAISE_APPLICATION_ERROR(-20601, 'OP601 rows-differ: ' || l_differences || ' part(s) of BILLING.PAYMENTS and BILLING.PAYMENTS_INT differ; the first 20 are listed above.'
      || ' The copy is not right. Run rollback/20_undo_data_load.sql, then this file.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('equal: BILLING.PAYMENTS and BILLING.PAYMENTS_INT, every row, 6 columns');
END;
/

-- Proof: as many rows as the source had at that SCN.
DECLARE
  l_scn    NUMBER;
  l_source NUMBER;
  l_copied NUMBER;
BEGIN
  SELECT TO_NUMBER(value) INTO l_scn FROM BILLING.ORAPART_PAYMENTS WHERE item = 'scn';
  SELECT COUNT(*) INTO l_source FROM BILLING.PAYMENTS AS OF SCN l_scn;
  SELECT COUNT(*) INTO l_copied FROM BILLING.PAYMENTS_INT;
  IF l_source <> l_copied THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: BILLING.PAYMENTS has ' || l_source || ' rows, BILLING.PAYMENTS_INT ' || l_copied
      || '. Run rollback/20_undo_data_load.sql, then this file.');
  END IF;
  DELETE FROM BILLING.ORAPART_PAYMENTS WHERE item = 'step-20';
  INSERT INTO BILLING.ORAPART_PAYMENTS (item, value, noted_at)
  VALUES ('step-20', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('20: OK, every row of BILLING.PAYMENTS is in BILLING.PAYMENTS_INT');
END;
/
