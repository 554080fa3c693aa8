WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK

-- archive_month.sql YYYYMM
INSERT INTO archive.orders SELECT * FROM app.orders WHERE TO_CHAR(order_date, 'YYYYMM') = '&1';
DELETE FROM app.orders WHERE TO_CHAR(order_date, 'YYYYMM') = '&1' AND region = '&2';
COMMIT;
