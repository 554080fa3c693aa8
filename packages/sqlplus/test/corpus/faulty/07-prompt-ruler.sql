WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK

PROMPT ------------------------------------------
PROMPT step 3: drop the old index
PROMPT ------------------------------------------
DROP INDEX app.orders_old_ix;
REM -----
CREATE INDEX app.orders_new_ix ON app.orders (channel);
EXIT 0
