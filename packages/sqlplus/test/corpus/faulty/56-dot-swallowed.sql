DEFINE run_name = march
SET VERIFY OFF
SPOOL load_&run_name.log REPLACE
SELECT COUNT(*) FROM app.orders;
SPOOL OFF
@@steps_&run_name.sql
