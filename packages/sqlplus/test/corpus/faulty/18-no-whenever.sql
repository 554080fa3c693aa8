-- swap the tables
SPOOL swap.log REPLACE
ALTER TABLE app.orders RENAME TO orders_old;
ALTER TABLE app.orders_new RENAME TO orders;
@@grants.sql
SPOOL OFF
