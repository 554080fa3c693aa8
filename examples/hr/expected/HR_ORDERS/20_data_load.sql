WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 20  Copy every row of HR.ORDERS into HR.ORDERS_INT
-- Table    HR.ORDERS
-- Why      rows are read AS OF one SCN, so that all chunks show the same moment
-- Locks    exclusive on HR.ORDERS_INT (per chunk, direct path)
-- Needs    EXECUTE ON DBMS_FLASHBACK, another user than the owner: SELECT and FLASHBACK on the
--          source, INSERT ANY TABLE
-- Restart  run again: it goes on where it stopped
-- Undo     rollback/20_undo_data_load.sql: empties HR.ORDERS_INT and forgets the SCN and the
--          chunks, until the cutover (step 50), after its undo again
-- Made by  orapart 0.0.0, plan e92f0472, template core:20_data_load.sql
-- ==============================================================================
PROMPT 20: copy about 50000 rows (7 MB) into HR.ORDERS_INT, about 2 s
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
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM HR.ORAPART_ORDERS WHERE item = :item'
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
BEGIN
  IF noted('plan') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger HR.ORAPART_ORDERS does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> 'e92f0472217e4a6f80bd7bc9d5b1223720298a2a05777a1c1672ef48b61de9f8' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan e92f0472. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-20') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 20 has been done. Nothing was changed. Run the master for the next step.');
  END IF;
  IF noted('step-10') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 10 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('ORDERS') IS NULL OR table_id('ORDERS') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: HR.ORDERS has object id '
      || NVL(table_id('ORDERS'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('ORDERS_INT') IS NULL OR table_id('ORDERS_INT') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: HR.ORDERS_INT has object id '
      || NVL(table_id('ORDERS_INT'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF noted('interim-stale') = 'yes' THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: HR.ORDERS_INT is the copy of a cutover that was undone.'
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
  SELECT COUNT(*) INTO l_noted FROM HR.ORAPART_ORDERS WHERE item = 'scn';
  IF l_noted = 0 THEN
    l_quiet := DBMS_UTILITY.WAIT_ON_PENDING_DML(
      tables  => 'HR.ORDERS',
      timeout => 300,
      scn     => l_scn);
    IF NOT l_quiet THEN
      RAISE_APPLICATION_ERROR(-20405, 'OP405 lock-busy: transactions on HR.ORDERS have been open for 300 seconds. Nothing was copied.'
        || ' End them (V$TRANSACTION, V$LOCKED_OBJECT), then run this file again.');
    END IF;
    l_scn := DBMS_FLASHBACK.GET_SYSTEM_CHANGE_NUMBER;
    INSERT INTO HR.ORAPART_ORDERS (item, value, noted_at)
    VALUES ('scn', TO_CHAR(l_scn), SYSTIMESTAMP);
    -- TRUNCATE, MOVE and partition DDL change these numbers: step 50 compares them.
    INSERT INTO HR.ORAPART_ORDERS (item, value, noted_at)
    SELECT 'source-segments', COUNT(*) || ' ' || SUM(data_object_id), SYSTIMESTAMP
      FROM all_objects
     WHERE owner = 'HR'
       AND object_name = 'ORDERS'
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
  SELECT COUNT(*) INTO l_done FROM HR.ORAPART_ORDERS WHERE item = 'chunk-all';
  IF l_done = 0 THEN
    SELECT TO_NUMBER(value) INTO l_scn FROM HR.ORAPART_ORDERS WHERE item = 'scn';
    INSERT /*+ APPEND PARALLEL(i, 4) PQ_DISTRIBUTE(i PARTITION) */ INTO HR.ORDERS_INT i (
       ORDER_ID,
       CUSTOMER_ID,
       EMPLOYEE_ID,
       ORDER_DATE,
       SHIPPED_DATE,
       SHIP_VIA,
       FREIGHT,
       STATUS,
       TOTAL_AMOUNT,
       NOTES,
       CREATED_DATE,
       UPDATED_DATE
    )
    SELECT /*+ PARALLEL(t, 4) */
       t.ORDER_ID,
       t.CUSTOMER_ID,
       t.EMPLOYEE_ID,
       t.ORDER_DATE,
       t.SHIPPED_DATE,
       t.SHIP_VIA,
       t.FREIGHT,
       t.STATUS,
       t.TOTAL_AMOUNT,
       t.NOTES,
       t.CREATED_DATE,
       t.UPDATED_DATE
      FROM HR.ORDERS AS OF SCN l_scn t;
    l_rows := SQL%ROWCOUNT;
    INSERT INTO HR.ORAPART_ORDERS (item, value, noted_at)
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
    FROM HR.ORAPART_ORDERS
   WHERE item = 'scn';
  FOR difference IN (
    SELECT slot, SUM(side) AS rows_more
      FROM (
            SELECT /*+ PARALLEL(t, 4) */ 1 AS side,
                   TO_CHAR(TRUNC(t.ORDER_DATE, 'DD'), 'YYYY-MM-DD') AS slot,
                   TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
                        RAWTOHEX(STANDARD_HASH(t.ORDER_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CUSTOMER_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.EMPLOYEE_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.ORDER_DATE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SHIPPED_DATE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SHIP_VIA, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.FREIGHT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.STATUS, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.TOTAL_AMOUNT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.NOTES, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CREATED_DATE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.UPDATED_DATE, 'MD5'))
                   , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX') AS row_hash
              FROM HR.ORDERS AS OF SCN l_scn t
            UNION ALL
            SELECT /*+ PARALLEL(t, 4) */ -1 AS side,
                   TO_CHAR(TRUNC(t.ORDER_DATE, 'DD'), 'YYYY-MM-DD') AS slot,
                   TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
                        RAWTOHEX(STANDARD_HASH(t.ORDER_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CUSTOMER_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.EMPLOYEE_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.ORDER_DATE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SHIPPED_DATE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SHIP_VIA, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.FREIGHT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.STATUS, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.TOTAL_AMOUNT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.NOTES, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CREATED_DATE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.UPDATED_DATE, 'MD5'))
                   , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX') AS row_hash
              FROM HR.ORDERS_INT t
           )
     GROUP BY slot
    HAVING SUM(side) <> 0 OR SUM(side * row_hash) <> 0
     ORDER BY slot
  ) LOOP
    l_differences := l_differences + 1;
    IF l_differences <= 20 THEN
      DBMS_OUTPUT.PUT_LINE('differs: day ' || difference.slot
        || ', rows more in ORDERS: ' || difference.rows_more);
    END IF;
  END LOOP;
  IF l_differences > 0 THEN
    RAISE_APPLICATION_ERROR(-20601, 'OP601 rows-differ: ' || l_differences || ' part(s) of HR.ORDERS and HR.ORDERS_INT differ; the first 20 are listed above.'
      || ' The copy is not right. Run rollback/20_undo_data_load.sql, then this file.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('equal: HR.ORDERS and HR.ORDERS_INT, every row, 12 columns');
END;
/

-- Proof: as many rows as the source had at that SCN.
DECLARE
  l_scn    NUMBER;
  l_source NUMBER;
  l_copied NUMBER;
BEGIN
  SELECT TO_NUMBER(value) INTO l_scn FROM HR.ORAPART_ORDERS WHERE item = 'scn';
  SELECT COUNT(*) INTO l_source FROM HR.ORDERS AS OF SCN l_scn;
  SELECT COUNT(*) INTO l_copied FROM HR.ORDERS_INT;
  IF l_source <> l_copied THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: HR.ORDERS has ' || l_source || ' rows, HR.ORDERS_INT ' || l_copied
      || '. Run rollback/20_undo_data_load.sql, then this file.');
  END IF;
  DELETE FROM HR.ORAPART_ORDERS WHERE item = 'step-20';
  INSERT INTO HR.ORAPART_ORDERS (item, value, noted_at)
  VALUES ('step-20', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('20: OK, every row of HR.ORDERS is in HR.ORDERS_INT');
END;
/
