WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 40  Delta, statistics, comparison and grants of BILLING.CALL_RECORDS_INT
-- Table    BILLING.CALL_RECORDS
-- Why      what is ready before the cutover does not lengthen it: optimizer statistics, privileges,
--          the proof that the copy is right
-- Locks    library on BILLING.CALL_RECORDS_INT (an instant per grant)
-- Needs    owner, or ANALYZE ANY and GRANT ANY OBJECT PRIVILEGE
-- Restart  run again: it goes on where it stopped
-- Undo     rollback/40_undo_delta_load.sql: revokes the grants on BILLING.CALL_RECORDS_INT and
--          deletes its statistics, until the cutover (step 50), after its undo again
-- Made by  orapart 0.0.0, plan 196769c0, template core:40_delta_load.sql
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
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM BILLING.ORAPART_CALL_RECORDS WHERE item = :item'
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
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger BILLING.ORAPART_CALL_RECORDS does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> '196769c04b0af5e3b78fc36c24adb0622df8fbc52d3ded90e0bc293a6ce39ba1' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 196769c0. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-30') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 30 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('CALL_RECORDS') IS NULL OR table_id('CALL_RECORDS') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: BILLING.CALL_RECORDS has object id '
      || NVL(table_id('CALL_RECORDS'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('CALL_RECORDS_INT') IS NULL OR table_id('CALL_RECORDS_INT') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: BILLING.CALL_RECORDS_INT has object id '
      || NVL(table_id('CALL_RECORDS_INT'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF noted('interim-stale') = 'yes' THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: BILLING.CALL_RECORDS_INT is the copy of a cutover that was undone.'
      || ' Nothing was changed. Run rollback/master_rollback.sql, then start with master1.sql.');
  END IF;
END;
/

-- 40.1  No delta: delta_sync is none, BILLING.CALL_RECORDS has been READ ONLY since step 10.

-- 40.2  Statistics, with the histograms of the original asked for by name: a new table has no column usage for SIZE AUTO to go by.
BEGIN
  DBMS_STATS.GATHER_TABLE_STATS(
    ownname       => 'BILLING',
    tabname       => 'CALL_RECORDS_INT',
    method_opt    => 'FOR ALL COLUMNS SIZE 1',
    granularity   => 'AUTO',
    degree        => 8,
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
            SELECT /*+ PARALLEL(t, 8) */ 1 AS side,
                   TO_CHAR(TRUNC(t.STARTED_AT, 'DD'), 'YYYY-MM-DD') AS slot,
                   TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
                        RAWTOHEX(STANDARD_HASH(t.CALL_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SUBSCRIBER_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.STARTED_AT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SECONDS, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CELL_ID, 'MD5'))
                   , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX') AS row_hash
              FROM BILLING.CALL_RECORDS t
            UNION ALL
            SELECT /*+ PARALLEL(t, 8) */ -1 AS side,
                   TO_CHAR(TRUNC(t.STARTED_AT, 'DD'), 'YYYY-MM-DD') AS slot,
                   TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
                        RAWTOHEX(STANDARD_HASH(t.CALL_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SUBSCRIBER_ID, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.STARTED_AT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SECONDS, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CELL_ID, 'MD5'))
                   , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX') AS row_hash
              FROM BILLING.CALL_RECORDS_INT t
           )
     GROUP BY slot
    HAVING SUM(side) <> 0 OR SUM(side * row_hash) <> 0
     ORDER BY slot
  ) LOOP
    l_differences := l_differences + 1;
    IF l_differences <= 20 THEN
      DBMS_OUTPUT.PUT_LINE('differs: day ' || difference.slot
        || ', rows more in CALL_RECORDS: ' || difference.rows_more);
    END IF;
  END LOOP;
  IF l_differences > 0 THEN
    RAISE_APPLICATION_ERROR(-20601, 'OP601 rows-differ: ' || l_differences || ' part(s) of BILLING.CALL_RECORDS and BILLING.CALL_RECORDS_INT differ; the first 20 are listed above.'
      || ' Nothing was swapped. Run rollback/20_undo_data_load.sql, then master1.sql.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('equal: BILLING.CALL_RECORDS and BILLING.CALL_RECORDS_INT, every row, 5 columns');
END;
/

-- 40.4  Grants follow the object, not the name: they are given on the interim table before the cutover, so that nobody meets ORA-00942.
GRANT SELECT, INSERT ON BILLING.CALL_RECORDS_INT TO BILLING_APP;

-- Proof: statistics are there, every grant is there.
DECLARE
  l_wrong PLS_INTEGER := 0;
  PROCEDURE wrong (p_text IN VARCHAR2) IS
  BEGIN
    l_wrong := l_wrong + 1;
    DBMS_OUTPUT.PUT_LINE('not as planned: ' || p_text);
  END wrong;
  FUNCTION count_grants (p_table IN VARCHAR2, p_grantee IN VARCHAR2, p_privilege IN VARCHAR2, p_column IN VARCHAR2,
    p_grantable IN VARCHAR2) RETURN PLS_INTEGER
  IS
    l_count PLS_INTEGER;
    l_views VARCHAR2(4) := CASE WHEN USER = 'BILLING' THEN 'all_' ELSE 'dba_' END;
    l_owner VARCHAR2(12) := CASE WHEN USER = 'BILLING' THEN 'table_schema' ELSE 'owner' END;
  BEGIN
    EXECUTE IMMEDIATE
      'SELECT COUNT(*) FROM (SELECT ' || l_owner || ' AS owner, table_name, grantee, privilege, ''*'' AS column_name, grantable FROM ' || l_views
      || 'tab_privs UNION ALL SELECT ' || l_owner || ', table_name, grantee, privilege, column_name, grantable FROM ' || l_views || 'col_privs)'
      || ' WHERE owner = :owner AND table_name = :name AND grantee = :grantee AND privilege = :privilege AND column_name = :column_name'
      || ' AND grantable IN (:grantable, ''YES'')'
      INTO l_count USING 'BILLING', p_table, p_grantee, p_privilege, p_column, p_grantable;
    RETURN l_count;
  END count_grants;
BEGIN
  FOR found IN (
    SELECT 'no statistics were gathered' AS text
      FROM all_tables
     WHERE owner = 'BILLING'
       AND table_name = 'CALL_RECORDS_INT'
       AND last_analyzed IS NULL
    UNION ALL
    SELECT 'policies: ' || COUNT(*) || ' are there, 0 are planned'
      FROM all_policies
     WHERE object_owner = 'BILLING'
       AND object_name = 'CALL_RECORDS_INT'
    HAVING COUNT(*) <> 0
  ) LOOP
    wrong(found.text);
  END LOOP;
  FOR planned IN (
    SELECT 'BILLING_APP' AS grantee, 'SELECT' AS privilege,
           '*' AS column_name, 'NO' AS grantable FROM dual UNION ALL
    SELECT 'BILLING_APP' AS grantee, 'INSERT' AS privilege,
           '*' AS column_name, 'NO' AS grantable FROM dual
  ) LOOP
    IF count_grants('CALL_RECORDS_INT', planned.grantee, planned.privilege, planned.column_name, planned.grantable) = 0 THEN
      wrong('grant ' || planned.privilege || ' to ' || planned.grantee || ' is missing or without its grant option');
    END IF;
  END LOOP;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_wrong
      || ' thing(s) of BILLING.CALL_RECORDS_INT are not as planned, listed above.'
      || ' Mend them and run this file again, or run rollback/40_undo_delta_load.sql.');
  END IF;
  DELETE FROM BILLING.ORAPART_CALL_RECORDS WHERE item = 'step-40';
  INSERT INTO BILLING.ORAPART_CALL_RECORDS (item, value, noted_at)
  VALUES ('step-40', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('40: OK, BILLING.CALL_RECORDS_INT is ready for the cutover');
END;
/
