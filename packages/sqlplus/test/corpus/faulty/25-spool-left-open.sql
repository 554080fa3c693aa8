SET PAGESIZE 100
SPOOL customers.lst REPLACE
SELECT customer_id, name FROM app.customers ORDER BY name;
