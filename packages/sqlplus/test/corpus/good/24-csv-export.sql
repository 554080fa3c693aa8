-- one CSV per run; SQL*Plus 12.2 and later
SET MARKUP CSV ON DELIMITER ';' QUOTE ON
SET FEEDBACK OFF TERMOUT OFF VERIFY OFF ECHO OFF
SET ARRAYSIZE 1000
COLUMN filename NEW_VALUE filename
SELECT 'orders_' || TO_CHAR(SYSDATE, 'YYYYMMDD') || '.csv' AS filename FROM dual;

SPOOL &filename CREATE
SELECT order_id, TO_CHAR(order_date, 'YYYY-MM-DD') AS order_date, status, amount
  FROM sales.orders
 WHERE order_date >= TRUNC(SYSDATE) - 1
   AND order_date <  TRUNC(SYSDATE);
SPOOL OFF
SET MARKUP CSV OFF
SET TERMOUT ON
PROMPT &filename is written.
EXIT
