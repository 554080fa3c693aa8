WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 40  Delta, statistics, comparison and grants of WAREHOUSE.BATCH_RESULTS_INT
-- Table    WAREHOUSE.BATCH_RESULTS
-- Why      what is ready before the cutover does not lengthen it: optimizer statistics, privileges,
--          the proof that the copy is right
-- Locks    library on WAREHOUSE.BATCH_RESULTS_INT (an instant per grant)
-- Needs    owner, or ANALYZE ANY and GRANT ANY OBJECT PRIVILEGE
-- Restart  run again: it goes on where it stopped
-- Undo     rollback/40_undo_delta_load.sql: revokes the grants on WAREHOUSE.BATCH_RESULTS_INT and
--          deletes its statistics, until the cutover (step 50), after its undo again
-- Made by  orapart 0.0.0, plan 528e11b5, template core:40_delta_load.sql
-- ==============================================================================
PROMPT 40: no delta, statistics, comparison, grants
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '40 delta load');
END;
/

-- Guard. Until the cutover this file can be run any number of times.
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
  IF noted('step-30') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 30 is not done. Nothing was changed. Run the master, which goes in order.');
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

-- 40.1  No delta: delta_sync is none, WAREHOUSE.BATCH_RESULTS has been READ ONLY since step 10.

-- 40.2  Statistics, with the histograms of the original asked for by name: a new table has no column usage for SIZE AUTO to go by.
BEGIN
  DBMS_STATS.GATHER_TABLE_STATS(
    ownname       => 'WAREHOUSE',
    tabname       => 'BATCH_RESULTS_INT',
    method_opt    => 'FOR ALL COLUMNS SIZE 1',
    granularity   => 'AUTO',
    degree        => 4,
    cascade       => TRUE,
    no_invalidate => FALSE,
    force         => TRUE);
END;
/

-- 40.3  The exact comparison again, of both tables as they are now: nobody may have touched either since the load.
DECLARE
  l_scn         NUMBER;
  l_differences PLS_INTEGER := 0;
BEGIN
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
              FROM WAREHOUSE.BATCH_RESULTS t
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
      || ' Nothing was swapped. Run rollback/20_undo_data_load.sql, then master1.sql.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('equal: WAREHOUSE.BATCH_RESULTS and WAREHOUSE.BATCH_RESULTS_INT, every row, 3 columns');
END;
/

-- 40.4  No grants: nobody but the owner has a privilege on WAREHOUSE.BATCH_RESULTS.

-- Proof: statistics are there, every grant is there.
DECLARE
  l_wrong PLS_INTEGER := 0;
  PROCEDURE wrong (p_text IN VARCHAR2) IS
  BEGIN
    l_wrong := l_wrong + 1;
    DBMS_OUTPUT.PUT_LINE('not as planned: ' || p_text);
  END wrong;
BEGIN
  FOR found IN (
    SELECT 'no statistics were gathered' AS text
      FROM all_tables
     WHERE owner = 'WAREHOUSE'
       AND table_name = 'BATCH_RESULTS_INT'
       AND last_analyzed IS NULL
    UNION ALL
    SELECT 'policies: ' || COUNT(*) || ' are there, 0 are planned'
      FROM all_policies
     WHERE object_owner = 'WAREHOUSE'
       AND object_name = 'BATCH_RESULTS_INT'
    HAVING COUNT(*) <> 0
  ) LOOP
    wrong(found.text);
  END LOOP;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_wrong
      || ' thing(s) of WAREHOUSE.BATCH_RESULTS_INT are not as planned, listed above.'
      || ' Mend them and run this file again, or run rollback/40_undo_delta_load.sql.');
  END IF;
  DELETE FROM WAREHOUSE.ORAPART_BATCH_RESULTS WHERE item = 'step-40';
  INSERT INTO WAREHOUSE.ORAPART_BATCH_RESULTS (item, value, noted_at)
  VALUES ('step-40', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('40: OK, WAREHOUSE.BATCH_RESULTS_INT is ready for the cutover');
END;
/
