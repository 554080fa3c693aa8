WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 20  Copy every row of HR.CUSTOMER_DATA into HR.CUSTOMER_DATA_INT
-- Table    HR.CUSTOMER_DATA
-- Why      rows are read AS OF one SCN, so that all chunks show the same moment
-- Locks    exclusive on HR.CUSTOMER_DATA_INT (per chunk, direct path)
-- Needs    EXECUTE ON DBMS_FLASHBACK, another user than the owner: SELECT and FLASHBACK on the
--          source, INSERT ANY TABLE
-- Restart  run again: it goes on where it stopped
-- Undo     rollback/20_undo_data_load.sql: empties HR.CUSTOMER_DATA_INT and forgets the SCN and the
--          chunks, until the cutover (step 50), after its undo again
-- Made by  orapart 0.0.0, plan 80d71c9b, template core:20_data_load.sql
-- ==============================================================================
PROMPT 20: copy about 25000 rows (348.1 MB) into HR.CUSTOMER_DATA_INT, about 20 s
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
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM HR.ORAPART_CUSTOMER_DATA WHERE item = :item'
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
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger HR.ORAPART_CUSTOMER_DATA does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> '80d71c9b6f7a6c3003c6900ec5145b17999398fe57672e2e4a678fa7e5d524e7' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 80d71c9b. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-20') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 20 has been done. Nothing was changed. Run the master for the next step.');
  END IF;
  IF noted('step-10') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 10 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('CUSTOMER_DATA') IS NULL OR table_id('CUSTOMER_DATA') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: HR.CUSTOMER_DATA has object id '
      || NVL(table_id('CUSTOMER_DATA'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('CUSTOMER_DATA_INT') IS NULL OR table_id('CUSTOMER_DATA_INT') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: HR.CUSTOMER_DATA_INT has object id '
      || NVL(table_id('CUSTOMER_DATA_INT'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF noted('interim-stale') = 'yes' THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: HR.CUSTOMER_DATA_INT is the copy of a cutover that was undone.'
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
  SELECT COUNT(*) INTO l_noted FROM HR.ORAPART_CUSTOMER_DATA WHERE item = 'scn';
  IF l_noted = 0 THEN
    l_quiet := DBMS_UTILITY.WAIT_ON_PENDING_DML(
      tables  => 'HR.CUSTOMER_DATA',
      timeout => 300,
      scn     => l_scn);
    IF NOT l_quiet THEN
      RAISE_APPLICATION_ERROR(-20405, 'OP405 lock-busy: transactions on HR.CUSTOMER_DATA have been open for 300 seconds. Nothing was copied.'
        || ' End them (V$TRANSACTION, V$LOCKED_OBJECT), then run this file again.');
    END IF;
    l_scn := DBMS_FLASHBACK.GET_SYSTEM_CHANGE_NUMBER;
    INSERT INTO HR.ORAPART_CUSTOMER_DATA (item, value, noted_at)
    VALUES ('scn', TO_CHAR(l_scn), SYSTIMESTAMP);
    -- TRUNCATE, MOVE and partition DDL change these numbers: step 50 compares them.
    INSERT INTO HR.ORAPART_CUSTOMER_DATA (item, value, noted_at)
    SELECT 'source-segments', COUNT(*) || ' ' || SUM(data_object_id), SYSTIMESTAMP
      FROM all_objects
     WHERE owner = 'HR'
       AND object_name = 'CUSTOMER_DATA'
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
  SELECT COUNT(*) INTO l_done FROM HR.ORAPART_CUSTOMER_DATA WHERE item = 'chunk-all';
  IF l_done = 0 THEN
    SELECT TO_NUMBER(value) INTO l_scn FROM HR.ORAPART_CUSTOMER_DATA WHERE item = 'scn';
    INSERT /*+ APPEND PARALLEL(i, 2) PQ_DISTRIBUTE(i PARTITION) */ INTO HR.CUSTOMER_DATA_INT i (
       CUSTOMER_ID,
       CUSTOMER_NAME,
       EMAIL,
       PHONE,
       ADDRESS,
       REGISTRATION_DATE,
       ACCOUNT_STATUS,
       NOTES,
       PROFILE_PHOTO,
       PREFERENCES,
       CREATED_DATE,
       UPDATED_DATE
    )
    SELECT /*+ PARALLEL(t, 2) */
       t.CUSTOMER_ID,
       t.CUSTOMER_NAME,
       t.EMAIL,
       t.PHONE,
       t.ADDRESS,
       t.REGISTRATION_DATE,
       t.ACCOUNT_STATUS,
       t.NOTES,
       t.PROFILE_PHOTO,
       t.PREFERENCES,
       t.CREATED_DATE,
       t.UPDATED_DATE
      FROM HR.CUSTOMER_DATA AS OF SCN l_scn t;
    l_rows := SQL%ROWCOUNT;
    INSERT INTO HR.ORAPART_CUSTOMER_DATA (item, value, noted_at)
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
    FROM HR.ORAPART_CUSTOMER_DATA
   WHERE item = 'scn';
  FOR difference IN (
    SELECT slot, SUM(side) AS rows_more
      FROM (
            SELECT /*+ PARALLEL(t, 2) */ 1 AS side,
                   TO_CHAR(TRUNC(t.REGISTRATION_DATE, 'MM'), 'YYYY-MM-DD') AS slot,
                   TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
                        RAWTOHEX(STANDARD_HASH(t.CUSTOMER_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CUSTOMER_NAME, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.EMAIL, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.PHONE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.ADDRESS, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.REGISTRATION_DATE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.ACCOUNT_STATUS, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.NOTES IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.NOTES) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || DBMS_LOB.SUBSTR(t.NOTES, 900, (LEVEL - 1) * 900 + 1), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.NOTES) / 900)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.PROFILE_PHOTO IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.PROFILE_PHOTO) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || RAWTOHEX(STANDARD_HASH(DBMS_LOB.SUBSTR(t.PROFILE_PHOTO, 2000, (LEVEL - 1) * 2000 + 1), 'MD5')), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.PROFILE_PHOTO) / 2000)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.PREFERENCES IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.PREFERENCES) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || DBMS_LOB.SUBSTR(t.PREFERENCES, 900, (LEVEL - 1) * 900 + 1), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.PREFERENCES) / 900)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CREATED_DATE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.UPDATED_DATE, 'MD5'))
                   , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX') AS row_hash
              FROM HR.CUSTOMER_DATA AS OF SCN l_scn t
            UNION ALL
            SELECT /*+ PARALLEL(t, 2) */ -1 AS side,
                   TO_CHAR(TRUNC(t.REGISTRATION_DATE, 'MM'), 'YYYY-MM-DD') AS slot,
                   TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
                        RAWTOHEX(STANDARD_HASH(t.CUSTOMER_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CUSTOMER_NAME, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.EMAIL, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.PHONE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.ADDRESS, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.REGISTRATION_DATE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.ACCOUNT_STATUS, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.NOTES IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.NOTES) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || DBMS_LOB.SUBSTR(t.NOTES, 900, (LEVEL - 1) * 900 + 1), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.NOTES) / 900)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.PROFILE_PHOTO IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.PROFILE_PHOTO) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || RAWTOHEX(STANDARD_HASH(DBMS_LOB.SUBSTR(t.PROFILE_PHOTO, 2000, (LEVEL - 1) * 2000 + 1), 'MD5')), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.PROFILE_PHOTO) / 2000)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.PREFERENCES IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.PREFERENCES) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || DBMS_LOB.SUBSTR(t.PREFERENCES, 900, (LEVEL - 1) * 900 + 1), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.PREFERENCES) / 900)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CREATED_DATE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.UPDATED_DATE, 'MD5'))
                   , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX') AS row_hash
              FROM HR.CUSTOMER_DATA_INT t
           )
     GROUP BY slot
    HAVING SUM(side) <> 0 OR SUM(side * row_hash) <> 0
     ORDER BY slot
  ) LOOP
    l_differences := l_differences + 1;
    IF l_differences <= 20 THEN
      DBMS_OUTPUT.PUT_LINE('differs: month from ' || difference.slot
        || ', rows more in CUSTOMER_DATA: ' || difference.rows_more);
    END IF;
  END LOOP;
  IF l_differences > 0 THEN
    RAISE_APPLICATION_ERROR(-20601, 'OP601 rows-differ: ' || l_differences || ' part(s) of HR.CUSTOMER_DATA and HR.CUSTOMER_DATA_INT differ; the first 20 are listed above.'
      || ' The copy is not right. Run rollback/20_undo_data_load.sql, then this file.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('equal: HR.CUSTOMER_DATA and HR.CUSTOMER_DATA_INT, every row, 12 columns');
END;
/

-- Proof: as many rows as the source had at that SCN.
DECLARE
  l_scn    NUMBER;
  l_source NUMBER;
  l_copied NUMBER;
BEGIN
  SELECT TO_NUMBER(value) INTO l_scn FROM HR.ORAPART_CUSTOMER_DATA WHERE item = 'scn';
  SELECT COUNT(*) INTO l_source FROM HR.CUSTOMER_DATA AS OF SCN l_scn;
  SELECT COUNT(*) INTO l_copied FROM HR.CUSTOMER_DATA_INT;
  IF l_source <> l_copied THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: HR.CUSTOMER_DATA has ' || l_source || ' rows, HR.CUSTOMER_DATA_INT ' || l_copied
      || '. Run rollback/20_undo_data_load.sql, then this file.');
  END IF;
  DELETE FROM HR.ORAPART_CUSTOMER_DATA WHERE item = 'step-20';
  INSERT INTO HR.ORAPART_CUSTOMER_DATA (item, value, noted_at)
  VALUES ('step-20', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('20: OK, every row of HR.CUSTOMER_DATA is in HR.CUSTOMER_DATA_INT');
END;
/
