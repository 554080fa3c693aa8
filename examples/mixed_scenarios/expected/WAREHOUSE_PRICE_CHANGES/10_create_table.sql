WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 10  Create the interim table WAREHOUSE.PRICE_CHANGES_INT
-- Table    WAREHOUSE.PRICE_CHANGES
-- Why      a table cannot become RANGE INTERVAL NUMTOYMINTERVAL(1,'MONTH') on VALID_FROM, 4 hash
--          subpartitions on CHANGE_ID in place on every release: it is built beside the old one
-- Locks    exclusive on WAREHOUSE.PRICE_CHANGES_INT (while it is created, nobody knows it yet)
-- Needs    owner WAREHOUSE with CREATE TABLE and quota, or CREATE ANY TABLE, ALTER ANY TABLE and
--          COMMENT ANY TABLE
-- Restart  run its undo first, then this file again. The master does both
-- Undo     rollback/10_undo_create_table.sql: drops WAREHOUSE.PRICE_CHANGES_INT and the ledger,
--          each only if this plan made it, until the cutover (step 50), after its undo again
-- Made by  orapart 0.0.0, plan a02f426d, template core:10_create_table.sql
-- ==============================================================================
PROMPT 10: create WAREHOUSE.PRICE_CHANGES_INT and the ledger WAREHOUSE.ORAPART_PRICE_CHANGES
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '10 create table');
END;
/

-- Guard: both names must be free, except for what an earlier run of this very plan left behind.
DECLARE
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM WAREHOUSE.ORAPART_PRICE_CHANGES WHERE item = :item'
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
  IF noted('plan') IS NOT NULL AND noted('plan') <> 'a02f426dda4ec40f093a468cb8b0ac522899ccc3ba7aeb3beca12685300ea6e2' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: plan ' || SUBSTR(noted('plan'), 1, 8) || ' of WAREHOUSE.PRICE_CHANGES is under way.'
      || ' Nothing was changed. Finish it or undo it with its own rollback/master_rollback.sql.');
  ELSIF noted('step-10') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 10 has been done. Nothing was changed. Go on with 20_data_load.sql, or run master1.sql.');
  ELSIF table_id('ORAPART_PRICE_CHANGES') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: WAREHOUSE.ORAPART_PRICE_CHANGES exists.'
      || ' Nothing was changed. If step 10 stopped midway, run rollback/10_undo_create_table.sql and then this file; master1.sql does both.');
  ELSIF table_id('PRICE_CHANGES_INT') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: WAREHOUSE.PRICE_CHANGES_INT exists and this plan did not make it.'
      || ' Nothing was changed. Choose another name (migration_settings.names.interim) and generate again.');
  ELSIF table_id('PRICE_CHANGES') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: there is no table WAREHOUSE.PRICE_CHANGES that this user can see. Nothing was changed.');
  END IF;
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;

-- 10.1  The ledger is made in one statement with its marks, so that it can never be taken for somebody else's table.
CREATE TABLE WAREHOUSE.ORAPART_PRICE_CHANGES
  TABLESPACE USERS
AS
SELECT CAST('plan' AS VARCHAR2(200)) AS item,
       CAST('a02f426dda4ec40f093a468cb8b0ac522899ccc3ba7aeb3beca12685300ea6e2' AS VARCHAR2(4000)) AS value,
       CAST(SYSTIMESTAMP AS TIMESTAMP) AS noted_at
  FROM dual
UNION ALL
SELECT 'step-10-begun', 'yes', CAST(SYSTIMESTAMP AS TIMESTAMP)
  FROM dual;
COMMENT ON TABLE WAREHOUSE.ORAPART_PRICE_CHANGES IS 'orapart: state of the migration of WAREHOUSE.PRICE_CHANGES, dropped by step 70 or by the rollback';
COMMENT ON COLUMN WAREHOUSE.ORAPART_PRICE_CHANGES.ITEM IS 'what is noted: plan, source-id, interim-id, scn, chunk-.., step-..';
COMMENT ON COLUMN WAREHOUSE.ORAPART_PRICE_CHANGES.VALUE IS 'object id, SCN, number of rows or the word done';
COMMENT ON COLUMN WAREHOUSE.ORAPART_PRICE_CHANGES.NOTED_AT IS 'time of the database server';
INSERT INTO WAREHOUSE.ORAPART_PRICE_CHANGES (item, value, noted_at)
SELECT 'source-id', TO_CHAR(object_id), SYSTIMESTAMP
  FROM all_objects
 WHERE owner = 'WAREHOUSE'
   AND object_name = 'PRICE_CHANGES'
   AND object_type = 'TABLE';
