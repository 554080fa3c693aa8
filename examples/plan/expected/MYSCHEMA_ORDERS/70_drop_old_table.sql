WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 70  Drop the retained table MYSCHEMA.ORDERS_OLD: point of no return
-- Table    MYSCHEMA.ORDERS
-- Why      the old rows take space and the reverse capture costs every change a little, both end
--          here
-- Locks    exclusive on MYSCHEMA.ORDERS_OLD (while it is dropped)
-- Needs    owner, or DROP ANY TABLE, DEFINE orapart_confirm_drop with the table's name, a fresh
--          backup
-- Restart  run again, as often as needed
-- Undo     none, point of no return: a dropped table comes back from the recycle bin at best,
--          without the names of its indexes and without foreign keys
-- Made by  orapart 0.0.0, plan 46b9d555, template core:70_drop_old_table.sql
-- ==============================================================================
PROMPT 70: drop MYSCHEMA.ORDERS_OLD. THIS IS THE POINT OF NO RETURN
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
  IF NVL(:orapart_answer, '-') <> 'MYSCHEMA.ORDERS' THEN
    RAISE_APPLICATION_ERROR(-20407, 'OP407 not-confirmed: dropping MYSCHEMA.ORDERS_OLD ends every way back.'
      || ' Nothing was changed. When it is so: DEFINE orapart_confirm_drop = "MYSCHEMA.ORDERS", then run this file again.');
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
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM MYSCHEMA.ORAPART_ORDERS WHERE item = :item'
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
     WHERE owner = 'MYSCHEMA' AND object_name = p_name AND object_type = 'TABLE';
    RETURN l_id;
  END table_id;
BEGIN
  IF noted('plan') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger MYSCHEMA.ORAPART_ORDERS does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> '46b9d55575d03a4309fcf296671e35645a6ad38a121b2f2ea9134b23e77240cb' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 46b9d555. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-65') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 65 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('ORDERS') IS NULL OR table_id('ORDERS') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: MYSCHEMA.ORDERS has object id '
      || NVL(table_id('ORDERS'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  -- An earlier run of this file may have dropped it already.
  IF noted('drop-begun') IS NULL OR table_id('ORDERS_OLD') IS NOT NULL THEN
    IF table_id('ORDERS_OLD') IS NULL OR table_id('ORDERS_OLD') <> NVL(noted('source-id'), '-') THEN
      RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: MYSCHEMA.ORDERS_OLD has object id '
        || NVL(table_id('ORDERS_OLD'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
        || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
    END IF;
  END IF;
  IF SYSDATE < TO_DATE(noted('cutover-at'), 'YYYY-MM-DD HH24:MI:SS') + 7 THEN
    RAISE_APPLICATION_ERROR(-20409, 'OP409 too-early: MYSCHEMA.ORDERS_OLD is kept for 7 day(s) after the cutover of ' || noted('cutover-at')
      || '. Nothing was changed.');
  END IF;
  SELECT COUNT(*)
    INTO l_keys
    FROM all_constraints c
    JOIN all_constraints k ON k.owner = c.r_owner AND k.constraint_name = c.r_constraint_name
   WHERE c.constraint_type = 'R'
     AND k.owner = 'MYSCHEMA'
     AND k.table_name = 'ORDERS_OLD'
     AND NOT (c.owner = 'MYSCHEMA' AND c.table_name = 'ORDERS_OLD');
  IF l_keys > 0 THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: ' || l_keys || ' foreign key(s) still point to MYSCHEMA.ORDERS_OLD. Nothing was changed. Run 65_verify.sql, it names them.');
  END IF;
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;
DELETE FROM MYSCHEMA.ORAPART_ORDERS WHERE item = 'drop-begun';
INSERT INTO MYSCHEMA.ORAPART_ORDERS (item, value, noted_at)
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
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM MYSCHEMA.ORAPART_ORDERS WHERE item = :item'
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
     WHERE owner = 'MYSCHEMA' AND object_name = p_name AND object_type = 'TABLE';
    RETURN l_id;
  END table_id;
BEGIN
  SELECT COUNT(*)
    INTO l_there
    FROM all_triggers
   WHERE owner = 'MYSCHEMA'
     AND trigger_name = 'ORAPART_ORDERS_TRG'
     AND table_owner = 'MYSCHEMA'
     AND table_name = 'ORDERS';
  IF l_there = 1 THEN
    EXECUTE IMMEDIATE 'DROP TRIGGER MYSCHEMA.ORAPART_ORDERS_TRG';
  END IF;
  IF table_id('ORAPART_ORDERS_LOG') IS NOT NULL THEN
    EXECUTE IMMEDIATE 'DROP TABLE MYSCHEMA.ORAPART_ORDERS_LOG';
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
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM MYSCHEMA.ORAPART_ORDERS WHERE item = :item'
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
     WHERE owner = 'MYSCHEMA' AND object_name = p_name AND object_type = 'TABLE';
    RETURN l_id;
  END table_id;
BEGIN
  IF table_id('ORDERS_OLD') IS NOT NULL THEN
    EXECUTE IMMEDIATE 'DROP TABLE MYSCHEMA.ORDERS_OLD';
  END IF;
  IF table_id('ORDERS_OLD') IS NOT NULL OR NVL(table_id('ORDERS'), '-') <> noted('interim-id') THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: MYSCHEMA.ORDERS_OLD still exists or MYSCHEMA.ORDERS is not the new table. Nothing else was dropped.');
  END IF;
  -- The ledger has nothing left to say: it goes last, so that an interrupted run can be run again.
  EXECUTE IMMEDIATE 'DROP TABLE MYSCHEMA.ORAPART_ORDERS';
  DBMS_OUTPUT.PUT_LINE('70: OK, MYSCHEMA.ORDERS_OLD and the ledger are dropped, the migration of MYSCHEMA.ORDERS is closed');
END;
/
