WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 30  Indexes, keys, foreign keys and triggers of SHOP.SHIPMENTS_INT
-- Table    SHOP.SHIPMENTS
-- Why      built after the load they cost one scan each, and direct path needs a table without
--          triggers and foreign keys
-- Locks    exclusive on SHOP.SHIPMENTS_INT (per index build), share on SHOP.ORDERS (an instant each
--          while a foreign key is added)
-- Needs    owner, or CREATE ANY INDEX, ALTER ANY TABLE, CREATE ANY TRIGGER, TEMP for the sorts
-- Restart  run again: it goes on where it stopped
-- Undo     rollback/30_undo_create_indexes.sql: drops triggers, keys, foreign keys and indexes of
--          SHOP.SHIPMENTS_INT, until the cutover (step 50), after its undo again
-- Made by  orapart 0.0.0, plan f4efa447, template core:30_create_indexes.sql
-- ==============================================================================
PROMPT 30: 4 indexes and 3 constraints on SHOP.SHIPMENTS_INT, about 55 s
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
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM SHOP.ORAPART_SHIPMENTS WHERE item = :item'
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
     WHERE owner = 'SHOP' AND object_name = p_name AND object_type = 'TABLE';
    RETURN l_id;
  END table_id;
BEGIN
  IF noted('plan') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger SHOP.ORAPART_SHIPMENTS does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> 'f4efa447a3ca151dfa8b23009f4b2615f25eea3b002912c11b5237cac676373b' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan f4efa447. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-30') = 'done' THEN
    RAISE_APPLICATION_ERROR(-20403, 'OP403 step-done: step 30 has been done. Nothing was changed. Run the master for the next step.');
  END IF;
  IF noted('step-20') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 20 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('SHIPMENTS') IS NULL OR table_id('SHIPMENTS') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: SHOP.SHIPMENTS has object id '
      || NVL(table_id('SHIPMENTS'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('SHIPMENTS_INT') IS NULL OR table_id('SHIPMENTS_INT') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: SHOP.SHIPMENTS_INT has object id '
      || NVL(table_id('SHIPMENTS_INT'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF noted('interim-stale') = 'yes' THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: SHOP.SHIPMENTS_INT is the copy of a cutover that was undone.'
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
-- Index    SHIPMENTS_PK is GLOBAL: ORA-14039: unique index SHIPMENTS_PK (SHIPMENT_ID) does not
--          contain the partition key HANDED_OVER_AT, GLOBAL keeps SHIPMENT_ID unique across all
--          partitions
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'SHOP' AND index_name = 'SHIPMENTS_PK_INT'
     AND table_owner = 'SHOP' AND table_name = 'SHIPMENTS_INT';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 1 of 4');
    EXECUTE IMMEDIATE q'~CREATE UNIQUE INDEX SHOP.SHIPMENTS_PK_INT
  ON SHOP.SHIPMENTS_INT (SHIPMENT_ID)
  PCTFREE 10
  INITRANS 2
  TABLESPACE USERS
  LOGGING
  PARALLEL 16~';
  END IF;
END;
/
-- Index    SHIPMENTS_TRACKING_UK is GLOBAL: ORA-14039: unique index SHIPMENTS_TRACKING_UK
--          (TRACKING_CODE) does not contain the partition key HANDED_OVER_AT, GLOBAL keeps
--          TRACKING_CODE unique across all partitions
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'SHOP' AND index_name = 'SHIPMENTS_TRACKING_UK_INT'
     AND table_owner = 'SHOP' AND table_name = 'SHIPMENTS_INT';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 2 of 4');
    EXECUTE IMMEDIATE q'~CREATE UNIQUE INDEX SHOP.SHIPMENTS_TRACKING_UK_INT
  ON SHOP.SHIPMENTS_INT (TRACKING_CODE)
  PCTFREE 10
  INITRANS 2
  TABLESPACE USERS
  LOGGING
  PARALLEL 16~';
  END IF;
END;
/
-- Index    SHIPMENTS_ORDER_IX is GLOBAL: its key (ORDER_ID) does not contain the partition key
--          HANDED_OVER_AT: LOCAL would make every query probe every partition
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'SHOP' AND index_name = 'SHIPMENTS_ORDER_IX_INT'
     AND table_owner = 'SHOP' AND table_name = 'SHIPMENTS_INT';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 3 of 4');
    EXECUTE IMMEDIATE q'~CREATE INDEX SHOP.SHIPMENTS_ORDER_IX_INT
  ON SHOP.SHIPMENTS_INT (ORDER_ID)
  PCTFREE 10
  INITRANS 2
  TABLESPACE USERS
  LOGGING
  PARALLEL 16~';
  END IF;
END;
/
-- Index    SHIPMENTS_HANDED_OVER_IX is LOCAL: its key contains the partition key HANDED_OVER_AT, so
--          queries read few partitions
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_indexes
   WHERE owner = 'SHOP' AND index_name = 'SHIPMENTS_HANDED_OVER_IX_INT'
     AND table_owner = 'SHOP' AND table_name = 'SHIPMENTS_INT';
  IF l_there = 0 THEN
    DBMS_APPLICATION_INFO.SET_ACTION('30 index 4 of 4');
    EXECUTE IMMEDIATE q'~CREATE INDEX SHOP.SHIPMENTS_HANDED_OVER_IX_INT
  ON SHOP.SHIPMENTS_INT (HANDED_OVER_AT)
  LOCAL
  PCTFREE 10
  INITRANS 2
  TABLESPACE USERS
  LOGGING
  PARALLEL 16~';
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
   WHERE owner = 'SHOP' AND constraint_name = 'SHIPMENTS_PK_INT' AND table_name = 'SHIPMENTS_INT';
  IF l_there = 0 THEN
    EXECUTE IMMEDIATE q'~ALTER TABLE SHOP.SHIPMENTS_INT ADD CONSTRAINT SHIPMENTS_PK_INT
  PRIMARY KEY (SHIPMENT_ID)
  USING INDEX SHOP.SHIPMENTS_PK_INT
  ENABLE VALIDATE~';
  END IF;
END;
/
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_constraints
   WHERE owner = 'SHOP' AND constraint_name = 'SHIPMENTS_TRACKING_UK_INT' AND table_name = 'SHIPMENTS_INT';
  IF l_there = 0 THEN
    EXECUTE IMMEDIATE q'~ALTER TABLE SHOP.SHIPMENTS_INT ADD CONSTRAINT SHIPMENTS_TRACKING_UK_INT
  UNIQUE (TRACKING_CODE)
  USING INDEX SHOP.SHIPMENTS_TRACKING_UK_INT
  ENABLE VALIDATE~';
  END IF;
END;
/
DECLARE
  l_there PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_there FROM all_constraints
   WHERE owner = 'SHOP' AND constraint_name = 'SHIPMENTS_ORDER_FK_INT' AND table_name = 'SHIPMENTS_INT';
  IF l_there = 0 THEN
    EXECUTE IMMEDIATE q'~ALTER TABLE SHOP.SHIPMENTS_INT ADD CONSTRAINT SHIPMENTS_ORDER_FK_INT
  FOREIGN KEY (ORDER_ID) REFERENCES SHOP.ORDERS (ORDER_ID)
  DISABLE NOVALIDATE~';
  END IF;
END;
/


-- 30.4  The degree of the build goes back to that of the original index.
ALTER INDEX SHOP.SHIPMENTS_PK_INT NOPARALLEL;
ALTER INDEX SHOP.SHIPMENTS_TRACKING_UK_INT NOPARALLEL;
ALTER INDEX SHOP.SHIPMENTS_ORDER_IX_INT NOPARALLEL;
ALTER INDEX SHOP.SHIPMENTS_HANDED_OVER_IX_INT NOPARALLEL;

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
     WHERE table_owner = 'SHOP'
       AND table_name = 'SHIPMENTS_INT'
       AND status = 'UNUSABLE'
    UNION ALL
    SELECT p.index_name || ', partition ' || p.partition_name || ' is ' || p.status
      FROM all_ind_partitions p
      JOIN all_indexes i ON i.owner = p.index_owner AND i.index_name = p.index_name
     WHERE i.table_owner = 'SHOP'
       AND i.table_name = 'SHIPMENTS_INT'
       AND p.status = 'UNUSABLE'
    UNION ALL
    SELECT s.index_name || ', subpartition ' || s.subpartition_name || ' is ' || s.status
      FROM all_ind_subpartitions s
      JOIN all_indexes i ON i.owner = s.index_owner AND i.index_name = s.index_name
     WHERE i.table_owner = 'SHOP'
       AND i.table_name = 'SHIPMENTS_INT'
       AND s.status = 'UNUSABLE'
    UNION ALL
    SELECT 'trigger ' || t.owner || '.' || t.trigger_name || ' does not compile (ALL_ERRORS says why)'
      FROM all_triggers t
      JOIN all_objects o ON o.owner = t.owner AND o.object_name = t.trigger_name AND o.object_type = 'TRIGGER'
     WHERE t.table_owner = 'SHOP'
       AND t.table_name = 'SHIPMENTS_INT'
       AND o.status <> 'VALID'
    UNION ALL
    SELECT 'indexes: ' || COUNT(*) || ' stand, 4 are planned'
      FROM all_indexes
     WHERE table_owner = 'SHOP'
       AND table_name = 'SHIPMENTS_INT'
       AND index_type <> 'LOB'
    HAVING COUNT(*) <> 4
    UNION ALL
    SELECT 'constraint ' || planned.name || ' is missing or not ' || planned.status
      FROM (
            SELECT 'SHIPMENTS_PK_INT' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'SHIPMENTS_TRACKING_UK_INT' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'SHIPMENTS_ORDER_FK_INT' AS name, 'DISABLED' AS status FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_constraints c
              WHERE c.owner = 'SHOP'
                AND c.table_name = 'SHIPMENTS_INT'
                AND c.constraint_name = planned.name
                AND c.status = planned.status)
  ) LOOP
    wrong(found.text);
  END LOOP;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_wrong || ' thing(s) on SHOP.SHIPMENTS_INT are not as planned, listed above.'
      || ' Mend them and run this file again, or run rollback/30_undo_create_indexes.sql.');
  END IF;
  DELETE FROM SHOP.ORAPART_SHIPMENTS WHERE item = 'step-30';
  INSERT INTO SHOP.ORAPART_SHIPMENTS (item, value, noted_at)
  VALUES ('step-30', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('30: OK, indexes, constraints and triggers of SHOP.SHIPMENTS_INT stand');
END;
/
