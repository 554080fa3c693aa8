WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 20  undo: Copy every row of WAREHOUSE.CUSTOMER_NOTES into WAREHOUSE.CUSTOMER_NOTES_BY_YEAR
-- Table    WAREHOUSE.CUSTOMER_NOTES
-- Does     empties WAREHOUSE.CUSTOMER_NOTES_BY_YEAR and forgets the SCN and the chunks
-- Until    the cutover (step 50), after its undo again
-- Loses    nothing
-- Needs    EXECUTE ON DBMS_FLASHBACK, another user than the owner: SELECT and FLASHBACK on the
--          source, INSERT ANY TABLE
-- Restart  run again, as often as needed: what is undone already is passed over
-- Undoes   20_data_load.sql
-- Made by  orapart 0.0.0, plan 59674a40, template core:rollback/20_undo_data_load.sql
-- ==============================================================================
PROMPT 20 undo: empty WAREHOUSE.CUSTOMER_NOTES_BY_YEAR, forget the chunks and the SCN
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
    DBMS_OUTPUT.PUT_LINE('nothing to undo: the ledger WAREHOUSE.ORAPART_CUSTOMER_NOTES does not exist');
    RETURN;
  ELSIF noted('plan') <> '59674a40cfc89c2f2a66a4cfe30229c4ad283dac382d7a429e5ec0aaea82049a' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 59674a40. Nothing was changed. Use the rollback of that plan.');
  END IF;
  IF NVL(table_id('CUSTOMER_NOTES_BY_REGION'), '-') = noted('source-id') OR noted('step-50-begun') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20410, 'OP410 undo-blocked: the cutover has begun or is done. Nothing was changed. Run rollback/50_undo_swap_tables.sql first.');
  END IF;
  IF table_id('CUSTOMER_NOTES_BY_YEAR') IS NULL OR table_id('CUSTOMER_NOTES_BY_YEAR') <> NVL(noted('interim-id'), '-') THEN
    DBMS_OUTPUT.PUT_LINE('nothing to undo: WAREHOUSE.CUSTOMER_NOTES_BY_YEAR is not there or not the table that this plan made');
    RETURN;
  END IF;
  run('TRUNCATE TABLE WAREHOUSE.CUSTOMER_NOTES_BY_YEAR');
  run('DELETE FROM WAREHOUSE.ORAPART_CUSTOMER_NOTES WHERE item LIKE ''chunk-%'' OR item LIKE ''range%'''
    || ' OR item IN (''scn'', ''source-segments'', ''delta-from'', ''interim-stale'', ''step-20'', ''step-30'', ''step-40'')');
  COMMIT;
  EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM WAREHOUSE.CUSTOMER_NOTES_BY_YEAR WHERE ROWNUM = 1' INTO l_rows;
  IF l_rows > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: WAREHOUSE.CUSTOMER_NOTES_BY_YEAR still has rows. Run this file again.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('20 undo: OK, WAREHOUSE.CUSTOMER_NOTES_BY_YEAR is empty');
END;
/
