WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK

SELECT order_id,
       amount_gross -
       amount_tax AS amount_net
  FROM app.orders
 WHERE note = 'paid -
in cash';
UPDATE app.orders -- the flag -
   SET checked = 'Y';
COMMIT;
