WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 10  undo: Create the interim table HR.AUDIT_LOG_INT
-- Table    HR.AUDIT_LOG
-- Does     sets HR.AUDIT_LOG READ WRITE, drops HR.AUDIT_LOG_INT and the ledger, each only if this
--          plan made it
-- Until    the cutover (step 50), after its undo again
-- Loses    nothing
-- Needs    owner HR with CREATE TABLE and quota, or CREATE ANY TABLE, ALTER ANY TABLE and COMMENT
--          ANY TABLE
-- Restart  run again, as often as needed: what is undone already is passed over
-- Undoes   10_create_table.sql
-- Made by  orapart 0.0.0, plan aeee7929, template core:rollback/10_undo_create_table.sql
-- ==============================================================================
PROMPT 10 undo: drop HR.AUDIT_LOG_INT and the ledger, HR.AUDIT_LOG as it was
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '10 undo');
END;
/
ALTER SESSION SET DDL_LOCK_TIMEOUT = 30;
DECLARE
  l_orphan PLS_INTEGER := 0;
  l_rows   PLS_INTEGER := 0;
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM HR.ORAPART_AUDIT_LOG WHERE item = :item'
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
    DBMS_OUTPUT.PUT_LINE('nothing to undo: the ledger HR.ORAPART_AUDIT_LOG does not exist');
    RETURN;
  ELSIF noted('plan') <> 'aeee79297a047c9265e4341be14690183241c3afec2a0a80e6fc12cbafada6ce' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan aeee7929. Nothing was changed. Use the rollback of that plan.');
  END IF;
  IF NVL(table_id('AUDIT_LOG_OLD'), '-') = noted('source-id') OR noted('step-50-begun') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20410, 'OP410 undo-blocked: the cutover has begun or is done. Nothing was changed. Run rollback/50_undo_swap_tables.sql first.');
  END IF;
  IF noted('frozen-by-10') = 'yes' AND table_id('AUDIT_LOG') = noted('source-id') AND is_read_only('AUDIT_LOG') THEN
    run('ALTER TABLE HR.AUDIT_LOG READ WRITE');
  END IF;
  IF noted('interim-id') IS NULL AND table_id('AUDIT_LOG_INT') IS NOT NULL THEN
    -- The session died between CREATE TABLE and the note of its id: ours if it is younger than the intention and empty.
    EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM all_objects o JOIN HR.ORAPART_AUDIT_LOG l ON l.item = ''interim-intended'' AND o.created >= CAST(l.noted_at AS DATE)'
      || ' WHERE o.owner = :owner AND o.object_name = :name AND o.object_type = ''TABLE'''
      INTO l_orphan USING 'HR', 'AUDIT_LOG_INT';
    EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM HR.AUDIT_LOG_INT WHERE ROWNUM = 1' INTO l_rows;
    IF l_orphan = 0 OR l_rows > 0 THEN
      RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: HR.AUDIT_LOG_INT exists and this plan did not make it. It was not dropped.'
        || ' Move it out of the way, then run this file again.');
    END IF;
    run('DROP TABLE HR.AUDIT_LOG_INT');
  ELSIF table_id('AUDIT_LOG_INT') = noted('interim-id') THEN
    run('DROP TABLE HR.AUDIT_LOG_INT');
  ELSIF table_id('AUDIT_LOG_INT') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: HR.AUDIT_LOG_INT is not the table that this plan made. It was not dropped.');
  END IF;
  run('DROP TABLE HR.ORAPART_AUDIT_LOG');
  IF table_id('AUDIT_LOG_INT') IS NOT NULL OR table_id('ORAPART_AUDIT_LOG') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: HR.AUDIT_LOG_INT or HR.ORAPART_AUDIT_LOG still exists. Run this file again.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('10 undo: OK, nothing of this plan is left, HR.AUDIT_LOG is as it was');
END;
/
