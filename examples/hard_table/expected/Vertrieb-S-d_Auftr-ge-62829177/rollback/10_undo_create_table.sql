WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 10  undo: Create the interim table "Vertrieb S\00FCd"."Auftr\00E4ge_INT2"
-- Table    "Vertrieb S\00FCd"."Auftr\00E4ge"
-- Does     sets "Vertrieb S\00FCd"."Auftr\00E4ge" READ WRITE, drops "Vertrieb
--          S\00FCd"."Auftr\00E4ge_INT2" and the ledger, each only if this plan made it
-- Until    the cutover (step 50), after its undo again
-- Loses    nothing
-- Needs    owner "Vertrieb S\00FCd" with CREATE TABLE and quota, or CREATE ANY TABLE, ALTER ANY
--          TABLE and COMMENT ANY TABLE, EXECUTE ON DBMS_RLS
-- Restart  run again, as often as needed: what is undone already is passed over
-- Undoes   10_create_table.sql
-- Client   names or texts are not ASCII: set NLS_LANG=AMERICAN_AMERICA.AL32UTF8 before sqlplus
-- Made by  orapart 0.0.0, plan 9871e5fd, template core:rollback/10_undo_create_table.sql
-- ==============================================================================
-- Archived rows are rows: without this no statement of this session sees them.
ALTER SESSION SET ROW ARCHIVAL VISIBILITY = ALL;
PROMPT 10 undo: drop "Vertrieb S\00FCd"."Auftr\00E4ge_INT2" and the ledger, "Vertrieb S\00FCd"."Auftr\00E4ge" as it was
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
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM "Vertrieb Süd"."ORAPART_Aufträge" WHERE item = :item'
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
     WHERE owner = 'Vertrieb Süd' AND object_name = p_name AND object_type = 'TABLE';
    RETURN l_id;
  END table_id;
  FUNCTION is_read_only (p_name IN VARCHAR2) RETURN BOOLEAN IS
    l_state VARCHAR2(30);
  BEGIN
    SELECT MAX(read_only) INTO l_state FROM all_tables
     WHERE owner = 'Vertrieb Süd' AND table_name = p_name;
    IF l_state = 'N/A' THEN
      EXECUTE IMMEDIATE
        'SELECT MAX(def_read_only) FROM all_part_tables WHERE owner = :owner AND table_name = :name'
        INTO l_state USING 'Vertrieb Süd', p_name;
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
    DBMS_OUTPUT.PUT_LINE('nothing to undo: the ledger "Vertrieb Süd"."ORAPART_Aufträge" does not exist');
    RETURN;
  ELSIF noted('plan') <> '9871e5fda7b715b863fcdb9fe07e04cab41bf4eb7a64fb5c7a4f4291ea39722e' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 9871e5fd. Nothing was changed. Use the rollback of that plan.');
  END IF;
  IF NVL(table_id('Aufträge_OLD'), '-') = noted('source-id') OR noted('step-50-begun') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20410, 'OP410 undo-blocked: the cutover has begun or is done. Nothing was changed. Run rollback/50_undo_swap_tables.sql first.');
  END IF;
  IF noted('frozen-by-10') = 'yes' AND table_id('Aufträge') = noted('source-id') AND is_read_only('Aufträge') THEN
    run('ALTER TABLE "Vertrieb Süd"."Aufträge" READ WRITE');
  END IF;
  IF noted('interim-id') IS NULL AND table_id('Aufträge_INT2') IS NOT NULL THEN
    -- The session died between CREATE TABLE and the note of its id: ours if it is younger than the intention and empty.
    EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM all_objects o JOIN "Vertrieb Süd"."ORAPART_Aufträge" l ON l.item = ''interim-intended'' AND o.created >= CAST(l.noted_at AS DATE)'
      || ' WHERE o.owner = :owner AND o.object_name = :name AND o.object_type = ''TABLE'''
      INTO l_orphan USING 'Vertrieb Süd', 'Aufträge_INT2';
    EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM "Vertrieb Süd"."Aufträge_INT2" WHERE ROWNUM = 1' INTO l_rows;
    IF l_orphan = 0 OR l_rows > 0 THEN
      RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: "Vertrieb Süd"."Aufträge_INT2" exists and this plan did not make it. It was not dropped.'
        || ' Move it out of the way, then run this file again.');
    END IF;
    run('DROP TABLE "Vertrieb Süd"."Aufträge_INT2"');
  ELSIF table_id('Aufträge_INT2') = noted('interim-id') THEN
    run('DROP TABLE "Vertrieb Süd"."Aufträge_INT2"');
  ELSIF table_id('Aufträge_INT2') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: "Vertrieb Süd"."Aufträge_INT2" is not the table that this plan made. It was not dropped.');
  END IF;
  run('DROP TABLE "Vertrieb Süd"."ORAPART_Aufträge"');
  IF table_id('Aufträge_INT2') IS NOT NULL OR table_id('ORAPART_Aufträge') IS NOT NULL THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: "Vertrieb Süd"."Aufträge_INT2" or "Vertrieb Süd"."ORAPART_Aufträge" still exists. Run this file again.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('10 undo: OK, nothing of this plan is left, "Vertrieb Süd"."Aufträge" is as it was');
END;
/
