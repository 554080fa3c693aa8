WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- Master 1: build and load the interim table
-- Table    HR.TRANSACTIONS
-- Why      builds, loads and indexes the interim table beside the one in use
-- Outage   READ ONLY from step 10 to the end of step 50: writers get ORA-12081, readers go on,
--          seconds without the name during the swap (ORA-00942)
-- Restart  run it again: what is done is passed over, what stopped midway is taken up or taken back
-- Undo     rollback/master_rollback.sql, at any time before step 70
-- Log      master1.log in the current folder
-- Made by  orapart 0.0.0, plan e8238bcf, template core:master1.sql
-- ==============================================================================
SPOOL master1.log REPLACE
VARIABLE orapart_next VARCHAR2(100)
COLUMN orapart_next NEW_VALUE orapart_script NOPRINT
BEGIN
  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('orapart master1');
END;
/
@@00_preflight.sql

-- 10  Create the interim table HR.TRANSACTIONS_INT
-- If an earlier run stopped midway, what it did is taken back first.
DECLARE
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM HR.ORAPART_TRANSACTIONS WHERE item = :item'
      INTO l_value USING p_item;
    RETURN l_value;
  EXCEPTION
    WHEN no_such_table THEN
      RETURN NULL;
  END noted;
BEGIN
  :orapart_next := '_skip.sql';
  IF noted('step-10-begun') IS NOT NULL AND noted('step-10') IS NULL THEN
    :orapart_next := 'rollback/10_undo_create_table.sql';
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
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM HR.ORAPART_TRANSACTIONS WHERE item = :item'
      INTO l_value USING p_item;
    RETURN l_value;
  EXCEPTION
    WHEN no_such_table THEN
      RETURN NULL;
  END noted;
BEGIN
  :orapart_next := '_skip.sql';
  IF noted('step-10') IS NULL THEN
    :orapart_next := '10_create_table.sql';
  END IF;
END;
/
SELECT :orapart_next AS orapart_next FROM dual;
SET DEFINE ON
@@&orapart_script
SET DEFINE OFF

-- 20  Copy every row of HR.TRANSACTIONS into HR.TRANSACTIONS_INT
DECLARE
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM HR.ORAPART_TRANSACTIONS WHERE item = :item'
      INTO l_value USING p_item;
    RETURN l_value;
  EXCEPTION
    WHEN no_such_table THEN
      RETURN NULL;
  END noted;
BEGIN
  :orapart_next := '_skip.sql';
  IF noted('step-20') IS NULL THEN
    :orapart_next := '20_data_load.sql';
  END IF;
END;
/
SELECT :orapart_next AS orapart_next FROM dual;
SET DEFINE ON
@@&orapart_script
SET DEFINE OFF

-- 30  Indexes, keys, foreign keys and triggers of HR.TRANSACTIONS_INT
DECLARE
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM HR.ORAPART_TRANSACTIONS WHERE item = :item'
      INTO l_value USING p_item;
    RETURN l_value;
  EXCEPTION
    WHEN no_such_table THEN
      RETURN NULL;
  END noted;
BEGIN
  :orapart_next := '_skip.sql';
  IF noted('step-30') IS NULL THEN
    :orapart_next := '30_create_indexes.sql';
  END IF;
END;
/
SELECT :orapart_next AS orapart_next FROM dual;
SET DEFINE ON
@@&orapart_script
SET DEFINE OFF

-- 40  Delta, statistics, comparison and grants of HR.TRANSACTIONS_INT
DECLARE
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM HR.ORAPART_TRANSACTIONS WHERE item = :item'
      INTO l_value USING p_item;
    RETURN l_value;
  EXCEPTION
    WHEN no_such_table THEN
      RETURN NULL;
  END noted;
BEGIN
  :orapart_next := '_skip.sql';
  IF noted('step-40') IS NULL THEN
    :orapart_next := '40_delta_load.sql';
  END IF;
END;
/
SELECT :orapart_next AS orapart_next FROM dual;
SET DEFINE ON
@@&orapart_script
SET DEFINE OFF
PROMPT master1 has run to its end: go on with master2.sql in the change window
SPOOL OFF
EXIT 0
