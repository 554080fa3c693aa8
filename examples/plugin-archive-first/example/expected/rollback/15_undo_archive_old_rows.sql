WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 15  undo: Archive the rows of SALES.INVOICES from before 2019-01-01
-- Table    SALES.INVOICES
-- Does     drops SALES.INVOICES_ARCH_2018 if this plan made it and SALES.INVOICES still has every
--          row of it, else the archive stays
-- Until    the cutover (step 50), after its undo again
-- Loses    nothing
-- Needs    owner SALES with CREATE TABLE and quota, or CREATE ANY TABLE, EXECUTE ON DBMS_FLASHBACK
-- Restart  run again, as often as needed: what is undone already is passed over
-- Undoes   15_archive_old_rows.sql
-- Made by  orapart 0.0.0, plan 00000000, template acme:rollback/15_undo_archive_old_rows.sql
-- ==============================================================================
PROMPT 15 undo: drop SALES.INVOICES_ARCH_2018 if nothing is lost by it
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '15 undo');
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;
DECLARE
  l_orphan PLS_INTEGER := 0;
  l_lost   PLS_INTEGER := 0;
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
  IF noted('archive-id') IS NULL AND noted('archive-intended') IS NOT NULL AND table_id('INVOICES_ARCH_2018') IS NOT NULL THEN
    -- The session died between CREATE TABLE and the note of its id: ours if it is younger than the intention and empty.
    EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM all_objects o JOIN SALES.ORAPART_INVOICES l ON l.item = ''archive-intended'' AND o.created >= CAST(l.noted_at AS DATE)'
      || ' WHERE o.owner = :owner AND o.object_name = :name AND o.object_type = ''TABLE'''
      INTO l_orphan USING 'SALES', 'INVOICES_ARCH_2018';
    EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM SALES.INVOICES_ARCH_2018 WHERE ROWNUM = 1' INTO l_lost;
    IF l_orphan = 1 AND l_lost = 0 THEN
      run('DROP TABLE SALES.INVOICES_ARCH_2018');
    ELSE
      DBMS_OUTPUT.PUT_LINE('kept: SALES.INVOICES_ARCH_2018 exists and this plan did not make it');
    END IF;
  ELSIF table_id('INVOICES_ARCH_2018') = noted('archive-id') THEN
    -- Rows that were deleted or changed since exist in the archive only: then it stays.
    EXECUTE IMMEDIATE q'~SELECT NVL(SUM(rows_more), 0)
  FROM (
SELECT SUM(side) AS rows_more
  FROM (
SELECT 1 AS side,
       TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
            RAWTOHEX(STANDARD_HASH(t.INVOICE_ID, 'MD5'))
         || RAWTOHEX(STANDARD_HASH(t.CUSTOMER_ID, 'MD5'))
         || RAWTOHEX(STANDARD_HASH(t.ISSUED_ON, 'MD5'))
         || RAWTOHEX(STANDARD_HASH(t.AMOUNT, 'MD5'))
         || RAWTOHEX(STANDARD_HASH(t.REMARK, 'MD5'))
       , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX') AS row_hash
  FROM SALES.INVOICES_ARCH_2018 t
 UNION ALL
SELECT -1 AS side,
       TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
            RAWTOHEX(STANDARD_HASH(t.INVOICE_ID, 'MD5'))
         || RAWTOHEX(STANDARD_HASH(t.CUSTOMER_ID, 'MD5'))
         || RAWTOHEX(STANDARD_HASH(t.ISSUED_ON, 'MD5'))
         || RAWTOHEX(STANDARD_HASH(t.AMOUNT, 'MD5'))
         || RAWTOHEX(STANDARD_HASH(t.REMARK, 'MD5'))
       , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX') AS row_hash
  FROM SALES.INVOICES t
 WHERE t.ISSUED_ON < TO_DATE('2019-01-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN')
       )
 GROUP BY row_hash
HAVING SUM(side) > 0
       )~' INTO l_lost;
    IF l_lost = 0 THEN
      run('DROP TABLE SALES.INVOICES_ARCH_2018');
    ELSE
      DBMS_OUTPUT.PUT_LINE('kept: ACME202 archive-needed, SALES.INVOICES_ARCH_2018 holds ' || l_lost || ' row(s) that SALES.INVOICES no longer has');
    END IF;
  ELSIF table_id('INVOICES_ARCH_2018') IS NOT NULL THEN
    DBMS_OUTPUT.PUT_LINE('kept: SALES.INVOICES_ARCH_2018 is not the table that this plan made');
  ELSE
    DBMS_OUTPUT.PUT_LINE('nothing to undo: SALES.INVOICES_ARCH_2018 is not there');
  END IF;
  run('DELETE FROM SALES.ORAPART_INVOICES WHERE item LIKE ''archive-%'' OR item IN (''step-15'', ''step-15-begun'')');
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('15 undo: OK, what happened to the archive is said above');
END;
/
