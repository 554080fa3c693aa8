WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 20  undo: Copy every row of WAREHOUSE.BATCH_RESULTS into WAREHOUSE.BATCH_RESULTS_INT
-- Table    WAREHOUSE.BATCH_RESULTS
-- Does     empties WAREHOUSE.BATCH_RESULTS_INT and forgets the SCN and the chunks
-- Until    the cutover (step 50), after its undo again
-- Loses    nothing
-- Needs    EXECUTE ON DBMS_FLASHBACK, another user than the owner: SELECT and FLASHBACK on the
--          source, INSERT ANY TABLE
-- Restart  run again, as often as needed: what is undone already is passed over
-- Undoes   20_data_load.sql
-- Made by  orapart 0.0.0, plan 528e11b5, template core:rollback/20_undo_data_load.sql
-- ==============================================================================
PROMPT 20 undo: empty WAREHOUSE.BATCH_RESULTS_INT, forget the chunks and the SCN
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '20 undo');
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;
DECLARE
  l_rows PLS_INTEGER;
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
  PROCEDURE run (p_statement IN VARCHAR2) IS
    still_busy EXCEPTION;
    PRAGMA EXCEPTION_INIT(still_busy, -54);
  BEGIN
    DBMS_OUTPUT.PUT_LINE(p_statement);
    FOR attempt IN 1 .. 20 LOOP
      BEGIN
        EXECUTE IMMEDIATE p_statement;
        EXIT;
      EXCEPTION
        WHEN still_busy THEN
          IF attempt = 20 THEN
            RAISE;
          END IF;
      END;
    END LOOP;
  END run;
BEGIN
  IF noted('plan') IS NULL THEN
    DBMS_OUTPUT.PUT_LINE('nothing to undo: the ledger WAREHOUSE.ORAPART_BATCH_RESULTS does not exist');
    RETURN;
  ELSIF noted('plan') <> '528e11b55e0bc7846525d2d5a480c0b53a3fed8c66cbee856bc47bd693c74874' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 528e11b5. Nothing was changed. Use the rollback of that plan.');
  END IF;
  IF NVL(table_id('BATCH_RESULTS_OLD'), '-') = noted('source-id') OR noted('step-50-begun') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20410, 'OP410 undo-blocked: the cutover has begun or is done. Nothing was changed. Run rollback/50_undo_swap_tables.sql first.');
  END IF;
  IF table_id('BATCH_RESULTS_INT') IS NULL OR table_id('BATCH_RESULTS_INT') <> NVL(noted('interim-id'), '-') THEN
    DBMS_OUTPUT.PUT_LINE('nothing to undo: WAREHOUSE.BATCH_RESULTS_INT is not there or not the table that this plan made');
    RETURN;
  END IF;
  run('TRUNCATE TABLE WAREHOUSE.BATCH_RESULTS_INT');
  run('DELETE FROM WAREHOUSE.ORAPART_BATCH_RESULTS WHERE item LIKE ''chunk-%'' OR item LIKE ''range%'''
    || ' OR item IN (''scn'', ''source-segments'', ''delta-from'', ''interim-stale'', ''step-20'', ''step-30'', ''step-40'')');
  COMMIT;
  EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM WAREHOUSE.BATCH_RESULTS_INT WHERE ROWNUM = 1' INTO l_rows;
  IF l_rows > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: WAREHOUSE.BATCH_RESULTS_INT still has rows. Run this file again.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('20 undo: OK, WAREHOUSE.BATCH_RESULTS_INT is empty');
END;
/
