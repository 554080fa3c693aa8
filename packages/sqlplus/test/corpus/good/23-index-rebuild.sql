-- Rebuild in parallel, and put the degree back: otherwise every query on it goes parallel.
WHENEVER OSERROR EXIT 1 ROLLBACK
WHENEVER SQLERROR EXIT 1 ROLLBACK
SET FEEDBACK ON

ALTER INDEX sales.orders_date_ix REBUILD ONLINE PARALLEL 8 NOLOGGING;
ALTER INDEX sales.orders_date_ix NOPARALLEL LOGGING;

CREATE INDEX sales.orders_status_ix ON sales.orders (status, order_date)
  LOCAL TABLESPACE idx_01 COMPRESS 1 PARALLEL 8 ONLINE;
ALTER INDEX sales.orders_status_ix PARALLEL 1;

SELECT index_name, degree, logging, status FROM dba_indexes WHERE table_owner = 'SALES' AND table_name = 'ORDERS';
QUIT
