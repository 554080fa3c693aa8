-- Drops last year's work tables. Tables that are not there are passed over, everything else stops.
WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
SET SERVEROUTPUT ON

DECLARE
  e_missing EXCEPTION;
  PRAGMA EXCEPTION_INIT(e_missing, -942);

  PROCEDURE drop_table(p_name IN VARCHAR2) IS
  BEGIN
    EXECUTE IMMEDIATE 'DROP TABLE ' || DBMS_ASSERT.QUALIFIED_SQL_NAME(p_name);
    DBMS_OUTPUT.PUT_LINE(p_name || ' dropped');
  EXCEPTION
    WHEN e_missing THEN
      DBMS_OUTPUT.PUT_LINE(p_name || ' was not there');
  END drop_table;
BEGIN
  drop_table('WORK.LOAD_2025_Q1');
  drop_table('WORK.LOAD_2025_Q2');
  drop_table('WORK.LOAD_2025_Q3');
  drop_table('WORK.LOAD_2025_Q4');
END;
/

-- the synonym first, because ORA-01434 must not stop us
WHENEVER SQLERROR CONTINUE
DROP SYNONYM work.load_current;
WHENEVER SQLERROR EXIT 4 ROLLBACK
CREATE SYNONYM work.load_current FOR work.load_2026_q1;
EXIT 0
