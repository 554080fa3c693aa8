WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 40  Delta, statistics, comparison and grants of WAREHOUSE.CUSTOMER_NOTES_BY_YEAR
-- Table    WAREHOUSE.CUSTOMER_NOTES
-- Why      what is ready before the cutover does not lengthen it: optimizer statistics, privileges,
--          the proof that the copy is right
-- Locks    library on WAREHOUSE.CUSTOMER_NOTES_BY_YEAR (an instant per grant)
-- Needs    owner, or ANALYZE ANY and GRANT ANY OBJECT PRIVILEGE
-- Restart  run again: it goes on where it stopped
-- Undo     rollback/40_undo_delta_load.sql: revokes the grants on WAREHOUSE.CUSTOMER_NOTES_BY_YEAR
--          and deletes its statistics, until the cutover (step 50), after its undo again
-- Made by  orapart 0.0.0, plan 59674a40, template core:40_delta_load.sql
-- ==============================================================================
PROMPT 40: no delta, statistics, grants
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
  IF noted('step-30') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 30 is not done. Nothing was changed. Run the master, which goes in order.');
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

-- 40.1  No delta: delta_sync is none, WAREHOUSE.CUSTOMER_NOTES has been READ ONLY since step 10.

-- 40.2  Statistics, with the histograms of the original asked for by name: a new table has no column usage for SIZE AUTO to go by.
BEGIN
  DBMS_STATS.GATHER_TABLE_STATS(
    ownname       => 'WAREHOUSE',
    tabname       => 'CUSTOMER_NOTES_BY_YEAR',
    method_opt    => 'FOR ALL COLUMNS SIZE 1',
    granularity   => 'AUTO',
    degree        => 2,
    cascade       => TRUE,
    no_invalidate => FALSE,
    force         => TRUE);
END;
/

-- 40.3  No comparison: the config says validate_data false.

-- 40.4  No grants: nobody but the owner has a privilege on WAREHOUSE.CUSTOMER_NOTES.

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
       AND table_name = 'CUSTOMER_NOTES_BY_YEAR'
       AND last_analyzed IS NULL
    UNION ALL
    SELECT 'policies: ' || COUNT(*) || ' are there, 0 are planned'
      FROM all_policies
     WHERE object_owner = 'WAREHOUSE'
       AND object_name = 'CUSTOMER_NOTES_BY_YEAR'
    HAVING COUNT(*) <> 0
  ) LOOP
    wrong(found.text);
  END LOOP;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_wrong
      || ' thing(s) of WAREHOUSE.CUSTOMER_NOTES_BY_YEAR are not as planned, listed above.'
      || ' Mend them and run this file again, or run rollback/40_undo_delta_load.sql.');
  END IF;
  DELETE FROM WAREHOUSE.ORAPART_CUSTOMER_NOTES WHERE item = 'step-40';
  INSERT INTO WAREHOUSE.ORAPART_CUSTOMER_NOTES (item, value, noted_at)
  VALUES ('step-40', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('40: OK, WAREHOUSE.CUSTOMER_NOTES_BY_YEAR is ready for the cutover');
END;
/
