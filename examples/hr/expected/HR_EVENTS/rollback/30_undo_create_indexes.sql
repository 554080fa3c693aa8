WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 30  undo: Indexes, keys, foreign keys and triggers of HR.EVENTS_INT
-- Table    HR.EVENTS
-- Does     drops triggers, keys, foreign keys and indexes of HR.EVENTS_INT
-- Until    the cutover (step 50), after its undo again
-- Loses    nothing but the time of the builds
-- Needs    owner, or CREATE ANY INDEX, ALTER ANY TABLE, CREATE ANY TRIGGER, TEMP for the sorts
-- Restart  run again, as often as needed: what is undone already is passed over
-- Undoes   30_create_indexes.sql
-- Made by  orapart 0.0.0, plan 3be8c5a2, template core:rollback/30_undo_create_indexes.sql
-- ==============================================================================
PROMPT 30 undo: drop triggers, constraints and indexes of HR.EVENTS_INT
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '30 undo');
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;
DECLARE
  l_left PLS_INTEGER;
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM HR.ORAPART_EVENTS WHERE item = :item'
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
     WHERE owner = 'HR' AND object_name = p_name AND object_type = 'TABLE';
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
    DBMS_OUTPUT.PUT_LINE('nothing to undo: the ledger HR.ORAPART_EVENTS does not exist');
    RETURN;
  ELSIF noted('plan') <> '3be8c5a24b3fc0630ee0221ebf1e65c2c9b0b772777713563d3e5366156a6532' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 3be8c5a2. Nothing was changed. Use the rollback of that plan.');
  END IF;
  IF NVL(table_id('EVENTS_OLD'), '-') = noted('source-id') OR noted('step-50-begun') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20410, 'OP410 undo-blocked: the cutover has begun or is done. Nothing was changed. Run rollback/50_undo_swap_tables.sql first.');
  END IF;
  -- Only objects of the interim table, found by that table, whatever their names.
  IF table_id('EVENTS_INT') IS NULL OR table_id('EVENTS_INT') <> NVL(noted('interim-id'), '-') THEN
    DBMS_OUTPUT.PUT_LINE('nothing to undo: HR.EVENTS_INT is not there or not the table that this plan made');
    RETURN;
  END IF;
  FOR found IN (
    SELECT owner, trigger_name
      FROM all_triggers
     WHERE table_owner = 'HR'
       AND table_name = 'EVENTS_INT'
  ) LOOP
    run('DROP TRIGGER ' || DBMS_ASSERT.ENQUOTE_NAME(found.owner, FALSE) || '.' || DBMS_ASSERT.ENQUOTE_NAME(found.trigger_name, FALSE));
  END LOOP;
  FOR found IN (
    SELECT constraint_name
      FROM all_constraints
     WHERE owner = 'HR'
       AND table_name = 'EVENTS_INT'
       AND constraint_type IN ('P', 'U', 'R')
     ORDER BY CASE constraint_type WHEN 'R' THEN 1 ELSE 2 END, constraint_name
  ) LOOP
    run('ALTER TABLE HR.EVENTS_INT DROP CONSTRAINT ' || DBMS_ASSERT.ENQUOTE_NAME(found.constraint_name, FALSE));
  END LOOP;
  FOR found IN (
    SELECT owner, index_name
      FROM all_indexes
     WHERE table_owner = 'HR'
       AND table_name = 'EVENTS_INT'
       AND index_type <> 'LOB'
  ) LOOP
    run('DROP INDEX ' || DBMS_ASSERT.ENQUOTE_NAME(found.owner, FALSE) || '.' || DBMS_ASSERT.ENQUOTE_NAME(found.index_name, FALSE));
  END LOOP;
  run('DELETE FROM HR.ORAPART_EVENTS WHERE item IN (''step-30'', ''step-40'')');
  COMMIT;
  SELECT COUNT(*)
    INTO l_left
    FROM all_indexes
   WHERE table_owner = 'HR'
     AND table_name = 'EVENTS_INT'
     AND index_type <> 'LOB';
  IF l_left > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_left || ' index(es) of HR.EVENTS_INT are left. Run this file again.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('30 undo: OK, HR.EVENTS_INT has no index, key or trigger');
END;
/
