WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 15  undo: Archive the rows of SALES.INVOICES from before 2024-01-01
-- Table    SALES.INVOICES
-- Does     drops SALES.INVOICES_ARCHIVE if this plan made it
-- Until    the cutover (step 50), after its undo again
-- Loses    rows that were changed or deleted in SALES.INVOICES since, as they were when they were
--          archived
-- Needs    owner with CREATE TABLE and quota, or CREATE ANY TABLE
-- Restart  run again, as often as needed: what is undone already is passed over
-- Undoes   15_archive_old_rows.sql
-- Made by  orapart 0.0.0, plan 00000000, template acme:archive-first/rollback/15_undo_archive_old_rows.sql
-- ==============================================================================
PROMPT 15 undo: drop SALES.INVOICES_ARCHIVE if this plan made it
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '15 undo');
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;
DECLARE
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM SALES.ORAPART_INVOICES WHERE item = :item'
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
     WHERE owner = 'SALES' AND object_name = p_name AND object_type = 'TABLE';
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
    DBMS_OUTPUT.PUT_LINE('nothing to undo: the ledger SALES.ORAPART_INVOICES does not exist');
    RETURN;
  ELSIF noted('plan') <> '0000000000000000000000000000000000000000000000000000000000000000' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 00000000. Nothing was changed. Use the rollback of that plan.');
  END IF;
  IF NVL(table_id('INVOICES_OLD'), '-') = noted('source-id') OR noted('step-50-begun') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20410, 'OP410 undo-blocked: the cutover has begun or is done. Nothing was changed. Run rollback/50_undo_swap_tables.sql first.');
  END IF;
  IF table_id('INVOICES_ARCHIVE') = noted('archive-id') THEN
    run('DROP TABLE SALES.INVOICES_ARCHIVE');
  ELSIF table_id('INVOICES_ARCHIVE') IS NOT NULL THEN
    -- Without its id nobody can tell whose it is. It is left alone, and step 15 asks for it before it starts.
    DBMS_OUTPUT.PUT_LINE('kept: SALES.INVOICES_ARCHIVE is not a table that this plan is known to have made');
  END IF;
  run('DELETE FROM SALES.ORAPART_INVOICES WHERE item IN (''archive-id'', ''archive-rows'', ''step-15'', ''step-15-begun'')');
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('15 undo: OK, the ledger knows no archive any more');
END;
/
