WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 60  Grants, dependents and foreign keys of HR.EVENTS
-- Table    HR.EVENTS
-- Why      what reads the table by its name became invalid with the rename, and foreign keys were
--          enabled without a scan
-- Locks    library on HR.EVENTS (an instant per grant, VALIDATE scans without stopping changes)
-- Needs    owner, or GRANT ANY OBJECT PRIVILEGE, ALTER ANY TABLE, the owners of dependents, or
--          ALTER ANY PROCEDURE
-- Restart  run again, as often as needed
-- Undo     none needed: it only mends and proves, the undo of step 50 takes grants and foreign keys
--          back with the table
-- Made by  orapart 0.0.0, plan 3be8c5a2, template core:60_restore_grants.sql
-- ==============================================================================
PROMPT 60: grants, dependents and validation of HR.EVENTS
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '60 restore grants');
END;
/

-- Guard. This file can be run any number of times.
DECLARE
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
BEGIN
  IF noted('plan') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger HR.ORAPART_EVENTS does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> '3be8c5a24b3fc0630ee0221ebf1e65c2c9b0b772777713563d3e5366156a6532' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 3be8c5a2. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-50') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 50 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('EVENTS') IS NULL OR table_id('EVENTS') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: HR.EVENTS has object id '
      || NVL(table_id('EVENTS'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('EVENTS_OLD') IS NULL OR table_id('EVENTS_OLD') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: HR.EVENTS_OLD has object id '
      || NVL(table_id('EVENTS_OLD'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;

-- If the session died between the proof of step 50 and the opening, the table is opened here.
DECLARE
  FUNCTION is_read_only (p_name IN VARCHAR2) RETURN BOOLEAN IS
    l_state VARCHAR2(30);
  BEGIN
    SELECT MAX(read_only) INTO l_state FROM all_tables
     WHERE owner = 'HR' AND table_name = p_name;
    IF l_state = 'N/A' THEN
      EXECUTE IMMEDIATE
        'SELECT MAX(def_read_only) FROM all_part_tables WHERE owner = :owner AND table_name = :name'
        INTO l_state USING 'HR', p_name;
    END IF;
    RETURN NVL(l_state, 'NO') = 'YES';
  END is_read_only;
BEGIN
  IF is_read_only('EVENTS') THEN
    EXECUTE IMMEDIATE 'ALTER TABLE HR.EVENTS READ WRITE';
    DBMS_OUTPUT.PUT_LINE('opened: HR.EVENTS');
  END IF;
END;
/

-- 60.1  Grants were given in step 40. Given again they change nothing, and mend what somebody took away meanwhile.
GRANT SELECT, INSERT, UPDATE, DELETE ON HR.EVENTS TO HR_APP;
-- 60.1  Dependents became invalid with the rename. Those that were valid before are compiled, in every schema.
ALTER VIEW HR.V_TABLE_SUMMARY COMPILE;



-- Proof: every planned grant is there, no dependent is invalid that was valid before, no foreign key is left unvalidated.
DECLARE
  l_wrong PLS_INTEGER := 0;
  PROCEDURE wrong (p_text IN VARCHAR2) IS
  BEGIN
    l_wrong := l_wrong + 1;
    DBMS_OUTPUT.PUT_LINE('not as planned: ' || p_text);
  END wrong;
  FUNCTION count_grants (p_table IN VARCHAR2, p_grantee IN VARCHAR2, p_privilege IN VARCHAR2, p_column IN VARCHAR2,
    p_grantable IN VARCHAR2) RETURN PLS_INTEGER
  IS
    l_count PLS_INTEGER;
    l_views VARCHAR2(4) := CASE WHEN USER = 'HR' THEN 'all_' ELSE 'dba_' END;
    l_owner VARCHAR2(12) := CASE WHEN USER = 'HR' THEN 'table_schema' ELSE 'owner' END;
  BEGIN
    EXECUTE IMMEDIATE
      'SELECT COUNT(*) FROM (SELECT ' || l_owner || ' AS owner, table_name, grantee, privilege, ''*'' AS column_name, grantable FROM ' || l_views
      || 'tab_privs UNION ALL SELECT ' || l_owner || ', table_name, grantee, privilege, column_name, grantable FROM ' || l_views || 'col_privs)'
      || ' WHERE owner = :owner AND table_name = :name AND grantee = :grantee AND privilege = :privilege AND column_name = :column_name'
      || ' AND grantable IN (:grantable, ''YES'')'
      INTO l_count USING 'HR', p_table, p_grantee, p_privilege, p_column, p_grantable;
    RETURN l_count;
  END count_grants;
BEGIN
  FOR planned IN (
    SELECT 'HR_APP' AS grantee, 'SELECT' AS privilege,
           '*' AS column_name, 'NO' AS grantable FROM dual UNION ALL
    SELECT 'HR_APP' AS grantee, 'INSERT' AS privilege,
           '*' AS column_name, 'NO' AS grantable FROM dual UNION ALL
    SELECT 'HR_APP' AS grantee, 'UPDATE' AS privilege,
           '*' AS column_name, 'NO' AS grantable FROM dual UNION ALL
    SELECT 'HR_APP' AS grantee, 'DELETE' AS privilege,
           '*' AS column_name, 'NO' AS grantable FROM dual
  ) LOOP
    IF count_grants('EVENTS', planned.grantee, planned.privilege, planned.column_name, planned.grantable) = 0 THEN
      wrong('grant ' || planned.privilege || ' to ' || planned.grantee || ' is missing or without its grant option');
    END IF;
  END LOOP;
  FOR found IN (
    SELECT o.object_type || ' ' || o.owner || '.' || o.object_name || ' is ' || o.status AS text
      FROM all_objects o
     WHERE o.status <> 'VALID'
       AND (o.owner, o.object_name, o.object_type) IN (
             SELECT 'HR', 'V_TABLE_SUMMARY', 'VIEW' FROM dual
           )
    UNION ALL
    SELECT 'foreign key ' || c.owner || '.' || c.constraint_name || ' is ' || c.status || ' ' || c.validated
      FROM all_constraints c
     WHERE c.constraint_type = 'R'
       AND c.validated <> 'VALIDATED'
       AND (c.owner, c.constraint_name) IN (
             SELECT NULL, NULL FROM dual WHERE 1 = 0
           )
  ) LOOP
    wrong(found.text);
  END LOOP;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_wrong || ' thing(s) around HR.EVENTS are not as planned, listed above. The table is open and no row is lost.'
      || ' Mend them and run this file again.');
  END IF;
  DELETE FROM HR.ORAPART_EVENTS WHERE item = 'step-60';
  INSERT INTO HR.ORAPART_EVENTS (item, value, noted_at)
  VALUES ('step-60', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('60: OK, grants, dependents and foreign keys of HR.EVENTS are as before');
END;
/
