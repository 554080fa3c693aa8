WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 66  Verify the archive SALES.INVOICES_ARCHIVE
-- Table    SALES.INVOICES
-- Why      who drops the old table must know that the archive is whole
-- Locks    none
-- Needs    owner, or SELECT on the archive
-- Restart  run again, as often as needed
-- Undo     none needed: it reads, only the ledger of SALES.INVOICES notes that it passed
-- Made by  orapart 0.0.0, plan 00000000, template acme:archive-first/66_verify_archive.sql
-- ==============================================================================
PROMPT 66: count the rows of SALES.INVOICES_ARCHIVE again (reads only)
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '66 verify archive');
END;
/

-- Guard. This file only reads: run it as often as you like.
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
BEGIN
  IF noted('plan') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger SALES.ORAPART_INVOICES does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> '0000000000000000000000000000000000000000000000000000000000000000' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 00000000. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-65') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 65 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('INVOICES') IS NULL OR table_id('INVOICES') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: SALES.INVOICES has object id '
      || NVL(table_id('INVOICES'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('INVOICES_OLD') IS NULL OR table_id('INVOICES_OLD') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: SALES.INVOICES_OLD has object id '
      || NVL(table_id('INVOICES_OLD'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
END;
/

-- Proof: the archive is the table of step 15 and has the rows that were counted then.
DECLARE
  l_rows NUMBER;
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
BEGIN
  IF table_id('INVOICES_ARCHIVE') IS NULL OR table_id('INVOICES_ARCHIVE') <> NVL(noted('archive-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: SALES.INVOICES_ARCHIVE has object id '
      || NVL(table_id('INVOICES_ARCHIVE'), '(none)') || ', the ledger has ' || NVL(noted('archive-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  SELECT COUNT(*) INTO l_rows FROM SALES.INVOICES_ARCHIVE;
  IF l_rows <> TO_NUMBER(noted('archive-rows')) THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: SALES.INVOICES_ARCHIVE has ' || l_rows || ' rows, the ledger has ' || noted('archive-rows')
      || '. Find out who changed it before 70_drop_old_table.sql is run.');
  END IF;
  DELETE FROM SALES.ORAPART_INVOICES WHERE item = 'step-66';
  INSERT INTO SALES.ORAPART_INVOICES (item, value, noted_at)
  VALUES ('step-66', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('66: OK, SALES.INVOICES_ARCHIVE is whole');
END;
/
