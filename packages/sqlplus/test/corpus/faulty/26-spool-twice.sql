SET LINESIZE 120
SPOOL checks.log
SELECT COUNT(*) FROM app.orders;
SPOOL OFF
SPOOL checks.log
SELECT COUNT(*) FROM app.order_lines;
SPOOL OFF
