WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 70  Drop the retained table WAREHOUSE.STOCK_MOVES_OLD: point of no return
-- Table    WAREHOUSE.STOCK_MOVES
-- Why      the old rows take space and the reverse capture costs every change a little, both end
--          here
-- Locks    exclusive on WAREHOUSE.STOCK_MOVES_OLD (while it is dropped)
-- Needs    owner, or DROP ANY TABLE, DEFINE orapart_confirm_drop with the table's name, a fresh
--          backup
-- Restart  run again, as often as needed
-- Undo     none, point of no return: a dropped table comes back from the recycle bin at best,
--          without the names of its indexes and without foreign keys
-- Made by  orapart 0.0.0, plan c2f21641, template core:70_drop_old_table.sql
-- ==============================================================================
PROMPT 70: drop WAREHOUSE.STOCK_MOVES_OLD. THIS IS THE POINT OF NO RETURN
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
  IF NVL(:orapart_answer, '-') <> 'WAREHOUSE.STOCK_MOVES' THEN
    RAISE_APPLICATION_ERROR(-20407, 'OP407 not-confirmed: dropping WAREHOUSE.STOCK_MOVES_OLD ends every way back.'
      || ' Nothing was changed. When it is so: DEFINE orapart_confirm_drop = "WAREHOUSE.STOCK_MOVES", then run this file again.');
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
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM WAREHOUSE.ORAPART_STOCK_MOVES WHERE item = :item'
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
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger WAREHOUSE.ORAPART_STOCK_MOVES does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> 'c2f2164182740ad9bfb630a2f4e60e56b7722eae171db7819e6e716e8f04a4a2' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan c2f21641. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-65') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 65 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('STOCK_MOVES') IS NULL OR table_id('STOCK_MOVES') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: WAREHOUSE.STOCK_MOVES has object id '
      || NVL(table_id('STOCK_MOVES'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  -- An earlier run of this file may have dropped it already.
  IF noted('drop-begun') IS NULL OR table_id('STOCK_MOVES_OLD') IS NOT NULL THEN
    IF table_id('STOCK_MOVES_OLD') IS NULL OR table_id('STOCK_MOVES_OLD') <> NVL(noted('source-id'), '-') THEN
      RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: WAREHOUSE.STOCK_MOVES_OLD has object id '
        || NVL(table_id('STOCK_MOVES_OLD'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
        || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
    END IF;
  END IF;
  IF SYSDATE < TO_DATE(noted('cutover-at'), 'YYYY-MM-DD HH24:MI:SS') + 7 THEN
    RAISE_APPLICATION_ERROR(-20409, 'OP409 too-early: WAREHOUSE.STOCK_MOVES_OLD is kept for 7 day(s) after the cutover of ' || noted('cutover-at')
      || '. Nothing was changed.');
  END IF;
  SELECT COUNT(*)
    INTO l_keys
    FROM all_constraints c
    JOIN all_constraints k ON k.owner = c.r_owner AND k.constraint_name = c.r_constraint_name
   WHERE c.constraint_type = 'R'
     AND k.owner = 'WAREHOUSE'
     AND k.table_name = 'STOCK_MOVES_OLD'
     AND NOT (c.owner = 'WAREHOUSE' AND c.table_name = 'STOCK_MOVES_OLD');
  IF l_keys > 0 THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: ' || l_keys || ' foreign key(s) still point to WAREHOUSE.STOCK_MOVES_OLD. Nothing was changed. Run 65_verify.sql, it names them.');
  END IF;
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;
DELETE FROM WAREHOUSE.ORAPART_STOCK_MOVES WHERE item = 'drop-begun';
INSERT INTO WAREHOUSE.ORAPART_STOCK_MOVES (item, value, noted_at)
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
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM WAREHOUSE.ORAPART_STOCK_MOVES WHERE item = :item'
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
  SELECT COUNT(*)
    INTO l_there
    FROM all_triggers
   WHERE owner = 'WAREHOUSE'
     AND trigger_name = 'ORAPART_STOCK_MOVES_TRG'
     AND table_owner = 'WAREHOUSE'
     AND table_name = 'STOCK_MOVES';
  IF l_there = 1 THEN
    EXECUTE IMMEDIATE 'DROP TRIGGER WAREHOUSE.ORAPART_STOCK_MOVES_TRG';
  END IF;
  IF table_id('ORAPART_STOCK_MOVES_LOG') IS NOT NULL THEN
    EXECUTE IMMEDIATE 'DROP TABLE WAREHOUSE.ORAPART_STOCK_MOVES_LOG';
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
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM WAREHOUSE.ORAPART_STOCK_MOVES WHERE item = :item'
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
  IF table_id('STOCK_MOVES_OLD') IS NOT NULL THEN
    EXECUTE IMMEDIATE 'DROP TABLE WAREHOUSE.STOCK_MOVES_OLD';
  END IF;
  IF table_id('STOCK_MOVES_OLD') IS NOT NULL OR NVL(table_id('STOCK_MOVES'), '-') <> noted('interim-id') THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: WAREHOUSE.STOCK_MOVES_OLD still exists or WAREHOUSE.STOCK_MOVES is not the new table. Nothing else was dropped.');
  END IF;
  -- The ledger has nothing left to say: it goes last, so that an interrupted run can be run again.
  EXECUTE IMMEDIATE 'DROP TABLE WAREHOUSE.ORAPART_STOCK_MOVES';
  DBMS_OUTPUT.PUT_LINE('70: OK, WAREHOUSE.STOCK_MOVES_OLD and the ledger are dropped, the migration of WAREHOUSE.STOCK_MOVES is closed');
END;
/
