WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 10  undo: Create the interim table HR.EMPLOYEES_INT
-- Table    HR.EMPLOYEES
-- Does     sets HR.EMPLOYEES READ WRITE, drops HR.EMPLOYEES_INT and the ledger, each only if this
--          plan made it
-- Until    the cutover (step 50), after its undo again
-- Loses    nothing
-- Needs    owner HR with CREATE TABLE and quota, or CREATE ANY TABLE, ALTER ANY TABLE and COMMENT
--          ANY TABLE
-- Restart  run again, as often as needed: what is undone already is passed over
-- Undoes   10_create_table.sql
-- Made by  orapart 0.0.0, plan a3ddc70e, template core:rollback/10_undo_create_table.sql
-- ==============================================================================
PROMPT 10 undo: drop HR.EMPLOYEES_INT and the ledger, HR.EMPLOYEES as it was
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '10 undo');
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 5;
DECLARE
  l_orphan PLS_INTEGER := 0;
  l_rows   PLS_INTEGER := 0;
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM HR.ORAPART_EMPLOYEES WHERE item = :item'
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
    DBMS_OUTPUT.PUT_LINE('nothing to undo: the ledger HR.ORAPART_EMPLOYEES does not exist');
    RETURN;
  ELSIF noted('plan') <> 'a3ddc70e8c5b246611d035cc5156b892ed5986f4a3d25abae89efcc37ab61dd1' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan a3ddc70e. Nothing was changed. Use the rollback of that plan.');
  END IF;
  IF NVL(table_id('EMPLOYEES_OLD'), '-') = noted('source-id') OR noted('step-50-begun') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20410, 'OP410 undo-blocked: the cutover has begun or is done. Nothing was changed. Run rollback/50_undo_swap_tables.sql first.');
  END IF;
  IF noted('frozen-by-10') = 'yes' AND table_id('EMPLOYEES') = noted('source-id') AND is_read_only('EMPLOYEES') THEN
    run('ALTER TABLE HR.EMPLOYEES READ WRITE');
  END IF;
  IF noted('interim-id') IS NULL AND table_id('EMPLOYEES_INT') IS NOT NULL THEN
    -- The session died between CREATE TABLE and the note of its id: ours if it is younger than the intention and empty.
    EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM all_objects o JOIN HR.ORAPART_EMPLOYEES l ON l.item = ''interim-intended'' AND o.created >= CAST(l.noted_at AS DATE)'
      || ' WHERE o.owner = :owner AND o.object_name = :name AND o.object_type = ''TABLE'''
      INTO l_orphan USING 'HR', 'EMPLOYEES_INT';
    EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM HR.EMPLOYEES_INT WHERE ROWNUM = 1' INTO l_rows;
    IF l_orphan = 0 OR l_rows > 0 THEN
      RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: HR.EMPLOYEES_INT exists and this plan did not make it. It was not dropped.'
        || ' Move it out of the way, then run this file again.');
    END IF;
    run('DROP TABLE HR.EMPLOYEES_INT');
  ELSIF table_id('EMPLOYEES_INT') = noted('interim-id') THEN
    run('DROP TABLE HR.EMPLOYEES_INT');
  ELSIF table_id('EMPLOYEES_INT') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: HR.EMPLOYEES_INT is not the table that this plan made. It was not dropped.');
  END IF;
  run('DROP TABLE HR.ORAPART_EMPLOYEES');
  IF table_id('EMPLOYEES_INT') IS NOT NULL OR table_id('ORAPART_EMPLOYEES') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: HR.EMPLOYEES_INT or HR.ORAPART_EMPLOYEES still exists. Run this file again.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('10 undo: OK, nothing of this plan is left, HR.EMPLOYEES is as it was');
END;
/
