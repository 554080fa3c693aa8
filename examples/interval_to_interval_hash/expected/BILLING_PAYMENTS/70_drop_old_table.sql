WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 70  Drop the retained table BILLING.PAYMENTS_OLD: point of no return
-- Table    BILLING.PAYMENTS
-- Why      the old rows take space and the reverse capture costs every change a little, both end
--          here
-- Locks    exclusive on BILLING.PAYMENTS_OLD (while it is dropped)
-- Needs    owner, or DROP ANY TABLE, DEFINE orapart_confirm_drop with the table's name, a fresh
--          backup
-- Restart  run again, as often as needed
-- Undo     none, point of no return: a dropped table comes back from the recycle bin at best,
--          without the names of its indexes and without foreign keys
-- Made by  orapart 0.0.0, plan 7554e637, template core:70_drop_old_table.sql
-- ==============================================================================
PROMPT 70: drop BILLING.PAYMENTS_OLD. THIS IS THE POINT OF NO RETURN
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '70 drop old table');
END;
/

-- No master calls this file. It goes on only when the caller has named the table.
VARIABLE orapart_answer VARCHAR2(300)
COLUMN orapart_confirm_drop NEW_VALUE orapart_confirm_drop NOPRINT
SELECT NULL AS orapart_confirm_drop FROM dual WHERE 1 = 0;
SET DEFINE ON
BEGIN
  :orapart_answer := q'~&orapart_confirm_drop~';
END;
/
SET DEFINE OFF
BEGIN
  IF NVL(:orapart_answer, '-') <> 'BILLING.PAYMENTS' THEN
    RAISE_APPLICATION_ERROR(-20407, 'OP407 not-confirmed: dropping BILLING.PAYMENTS_OLD ends every way back.'
      || ' Nothing was changed. When it is so: DEFINE orapart_confirm_drop = "BILLING.PAYMENTS", then run this file again.');
  END IF;
END;
/

-- Guard: the cutover is done and verified, the retention is over, nothing points to the retained table.
DECLARE
  l_keys PLS_INTEGER;
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM BILLING.ORAPART_PAYMENTS WHERE item = :item'
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
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger BILLING.ORAPART_PAYMENTS does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> '7554e637c79b79bc1173695696725a7a94bf7b1748947d64c10aec812b9880be' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 7554e637. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-65') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 65 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('PAYMENTS') IS NULL OR table_id('PAYMENTS') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: BILLING.PAYMENTS has object id '
      || NVL(table_id('PAYMENTS'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  -- An earlier run of this file may have dropped it already.
  IF noted('drop-begun') IS NULL OR table_id('PAYMENTS_OLD') IS NOT NULL THEN
    IF table_id('PAYMENTS_OLD') IS NULL OR table_id('PAYMENTS_OLD') <> NVL(noted('source-id'), '-') THEN
      RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: BILLING.PAYMENTS_OLD has object id '
        || NVL(table_id('PAYMENTS_OLD'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
        || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
    END IF;
  END IF;
  IF SYSDATE < TO_DATE(noted('cutover-at'), 'YYYY-MM-DD HH24:MI:SS') + 7 THEN
    RAISE_APPLICATION_ERROR(-20409, 'OP409 too-early: BILLING.PAYMENTS_OLD is kept for 7 day(s) after the cutover of ' || noted('cutover-at')
      || '. Nothing was changed.');
  END IF;
  SELECT COUNT(*)
    INTO l_keys
    FROM all_constraints c
    JOIN all_constraints k ON k.owner = c.r_owner AND k.constraint_name = c.r_constraint_name
   WHERE c.constraint_type = 'R'
     AND k.owner = 'BILLING'
     AND k.table_name = 'PAYMENTS_OLD'
     AND NOT (c.owner = 'BILLING' AND c.table_name = 'PAYMENTS_OLD');
  IF l_keys > 0 THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: ' || l_keys || ' foreign key(s) still point to BILLING.PAYMENTS_OLD. Nothing was changed. Run 65_verify.sql, it names them.');
  END IF;
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;
DELETE FROM BILLING.ORAPART_PAYMENTS WHERE item = 'drop-begun';
INSERT INTO BILLING.ORAPART_PAYMENTS (item, value, noted_at)
VALUES ('drop-begun', TO_CHAR(SYSDATE, 'YYYY-MM-DD HH24:MI:SS'), SYSTIMESTAMP);
COMMIT;

-- The capture of changes since the cutover is no longer needed.
DECLARE
  l_there PLS_INTEGER;
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM BILLING.ORAPART_PAYMENTS WHERE item = :item'
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
  SELECT COUNT(*)
    INTO l_there
    FROM all_triggers
   WHERE owner = 'BILLING'
     AND trigger_name = 'ORAPART_PAYMENTS_TRG'
     AND table_owner = 'BILLING'
     AND table_name = 'PAYMENTS';
  IF l_there = 1 THEN
    EXECUTE IMMEDIATE 'DROP TRIGGER BILLING.ORAPART_PAYMENTS_TRG';
  END IF;
  IF table_id('ORAPART_PAYMENTS_LOG') IS NOT NULL THEN
    EXECUTE IMMEDIATE 'DROP TABLE BILLING.ORAPART_PAYMENTS_LOG';
  END IF;
END;
/

-- No PURGE: the recycle bin is the last net. No CASCADE CONSTRAINTS: it would drop foreign keys without a word.
DECLARE
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM BILLING.ORAPART_PAYMENTS WHERE item = :item'
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
  IF table_id('PAYMENTS_OLD') IS NOT NULL THEN
    EXECUTE IMMEDIATE 'DROP TABLE BILLING.PAYMENTS_OLD';
  END IF;
  IF table_id('PAYMENTS_OLD') IS NOT NULL OR NVL(table_id('PAYMENTS'), '-') <> noted('interim-id') THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: BILLING.PAYMENTS_OLD still exists or BILLING.PAYMENTS is not the new table. Nothing else was dropped.');
  END IF;
  -- The ledger has nothing left to say: it goes last, so that an interrupted run can be run again.
  EXECUTE IMMEDIATE 'DROP TABLE BILLING.ORAPART_PAYMENTS';
  DBMS_OUTPUT.PUT_LINE('70: OK, BILLING.PAYMENTS_OLD and the ledger are dropped, the migration of BILLING.PAYMENTS is closed');
END;
/
