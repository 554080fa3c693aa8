WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 40  undo: Delta, statistics, comparison and grants of WAREHOUSE.SHIPMENTS_INT
-- Table    WAREHOUSE.SHIPMENTS
-- Does     revokes the grants on WAREHOUSE.SHIPMENTS_INT and deletes its statistics
-- Until    the cutover (step 50), after its undo again
-- Loses    nothing
-- Needs    owner, or ANALYZE ANY and GRANT ANY OBJECT PRIVILEGE
-- Restart  run again, as often as needed: what is undone already is passed over
-- Undoes   40_delta_load.sql
-- Made by  orapart 0.0.0, plan e1c3141f, template core:rollback/40_undo_delta_load.sql
-- ==============================================================================
PROMPT 40 undo: revoke the grants on WAREHOUSE.SHIPMENTS_INT, delete its statistics
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '40 undo');
END;
/
DECLARE
  TYPE t_names IS TABLE OF VARCHAR2(128);
  l_grantees t_names;
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM WAREHOUSE.ORAPART_SHIPMENTS WHERE item = :item'
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
  -- ALL_TAB_PRIVS shows every grant to the owner only: others have to ask the DBA_ views.
  FUNCTION read_grantees RETURN t_names IS
    l_views VARCHAR2(4) := CASE WHEN USER = 'WAREHOUSE' THEN 'all_' ELSE 'dba_' END;
    l_owner VARCHAR2(12) := CASE WHEN USER = 'WAREHOUSE' THEN 'table_schema' ELSE 'owner' END;
    l_found t_names;
  BEGIN
    EXECUTE IMMEDIATE
      'SELECT DISTINCT grantee FROM (SELECT ' || l_owner || ' AS owner, table_name, grantee FROM ' || l_views
      || 'tab_privs UNION ALL SELECT ' || l_owner || ', table_name, grantee FROM ' || l_views || 'col_privs)'
      || ' WHERE owner = :owner AND table_name = :name ORDER BY grantee'
      BULK COLLECT INTO l_found USING 'WAREHOUSE', 'SHIPMENTS_INT';
    RETURN l_found;
  END read_grantees;
BEGIN
  IF noted('plan') IS NULL THEN
    DBMS_OUTPUT.PUT_LINE('nothing to undo: the ledger WAREHOUSE.ORAPART_SHIPMENTS does not exist');
    RETURN;
  ELSIF noted('plan') <> 'e1c3141f5becd4f592aa73bfe9f3d085becd47b01c45b360047651e26b89ebb5' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan e1c3141f. Nothing was changed. Use the rollback of that plan.');
  END IF;
  IF NVL(table_id('SHIPMENTS_OLD'), '-') = noted('source-id') OR noted('step-50-begun') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20410, 'OP410 undo-blocked: the cutover has begun or is done. Nothing was changed. Run rollback/50_undo_swap_tables.sql first.');
  END IF;
  IF table_id('SHIPMENTS_INT') IS NULL OR table_id('SHIPMENTS_INT') <> NVL(noted('interim-id'), '-') THEN
    DBMS_OUTPUT.PUT_LINE('nothing to undo: WAREHOUSE.SHIPMENTS_INT is not there or not the table that this plan made');
    RETURN;
  END IF;
  l_grantees := read_grantees;
  FOR place IN 1 .. l_grantees.COUNT LOOP
    run('REVOKE ALL ON WAREHOUSE.SHIPMENTS_INT FROM '
      || CASE l_grantees(place) WHEN 'PUBLIC' THEN 'PUBLIC' ELSE DBMS_ASSERT.ENQUOTE_NAME(l_grantees(place), FALSE) END);
  END LOOP;
  DBMS_STATS.DELETE_TABLE_STATS(
    ownname => 'WAREHOUSE',
    tabname => 'SHIPMENTS_INT',
    force   => TRUE);
  run('DELETE FROM WAREHOUSE.ORAPART_SHIPMENTS WHERE item = ''step-40''');
  COMMIT;
  l_grantees := read_grantees;
  IF l_grantees.COUNT > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_grantees.COUNT
      || ' grantee(s) can still use WAREHOUSE.SHIPMENTS_INT. Run this file again as the owner.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('40 undo: OK, nobody but the owner can use WAREHOUSE.SHIPMENTS_INT');
END;
/
