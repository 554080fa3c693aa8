WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK

INSERT INTO app.orders_new (order_id, order_date)
SELECT order_id, -- the key;
       order_date
  FROM app.orders;
COMMIT;
