WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 15  Archive the rows of SALES.INVOICES from before 2024-01-01
-- Table    SALES.INVOICES
-- Why      rows that auditors may ask for lie in a table that is not rebuilt
-- Locks    exclusive on SALES.INVOICES_ARCHIVE (while it is filled, nobody knows it yet)
-- Needs    owner with CREATE TABLE and quota, or CREATE ANY TABLE
-- Restart  run its undo first, then this file again. The master does both
-- Undo     rollback/15_undo_archive_old_rows.sql: drops SALES.INVOICES_ARCHIVE if this plan made
--          it, until the cutover (step 50), after its undo again
-- Made by  orapart 0.0.0, plan 00000000, template acme:archive-first/15_archive_old_rows.sql
-- ==============================================================================
PROMPT 15: copy the rows of SALES.INVOICES from before 2024-01-01 into SALES.INVOICES_ARCHIVE
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '15 archive old rows');
END;
/

-- Guard: step 10 is done, both tables are those that the ledger knows, the name of the archive is free.
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
  IF noted('step-15') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 15 has been done. Nothing was changed. Run the master for the next step.');
  END IF;
  IF noted('step-10') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 10 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('INVOICES') IS NULL OR table_id('INVOICES') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: SALES.INVOICES has object id '
      || NVL(table_id('INVOICES'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('INVOICES_INT') IS NULL OR table_id('INVOICES_INT') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: SALES.INVOICES_INT has object id '
      || NVL(table_id('INVOICES_INT'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF noted('interim-stale') = 'yes' THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: SALES.INVOICES_INT is the copy of a cutover that was undone.'
      || ' Nothing was changed. Run rollback/master_rollback.sql, then start with master1.sql.');
  END IF;
  IF table_id('INVOICES_ARCHIVE') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: SALES.INVOICES_ARCHIVE exists. Nothing was changed.'
      || ' If step 15 stopped midway, run rollback/15_undo_archive_old_rows.sql and then this file; master1.sql does both.');
  END IF;
END;
/

-- 15.1  The archive is made empty and its id noted: from now on everybody can tell that it is ours.
DELETE FROM SALES.ORAPART_INVOICES WHERE item = 'step-15-begun';
INSERT INTO SALES.ORAPART_INVOICES (item, value, noted_at)
VALUES ('step-15-begun', 'yes', SYSTIMESTAMP);
COMMIT;
CREATE TABLE SALES.INVOICES_ARCHIVE AS
SELECT
       t.INVOICE_ID,
       t.ISSUED_ON
  FROM SALES.INVOICES t
 WHERE 1 = 0;
INSERT INTO SALES.ORAPART_INVOICES (item, value, noted_at)
SELECT 'archive-id', TO_CHAR(object_id), SYSTIMESTAMP
  FROM all_objects
 WHERE owner = 'SALES'
   AND object_name = 'INVOICES_ARCHIVE'
   AND object_type = 'TABLE';
COMMIT;

-- 15.2  The copy.
INSERT /*+ APPEND */ INTO SALES.INVOICES_ARCHIVE (
       INVOICE_ID,
       ISSUED_ON
)
SELECT
       t.INVOICE_ID,
       t.ISSUED_ON
  FROM SALES.INVOICES t
 WHERE t.ISSUED_ON < TO_DATE('2024-01-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN');
COMMIT;

-- Proof: the table is READ ONLY since step 10, so both sides can be counted one after the other.
DECLARE
  l_rows     NUMBER;
  l_archived NUMBER;
BEGIN
  SELECT COUNT(*) INTO l_rows FROM SALES.INVOICES t WHERE t.ISSUED_ON < TO_DATE('2024-01-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN');
  SELECT COUNT(*) INTO l_archived FROM SALES.INVOICES_ARCHIVE;
  IF l_rows <> l_archived THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: SALES.INVOICES has ' || l_rows || ' rows from before 2024-01-01, SALES.INVOICES_ARCHIVE has ' || l_archived
      || '. Run rollback/15_undo_archive_old_rows.sql, then this file.');
  END IF;
  INSERT INTO SALES.ORAPART_INVOICES (item, value, noted_at)
  VALUES ('archive-rows', TO_CHAR(l_archived), SYSTIMESTAMP);
  DELETE FROM SALES.ORAPART_INVOICES WHERE item = 'step-15';
  INSERT INTO SALES.ORAPART_INVOICES (item, value, noted_at)
  VALUES ('step-15', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('15: OK, every row of SALES.INVOICES from before 2024-01-01 is in SALES.INVOICES_ARCHIVE');
END;
/
