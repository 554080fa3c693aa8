WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK

SET SERVEROUTPUT ON
VARIABLE v_source_count NUMBER
BEGIN
  SELECT COUNT(*) INTO :v_source_count FROM app.orders;
END;
/
PROMPT Rows before the load: :v_source_count
PRINT v_source_count
