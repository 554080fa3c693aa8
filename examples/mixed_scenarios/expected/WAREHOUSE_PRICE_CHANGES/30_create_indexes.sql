WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 30  Indexes, keys, foreign keys and triggers of WAREHOUSE.PRICE_CHANGES_INT
-- Table    WAREHOUSE.PRICE_CHANGES
-- Why      built after the load they cost one scan each, and direct path needs a table without
--          triggers and foreign keys
-- Locks    exclusive on WAREHOUSE.PRICE_CHANGES_INT (per index build)
-- Needs    owner, or CREATE ANY INDEX, ALTER ANY TABLE, CREATE ANY TRIGGER, TEMP for the sorts
-- Restart  run again: it goes on where it stopped
-- Undo     rollback/30_undo_create_indexes.sql: drops triggers, keys, foreign keys and indexes of
--          WAREHOUSE.PRICE_CHANGES_INT, until the cutover (step 50), after its undo again
-- Made by  orapart 0.0.0, plan a02f426d, template core:30_create_indexes.sql
-- ==============================================================================
PROMPT 30: 3 indexes and 1 constraints on WAREHOUSE.PRICE_CHANGES_INT, about 14 s
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '30 create indexes');
END;
/

-- Guard.
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
  IF noted('plan') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger WAREHOUSE.ORAPART_PRICE_CHANGES does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> 'a02f426dda4ec40f093a468cb8b0ac522899ccc3ba7aeb3beca12685300ea6e2' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan a02f426d. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-30') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 30 has been done. Nothing was changed. Run the master for the next step.');
  END IF;
  IF noted('step-20') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 20 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('PRICE_CHANGES') IS NULL OR table_id('PRICE_CHANGES') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: WAREHOUSE.PRICE_CHANGES has object id '
      || NVL(table_id('PRICE_CHANGES'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('PRICE_CHANGES_INT') IS NULL OR table_id('PRICE_CHANGES_INT') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: WAREHOUSE.PRICE_CHANGES_INT has object id '
      || NVL(table_id('PRICE_CHANGES_INT'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF noted('interim-stale') = 'yes' THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: WAREHOUSE.PRICE_CHANGES_INT is the copy of a cutover that was undone.'
      || ' Nothing was changed. Run rollback/master_rollback.sql, then start with master1.sql.');
  END IF;
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;

BEGIN
  FOR found IN (SELECT privilege FROM session_privs WHERE privilege = 'RESUMABLE') LOOP
    EXECUTE IMMEDIATE 'ALTER SESSION ENABLE RESUMABLE TIMEOUT 7200 NAME ''orapart 30''';
  END LOOP;
END;
/
-- 30.1  Indexes under interim names. One that stands from an earlier run is passed over: a build that failed leaves nothing behind.
-- Index    PRICE_CHANGES_PK is GLOBAL: ORA-14039: unique index PRICE_CHANGES_PK (CHANGE_ID) does
--          not contain the partition key VALID_FROM, GLOBAL keeps CHANGE_ID unique across all
--          partitions
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'WAREHOUSE' AND index_name = 'PRICE_CHANGES_PK_INT'
     AND table_owner = 'WAREHOUSE' AND table_name = 'PRICE_CHANGES_INT';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 1 of 3');
    EXECUTE IMMEDIATE q'~CREATE UNIQUE INDEX WAREHOUSE.PRICE_CHANGES_PK_INT
  ON WAREHOUSE.PRICE_CHANGES_INT (CHANGE_ID)
  PCTFREE 10
  INITRANS 2
  TABLESPACE USERS
  LOGGING
  PARALLEL 4~';
  END IF;
END;
/
-- Index    PRICE_CHANGES_ARTICLE_IX is LOCAL: its key contains the partition key VALID_FROM, so
--          queries read few partitions
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'WAREHOUSE' AND index_name = 'PRICE_CHANGES_ARTICLE_IX_INT'
     AND table_owner = 'WAREHOUSE' AND table_name = 'PRICE_CHANGES_INT';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 2 of 3');
    EXECUTE IMMEDIATE q'~CREATE INDEX WAREHOUSE.PRICE_CHANGES_ARTICLE_IX_INT
  ON WAREHOUSE.PRICE_CHANGES_INT (ARTICLE_ID, VALID_FROM)
  LOCAL
  PCTFREE 10
  INITRANS 2
  TABLESPACE USERS
  LOGGING
  PARALLEL 4~';
  END IF;
END;
/
-- Index    PRICE_CHANGES_CHANGED_IX is GLOBAL: its key (LAST_CHANGED) does not contain the
--          partition key VALID_FROM: LOCAL would make every query probe every partition
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'WAREHOUSE' AND index_name = 'PRICE_CHANGES_CHANGED_IX_INT'
     AND table_owner = 'WAREHOUSE' AND table_name = 'PRICE_CHANGES_INT';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 3 of 3');
    EXECUTE IMMEDIATE q'~CREATE INDEX WAREHOUSE.PRICE_CHANGES_CHANGED_IX_INT
  ON WAREHOUSE.PRICE_CHANGES_INT (LAST_CHANGED)
  PCTFREE 10
  INITRANS 2
  TABLESPACE USERS
  LOGGING
  PARALLEL 4~';
  END IF;
END;
/
BEGIN
  FOR found IN (SELECT privilege FROM session_privs WHERE privilege = 'RESUMABLE') LOOP
    EXECUTE IMMEDIATE 'ALTER SESSION DISABLE RESUMABLE';
  END LOOP;
END;
/

-- 30.2 and 30.3  Keys on these indexes, deferrable checks; foreign keys wait DISABLED until the freeze, enabled they would break the application (ORA-02292).
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_constraints
   WHERE owner = 'WAREHOUSE' AND constraint_name = 'PRICE_CHANGES_PK_INT' AND table_name = 'PRICE_CHANGES_INT';
  IF l_there = 0 THEN
    EXECUTE IMMEDIATE q'~ALTER TABLE WAREHOUSE.PRICE_CHANGES_INT ADD CONSTRAINT PRICE_CHANGES_PK_INT
  PRIMARY KEY (CHANGE_ID)
  USING INDEX WAREHOUSE.PRICE_CHANGES_PK_INT
  ENABLE VALIDATE~';
  END IF;
END;
/

-- 30.3  Triggers under interim names, DISABLED: they must compile now, they fire only after the cutover.
CREATE OR REPLACE TRIGGER WAREHOUSE.PRICE_CHANGES_TOUCH_INT
  BEFORE INSERT OR UPDATE ON WAREHOUSE.PRICE_CHANGES_INT
  FOR EACH ROW
  DISABLE
BEGIN
  :NEW.LAST_CHANGED := SYSTIMESTAMP;
END;
/

-- 30.4  The degree of the build goes back to that of the original index.
ALTER INDEX WAREHOUSE.PRICE_CHANGES_PK_INT NOPARALLEL;
ALTER INDEX WAREHOUSE.PRICE_CHANGES_ARTICLE_IX_INT NOPARALLEL;
ALTER INDEX WAREHOUSE.PRICE_CHANGES_CHANGED_IX_INT NOPARALLEL;

-- Proof: every index stands and is usable, every constraint has its state, every trigger compiled.
DECLARE
  l_wrong PLS_INTEGER := 0;
  PROCEDURE wrong (p_text IN VARCHAR2) IS
  BEGIN
    l_wrong := l_wrong + 1;
    DBMS_OUTPUT.PUT_LINE('not as planned: ' || p_text);
  END wrong;
BEGIN
  FOR found IN (
    SELECT index_name || ' is ' || status AS text
      FROM all_indexes
     WHERE table_owner = 'WAREHOUSE'
       AND table_name = 'PRICE_CHANGES_INT'
       AND status = 'UNUSABLE'
    UNION ALL
    SELECT p.index_name || ', partition ' || p.partition_name || ' is ' || p.status
      FROM all_ind_partitions p
      JOIN all_indexes i ON i.owner = p.index_owner AND i.index_name = p.index_name
     WHERE i.table_owner = 'WAREHOUSE'
       AND i.table_name = 'PRICE_CHANGES_INT'
       AND p.status = 'UNUSABLE'
    UNION ALL
    SELECT s.index_name || ', subpartition ' || s.subpartition_name || ' is ' || s.status
      FROM all_ind_subpartitions s
      JOIN all_indexes i ON i.owner = s.index_owner AND i.index_name = s.index_name
     WHERE i.table_owner = 'WAREHOUSE'
       AND i.table_name = 'PRICE_CHANGES_INT'
       AND s.status = 'UNUSABLE'
    UNION ALL
    SELECT 'trigger ' || t.owner || '.' || t.trigger_name || ' does not compile (ALL_ERRORS says why)'
      FROM all_triggers t
      JOIN all_objects o ON o.owner = t.owner AND o.object_name = t.trigger_name AND o.object_type = 'TRIGGER'
     WHERE t.table_owner = 'WAREHOUSE'
       AND t.table_name = 'PRICE_CHANGES_INT'
       AND o.status <> 'VALID'
    UNION ALL
    SELECT 'indexes: ' || COUNT(*) || ' stand, 3 are planned'
      FROM all_indexes
     WHERE table_owner = 'WAREHOUSE'
       AND table_name = 'PRICE_CHANGES_INT'
       AND index_type <> 'LOB'
    HAVING COUNT(*) <> 3
    UNION ALL
    SELECT 'constraint ' || planned.name || ' is missing or not ' || planned.status
      FROM (
            SELECT 'PRICE_CHANGES_PK_INT' AS name, 'ENABLED' AS status FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_constraints c
              WHERE c.owner = 'WAREHOUSE'
                AND c.table_name = 'PRICE_CHANGES_INT'
                AND c.constraint_name = planned.name
                AND c.status = planned.status)
  ) LOOP
    wrong(found.text);
  END LOOP;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_wrong || ' thing(s) on WAREHOUSE.PRICE_CHANGES_INT are not as planned, listed above.'
      || ' Mend them and run this file again, or run rollback/30_undo_create_indexes.sql.');
  END IF;
  DELETE FROM WAREHOUSE.ORAPART_PRICE_CHANGES WHERE item = 'step-30';
  INSERT INTO WAREHOUSE.ORAPART_PRICE_CHANGES (item, value, noted_at)
  VALUES ('step-30', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('30: OK, indexes, constraints and triggers of WAREHOUSE.PRICE_CHANGES_INT stand');
END;
/
