WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 20  Copy every row of HR.AUDIT_LOG into HR.AUDIT_LOG_INT
-- Table    HR.AUDIT_LOG
-- Why      rows are read AS OF one SCN, so that all chunks show the same moment
-- Locks    exclusive on HR.AUDIT_LOG_INT (per chunk, direct path)
-- Needs    EXECUTE ON DBMS_FLASHBACK, another user than the owner: SELECT and FLASHBACK on the
--          source, INSERT ANY TABLE
-- Restart  run again: it goes on where it stopped
-- Undo     rollback/20_undo_data_load.sql: empties HR.AUDIT_LOG_INT and forgets the SCN and the
--          chunks, until the cutover (step 50), after its undo again
-- Made by  orapart 0.0.0, plan aeee7929, template core:20_data_load.sql
-- ==============================================================================
PROMPT 20: copy about 1000000 rows (480 MB) into HR.AUDIT_LOG_INT, about 13 s
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
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM HR.ORAPART_AUDIT_LOG WHERE item = :item'
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
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger HR.ORAPART_AUDIT_LOG does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> 'aeee79297a047c9265e4341be14690183241c3afec2a0a80e6fc12cbafada6ce' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan aeee7929. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-20') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 20 has been done. Nothing was changed. Run the master for the next step.');
  END IF;
  IF noted('step-10') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 10 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('AUDIT_LOG') IS NULL OR table_id('AUDIT_LOG') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: HR.AUDIT_LOG has object id '
      || NVL(table_id('AUDIT_LOG'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('AUDIT_LOG_INT') IS NULL OR table_id('AUDIT_LOG_INT') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: HR.AUDIT_LOG_INT has object id '
      || NVL(table_id('AUDIT_LOG_INT'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF noted('interim-stale') = 'yes' THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: HR.AUDIT_LOG_INT is the copy of a cutover that was undone.'
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
  SELECT COUNT(*) INTO l_noted FROM HR.ORAPART_AUDIT_LOG WHERE item = 'scn';
  IF l_noted = 0 THEN
    l_quiet := DBMS_UTILITY.WAIT_ON_PENDING_DML(
      tables  => 'HR.AUDIT_LOG',
      timeout => 300,
      scn     => l_scn);
    IF NOT l_quiet THEN
      RAISE_APPLICATION_ERROR(-20405, 'OP405 lock-busy: transactions on HR.AUDIT_LOG have been open for 300 seconds. Nothing was copied.'
        || ' End them (V$TRANSACTION, V$LOCKED_OBJECT), then run this file again.');
    END IF;
    l_scn := DBMS_FLASHBACK.GET_SYSTEM_CHANGE_NUMBER;
    INSERT INTO HR.ORAPART_AUDIT_LOG (item, value, noted_at)
    VALUES ('scn', TO_CHAR(l_scn), SYSTIMESTAMP);
    -- TRUNCATE, MOVE and partition DDL change these numbers: step 50 compares them.
    INSERT INTO HR.ORAPART_AUDIT_LOG (item, value, noted_at)
    SELECT 'source-segments', COUNT(*) || ' ' || SUM(data_object_id), SYSTIMESTAMP
      FROM all_objects
     WHERE owner = 'HR'
       AND object_name = 'AUDIT_LOG'
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
  SELECT COUNT(*) INTO l_done FROM HR.ORAPART_AUDIT_LOG WHERE item = 'chunk-all';
  IF l_done = 0 THEN
    SELECT TO_NUMBER(value) INTO l_scn FROM HR.ORAPART_AUDIT_LOG WHERE item = 'scn';
    INSERT /*+ APPEND PARALLEL(i, 4) PQ_DISTRIBUTE(i PARTITION) */ INTO HR.AUDIT_LOG_INT i (
       AUDIT_ID,
       USER_ID,
       AUDIT_DATE,
       ACTION_TYPE,
       TABLE_NAME,
       RECORD_ID,
       OLD_VALUE,
       NEW_VALUE,
       IP_ADDRESS,
       SESSION_ID
    )
    SELECT /*+ PARALLEL(t, 4) */
       t.AUDIT_ID,
       t.USER_ID,
       t.AUDIT_DATE,
       t.ACTION_TYPE,
       t.TABLE_NAME,
       t.RECORD_ID,
       t.OLD_VALUE,
       t.NEW_VALUE,
       t.IP_ADDRESS,
       t.SESSION_ID
      FROM HR.AUDIT_LOG AS OF SCN l_scn t;
    l_rows := SQL%ROWCOUNT;
    INSERT INTO HR.ORAPART_AUDIT_LOG (item, value, noted_at)
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
    FROM HR.ORAPART_AUDIT_LOG
   WHERE item = 'scn';
  FOR difference IN (
    SELECT slot, SUM(side) AS rows_more
      FROM (
            SELECT /*+ PARALLEL(t, 4) */ 1 AS side,
                   TO_CHAR(TRUNC(t.AUDIT_DATE, 'DD'), 'YYYY-MM-DD') AS slot,
                   TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
                        RAWTOHEX(STANDARD_HASH(t.AUDIT_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.USER_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.AUDIT_DATE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.ACTION_TYPE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.TABLE_NAME, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.RECORD_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.OLD_VALUE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.NEW_VALUE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.IP_ADDRESS, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SESSION_ID, 'MD5'))
                   , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX') AS row_hash
              FROM HR.AUDIT_LOG AS OF SCN l_scn t
            UNION ALL
            SELECT /*+ PARALLEL(t, 4) */ -1 AS side,
                   TO_CHAR(TRUNC(t.AUDIT_DATE, 'DD'), 'YYYY-MM-DD') AS slot,
                   TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
                        RAWTOHEX(STANDARD_HASH(t.AUDIT_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.USER_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.AUDIT_DATE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.ACTION_TYPE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.TABLE_NAME, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.RECORD_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.OLD_VALUE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.NEW_VALUE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.IP_ADDRESS, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SESSION_ID, 'MD5'))
                   , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX') AS row_hash
              FROM HR.AUDIT_LOG_INT t
           )
     GROUP BY slot
    HAVING SUM(side) <> 0 OR SUM(side * row_hash) <> 0
     ORDER BY slot
  ) LOOP
    l_differences := l_differences + 1;
    IF l_differences <= 20 THEN
      DBMS_OUTPUT.PUT_LINE('differs: day ' || difference.slot
        || ', rows more in AUDIT_LOG: ' || difference.rows_more);
    END IF;
  END LOOP;
  IF l_differences > 0 THEN
    RAISE_APPLICATION_ERROR(-20601, 'OP601 rows-differ: ' || l_differences || ' part(s) of HR.AUDIT_LOG and HR.AUDIT_LOG_INT differ; the first 20 are listed above.'
      || ' The copy is not right. Run rollback/20_undo_data_load.sql, then this file.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('equal: HR.AUDIT_LOG and HR.AUDIT_LOG_INT, every row, 10 columns');
END;
/

-- Proof: as many rows as the source had at that SCN.
DECLARE
  l_scn    NUMBER;
  l_source NUMBER;
  l_copied NUMBER;
BEGIN
  SELECT TO_NUMBER(value) INTO l_scn FROM HR.ORAPART_AUDIT_LOG WHERE item = 'scn';
  SELECT COUNT(*) INTO l_source FROM HR.AUDIT_LOG AS OF SCN l_scn;
  SELECT COUNT(*) INTO l_copied FROM HR.AUDIT_LOG_INT;
  IF l_source <> l_copied THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: HR.AUDIT_LOG has ' || l_source || ' rows, HR.AUDIT_LOG_INT ' || l_copied
      || '. Run rollback/20_undo_data_load.sql, then this file.');
  END IF;
  DELETE FROM HR.ORAPART_AUDIT_LOG WHERE item = 'step-20';
  INSERT INTO HR.ORAPART_AUDIT_LOG (item, value, noted_at)
  VALUES ('step-20', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('20: OK, every row of HR.AUDIT_LOG is in HR.AUDIT_LOG_INT');
END;
/