-- The name was free a moment ago: an empty table that carries it from now on is ours, even if this session dies at the next statement.
INSERT INTO WAREHOUSE.ORAPART_PRICE_CHANGES (item, value, noted_at)
VALUES ('interim-intended', 'PRICE_CHANGES_INT', SYSTIMESTAMP);
COMMIT;

-- 10.2  The interim table: 5 columns, RANGE INTERVAL NUMTOYMINTERVAL(1,'MONTH') on VALID_FROM, 4 hash subpartitions on CHANGE_ID.
CREATE TABLE WAREHOUSE.PRICE_CHANGES_INT (
  CHANGE_ID NUMBER(12) NOT NULL,
  VALID_FROM DATE NOT NULL,
  ARTICLE_ID NUMBER(8) NOT NULL,
  PRICE NUMBER(10,2) NOT NULL,
  LAST_CHANGED TIMESTAMP(6) NOT NULL
)
SEGMENT CREATION DEFERRED
PCTFREE 10
INITRANS 1
TABLESPACE USERS
LOGGING
PARTITION BY RANGE (VALID_FROM)
  INTERVAL (NUMTOYMINTERVAL(1,'MONTH'))
  SUBPARTITION BY HASH (CHANGE_ID)
  SUBPARTITIONS 4
(
  PARTITION P_ANCHOR VALUES LESS THAN (TO_DATE('2025-01-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN'))
)
ENABLE ROW MOVEMENT
;
INSERT INTO WAREHOUSE.ORAPART_PRICE_CHANGES (item, value, noted_at)
SELECT 'interim-id', TO_CHAR(object_id), SYSTIMESTAMP
  FROM all_objects
 WHERE owner = 'WAREHOUSE'
   AND object_name = 'PRICE_CHANGES_INT'
   AND object_type = 'TABLE';
COMMIT;

-- 10.3  Comments.
COMMENT ON TABLE WAREHOUSE.PRICE_CHANGES_INT IS 'Prices as they change; corrected during the day, never deleted.';


-- Proof: the interim table is ours, partitioned as planned.
DECLARE
  l_wrong PLS_INTEGER := 0;
  PROCEDURE wrong (p_text IN VARCHAR2) IS
  BEGIN
    l_wrong := l_wrong + 1;
    DBMS_OUTPUT.PUT_LINE('not as planned: ' || p_text);
  END wrong;
BEGIN
  FOR found IN (
    SELECT 'WAREHOUSE.PRICE_CHANGES_INT is not the table that the ledger knows' AS text
      FROM dual
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_objects o
               JOIN WAREHOUSE.ORAPART_PRICE_CHANGES l ON l.item = 'interim-id' AND l.value = TO_CHAR(o.object_id)
              WHERE o.owner = 'WAREHOUSE'
                AND o.object_name = 'PRICE_CHANGES_INT'
                AND o.object_type = 'TABLE')
    UNION ALL
    SELECT 'user columns: ' || COUNT(*) || ', planned 5'
      FROM all_tab_cols
     WHERE owner = 'WAREHOUSE'
       AND table_name = 'PRICE_CHANGES_INT'
       AND user_generated = 'YES'
    HAVING COUNT(*) <> 5
    UNION ALL
    SELECT 'interval: ' || MAX(p.interval) || ', planned NUMTOYMINTERVAL(1,''MONTH'')'
      FROM all_part_tables p
     WHERE p.owner = 'WAREHOUSE'
       AND p.table_name = 'PRICE_CHANGES_INT'
    HAVING MAX(p.interval) IS NULL
  ) LOOP
    wrong(found.text);
  END LOOP;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_wrong || ' thing(s) of WAREHOUSE.PRICE_CHANGES_INT are not as planned, listed above.'
      || ' Run rollback/10_undo_create_table.sql.');
  END IF;
  DELETE FROM WAREHOUSE.ORAPART_PRICE_CHANGES WHERE item = 'step-10';
  INSERT INTO WAREHOUSE.ORAPART_PRICE_CHANGES (item, value, noted_at)
  VALUES ('step-10', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('10: OK, WAREHOUSE.PRICE_CHANGES_INT stands, RANGE INTERVAL NUMTOYMINTERVAL(1,''MONTH'') on VALID_FROM, 4 hash subpartitions on CHANGE_ID');
END;
/
