WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 15  Archive the rows of SALES.INVOICES from before 2019-01-01
-- Table    SALES.INVOICES
-- Why      company rule: before a table is rebuilt, rows that auditors may ask for lie in an
--          archive that nobody rebuilds
-- Locks    exclusive on SALES.INVOICES_ARCH_2018 (while it is filled, nobody knows it yet)
-- Needs    owner SALES with CREATE TABLE and quota, or CREATE ANY TABLE, EXECUTE ON DBMS_FLASHBACK
-- Restart  run its undo first, then this file again. The master does both
-- Undo     rollback/15_undo_archive_old_rows.sql: drops SALES.INVOICES_ARCH_2018 if this plan made
--          it and SALES.INVOICES still has every row of it, else the archive stays, until the
--          cutover (step 50), after its undo again
-- Made by  orapart 0.0.0, plan 00000000, template acme:15_archive_old_rows.sql
-- ==============================================================================
PROMPT 15: copy the rows of SALES.INVOICES from before 2019-01-01 into SALES.INVOICES_ARCH_2018
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '15 archive old rows');
END;
/

-- Guard: step 10 is done, both tables are those that the ledger knows, the name of the archive is free.
DECLARE
  l_taken PLS_INTEGER;
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
  SELECT COUNT(*)
    INTO l_taken
    FROM all_objects
   WHERE owner = 'SALES'
     AND object_name = 'INVOICES_ARCH_2018'
     AND object_type NOT IN ('INDEX', 'TRIGGER');
  IF l_taken > 0 THEN
    RAISE_APPLICATION_ERROR(-20901, 'ACME101 archive-name-taken: SALES.INVOICES_ARCH_2018 exists. Nothing was changed.'
      || ' If step 15 stopped midway, run rollback/15_undo_archive_old_rows.sql and then this file; master1.sql does both.'
      || ' Else choose another archive_table and generate again.');
  END IF;
END;
/

-- 15.1  The name was free a moment ago: an empty table that carries it from now on is ours.
DELETE FROM SALES.ORAPART_INVOICES WHERE item = 'archive-intended';
INSERT INTO SALES.ORAPART_INVOICES (item, value, noted_at)
VALUES ('archive-intended', 'INVOICES_ARCH_2018', SYSTIMESTAMP);
COMMIT;
DELETE FROM SALES.ORAPART_INVOICES WHERE item = 'step-15-begun';
INSERT INTO SALES.ORAPART_INVOICES (item, value, noted_at)
VALUES ('step-15-begun', 'yes', SYSTIMESTAMP);
COMMIT;
CREATE TABLE SALES.INVOICES_ARCH_2018
  TABLESPACE ARCHIVE
AS
SELECT
       t.INVOICE_ID,
       t.ISSUED_ON,
       t.SEEN_AT,
       t.REMARK
  FROM SALES.INVOICES t
 WHERE 1 = 0;
INSERT INTO SALES.ORAPART_INVOICES (item, value, noted_at)
SELECT 'archive-id', TO_CHAR(object_id), SYSTIMESTAMP
  FROM all_objects
 WHERE owner = 'SALES'
   AND object_name = 'INVOICES_ARCH_2018'
   AND object_type = 'TABLE';
COMMIT;
COMMENT ON TABLE SALES.INVOICES_ARCH_2018 IS 'rows of SALES.INVOICES from before 2019-01-01, archived by plan 00000000';

-- 15.2  The copy, AS OF one SCN.
DECLARE
  l_scn  NUMBER;
  l_rows NUMBER;
BEGIN
  l_scn := DBMS_FLASHBACK.GET_SYSTEM_CHANGE_NUMBER;
  INSERT INTO SALES.ORAPART_INVOICES (item, value, noted_at)
  VALUES ('archive-scn', TO_CHAR(l_scn), SYSTIMESTAMP);
  COMMIT;
  INSERT /*+ APPEND */ INTO SALES.INVOICES_ARCH_2018 a (
       INVOICE_ID,
       ISSUED_ON,
       SEEN_AT,
       REMARK
  )
  SELECT
       t.INVOICE_ID,
       t.ISSUED_ON,
       t.SEEN_AT,
       t.REMARK
    FROM SALES.INVOICES AS OF SCN l_scn t
   WHERE t.ISSUED_ON < TO_DATE('2019-01-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN');
  l_rows := SQL%ROWCOUNT;
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('archived: ' || l_rows || ' rows');
END;
/

-- Proof: as many rows as the table had at that SCN, and every one of them the same.
DECLARE
  l_scn        NUMBER;
  l_rows       NUMBER;
  l_sum        NUMBER;
  l_found_rows NUMBER;
  l_found_sum  NUMBER;
BEGIN
  SELECT TO_NUMBER(value) INTO l_scn FROM SALES.ORAPART_INVOICES WHERE item = 'archive-scn';
  SELECT COUNT(*), NVL(SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
                                RAWTOHEX(STANDARD_HASH(t.INVOICE_ID, 'MD5'))
                             || RAWTOHEX(STANDARD_HASH(t.ISSUED_ON, 'MD5'))
                             || RAWTOHEX(STANDARD_HASH(t.SEEN_AT, 'MD5'))
                             || RAWTOHEX(STANDARD_HASH(t.REMARK, 'MD5'))
                           , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX')), 0)
    INTO l_rows, l_sum
    FROM SALES.INVOICES AS OF SCN l_scn t
   WHERE t.ISSUED_ON < TO_DATE('2019-01-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN');
  SELECT COUNT(*), NVL(SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
                                RAWTOHEX(STANDARD_HASH(t.INVOICE_ID, 'MD5'))
                             || RAWTOHEX(STANDARD_HASH(t.ISSUED_ON, 'MD5'))
                             || RAWTOHEX(STANDARD_HASH(t.SEEN_AT, 'MD5'))
                             || RAWTOHEX(STANDARD_HASH(t.REMARK, 'MD5'))
                           , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX')), 0)
    INTO l_found_rows, l_found_sum
    FROM SALES.INVOICES_ARCH_2018 t;
  IF l_rows <> l_found_rows OR l_sum <> l_found_sum THEN
    RAISE_APPLICATION_ERROR(-20902, 'ACME201 archive-differs: SALES.INVOICES had ' || l_rows || ' rows from before 2019-01-01, SALES.INVOICES_ARCH_2018 has ' || l_found_rows
      || ', or their values differ. Run rollback/15_undo_archive_old_rows.sql, then this file.');
  END IF;
  DELETE FROM SALES.ORAPART_INVOICES WHERE item = 'step-15';
  INSERT INTO SALES.ORAPART_INVOICES (item, value, noted_at)
  VALUES ('step-15', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('15: OK, every row of SALES.INVOICES from before 2019-01-01 is in SALES.INVOICES_ARCH_2018');
END;
/
