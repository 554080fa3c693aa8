WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- Master 2: the change window, cutover and verification
-- Table    MYSCHEMA.IE_PC_OFFER_IN
-- Why      swaps the names, restores what hangs on the table and proves the result
-- Locks    short exclusive locks on both tables, on child tables and parents while foreign keys are
--          made
-- Restart  run it again: a cutover that stopped midway is taken back first, then done anew
-- Undo     rollback/master_rollback.sql, at any time before step 70
-- Log      master2.log in the current folder
-- Made by  orapart 0.0.0, plan b2fc355a, template core:master2.sql
-- ==============================================================================
SPOOL master2.log REPLACE
VARIABLE orapart_next VARCHAR2(100)
COLUMN orapart_next NEW_VALUE orapart_script NOPRINT
BEGIN
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('orapart master2');
END;
/
@@00_preflight.sql

-- 50  Cutover: MYSCHEMA.IE_PC_OFFER_IN_INT becomes MYSCHEMA.IE_PC_OFFER_IN
-- If an earlier run stopped midway, what it did is taken back first.
DECLARE
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM MYSCHEMA.ORAPART_IE_PC_OFFER_IN WHERE item = :item'
      INTO l_value USING p_item;
    RETURN l_value;
  EXCEPTION
    WHEN no_such_table THEN
      RETURN NULL;
  END noted;
BEGIN
  :orapart_next := '_skip.sql';
  IF noted('step-50-begun') IS NOT NULL AND noted('step-50') IS NULL THEN
    :orapart_next := 'rollback/50_undo_swap_tables.sql';
  END IF;
END;
/
SELECT :orapart_next AS orapart_next FROM dual;
SET DEFINE ON
@@&orapart_script
SET DEFINE OFF
DECLARE
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM MYSCHEMA.ORAPART_IE_PC_OFFER_IN WHERE item = :item'
      INTO l_value USING p_item;
    RETURN l_value;
  EXCEPTION
    WHEN no_such_table THEN
      RETURN NULL;
  END noted;
BEGIN
  :orapart_next := '_skip.sql';
  IF noted('step-50') IS NULL THEN
    :orapart_next := '50_swap_tables.sql';
  END IF;
END;
/
SELECT :orapart_next AS orapart_next FROM dual;
SET DEFINE ON
@@&orapart_script
SET DEFINE OFF

-- 60  Grants, dependents and foreign keys of MYSCHEMA.IE_PC_OFFER_IN
DECLARE
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM MYSCHEMA.ORAPART_IE_PC_OFFER_IN WHERE item = :item'
      INTO l_value USING p_item;
    RETURN l_value;
  EXCEPTION
    WHEN no_such_table THEN
      RETURN NULL;
  END noted;
BEGIN
  :orapart_next := '_skip.sql';
  IF noted('step-60') IS NULL THEN
    :orapart_next := '60_restore_grants.sql';
  END IF;
END;
/
SELECT :orapart_next AS orapart_next FROM dual;
SET DEFINE ON
@@&orapart_script
SET DEFINE OFF

-- 65  Verify the structure of MYSCHEMA.IE_PC_OFFER_IN
DECLARE
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM MYSCHEMA.ORAPART_IE_PC_OFFER_IN WHERE item = :item'
      INTO l_value USING p_item;
    RETURN l_value;
  EXCEPTION
    WHEN no_such_table THEN
      RETURN NULL;
  END noted;
BEGIN
  :orapart_next := '_skip.sql';
  IF noted('step-65') IS NULL THEN
    :orapart_next := '65_verify.sql';
  END IF;
END;
/
SELECT :orapart_next AS orapart_next FROM dual;
SET DEFINE ON
@@&orapart_script
SET DEFINE OFF
PROMPT master2 has run to its end: the migration is done, 70_drop_old_table.sql stays for later
SPOOL OFF
EXIT 0
